import TrainingStats

/// Selects the records behind a measure in the total of a request: built on the kept tables, fed with participations.
///
/// It keeps the participations that are listed, as columns, and no others. Blocks may come in any order.
public struct RecordSelection: ParticipationSink, Sendable {
    /// The measure.
    public let measure: Measure
    /// Whether the measure has a meaning in the request; where it has none, no record is behind it.
    public let isApplicable: Bool
    let scope: RecordScope
    /// The participations that are kept.
    private(set) var kept = ParticipationBlock()
    /// What other selections have kept.
    private var merged: [ParticipationBlock] = []
    /// How many participations of each person are kept, 2 for two or more; empty where nobody asks.
    private(set) var keptOfPerson: [UInt8] = []
    /// Whether each session counts, if delivered: with a dimension on persons only where a part of theirs falls.
    private var isInvolved: [Bool]

    var dataset: Dataset { scope.dataset }

    /// The selection for a measure, on the kept tables of a dataset; the request's own measures have no part in it.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public init(behind measure: String, in request: SummaryRequest, on dataset: Dataset) throws(RequestError) {
        guard let found = Measure.named(measure) else { throw .unknownMeasure(measure) }
        var request = request
        request.measures = [measure]
        self.measure = found
        var codes = SharedCodes()
        scope = try RecordScope(request, on: dataset, &codes)
        let (onTrainees, onTrainers) = (scope.request.hasTraineeSide, scope.request.hasTrainerSide)
        isApplicable = !(found.isSessionSideOnly && onTrainees)
        isInvolved = [Bool](repeating: !onTrainees && !onTrainers, count: dataset.sessions.count)
        if found.basis.recordsPerPerson > 1 { keptOfPerson = [UInt8](repeating: 0, count: dataset.trainees.count) }
        if onTrainers {
            for (index, assignment) in dataset.assignments.enumerated() where scope.place(assignment: index) != nil {
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
        other.keptOfPerson = keptOfPerson.map { _ in 0 }
        return other
    }

    /// Takes in what another selection for the same measure has taken in.
    public mutating func merge(_ other: consuming RecordSelection) {
        merged += other.merged + [other.kept]
        for person in keptOfPerson.indices {
            keptOfPerson[person] = min(2, keptOfPerson[person] + other.keptOfPerson[person])
        }
        for session in isInvolved.indices where other.isInvolved[session] { isInvolved[session] = true }
    }

    /// Takes in a block of participations.
    public mutating func add(_ block: borrowing ParticipationBlock) {
        guard isApplicable, !scope.request.hasTrainerSide else { return }
        let parts = measure.basis.parts.filter { $0.table == .participations }
        for row in 0..<block.count {
            guard let record = participation(row, of: block), let person = record.trainee else { continue }
            if record.attends { isInvolved[record.session] = true }
            guard parts.contains(where: { $0.qualifies(record) }) else { continue }
            keep(row, of: block, person)
        }
    }

    private mutating func keep(_ row: Int, of block: borrowing ParticipationBlock, _ person: Int) {
        kept.append(row, of: block)
        if !keptOfPerson.isEmpty { keptOfPerson[person] = min(2, keptOfPerson[person] + 1) }
    }

    /// What was selected, in the order of the files.
    public consuming func finish() -> SelectedRecords {
        var selection = self
        selection.arrange()
        return SelectedRecords(selection)
    }

    /// Brings the participations into the order of their file.
    private mutating func arrange() {
        let blocks = merged + [kept]
        var places: [(line: Int, block: Int32, row: Int32)] = []
        for (number, block) in blocks.enumerated() {
            for row in 0..<block.count {
                places.append((block.lines[row], Int32(truncatingIfNeeded: number), Int32(truncatingIfNeeded: row)))
            }
        }
        places.sort { $0.line < $1.line }
        kept = ParticipationBlock()
        for place in places { kept.append(Int(place.row), of: blocks[Int(place.block)]) }
        merged = []
    }

    /// A session that the period and the filters admit, whatever its status.
    func session(_ index: Int) -> SourceRecord? {
        guard scope.sessionParts.numbers[index] >= 0 else { return nil }
        let session = dataset.sessions[index]
        var record = SourceRecord(
            .sessions, line: session.line, session: index, isDelivered: scope.isDelivered[index] && isInvolved[index],
            isTraining: scope.isTraining[index])
        record.sessionStatus = session.status
        record.capacity = session.capacity
        record.cost = session.cost
        return record
    }

    /// An assignment in a session that counts.
    func assignment(_ index: Int) -> SourceRecord? {
        let assignment = dataset.assignments[index]
        if scope.request.hasTrainerSide, scope.place(assignment: index) == nil { return nil }
        guard let session = session(assignment.session), session.isDelivered else { return nil }
        var record = SourceRecord(
            .assignments, line: assignment.line, session: assignment.session, isDelivered: true,
            isTraining: session.isTraining)
        record.trainer = assignment.trainer
        record.hours = assignment.hours
        return record
    }

    /// A participation that the request admits.
    func participation(_ row: Int, of block: borrowing ParticipationBlock) -> SourceRecord? {
        let (session, person) = (Int(block.sessions[row]), Int(block.trainees[row]))
        let profile = scope.profile(ofPerson: person, in: session)
        guard scope.place(session: session, profile: profile) != nil else { return nil }
        var record = attendee(.participations, line: block.lines[row], session, profile)
        let status = block.statuses[row]
        record.trainee = person
        record.status = ParticipationStatus(code: status)
        record.attends = scope.attends[Int(status)]
        record.hours = block[.hours][row]
        record.preScore = block[.preScore][row]
        record.postScore = block[.postScore][row]
        record.rating = block[.rating][row]
        record.cost = block[.cost][row]
        return record
    }

    /// A group that the request admits.
    func headcount(_ index: Int) -> SourceRecord? {
        let group = dataset.headcounts[index]
        let profile = scope.profile(ofHeadcount: index)
        guard scope.place(session: group.session, profile: profile) != nil else { return nil }
        var record = attendee(.headcounts, line: group.line, group.session, profile)
        record.participants = group.participants
        record.completions = group.completions
        record.cost = group.cost
        record.attends = (group.participants ?? 0) > 0
        return record
    }

    /// What participations and groups have in common.
    private func attendee(_ table: SourceRecord.Table, line: Int, _ session: Int, _ profile: Int) -> SourceRecord {
        var record = SourceRecord(
            table, line: line, session: session, isDelivered: true, isTraining: scope.isTraining[session])
        let course = dataset.courses[dataset.sessions[session].course]
        record.capacity = dataset.sessions[session].capacity
        record.maxScore = course.maxScore
        record.passScore = course.passScore
        if !scope.profiles.isEmpty {
            let institution = Int(scope.profiles[profile].institution)
            record.institution = institution >= 0 ? institution : nil
            record.hasKnownState = scope.profiles[profile].state >= 0
        }
        return record
    }
}
