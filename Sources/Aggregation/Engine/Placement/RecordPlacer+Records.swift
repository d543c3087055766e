import Support
import TrainingStats

/// Records with all that conditions look at.
extension RecordPlacer {
    /// A record of a session, or the frame of one that belongs to it.
    func record(ofSession index: Int, in table: SourceRecord.Table, line: Int? = nil) -> SourceRecord {
        SourceRecord(
            table, line: line ?? dataset.sessions[index].line, session: index,
            facts: .init(ofSession: index, in: dataset, isDelivered: isDelivered[index]))
    }

    /// An assignment.
    func record(ofAssignment index: Int) -> SourceRecord {
        let assignment = dataset.assignments[index]
        var record = record(ofSession: assignment.session, in: .assignments, line: assignment.line)
        record.trainer = assignment.trainer
        record.assignmentHours = assignment.hours
        return record
    }

    /// A group that was counted.
    func record(ofHeadcount index: Int) -> SourceRecord {
        let group = dataset.headcounts[index]
        var record = record(ofSession: group.session, in: .headcounts, line: group.line)
        record.take(profiles, at: profile(ofHeadcount: index))
        record.participants = group.participants
        record.completions = group.completions
        record.groupCost = group.cost
        record.attends = (group.participants ?? 0) > 0
        return record
    }

    /// A person's part in a session, without the values that it states.
    func record(ofPerson person: Int, session: Int, status: UInt8, line: Int = 0) -> SourceRecord {
        var record = record(ofSession: session, in: .participations, line: line)
        record.take(profiles, at: profile(ofPerson: person, in: session))
        record.trainee = person
        record.status = ParticipationStatus(code: status)
        record.attends = attends[Int(status)]
        return record
    }

    /// A row of a block, with some of the values that it states.
    func record(
        ofRow row: Int, in block: borrowing ParticipationBlock, stating values: [ParticipationValue]
    ) -> SourceRecord {
        var record = record(
            ofPerson: Int(block.trainees[row]), session: Int(block.sessions[row]), status: block.statuses[row],
            line: block.lines[row])
        for value in values { record.values[value] = block[value][row] }
        return record
    }
}

extension SourceRecord {
    /// A session alone, for tests on sessions.
    init(session index: Int, of dataset: Dataset, isDelivered: Bool) {
        self.init(
            .sessions, line: dataset.sessions[index].line, session: index,
            facts: .init(ofSession: index, in: dataset, isDelivered: isDelivered))
    }

    fileprivate mutating func take(_ profiles: [Profile], at index: Int) {
        guard !profiles.isEmpty else { return }
        let institution = Int(profiles[index].institution)
        self.institution = institution >= 0 ? institution : nil
        hasKnownState = profiles[index].state >= 0
    }
}
