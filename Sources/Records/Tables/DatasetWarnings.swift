import Support
import TrainingStats

/// What is suspicious without being wrong, and shows only when everything has been read.
struct DatasetWarnings {
    private let draft: DatasetDraft
    private let contents: SourceContents
    private let log: FindingLog

    /// The warnings over a dataset.
    init(over draft: DatasetDraft, from contents: SourceContents, to log: FindingLog) {
        self.draft = draft
        self.contents = contents
        self.log = log
    }

    private func warn(
        _ code: FindingCode, in table: RecordTable, line: Int, column: String, value: String, _ message: FindingText
    ) {
        let input = contents.tables[table]
        let file = input?.name ?? table.fileName
        log.add(
            Finding(
                file: file, line: line, column: column, code: code, value: value, message: message,
                place: input?.place(ofRow: line, column: column)))
    }

    /// Sessions in the future, without participants, or with more than they have seats.
    func checkSessions(today: CivilDate) {
        func warn(
            _ code: FindingCode, about session: Session, at column: SessionColumn, value: String, _ message: FindingText
        ) {
            self.warn(code, in: .sessions, line: session.line, column: column.name, value: value, message)
        }
        for (index, session) in draft.dataset.sessions.enumerated() where session.status == .held {
            if let end = session.end, end > today {
                warn(
                    .futureSession, about: session, at: .endDate, value: "\(end)",
                    FindingText(RecordWording.endsLater, session.id, today))
            } else if let start = session.start, start > today {
                warn(
                    .futureSession, about: session, at: .startDate, value: "\(start)",
                    FindingText(RecordWording.startsLater, session.id, today))
            } else if !draft.attendance.isReported[index],
                draft.references.uselessTables.isDisjoint(with: [.participations, .headcounts])
            {
                warn(
                    .noParticipants, about: session, at: .sessionID, value: session.id,
                    FindingText(RecordWording.notReported, session.id))
            }
            let attendances = draft.attendance.attendances(of: index)
            if let capacity = session.capacity, attendances > capacity {
                warn(
                    .overCapacity, about: session, at: .capacity, value: "\(capacity)",
                    FindingText(RecordWording.overCapacity, attendances, session.id, capacity))
            }
        }
    }

    /// How many trained participations make a course without any completion suspicious.
    private static let leastTrained = 20

    /// Courses that many were trained in and nobody has completed, while others were completed.
    func checkCompletions(today: CivilDate) {
        let courses = draft.dataset.courses
        var trained = [Int](repeating: 0, count: courses.count)
        var completed = trained
        for (index, session) in draft.dataset.sessions.enumerated()
        where session.isDelivered(by: today) && draft.dataset.isTraining(session) {
            trained[session.course] += draft.attendance.namedAttendances(of: index)
            completed[session.course] += draft.attendance.completions(of: index)
        }
        for (index, course) in courses.enumerated()
        where course.completion == .yes && completed[index] == 0 && trained[index] >= Self.leastTrained {
            guard completed.contains(where: { $0 > 0 }) else { return }
            warn(
                .noCompletions, in: .courses, line: course.line, column: CourseColumn.completion.name, value: course.id,
                FindingText(RecordWording.noCompletions, course.id, trained[index]))
        }
    }

    /// Persons who would have been children at a session, or are born after the reporting day.
    func checkAges(today: CivilDate) {
        let (people, sessions) = (draft.dataset.trainees, draft.dataset.sessions)
        let year = today.year
        var young = draft.youngPersons[...]
        func warn(_ person: Int, _ message: FindingText) {
            self.warn(
                .implausibleAge, in: .trainees, line: Int(people.lines[person]), column: TraineeColumn.birthYear.name,
                value: "\(people.profiles[person].birthYear)", message)
        }
        for person in 0..<people.count {
            let birthYear = people.profiles[person].birthYear
            if let entry = young.first, entry.person == person {
                young.removeFirst()
                let (id, session) = (people.ids[person], sessions[entry.session])
                let least = TraineeTable.leastAge
                warn(
                    person,
                    session.start.map {
                        FindingText(RecordWording.tooYoung, id, birthYear, session.id, $0.year, least)
                    } ?? FindingText(RecordWording.tooYoungWithoutStart, id, birthYear, session.id, least))
            } else if Int(birthYear) > year {
                warn(person, FindingText(RecordWording.bornLater, people.ids[person], birthYear, today))
            }
        }
    }

    /// Certificates of the future, and numbers that several have.
    func checkCertificates(today: CivilDate) {
        func warn(_ note: CertificateNote, at column: ParticipationColumn, value: String, _ message: FindingText) {
            self.warn(
                .doubtfulCertificate, in: .participations, line: note.line, column: column.name, value: value, message)
        }
        var owners: [ByteKey: Int] = [:]
        for note in draft.certificates.sorted(by: { $0.line < $1.line }) {
            if let day = note.certificate.day, day > today {
                warn(note, at: .certifiedOn, value: "\(day)", FindingText(RecordWording.certifiedLater, day, today))
            }
            guard let number = note.certificate.number else { continue }
            if let first = owners[ByteKey(number)] {
                warn(
                    note, at: .certificateNumber, value: number.shortened(),
                    FindingText(RecordWording.repeatedCertificate, number.shortened(), first))
            } else {
                owners[ByteKey(number)] = note.line
            }
        }
    }

    /// Follow-ups of the future, of participations that there are.
    func checkFollowUps(today: CivilDate) {
        let later = draft.dataset.followUps.rows.filter { $0.askedOn ?? today > today }
        guard !later.isEmpty, let days = draft.days else { return }
        let lacking = days.lacking(draft.attended ?? AttendedDays.Notes(of: days))
        for followUp in later where !lacking.contains(participationKey(followUp.session, followUp.trainee)) {
            guard let day = followUp.askedOn else { continue }
            warn(
                .futureFollowUp, in: .followups, line: followUp.line, column: FollowUpColumn.askedOn.name,
                value: "\(day)", FindingText(RecordWording.askedLater, day, today))
        }
    }

    /// Requirements of institutions that no record has, and of persons who belong elsewhere.
    func checkRequirements(today: CivilDate) {
        for warning in RequirementWarnings(of: draft.dataset, today: today).all {
            warn(
                .doubtfulRequirement, in: .requirements, line: warning.line, column: warning.column.name,
                value: warning.value, warning.text)
        }
    }

    /// Persons with the same name and nothing that tells them apart.
    func check(_ samePersons: [(person: Int, earlier: Int)]) {
        let people = draft.dataset.trainees
        for (person, earlier) in samePersons {
            warn(
                .possibleDuplicatePerson, in: .trainees, line: Int(people.lines[person]),
                column: TraineeColumn.traineeID.name, value: people.ids[person],
                FindingText(
                    ReferenceWording.sameNameOfPersons, people.ids[person], people.ids[earlier], people.lines[earlier]))
        }
    }

    /// Texts of a dimension, or of an attribute that the dataset declares, that are spellings of the same name.
    func checkSpellings() {
        checkOwnSpellings()
        for dimension in MemberDimension.compared {
            let table = draft.dataset[keyPath: dimension.table]
            let findings = draft.similarMembers(of: dimension).flatMap { group in
                group.dropFirst().map { (code: $0, earlier: group[0]) }
            }
            for (code, earlier) in findings.sorted(by: { $0.code < $1.code }) {
                guard let origin = draft.origins[dimension]?[code] else { continue }
                let text = table[code]
                warn(
                    .similarMembers, in: origin.table, line: origin.line, column: dimension.rawValue,
                    value: text.shortened(),
                    FindingText(ReferenceWording.similarMember, text.shortened(), table[earlier].shortened()))
            }
        }
    }

    /// How many different texts an attribute has at most that are compared: one with more holds no names, but remarks.
    private static let mostOwnTexts = 10_000

    func checkOwnSpellings() {
        for (position, attribute) in draft.dataset.settings.attributes.enumerated() where attribute.kind == .text {
            let members = draft.attributes.members[position]
            guard let origins = draft.attributes.origins[position], members.count <= Self.mostOwnTexts else { continue }
            let findings = members.similarKeys().flatMap { group in
                group.dropFirst().map { (code: $0, earlier: group[0]) }
            }
            for (code, earlier) in findings.sorted(by: { $0.code < $1.code }) where origins.indices.contains(code) {
                let (table, text) = (origins[code].table, members[code])
                let column = Attribute.Table(rawValue: table.rawValue).flatMap { attribute.columns[$0] }
                warn(
                    .similarMembers, in: table, line: origins[code].line,
                    // Affiliations have the columns of persons.
                    column: column ?? attribute.columns[.trainees] ?? attribute.id, value: text.shortened(),
                    FindingText(ReferenceWording.similarOwnMember, text.shortened(), members[earlier].shortened()))
            }
        }
    }
}
