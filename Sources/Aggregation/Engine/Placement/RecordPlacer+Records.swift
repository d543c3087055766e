import Support
import TrainingStats

/// Records with all that conditions look at.
extension RecordPlacer {
    /// A record of a session, or the frame of one that belongs to it.
    func record(ofSession index: Int, in table: SourceRecord.Table, line: Int? = nil) -> SourceRecord {
        var record = SourceRecord(
            table, line: line ?? dataset.sessions[index].line, session: index,
            facts: .init(ofSession: index, in: dataset, isDelivered: isDelivered[index], isTraining: isTraining[index]))
        record.ownNumbers = ownNumbers
        return record
    }

    /// An assignment.
    func record(ofAssignment index: Int) -> SourceRecord {
        let assignment = dataset.assignments[index]
        var record = record(ofSession: assignment.session, in: .assignments, line: assignment.line)
        record.trainer = assignment.trainer
        record.positions.assignment = index
        record.assignmentHours = assignment.hours
        return record
    }

    /// A group that was counted.
    func record(ofHeadcount index: Int) -> SourceRecord {
        let group = dataset.headcounts[index]
        var record = record(ofSession: group.session, in: .headcounts, line: group.line)
        take(profile(ofHeadcount: index), into: &record)
        record.participants = group.participants
        record.completions = group.completions
        record.groupCost = group.cost
        record.statedCost = group.statedCost
        record.attends = (group.participants ?? 0) > 0
        return record
    }

    /// A person's part in a session, without the values that it states.
    func record(ofPerson person: Int, session: Int, status: UInt8, line: Int = 0) -> SourceRecord {
        var record = record(ofSession: session, in: .participations, line: line)
        take(profile(ofPerson: person, in: session), into: &record)
        record.trainee = person
        record.status = ParticipationStatus(code: status)
        if let certificates = dataset.certificates {
            record.certificate = certificates.code(ofPerson: person, in: session)
        }
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
        if !block.statedCosts.isEmpty { record.statedCost = block.statedCosts[row] }
        if !block.own.isEmpty { record.own = block.own.map { $0[row] } }
        if let followUp = followUp(ofRow: row, in: block) {
            record.applied = dataset.followUps.rows[followUp].applied
        }
        return record
    }

    /// The position of the follow-up of a row of a block; nil where nobody asked.
    func followUp(ofRow row: Int, in block: borrowing ParticipationBlock) -> Int? {
        dataset.followUps.position(session: Int(block.sessions[row]), trainee: Int(block.trainees[row]))
    }

    /// The follow-up of a row of a block, which has all that the row says besides.
    func record(ofFollowUp index: Int, ofRow row: Int, in block: borrowing ParticipationBlock) -> SourceRecord {
        let followUp = dataset.followUps.rows[index]
        var record = record(ofRow: row, in: block, stating: ParticipationValue.allCases)
        (record.table, record.line) = (.followups, followUp.line)
        (record.supervisorRating, record.benefit) = (followUp.supervisorRating, followUp.benefit)
        return record
    }

    /// An answer to an evaluation form.
    func record(ofEvaluation index: Int) -> SourceRecord {
        let evaluation = dataset.evaluations[index]
        var record = record(ofSession: Int(evaluation.session), in: .evaluations, line: evaluation.line)
        record.evaluation = (Int(evaluation.item), Int(evaluation.value))
        return record
    }

    /// A number that a row, its person or its session states in a column that the dataset declares.
    func number(_ number: OwnNumber, ofRow row: Int, in block: borrowing ParticipationBlock) -> ExactDecimal? {
        if number.attribute.table == .participations {
            return block.number(ofAttribute: number.position, row: row)
        }
        let session = Int(block.sessions[row])
        var positions = SourceRecord.MemberPositions()
        if number.isOfPersons, !profiles.isEmpty {
            positions.profile = profile(ofPerson: Int(block.trainees[row]), in: session)
        }
        return ownNumbers?.number(number, of: (session, positions))
    }
}

extension RecordPlacer {
    /// Whether a person has one of the members that a test names, on the day of a session.
    @inline(always)
    func hasMember(_ test: MemberTest, ofPerson person: Int, in session: Int) -> Bool {
        guard let answers = test.answers else { return false }
        switch answers.entity {
        case .session: return answers[session]
        case .profile: return !profiles.isEmpty && answers[profile(ofPerson: person, in: session)]
        case .age:
            return !profiles.isEmpty && answers[age(ofProfile: profile(ofPerson: person, in: session), in: session)]
        case .row(.certificate):
            return answers[(dataset.certificates?.code(ofPerson: person, in: session) ?? -1) + 1]
        case .assignment, .row: return false
        }
    }

    private func take(_ profile: Int, into record: inout SourceRecord) {
        guard !profiles.isEmpty else { return }
        record.take(profiles[profile])
        record.positions.profile = profile
        record.positions.age = age(ofProfile: profile, in: record.session)
    }
}

extension SourceRecord {
    /// A session alone, for tests on sessions.
    ///
    /// It is made in its caller's body, as a call for each session would copy the dataset.
    @inline(always)
    init(
        session index: Int, of dataset: borrowing Dataset, isDelivered: Bool, isTraining: Bool, ownNumbers: OwnNumbers?
    ) {
        self.init(
            .sessions, line: dataset.sessions[index].line, session: index,
            facts: .init(ofSession: index, in: dataset, isDelivered: isDelivered, isTraining: isTraining))
        self.ownNumbers = ownNumbers
    }

    fileprivate mutating func take(_ profile: Profile) {
        let institution = Int(profile.institution)
        self.institution = institution >= 0 ? institution : nil
        hasKnownState = profile.state >= 0
    }
}
