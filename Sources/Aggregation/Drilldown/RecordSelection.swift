import TrainingStats

/// Selects the records behind a measure in the total of a request: built on the kept tables, fed with participations.
///
/// It keeps the participations that are listed, as columns, and no others. Blocks may come in any order.
public struct RecordSelection: ParticipationSink, Sendable {
    /// The measure.
    public let measure: Measure
    /// Whether the measure has a meaning in the request; where it has none, no record is behind it.
    public let isApplicable: Bool
    let placer: RecordPlacer
    /// The records that the measure is made of.
    let listing: RecordListing
    /// The participations that are kept.
    private(set) var kept = ParticipationBlock()
    /// The participations whose follow-ups are kept.
    private(set) var followedUp = ParticipationBlock()
    /// What other selections have kept.
    private var merged: [ParticipationBlock] = []
    private var mergedFollowedUp: [ParticipationBlock] = []
    /// How many participations of each person are kept, as far as the measure asks; empty where nobody asks.
    private(set) var keptOfPerson: [UInt8] = []
    /// Whether each session counts, if delivered: with a dimension on persons only where a part of theirs falls.
    private var isInvolved: [Bool]
    /// Which sessions are reported.
    private var reports: SessionReports

    var dataset: Dataset { placer.dataset }

    /// The selection for a measure, on the kept tables of a dataset; the request's own measures have no part in it.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public init(
        behind measure: String, in request: SummaryRequest, on dataset: Dataset, catalogue: Catalogue
    ) throws(RequestError) {
        let found = try catalogue.requestedMeasure(measure)
        var request = request
        request.measures = [measure]
        self.measure = found
        var lookups = SharedLookups(catalogue)
        placer = try RecordPlacer(request, on: dataset, withProfiles: true, sharing: &lookups)
        // The placer has the measure with the answers of this dataset to tests on members.
        listing = placer.request.measures.first?.listing ?? found.listing
        let (onTrainees, onTrainers) = (placer.request.hasTraineeSide, placer.request.hasTrainerSide)
        isApplicable = !(found.isSessionSideOnly && onTrainees)
        isInvolved = [Bool](repeating: !onTrainees && !onTrainers, count: dataset.sessions.count)
        reports = SessionReports(of: [Int32](repeating: 0, count: dataset.sessions.count))
        for group in dataset.headcounts where group.participants != nil { reports.note(group.session) }
        if listing.recordsPerPerson > 1 { keptOfPerson = [UInt8](repeating: 0, count: dataset.trainees.count) }
        if onTrainers {
            for (index, assignment) in dataset.assignments.enumerated() where placer.place(assignment: index) != nil {
                isInvolved[assignment.session] = true
            }
        } else {
            for index in dataset.headcounts.indices {
                if let group = headcount(index), group.attends { isInvolved[group.session] = true }
            }
        }
    }

    /// A selection for the same measure that has taken in nothing.
    public func emptyCopy() -> RecordSelection {
        var other = self
        (other.kept, other.merged) = (ParticipationBlock(), [])
        (other.followedUp, other.mergedFollowedUp) = (ParticipationBlock(), [])
        other.keptOfPerson = keptOfPerson.map { _ in 0 }
        return other
    }

    /// Takes in what another selection for the same measure has taken in.
    public mutating func merge(_ other: consuming RecordSelection) {
        merged += other.merged + [other.kept]
        mergedFollowedUp += other.mergedFollowedUp + [other.followedUp]
        for person in keptOfPerson.indices {
            let (sum, overflow) = keptOfPerson[person].addingReportingOverflow(other.keptOfPerson[person])
            keptOfPerson[person] = overflow ? .max : min(listing.mostPerPerson, sum)
        }
        for session in isInvolved.indices where other.isInvolved[session] { isInvolved[session] = true }
        reports.merge(other.reports)
    }

    /// Takes in a block of participations.
    public mutating func add(_ block: borrowing ParticipationBlock) {
        guard isApplicable else { return }
        let parts = listing.parts.filter { $0.set.table == .participations }
        let ofFollowUps = listing.parts.filter { $0.set.table == .followups }
        let values = Array(measure.aggregate.participationValues)
        reports.note(block.sessions)
        for row in 0..<block.count {
            guard let record = participation(row, of: block, stating: values), let person = record.trainee else {
                continue
            }
            if record.attends { isInvolved[record.session] = true }
            if !ofFollowUps.isEmpty, let followUp = followUp(ofRow: row, in: block),
                ofFollowUps.contains(where: { followUp.belongs(to: $0) })
            {
                followedUp.append(row, of: block)
            }
            guard parts.contains(where: { record.belongs(to: $0) }) else { continue }
            keep(row, of: block, person: person)
        }
    }

    private mutating func keep(_ row: Int, of block: borrowing ParticipationBlock, person: Int) {
        kept.append(row, of: block)
        if !keptOfPerson.isEmpty { keptOfPerson[person] = min(listing.mostPerPerson, keptOfPerson[person] + 1) }
    }

    /// What was selected, in the order of the files.
    public consuming func finish() -> SelectedRecords {
        var selection = self
        selection.arrange()
        return SelectedRecords(selection)
    }

    /// Brings the participations into the order of their file.
    private mutating func arrange() {
        kept = Self.arranged(merged + [kept]) { $0.lines[$1] }
        followedUp = Self.arranged(mergedFollowedUp + [followedUp]) { [placer] in
            placer.followUp(ofRow: $1, in: $0) ?? 0
        }
        (merged, mergedFollowedUp) = ([], [])
    }

    /// The rows of blocks in the order of their places.
    private static func arranged(
        _ blocks: [ParticipationBlock], place: (ParticipationBlock, Int) -> Int
    ) -> ParticipationBlock {
        var places: [(line: Int, block: Int32, row: Int32)] = []
        places.reserveCapacity(blocks.reduce(0) { $0 + $1.count })
        for (number, block) in blocks.enumerated() {
            for row in 0..<block.count {
                places.append((place(block, row), Int32(truncatingIfNeeded: number), Int32(truncatingIfNeeded: row)))
            }
        }
        places.sort { $0.line < $1.line }
        var arranged = ParticipationBlock()
        arranged.reserveCapacity(places.count)
        for place in places { arranged.append(Int(place.row), of: blocks[Int(place.block)]) }
        return arranged
    }

    /// The follow-up of a participation that the request admits; nil where nobody asked.
    func followUp(ofRow row: Int, in block: borrowing ParticipationBlock) -> SourceRecord? {
        placer.followUp(ofRow: row, in: block).map { placer.record(ofFollowUp: $0, ofRow: row, in: block) }
    }

    /// An answer to an evaluation form that the request admits.
    func evaluation(_ index: Int) -> SourceRecord? {
        guard placer.place(evaluation: index) != nil,
            counts(participantsOf: Int(dataset.evaluations[index].session))
        else { return nil }
        return placer.record(ofEvaluation: index)
    }

    /// A session that the period and the filters admit, whatever its status.
    func session(_ index: Int) -> SourceRecord? {
        placer.sessionParts.numbers[index] >= 0 ? counting(placer.record(ofSession: index, in: .sessions)) : nil
    }

    /// An assignment in a session that counts.
    func assignment(_ index: Int) -> SourceRecord? {
        if placer.request.hasTrainerSide, placer.place(assignment: index) == nil { return nil }
        guard placer.sessionParts.numbers[dataset.assignments[index].session] >= 0 else { return nil }
        let record = counting(placer.record(ofAssignment: index))
        return record.facts.isDelivered ? record : nil
    }

    /// The same record of a session or an assignment, whose session is delivered only if it counts in the request.
    private func counting(_ record: SourceRecord) -> SourceRecord {
        var record = record
        record.facts.isDelivered = record.facts.isDelivered && isInvolved[record.session]
        record.facts.isReported = reports.flags[record.session]
        return record
    }

    /// A participation that the request admits, with some of its values.
    func participation(
        _ row: Int, of block: borrowing ParticipationBlock, stating values: [ParticipationValue]
    ) -> SourceRecord? {
        guard placer.place(ofRow: row, in: block) != nil, counts(participantsOf: Int(block.sessions[row])) else {
            return nil
        }
        return placer.record(ofRow: row, in: block, stating: values)
    }

    /// Whether the participants of a session count: with a trainer dimension those of sessions with an assignment that does.
    private func counts(participantsOf session: Int) -> Bool {
        !placer.request.hasTrainerSide || isInvolved[session]
    }

    /// A group that the request admits.
    func headcount(_ index: Int) -> SourceRecord? {
        guard placer.place(ofHeadcount: index) != nil, counts(participantsOf: dataset.headcounts[index].session) else {
            return nil
        }
        return placer.record(ofHeadcount: index)
    }
}

extension RecordListing {
    /// How many records of a person are told apart.
    fileprivate var mostPerPerson: UInt8 { UInt8(clamping: recordsPerPerson) }
}
