import TrainingStats

/// The records behind a measure in the total of a request.
public struct SelectedRecords: Sendable {
    private let selection: RecordSelection
    /// All values of a participation: a listed record has each that it states.
    private let values = ParticipationValue.allCases
    /// The tables that the positions in records refer to.
    var dataset: Dataset { selection.dataset }

    init(_ selection: RecordSelection) { self.selection = selection }

    /// The measure.
    public var measure: Measure { selection.measure }
    /// Whether the measure has a meaning in the request; where it has none, no record is behind it.
    public var isApplicable: Bool { selection.isApplicable }

    /// How the records are listed and how they make the figure.
    package var listing: RecordListing { selection.listing }

    /// The members that its records have in dimensions.
    package func members(in dimensions: [Dimension]) -> RecordMembers {
        RecordMembers(dimensions, placer: selection.placer)
    }

    /// Hands out the records up to a limit: one of the sets that make the measure after the other, each in file order.
    public func forEach(upTo limit: Int = .max, _ body: (SourceRecord) -> Void) {
        guard isApplicable else { return }
        let dataset = selection.dataset
        var room = limit
        // A kept participation belongs to a part; which one is a question only where there are several.
        let areKeptOfOnePart = listing.parts.count { $0.set.table == .participations } == 1
        let isOnePartOfFollowUps = listing.parts.count { $0.set.table == .followups } == 1
        for part in listing.parts {
            func offer(_ indices: Range<Int>, areOfPart: Bool = false, _ record: (Int) -> SourceRecord?) {
                for index in indices where room > 0 {
                    guard var record = record(index), areOfPart || record.belongs(to: part) else { continue }
                    room -= 1
                    record.takeContributions(to: part)
                    body(record)
                }
            }
            switch part.set.table {
            case .sessions: offer(dataset.sessions.indices, selection.session)
            case .assignments: offer(dataset.assignments.indices, selection.assignment)
            case .headcounts: offer(dataset.headcounts.indices, selection.headcount)
            case .evaluations: offer(dataset.evaluations.indices, selection.evaluation)
            case .followups:
                offer(0..<selection.followedUp.count, areOfPart: isOnePartOfFollowUps) {
                    selection.followUp(ofRow: $0, in: selection.followedUp)
                }
            case .participations: offer(0..<selection.kept.count, areOfPart: areKeptOfOnePart, participation)
            }
        }
    }

    /// A kept participation, unless its person has fewer of them than the measure wants.
    private func participation(_ row: Int) -> SourceRecord? {
        let times = selection.keptOfPerson
        let isRepeatedEnough =
            times.isEmpty || Int(times[Int(selection.kept.trainees[row])]) >= listing.recordsPerPerson
        guard isRepeatedEnough else { return nil }
        return selection.placer.record(ofRow: row, in: selection.kept, stating: values)
    }
}
