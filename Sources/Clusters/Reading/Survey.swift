import Records
import SparkConnect
import Support
import TrainingStats

/// Asks for the different texts of a table of participations, and finds out what they say and which rows count.
struct Survey {
    private let fields: CountedFields
    private let queries: SparkQueries
    private let reader: DatasetReader
    private let dataset: Dataset
    private let table: String

    init(
        _ fields: CountedFields, of table: String, _ queries: SparkQueries, _ reader: DatasetReader, _ dataset: Dataset
    ) {
        (self.fields, self.table, self.queries, self.reader, self.dataset) = (fields, table, queries, reader, dataset)
    }

    /// The rows that count; `texts` is what is known of their texts before any is asked for.
    func rows(knowing texts: KnownTexts = KnownTexts()) throws(ReadError) -> RowsSQL {
        var rows = RowsSQL(table: table, fields)
        rows.texts = texts
        rows.texts.areSalvaged = fields.keepsRowsWithErrors
        for (position, session) in dataset.sessions.enumerated() { rows.texts.sessions[ByteKey(session.id)] = position }
        let emptyLines = try findSessions(&rows)
        try findTrainees(&rows)
        try readColumns(&rows)
        let account = RowAccount(of: rows, fields, queries)
        rows.texts.repeated = try account.repeated(rows, in: dataset, reader)
        try account.tellLacking(rows)
        try account.close(rows, emptyLines: emptyLines)
        // Rows that count have a session, so that no question need look for empty ones.
        rows.table = table
        return rows
    }

    /// Reads the texts that are no session's identifier as it stands; gives the number of empty rows, which the rows are then
    /// without.
    private func findSessions(_ rows: inout RowsSQL) throws(ReadError) -> Int {
        let key = ListKey(rows.texts.sessions.keys.lazy.map(\.text))
        let list = ListSQL(rows.texts.sessions.keys.sorted().map { [key.text($0.text)] }, width: 1)
        var entries = try unknown(.session, rows, list, key)
        var emptyLines = 0
        if entries.contains(where: { $0.text.utf8.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } })
        {
            let isEmpty = RowsSQL.isEmpty(fields.headings)
            emptyLines = try queries.count("SELECT cast(count(*) AS string) AS n FROM \(table) r WHERE \(isEmpty)")
            rows.table = "(SELECT * FROM \(table) r WHERE NOT \(isEmpty))"
            entries = try unknown(.session, rows, list, key)
        }
        for (entry, reading) in zip(entries, try fields.readings(of: entries)) {
            if case .position(let position) = reading { rows.texts.sessions[ByteKey(entry.text)] = position }
        }
        return emptyLines
    }

    /// Reads the texts that are no trainee's identifier as it stands.
    private func findTrainees(_ rows: inout RowsSQL) throws(ReadError) {
        let identifiers = reader.identifiersOfPersons.map(\.text)
        let key = ListKey(identifiers)
        let entries = try unknown(.trainee, rows, ListSQL(identifiers.lazy.map { [key.text($0)] }, width: 1), key)
        for (entry, reading) in zip(entries, try fields.readings(of: entries)) {
            if case .position(let person) = reading {
                rows.texts.otherTrainees[ByteKey(entry.text)] = person
            } else {
                rows.texts.unknownTrainees.append(ByteKey(entry.text))
            }
        }
    }

    private func unknown(
        _ column: CountedFields.Column, _ rows: RowsSQL, _ list: ListSQL, _ key: ListKey
    ) throws(ReadError) -> [CountedFields.Entry] {
        var entries: [CountedFields.Entry] = []
        let text = rows.text(column)
        try queries.forEachRow(
            of: "SELECT x, cast(n AS string) AS n FROM (SELECT x, count(*) AS n FROM (SELECT \(text) AS x "
                + "FROM \(rows.table) r) GROUP BY x) t LEFT ANTI JOIN (\(list.query)) l ON l.f0 = \(key.expression("t.x"))",
            columns: 2
        ) { (row) throws(ReadError) in
            entries.append(.init(column, row[0], rows: try queries.number(row[1])))
        }
        return entries.sorted { ByteKey($0.text) < ByteKey($1.text) }
    }

    /// Reads the different texts of the other columns; of numbers with a limit by course, for each limit.
    private func readColumns(_ rows: inout RowsSQL) throws(ReadError) {
        let key = ListKey(rows.texts.sessions.keys.lazy.map(\.text))
        var entries: [(entry: CountedFields.Entry, sessions: [ByteKey]?)] = []
        for column in fields.columns {
            let limits = limits(of: column, rows.texts.sessions)
            let list = ListSQL(
                limits.enumerated().flatMap { number, limit in limit.texts.map { [key.text($0.text), String(number)] }
                },
                width: 2)
            // Rows of unknown sessions have no limit by a course.
            let from =
                limits.isEmpty
                ? "SELECT \(rows.text(column)) AS x, '-1' AS l FROM \(rows.table) r"
                : "SELECT \(rows.text(column)) AS x, coalesce(s.f1, '-1') AS l FROM \(rows.table) r "
                    + "LEFT JOIN (\(list.query)) s ON s.f0 = \(key.expression(rows.text(.session)))"
            var found: [(entry: CountedFields.Entry, limit: Int)] = []
            let sql = "SELECT x, l, cast(count(*) AS string) AS n FROM (\(from)) GROUP BY x, l"
            try queries.forEachRow(of: sql, columns: 3) { (row) throws(ReadError) in
                let (limit, count) = (try queries.number(row[1]), try queries.number(row[2]))
                let session = limits.indices.contains(limit) ? limits[limit].session : nil
                found.append((.init(column, row[0], rows: count, session: session), limit))
            }
            entries += found.sorted { (ByteKey($0.entry.text), $0.limit) < (ByteKey($1.entry.text), $1.limit) }
                .map { ($0.entry, limits.isEmpty ? nil : $0.entry.session == nil ? [] : limits[$0.limit].texts) }
        }
        for ((entry, sessions), reading) in zip(entries, try fields.readings(of: entries.map(\.entry))) {
            take(reading, of: entry, inSessions: sessions, into: &rows.texts)
        }
    }

    /// The sessions whose courses limit a column alike, each group by one of them and by the texts that name them; none where
    /// courses say nothing of it.
    private func limits(
        of column: CountedFields.Column, _ sessions: [ByteKey: Int]
    ) -> [(session: Int, texts: [ByteKey])] {
        guard case .value(let value) = column,
            value.admissible.greatest == .maximumScore || value.isHeldAgainstPlannedHours
        else { return [] }
        var groups: [[ExactDecimal?]: (session: Int, texts: [ByteKey])] = [:]
        for (text, position) in sessions.sorted(by: { $0.key < $1.key }) {
            let course = dataset.courses[dataset.sessions[position].course]
            let limit = [
                value.admissible.greatest.number(in: course), value.isHeldAgainstPlannedHours ? course.hours : nil,
            ]
            groups[limit, default: (position, [])].texts.append(text)
        }
        return groups.values.sorted { $0.session < $1.session }
    }

    private func take(
        _ reading: CountedFields.Reading, of entry: CountedFields.Entry, inSessions sessions: [ByteKey]?,
        into texts: inout KnownTexts
    ) {
        let text = ByteKey(entry.text)
        switch (reading, entry.column) {
        case (.status(let code), _): texts.statuses[text] = code
        case (.number(let number), .value(let value)):
            texts.values[value, default: [:]][text] = .some(number?.millionths)
        case (.own(let own), .attribute(let position)): texts.attributes[position, default: [:]][text] = own
        default:
            // Rows with another status are not among those that any question asks for.
            if entry.column == .status { return }
            if texts.areSalvaged { takeUnreadable(entry.column, into: &texts) }
            if let sessions {
                // Rows of unknown sessions count in no way.
                if !sessions.isEmpty { texts.refusedInSessions[entry.column, default: []].append((text, sessions)) }
            } else {
                texts.refused[entry.column, default: []].insert(text)
            }
        }
    }

    /// Takes note that a column is empty where it is not readable.
    private func takeUnreadable(_ column: CountedFields.Column, into texts: inout KnownTexts) {
        switch column {
        case .value(let value): texts.values[value, default: [:]][ByteKey("")] = .some(nil)
        case .attribute(let position): texts.attributes[position, default: [:]][ByteKey("")] = .unknown
        case .session, .trainee, .status: break
        }
    }
}
