import Support
import TrainingStats

/// States, topics, courses and sessions.
extension DatasetReader {
    func readStates() throws(ReadError) {
        try read(.states) { (reader) throws(ReadError) in
            let (state, nameEn, nameAr) = (reader.column("state"), reader.column("name_en"), reader.column("name_ar"))
            let (membership, population) = (reader.column("membership"), reader.column("population"))
            var seen = KeyTable()
            try reader.forEachRow {
                guard let code = reader.text(state) else { return }
                let existing = spellings(code)
                // One state may be spelt in several ways: KWT, KW, Kuwait.
                let key = existing.map { dataset.states[$0].code } ?? code
                if seen.code(of: key) != nil { return duplicate(code, "state", reader) }
                if existing == nil, dataset.states.count > Int16.max {
                    reader.report(
                        .outOfRange, "state", code,
                        "no more than \(Int(Int16.max) + 1) states can be told apart; remove some")
                }
                let name = reader.text(nameEn)
                let standing = reader.code(membership, as: Membership.self)
                let inhabitants = reader.whole(population, in: 0...1_000_000_000_000)
                guard reader.accepts, let name, dataset.states.count <= Int16.max else { return }
                _ = seen.insert(key)
                var entry = existing.map { dataset.states[$0] } ?? GulfState(code: code, name: .init(en: name))
                entry.name = BilingualText(en: name, ar: reader.text(nameAr) ?? entry.name.ar)
                if reader.has("membership") { entry.membership = standing }
                if reader.has("population") { entry.population = inhabitants }
                if let existing { dataset.states[existing] = entry } else { dataset.states.append(entry) }
            }
        }
        spellings = StateSpellings(dataset.states)
    }

    func readTopics() throws(ReadError) {
        try read(.topics) { (reader) throws(ReadError) in
            let (topic, nameEn, nameAr) = (reader.column("topic"), reader.column("name_en"), reader.column("name_ar"))
            var seen = KeyTable()
            try reader.forEachRow {
                guard let code = reader.text(topic) else { return }
                if seen.code(of: code) != nil { return duplicate(code, "topic", reader) }
                guard let name = reader.text(nameEn), reader.accepts else { return }
                _ = seen.insert(code)
                let existing = dataset.topics.firstIndex { $0.code == code }
                let arabic = reader.text(nameAr) ?? existing.flatMap { dataset.topics[$0].name.ar }
                let entry = Topic(code: code, name: BilingualText(en: name, ar: arabic))
                if let existing { dataset.topics[existing] = entry } else { dataset.topics.append(entry) }
            }
        }
    }

    func readCourses() throws(ReadError) {
        let topics = Dictionary(uniqueKeysWithValues: dataset.topics.enumerated().map { ($1.code, $0) })
        try read(.courses) { (reader) throws(ReadError) in
            let (id, title, titleAr) = (reader.column("course_id"), reader.column("title"), reader.column("title_ar"))
            let (topic, kind, level) = (reader.column("topic"), reader.column("kind"), reader.column("level"))
            let (hours, maximum) = (reader.column("hours"), reader.column("max_score"))
            let pass = reader.column("pass_score")
            try reader.forEachRow {
                guard let key = reader.text(id) else { return }
                if courseKeys.code(of: key) != nil { return duplicate(key, "course_id", reader) }
                let name = reader.text(title)
                var course = Course(id: key, title: .init(en: name ?? key), line: reader.line)
                course.title.ar = reader.text(titleAr)
                if let code = reader.text(topic) {
                    course.topic = topics[code]
                    if course.topic == nil {
                        let nearest = reader.nearest(to: code, among: topics.keys.sorted(), for: .badCode)
                        reader.report(
                            .badCode, "topic", code,
                            "'\(code.shortened())' is not a known topic; "
                                + (nearest.map { Spelling.didYouMean("'\($0)'") + " Else " } ?? "")
                                + "add it to topics.csv")
                    }
                }
                course.kind = reader.code(kind, as: ActivityKind.self) ?? .course
                course.level = reader.code(level, as: CourseLevel.self)
                course.hours = reader.decimal(hours, atLeast: 0)
                course.maxScore = reader.decimal(maximum, atLeast: 0) ?? ExactDecimal(100)
                course.passScore = reader.decimal(pass, atLeast: 0, atMost: course.maxScore)
                guard reader.accepts else { return reject(key, of: .courses) }
                _ = courseKeys.insert(key)
                dataset.courses.append(course)
            }
        }
    }

    func readSessions() throws(ReadError) {
        try read(.sessions) { (reader) throws(ReadError) in
            let (id, course) = (reader.column("session_id"), reader.column("course_id"))
            let (start, end) = (reader.column("start_date"), reader.column("end_date"))
            let (host, venue, provider) = (
                reader.column("host_state"), reader.column("venue"), reader.column("provider")
            )
            let (programme, cost, language) = (
                reader.column("programme"), reader.column("cost"), reader.column("language")
            )
            let (delivery, capacity) = (reader.column("delivery"), reader.column("capacity"))
            let status = reader.column("status")
            try reader.forEachRow {
                guard let key = reader.text(id) else { return }
                if sessionKeys.code(of: key) != nil { return duplicate(key, "session_id", reader) }
                let courseIndex = reference(course, in: courseKeys, of: .courses, .unknownCourse, reader)
                var session = Session(id: key, course: courseIndex ?? 0, line: reader.line)
                session.start = reader.date(start)
                session.end = reader.date(end)
                if let first = session.start, let last = session.end, last < first {
                    reader.report(
                        .endBeforeStart, "end_date", last.description,
                        "the session ends on \(last), before it starts on \(first); exchange or mend the dates")
                }
                session.hostState = state(host, reader)
                session.cost = reader.decimal(cost)
                session.delivery = reader.code(delivery, as: DeliveryMode.self)
                session.capacity = reader.whole(capacity, in: 0...1_000_000_000)
                session.status = reader.code(status, as: SessionStatus.self) ?? .held
                guard reader.accepts, courseIndex != nil else { return reject(key, of: .sessions) }
                session.venue = member(venue, "venue", \.venues, reader)
                session.provider = member(provider, "provider", \.providers, reader)
                session.programme = member(programme, "programme", \.programmes, reader)
                session.language = member(language, "language", \.languages, reader)
                reportMissingDates(of: session, reader)
                _ = sessionKeys.insert(key)
                dataset.sessions.append(session)
            }
        }
        sessionKeys.settle()
        attendance = AttendanceTally(dataset)
    }

    private func reportMissingDates(of session: Session, _ reader: TableReader) {
        if session.start == nil {
            reader.report(
                .missingDate, "start_date", "",
                "the session has no start_date, so that nobody's age and affiliation at it are known; fill it in")
        }
        if session.end == nil {
            reader.report(
                .missingDate, "end_date", "",
                "the session has no end_date, so that it counts in all time and in no report of a period; fill it in")
        }
    }

    /// Rejects a row whose key another row had before it.
    func duplicate(_ key: String, _ column: String, _ reader: TableReader) {
        reader.report(
            .duplicateKey, column, key, "'\(key.shortened())' stands in an earlier row; the first one stays")
    }

    /// The code of a field's text among a dimension's texts; where it first stood is remembered.
    func member(
        _ column: TableReader.Column, _ dimension: String, _ table: WritableKeyPath<Dataset, KeyTable>,
        _ reader: TableReader
    ) -> Int? {
        reader.text(column).map { member($0, dimension, table, reader.file, reader.line) }
    }

    /// The code of a text among a dimension's texts; where it first stood is remembered.
    func member(
        _ text: String, _ dimension: String, _ table: WritableKeyPath<Dataset, KeyTable>, _ file: String, _ line: Int
    ) -> Int {
        let code = dataset[keyPath: table].insert(text)
        if code >= origins[dimension, default: []].count {
            origins[dimension, default: []].append((file: file, line: line))
        }
        return code
    }
}
