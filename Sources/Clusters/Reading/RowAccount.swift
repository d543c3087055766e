import Records
import SparkConnect
import Support
import TrainingStats

/// Counts which rows of participations count, once it is known what their texts say.
struct RowAccount {
    private let fields: CountedFields
    private let queries: SparkQueries
    /// The sessions by the texts that name them, and how texts are compared with those.
    private let sessions: ListSQL
    private let key: ListKey

    /// An account of rows whose sessions are known.
    init(of rows: RowsSQL, _ fields: CountedFields, _ queries: SparkQueries) {
        (self.fields, self.queries) = (fields, queries)
        let key = ListKey(rows.texts.sessions.keys.lazy.map(\.text))
        self.key = key
        sessions = ListSQL(
            rows.texts.sessions.sorted { $0.key < $1.key }.map { [key.text($0.key.text), String($0.value)] }, width: 2)
    }

    /// The rows that count, of all statuses or of some; `s` has their sessions.
    private func from(_ rows: RowsSQL, statuses: [ByteKey]? = nil) -> String {
        rows.from(sessions: sessions, keyedBy: key, persons: nil) + " "
            + rows.conditions(statuses: statuses ?? rows.texts.statuses.keys.sorted(), withPersons: false)
    }

    /// Finds the rows of a person in a session of which there are several, and tells how many they are; gives session and trainee
    /// of each.
    func repeated(_ rows: RowsSQL, in dataset: Dataset, _ reader: DatasetReader) throws(ReadError) -> [ByteKey] {
        let pair = "concat(hex(\(rows.text(.session))), ':', hex(\(rows.text(.trainee))))"
        let each = "SELECT s.f1 AS s, \(person(rows, in: dataset, reader)) AS who, \(pair) AS pair \(from(rows))"
        let sql =
            "SELECT array_join(sort_array(collect_set(pair)), ',') AS pairs, cast(count(*) AS string) AS n "
            + "FROM (\(each)) GROUP BY s, who HAVING count(*) > 1"
        var (found, count) = (Set<String>(), 0)
        try queries.forEachRow(of: sql, columns: 2) { (row) throws(ReadError) in
            found.formUnion(row[0].split(separator: ",").map(String.init))
            count += try queries.number(row[1])
        }
        let pairs = found.sorted().map(ByteKey.init)
        guard let first = pairs.first?.text else { return [] }
        let example = first.split(separator: ":", omittingEmptySubsequences: false).compactMap {
            text(hexadecimal: $0)
        }
        guard example.count == 2 else { throw queries.malformed("'\(first)' is no session and trainee") }
        fields.tellRepeated(count, example: example.joined(separator: ", "))
        return pairs
    }

    /// The identifier of the person whom a row names: where identifiers count as others, the other.
    private func person(_ rows: RowsSQL, in dataset: Dataset, _ reader: DatasetReader) -> String {
        let trainee = rows.text(.trainee)
        guard reader.mergesPersons || !rows.texts.otherTrainees.isEmpty else { return trainee }
        let others = rows.texts.otherTrainees.sorted { $0.key < $1.key }.map { (text: $0.key.text, person: $0.value) }
        let renamed = (reader.identifiersOfPersons + others).filter {
            ByteKey(dataset.trainees.ids[$0.person]) != ByteKey($0.text)
        }
        guard !renamed.isEmpty else { return trainee }
        let cases = renamed.map {
            "WHEN \(SparkSQL.text($0.text)) THEN \(SparkSQL.text(dataset.trainees.ids[$0.person]))"
        }
        return "CASE \(trainee) \(cases.joined(separator: " ")) ELSE \(trainee) END"
    }

    /// Tells how many rows of who completed a course lack what is expected.
    func tellLacking(_ rows: RowsSQL) throws(ReadError) {
        let completed = rows.texts.statuses.filter { $0.value == ParticipationStatus.completed.code }.keys.sorted()
        for value in fields.expectedOfCompletion where !completed.isEmpty {
            let sql =
                "SELECT cast(count(*) AS string) AS n \(from(rows, statuses: completed)) "
                + "AND \(rows.text(.value(value))) = ''"
            fields.tellLacking(value, rows: try queries.count(sql))
        }
    }

    /// Counts all rows and those that count, and closes the account.
    func close(_ rows: RowsSQL, emptyLines: Int) throws(ReadError) {
        let all = try queries.count("SELECT cast(count(*) AS string) AS n FROM \(rows.table) r")
        var accepted = 0
        var attendance: [(session: Int, status: UInt8, rows: Int)] = []
        let status = rows.text(.status)
        let sql =
            "SELECT s, x, cast(count(*) AS string) AS n "
            + "FROM (SELECT s.f1 AS s, \(status) AS x \(from(rows))) GROUP BY s, x"
        try queries.forEachRow(of: sql, columns: 3) { (row) throws(ReadError) in
            guard let code = rows.texts.statuses[ByteKey(row[1])] else { return }
            let count = try queries.number(row[2])
            attendance.append((try queries.number(row[0]), code, count))
            accepted += count
        }
        fields.close(rows: all, rejected: all - accepted, emptyLines: emptyLines, attendance: attendance)
    }
}
