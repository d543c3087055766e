import Support
import TrainingStats

/// `states.csv` adds to the six states that are built in, or overrides them.
enum StateTable: TableReading {
    static func read(
        _ rows: TableReader<StateColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        var seen = KeyTable()
        try rows.forEachRow {
            guard let code = rows.text(.state) else { return }
            let existing = draft.spellings(code)
            // One state may be spelt in several ways: KWT, KW, Kuwait.
            let key = existing.map { draft.dataset.states[$0].code } ?? code
            if seen.code(of: key) != nil { return rows.rejectDuplicate(code, at: .state) }
            if existing == nil, draft.dataset.states.count > Int16.max {
                rows.report(
                    .outOfRange, at: .state, value: code,
                    FindingText(RecordWording.tooManyStates, Int(Int16.max) + 1))
            }
            let name = rows.text(.nameEn)
            let membership = rows.code(.membership, as: Membership.self)
            let population = rows.whole(.population, in: 0...1_000_000_000_000)
            guard rows.accepts, let name, draft.dataset.states.count <= Int16.max else { return }
            _ = seen.insert(key)
            var entry = existing.map { draft.dataset.states[$0] } ?? GulfState(code: code, name: .init(en: name))
            entry.name = BilingualText(en: name, ar: rows.text(.nameAr) ?? entry.name.ar)
            if rows.has(.membership) { entry.membership = membership }
            if rows.has(.population) { entry.population = population }
            if let existing { draft.dataset.states[existing] = entry } else { draft.dataset.states.append(entry) }
        }
        draft.spellings = StateSpellings(draft.dataset.states)
    }
}

/// `topics.csv` adds to the topics that are built in, or overrides them.
enum TopicTable: TableReading {
    static func read(
        _ rows: TableReader<TopicColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        var seen = KeyTable()
        try rows.forEachRow {
            guard let code = rows.text(.topic) else { return }
            if seen.code(of: code) != nil { return rows.rejectDuplicate(code, at: .topic) }
            guard let name = rows.text(.nameEn), rows.accepts else { return }
            _ = seen.insert(code)
            let existing = draft.dataset.topics.firstIndex { ByteKey($0.code) == ByteKey(code) }
            let arabic = rows.text(.nameAr) ?? existing.flatMap { draft.dataset.topics[$0].name.ar }
            let entry = Topic(code: code, name: BilingualText(en: name, ar: arabic))
            if let existing { draft.dataset.topics[existing] = entry } else { draft.dataset.topics.append(entry) }
        }
    }
}

/// `courses.csv`.
enum CourseTable: TableReading {
    static func read(
        _ rows: TableReader<CourseColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        let topics = TopicIndex(draft.dataset.topics)
        try rows.forEachRow {
            guard let key = rows.text(.courseID) else { return }
            if draft.references[.courses].code(of: key) != nil {
                return rows.rejectDuplicate(key, at: .courseID)
            }
            let title = rows.text(.title)
            var course = Course(id: key, title: .init(en: title ?? key), line: rows.line)
            course.title.ar = rows.text(.titleAr)
            course.topic = topics.topic(at: .topic, rows)
            course.kind = rows.code(.kind, as: ActivityKind.self) ?? .course
            course.level = rows.code(.level, as: CourseLevel.self)
            course.hours = rows.decimal(.hours, atLeast: 0)
            course.maxScore = rows.decimal(.maxScore, atLeast: 0) ?? ExactDecimal(100)
            if course.maxScore == .zero {
                rows.report(
                    .outOfRange, at: .maxScore, value: "0",
                    FindingText(FieldWording.zeroMaxScore))
            }
            course.passScore = rows.decimal(.passScore, atLeast: 0, atMost: course.maxScore)
            course.completion = rows.code(.completion, as: CourseCompletion.self) ?? .yes
            course.validMonths = rows.whole(.validMonths, in: possibleValidity)
            if course.completion == .no, let months = course.validMonths {
                rows.report(
                    .doubtfulCertificate, at: .validMonths, value: "\(months)",
                    FindingText(RecordWording.validityWithoutCompletion, key.shortened()))
            }
            let own = rows.ownTexts(draft.attributes)
            guard rows.accepts else { return draft.references.reject(key, of: .courses) }
            _ = draft.references[.courses].insert(key)
            draft.dataset.courses.append(course)
            draft.attributes.append(own, of: rows)
        }
    }

    /// How many months a completion can be valid.
    static let possibleValidity = 1...1_200
}

/// Finds the topics of a dataset by their codes and names.
struct TopicIndex {
    private let topics: [Topic]
    private let index: NameIndex

    /// An index of topics.
    init(_ topics: [Topic]) {
        self.topics = topics
        index = NameIndex(topics.map { ($0.code, [$0.name.en, $0.name.ar].compactMap(\.self)) })
    }

    /// The position of the topic that a field names; nil, with a finding, where it names none that is known.
    func topic<Column>(at column: Column, _ rows: TableReader<Column>) -> Int? {
        guard let text = rows.text(column) else { return nil }
        if let topic = index(text) { return topic }
        rows.reportUnknown(
            text, at: column, known: topics.map(\.code),
            names: topics.flatMap { [$0.name.en, $0.name.ar].compactMap(\.self) },
            as: (FieldWording.unknownTopic, FieldWording.misspeltTopic))
        return nil
    }
}

/// `sessions.csv`.
enum SessionTable: TableReading {
    static func read(
        _ rows: TableReader<SessionColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        let courses = draft.references[.courses]
        try rows.forEachRow {
            guard let key = rows.text(.sessionID) else { return }
            if draft.references[.sessions].code(of: key) != nil {
                return rows.rejectDuplicate(key, at: .sessionID)
            }
            let course = draft.references.position(of: .courseID, in: courses, of: .courses, rows)
            var session = Session(id: key, course: course ?? 0, line: rows.line)
            session.start = rows.date(.startDate)
            session.end = rows.date(.endDate)
            if let first = session.start, let last = session.end, last < first {
                rows.report(
                    .endBeforeStart, at: .endDate, value: last.description,
                    FindingText(RecordWording.endBeforeStart, last, first))
            }
            session.hostState = draft.spellings.state(.hostState, rows, of: draft.dataset.states)
            // Few rows have one, and the draft would be copied for each.
            let currency = rows.field(.currency) == nil ? .own : draft.currency(of: session, rows)
            session.rate = currency.rate
            let cost = rows.decimal(.cost)
            session.cost = draft.amount(cost, in: currency)
            if currency.rate != nil { session.statedCost = cost }
            session.delivery = rows.code(.delivery, as: DeliveryMode.self)
            session.capacity = rows.whole(.capacity, in: 0...1_000_000_000)
            session.status = rows.code(.status, as: SessionStatus.self) ?? .held
            let own = rows.ownTexts(draft.attributes)
            guard rows.accepts, course != nil else { return draft.references.reject(key, of: .sessions) }
            session.venue = draft.member(.venue, of: .venue, rows)
            session.provider = draft.member(.provider, of: .provider, rows)
            session.programme = draft.member(.programme, of: .programme, rows)
            session.language = draft.member(.language, of: .language, rows)
            reportDoubts(about: session, rows)
            _ = draft.references[.sessions].insert(key)
            if currency == .withoutRate { draft.sessionsWithoutRate.insert(draft.dataset.sessions.count) }
            draft.dataset.sessions.append(session)
            draft.attributes.append(own, of: rows)
        }
        draft.references[.sessions].settle()
        draft.attendance = AttendanceTally(draft.dataset)
    }

    /// How many days a session takes at most without a warning.
    private static let longestDays = 366

    /// Reports what is suspicious about the days of a session.
    private static func reportDoubts(about session: Session, _ rows: TableReader<SessionColumn>) {
        if let first = session.start, let last = session.end, last.day - first.day >= longestDays {
            rows.report(
                .longSession, at: .endDate, value: "\(last)",
                FindingText(
                    RecordWording.longSession, Int(last.day - first.day + 1), first, last, longestDays))
        }
        if session.start == nil {
            rows.report(
                .missingDate, at: .startDate, value: "", FindingText(RecordWording.noStart))
        }
        if session.end == nil {
            rows.report(
                .missingDate, at: .endDate, value: "", FindingText(RecordWording.noEnd))
        }
    }
}
