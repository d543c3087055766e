import Records
import Support
import TrainingStats

/// Puts records of registers together as the rows of a dataset's tables.
struct DatasetBuilder {
    private(set) var courses = EntityTable()
    private(set) var sessions = EntityTable()
    private(set) var trainees = EntityTable()
    private(set) var trainers = EntityTable()
    private(set) var assignments = EntityTable()
    private(set) var participations = EntityTable()
    private(set) var headcounts = EntityTable()
    private(set) var attendance = EntityTable()
    private(set) var evaluations = EntityTable()
    private(set) var followUps = EntityTable()
    private(set) var history = AffiliationHistory()
    /// How many records were read, rejected, and left out because the mapping says so.
    private(set) var tally = ImportTally()
    /// In which currency each session states its amounts.
    var currencies: SessionCurrencies
    /// Identifiers by what they are without case and leading zeros.
    private var looseIdentifiers: [String: (text: String, place: String)] = [:]

    /// A builder of a dataset in whose currency amounts are that state no other.
    init(currency: String) { currencies = SessionCurrencies(own: currency) }

    /// Takes a record in; what cannot be taken over is told and counted.
    mutating func add(_ row: RowReader, of table: MappedTable, keys: RecordKeys, shared: SharedReading) {
        tally.records += 1
        let errors = shared.log.count(.error)
        if row.first(of: table.rows.leaveOut) != nil {
            tally.leftOut += 1
            return
        }
        guard shared.log.count(.error) == errors, take(row, of: table, keys: keys, shared: shared) else {
            tally.rejected += 1
            return
        }
    }

    /// Counts rows that are no records, and those that lack what tells the person.
    mutating func note(_ rows: TableRows) {
        tally.passedOver += rows.passedOver
        tally.records += rows.rejected
        tally.rejected += rows.rejected
    }

    private mutating func take(
        _ row: RowReader, of table: MappedTable, keys: RecordKeys, shared: SharedReading
    ) -> Bool {
        var entries: [RecordTable: [EntityTable.Entry]] = [:]
        var isSound = true
        for named in table.fields {
            let parts = named.name.split(separator: ".", maxSplits: 1).map(String.init)
            guard parts.count == 2, let target = RecordTable(rawValue: parts[0]) else { continue }
            switch row.value(named.name) {
            case .empty: continue
            case .wrong: isSound = false
            case .value(let value):
                let kind = named.field.kind ?? Mapping.usualKind(of: named.name)
                let merge = named.field.merge
                let isDated = merge == .first || merge == .last
                entries[target, default: []].append(
                    .init(
                        column: parts[1], text: value.text, place: row.place(value), merge: merge,
                        day: isDated ? row.value("sessions.start_date").text : nil, isName: kind == .name))
            }
        }
        guard isSound, let course = keys.course(row, shared: shared),
            let session = keys.session(row, course: course, shared: shared)
        else { return false }
        let ofPersons: [RecordTable] = [.trainees, .participations, .followups]
        let hasPerson = table.fields.contains { field in
            ofPersons.contains { field.name.hasPrefix($0.rawValue + ".") }
        }
        var trainee: String?
        if hasPerson {
            guard let key = keys.trainee(row, shared: shared), isUnmistakable(key, in: row, of: table, shared: shared)
            else { return false }
            trainee = key
        }
        guard let counts = headcountRows(row, table, session: session),
            hasOneCurrency(entries, counts, of: session, in: row, shared: shared)
        else { return false }
        put(
            entries[.courses], referring: ["course_id": course], into: \.courses, of: .courses, from: row,
            shared: shared)
        put(
            entries[.sessions], referring: ["session_id": session, "course_id": course], into: \.sessions,
            of: .sessions, from: row, shared: shared)
        if let trainer = entries[.trainers].flatMap({ _ in keys.trainer(row) }) {
            put(
                entries[.trainers], referring: ["trainer_id": trainer], into: \.trainers, of: .trainers, from: row,
                shared: shared)
            let role = entries[.assignments]?.first { $0.column == "role" }?.text ?? ""
            put(
                entries[.assignments], referring: ["session_id": session, "trainer_id": trainer], into: \.assignments,
                of: .assignments, key: [session, trainer, role].joined(separator: "\u{0}"), from: row, shared: shared)
        }
        if let answer = entries[.evaluations] {
            // Each answer is a row of its own, whatever else is the same.
            put(
                answer, referring: ["session_id": session], into: \.evaluations, of: .evaluations, key: row.place(),
                from: row, shared: shared)
        }
        for (position, fields) in counts.enumerated() {
            let key =
                "\(session)\u{0}\(fields.map { "\($0.key)=\($0.value)" }.sorted())\u{0}\(position)\u{0}\(row.place())"
            headcounts[key] = .init(fields: fields, place: row.place())
        }
        guard let trainee else { return true }
        put(
            entries[.trainees], referring: ["trainee_id": trainee], into: \.trainees, of: .trainees, from: row,
            shared: shared)
        guard
            participate(
                trainee, in: session, with: entries[.participations] ?? [], from: row, of: table, shared: shared)
        else {
            return false
        }
        if let followUp = entries[.followups] {
            put(
                followUp, referring: ["session_id": session, "trainee_id": trainee], into: \.followUps, of: .followups,
                key: session + "\u{0}" + trainee, from: row, shared: shared)
        }
        history.note(entries[.trainees] ?? [], of: trainee, in: session, at: row.place())
        for day in row.daysWithMarks {
            let keys = ["session_id": session, "trainee_id": trainee]
            attendance["\(session)\u{0}\(trainee)\u{0}\(day.date)"] = .init(
                fields: day.fields.merging(keys) { _, key in key }, place: day.place)
        }
        return true
    }

    /// Puts a row into a table whose first column is its key; values that differ from those of earlier rows are told.
    private mutating func put(
        _ entries: [EntityTable.Entry]?, referring references: KeyValuePairs<String, String>,
        into path: WritableKeyPath<DatasetBuilder, EntityTable>, of table: RecordTable, key: String? = nil,
        from row: RowReader, shared: SharedReading
    ) {
        let names = Set(references.map(\.key))
        let own = (entries ?? []).filter { !names.contains($0.column) }
        let identifiers = references.map {
            EntityTable.Entry(column: $0.key, text: $0.value, place: row.place(), merge: .first, isName: false)
        }
        let key = key ?? references.first?.value ?? ""
        for (entry, earlier, place) in self[keyPath: path].merge(identifiers + own, key: key, place: row.place()) {
            let column = "\(table.rawValue).\(entry.column)"
            shared.log.add(
                .warning, at: entry.place,
                .init(
                    en: "\(column) of \(key.shortened(to: 60)) is '\(entry.text.shortened(to: 60))' here and "
                        + "'\(earlier.shortened(to: 60))' at \(place); the first counts, unless \"merge\" says otherwise",
                    ar:
                        "\(column.isolated) لـ\(key.shortened(to: 60).isolated) هنا «\(entry.text.shortened(to: 60))» وفي "
                        + "\(place.isolated) «\(earlier.shortened(to: 60))»؛ يُعتد بالأول ما لم يقل \"merge\" غير ذلك"),
                topic: "differs " + column)
        }
    }

    private mutating func participate(
        _ trainee: String, in session: String, with entries: [EntityTable.Entry], from row: RowReader,
        of table: MappedTable, shared: SharedReading
    ) -> Bool {
        var fields = Dictionary(entries.map { ($0.column, $0.text) }, uniquingKeysWith: { first, _ in first })
        guard let status = fields["status"] else {
            shared.log.add(
                .error, at: row.place(),
                .init(
                    en: "participations.status is not known; fill it in, or give it a case that always holds",
                    ar: "participations.status غير معروفة؛ أكملها أو أضف حالة تنطبق دائمًا"))
            return false
        }
        fields["session_id"] = session
        fields["trainee_id"] = trainee
        let key = session + "\u{0}" + trainee
        let new = EntityTable.Row(
            fields: fields, place: row.place(),
            places: Dictionary(entries.map { ($0.column, $0.place) }, uniquingKeysWith: { first, _ in first }))
        guard let earlier = participations[key] else {
            participations[key] = new
            return true
        }
        switch table.rows.repeats {
        case .refuse:
            shared.log.add(
                .error, at: row.place(),
                .init(
                    en:
                        "\(trainee.shortened(to: 60)) stands in session \(session.shortened(to: 60)) a second time, first at "
                        + "\(earlier.place); take one out, or say what counts: \"repeats\": \"furthest\" or \"last\"",
                    ar:
                        "\(trainee.shortened(to: 60).isolated) في الانعقاد \(session.shortened(to: 60).isolated) مرة ثانية، والأولى في "
                        + "\(earlier.place.isolated)؛ احذف إحداهما أو بيّن المعتد به: \"repeats\": \"furthest\" أو \"last\""
                ))
            return false
        case .last: participations[key] = new
        case .furthest:
            if Self.rank(status) > Self.rank(earlier.fields["status"] ?? "") { participations[key] = new }
        }
        tally.repeated += 1
        return true
    }

    /// How far a status goes.
    private static func rank(_ status: String) -> Int {
        ["registered", "withdrawn", "no-show", "attended", "completed"].firstIndex(of: status) ?? -1
    }

    /// The rows of headcounts of a record; nil if one of their values cannot be read.
    private func headcountRows(_ row: RowReader, _ table: MappedTable, session: String) -> [[String: String]]? {
        var groups: [[String: String]] = []
        for group in table.headcounts {
            var fields = ["session_id": session]
            for named in group {
                switch row.headcount(named) {
                case .empty: continue
                case .wrong: return nil
                case .value(let value): fields[named.name] = value.text
                }
            }
            if fields["participants"] != nil || fields["completions"] != nil { groups.append(fields) }
        }
        return groups
    }

    /// Whether no other identifier differs from one in case or leading zeros alone, unless the mapping says what they are.
    private mutating func isUnmistakable(
        _ key: String, in row: RowReader, of table: MappedTable, shared: SharedReading
    ) -> Bool {
        let field = table.fields.first { $0.name == "trainees.trainee_id" }?.field
        guard let field, field.letterCase != .kept || field.width == nil else { return true }
        var loose = key
        if field.letterCase != .kept { loose = loose.lowercased() }
        if field.width == nil { loose = String(loose.drop { $0 == "0" }) }
        guard let earlier = looseIdentifiers[loose] else {
            looseIdentifiers[loose] = (key, row.place())
            return true
        }
        guard earlier.text != key else { return true }
        shared.log.add(
            .error, at: row.place(),
            .init(
                en:
                    "the identifiers '\(key.shortened(to: 60))' and '\(earlier.text.shortened(to: 60))' (\(earlier.place)) differ only in "
                    + "case or leading zeros; say whether they are one: \"case\" and \"width\" of trainees.trainee_id",
                ar:
                    "المعرّفان «\(key.shortened(to: 60))» و«\(earlier.text.shortened(to: 60))» (\(earlier.place.isolated)) لا يختلفان إلا في "
                    + "حالة الأحرف أو الأصفار البادئة؛ بيّن هل هما واحد: \"case\" و\"width\" في trainees.trainee_id"))
        return false
    }
}

/// How many records a register has, and what became of them.
package struct ImportTally: Hashable, Sendable {
    /// Records that were read.
    package var records = 0
    /// Records that cannot be taken over.
    package var rejected = 0
    /// Records that the mapping leaves out.
    package var leftOut = 0
    /// Records of persons who stand in a session more than once.
    package var repeated = 0
    /// Rows that are no records: headings again, totals, blanks.
    package var passedOver = 0
    /// Sessions that begin after the reporting day, and are planned.
    package var planned = 0
    /// Held sessions without a last day.
    package var endless = 0
}
