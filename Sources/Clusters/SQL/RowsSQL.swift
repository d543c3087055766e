import Aggregation
import Records
import SparkConnect
import Support
import TrainingStats

/// Participations as SQL sees them: the rows that count, with the sessions and persons that they name.
struct RowsSQL: Sendable {
    /// The table in SQL.
    var table: String
    /// The names of its columns.
    let columns: [CountedFields.Column: String]
    /// What is known of its texts; nothing before they were asked for.
    var texts = KnownTexts()

    /// The rows of a table with some fields.
    init(table: String, _ fields: CountedFields) {
        self.table = table
        let all = [.session, .trainee] + fields.columns
        columns = Dictionary(
            uniqueKeysWithValues: all.compactMap { column in fields.heading(of: column).map { (column, $0) } })
    }

    /// A column as text; an empty one where it states nothing or the table lacks it.
    func text(_ column: CountedFields.Column) -> String {
        columns[column].map { "coalesce(cast(r.\(SparkSQL.name($0)) AS string), '')" } ?? "''"
    }

    /// A column as text; an empty one also where a row counts in spite of what stands there.
    func readable(_ column: CountedFields.Column) -> String {
        let refusals = texts.areSalvaged ? refusals(of: column) : []
        return refusals.isEmpty
            ? text(column) : "CASE WHEN \(refusals.joined(separator: " OR ")) THEN '' ELSE \(text(column)) END"
    }

    /// What holds of rows that have nothing in any of some columns, as an empty line has not.
    static func isEmpty(_ headings: [String]) -> String {
        let blank = "\(SparkSQL.text(" ")), ''"
        let tab = "\(SparkSQL.text("\t")), ''"
        let texts = headings.map { "coalesce(cast(r.\(SparkSQL.name($0)) AS string), '')" }
        return "(replace(replace(concat(\(texts.joined(separator: ", "))), \(blank)), \(tab)) = '')"
    }

    /// The rows from which a query selects: `s` has the sessions, `p` the persons, where they are asked for.
    func from(sessions: ListSQL?, keyedBy key: ListKey, persons: PersonsSQL?) -> String {
        var sql = "FROM \(table) r"
        if let sessions { sql += " JOIN (\(sessions.query)) s ON s.f0 = \(key.expression(text(.session)))" }
        if let persons { sql += " JOIN \(persons.view) p ON \(persons.condition(text(.trainee)))" }
        return sql
    }

    /// What holds of rows that count, besides that their session and person are known; `statuses` are the texts of those asked for.
    func conditions(statuses: [ByteKey], withPersons: Bool) -> String {
        var all = [isOneOf(statuses, text(.status))]
        if !withPersons, !texts.unknownTrainees.isEmpty {
            all.append("NOT " + isOneOf(texts.unknownTrainees, text(.trainee)))
        }
        if !texts.areSalvaged {
            let columns = columns.keys.sorted { $0.order < $1.order }
            all += columns.flatMap(refusals).map { "NOT \($0)" }
        }
        if !texts.repeated.isEmpty {
            let pair = "concat(hex(\(text(.session))), ':', hex(\(text(.trainee))))"
            all.append("NOT " + isOneOf(texts.repeated, pair))
        }
        return "WHERE " + all.joined(separator: " AND ")
    }

    /// What holds of rows that have something in a column that is refused there.
    private func refusals(of column: CountedFields.Column) -> [String] {
        let refused = texts.refused[column, default: []].sorted()
        // Lists of sessions are long: texts that are refused in the same ones share a list.
        let bySessions = Dictionary(grouping: texts.refusedInSessions[column, default: []]) { $0.sessions }.sorted {
            $0.value[0].text < $1.value[0].text
        }
        let pairs = bySessions.map { sessions, entries in
            "(\(isOneOf(entries.map(\.text), text(column))) AND \(isOneOf(sessions, text(.session))))"
        }
        return (refused.isEmpty ? [] : ["(\(isOneOf(refused, text(column))))"]) + pairs
    }

    private func isOneOf(_ texts: [ByteKey], _ sql: String) -> String {
        texts.isEmpty ? "false" : "\(sql) IN (\(texts.map { SparkSQL.text($0.text) }.joined(separator: ", ")))"
    }
}

/// What is known of the texts in a table of participations; texts are the same where their bytes are.
struct KnownTexts: Sendable {
    /// The position of the session that a text names.
    var sessions: [ByteKey: Int] = [:]
    /// The person whom a text names that is no identifier as it stands, but is read as one.
    var otherTrainees: [ByteKey: Int] = [:]
    /// Texts that name nobody.
    var unknownTrainees: [ByteKey] = []
    /// The status that a text names.
    var statuses: [ByteKey: UInt8] = [:]
    var values: [ParticipationValue: [ByteKey: Int128?]] = [:]
    var attributes: [Int: [ByteKey: OwnValue]] = [:]
    /// Whether rows with errors count, with what is readable of them.
    var areSalvaged = false
    /// Texts by which a row is rejected, or which are not readable.
    var refused: [CountedFields.Column: Set<ByteKey>] = [:]
    /// The same in rows of certain sessions, with the texts that name these.
    var refusedInSessions: [CountedFields.Column: [(text: ByteKey, sessions: [ByteKey])]] = [:]
    /// Session and trainee of rows that there are more than once of a person, in the numbers of their bytes.
    var repeated: [ByteKey] = []
}

extension CountedFields.Column {
    /// Its place among all columns.
    var order: Int {
        switch self {
        case .session: 0
        case .trainee: 1
        case .status: 2
        case .value(let value): 3 + value.rawValue
        case .attribute(let position): 3 + ParticipationValue.allCases.count + position
        }
    }
}

extension RowColumn {
    /// The column of the table.
    var column: CountedFields.Column {
        switch self {
        case .value(let value): .value(value)
        case .attribute(let position): .attribute(position)
        }
    }
}
