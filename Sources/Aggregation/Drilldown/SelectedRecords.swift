import TrainingStats

/// The records behind a measure in the total of a request.
public struct SelectedRecords: Sendable {
    private let selection: RecordSelection
    /// The tables that the positions in records refer to.
    var dataset: Dataset { selection.dataset }

    init(_ selection: RecordSelection) { self.selection = selection }

    /// The measure.
    public var measure: Measure { selection.measure }
    /// Whether the measure has a meaning in the request; where it has none, no record is behind it.
    public var isApplicable: Bool { selection.isApplicable }

    /// Hands out the records up to a limit: one part of the measure's basis after the other, each in file order.
    public func forEach(upTo limit: Int = .max, _ body: (SourceRecord) -> Void) {
        guard isApplicable else { return }
        let dataset = selection.dataset
        var room = limit
        for part in measure.basis.parts {
            func offer(_ indices: Range<Int>, _ record: (Int) -> SourceRecord?) {
                for index in indices where room > 0 {
                    guard var record = record(index), part.qualifies(record) else { continue }
                    record.part = part.part(record)
                    record.whole = part.whole(record)
                    room -= 1
                    body(record)
                }
            }
            switch part.table {
            case .sessions: offer(dataset.sessions.indices, selection.session)
            case .assignments: offer(dataset.assignments.indices, selection.assignment)
            case .headcounts: offer(dataset.headcounts.indices, selection.headcount)
            case .participations: offer(0..<selection.kept.count, participation)
            }
        }
    }

    /// A participation, unless its person has fewer of them than the measure wants.
    private func participation(_ row: Int) -> SourceRecord? {
        let times = selection.keptOfPerson
        let isRepeatedEnough =
            times.isEmpty || Int(times[Int(selection.kept.trainees[row])]) >= measure.basis.recordsPerPerson
        return isRepeatedEnough ? selection.participation(row, of: selection.kept) : nil
    }
}
