import Aggregation
import Records
import SparkConnect
import Support
import TrainingStats

/// A question about groups of participations in SQL; all columns of its answer are texts.
///
/// Of rows: the class of the session, the class of the person, the code of the status, each further column, and how many.
/// Of histories: the history, and how many persons have it. A history is a list of such rows, whose fields are separated by
/// semicolons, the further columns being given by the numbers of their bytes.
struct QuestionSQL {
    /// The query.
    let text: String
    /// How many columns its answer has.
    let columns: Int
    /// How many sessions and how many kinds of persons it joins.
    let sessions: Int
    let kinds: Int

    init(_ question: GroupQuestion, rows: RowsSQL, persons: PersonsSQL, in dataset: Dataset) {
        let key = ListKey(rows.texts.sessions.keys.lazy.map(\.text))
        let list = Self.sessions(of: question, named: rows.texts.sessions, key, in: dataset)
        let isOfPersons = question.form != .rows
        let classes = question.persons.map { persons.classes($0, in: dataset) }
        let joinsPersons = isOfPersons || classes != nil
        sessions = list.count
        kinds = classes?.count ?? 0

        let statuses = rows.texts.statuses.filter { question.statuses[Int($0.value)] >= 0 }.sorted { $0.key < $1.key }
        let cases = statuses.map { "WHEN \(SparkSQL.text($0.key.text)) THEN '\(question.statuses[Int($0.value)])'" }
        let status = cases.isEmpty ? "''" : "CASE \(rows.text(.status)) \(cases.joined(separator: " ")) ELSE '' END"

        var from = rows.from(sessions: list, keyedBy: key, persons: joinsPersons ? persons : nil)
        if let classes { from += " JOIN (\(classes.query)) k ON k.f0 = p.f2" }
        from += " " + rows.conditions(statuses: statuses.map(\.key), withPersons: joinsPersons)

        let places = ["s.f1", classes == nil ? "'0'" : "k.f1", status]
        let others = question.columns.map { rows.readable($0.column) }
        columns = question.form == .rows ? places.count + others.count + 1 : 2
        switch question.form {
        case .rows:
            let all = places + others
            let named = all.enumerated().map { "\($1) AS c\($0)" }.joined(separator: ", ")
            let names = all.indices.map { "c\($0)" }.joined(separator: ", ")
            text = "SELECT \(names), cast(count(*) AS string) AS n FROM (SELECT \(named) \(from)) GROUP BY \(names)"
        case .histories(let most):
            let entry = (places + others.map { "hex(\($0))" }).joined(separator: ", ")
            let entries = "SELECT p.f1 AS who, concat_ws(';', \(entry)) AS entry \(from)"
            let counted = "SELECT who, entry, count(*) AS n FROM (\(entries)) GROUP BY who, entry"
            let written = "concat_ws(';', entry, cast(least(n, \(most)) AS string))"
            let histories =
                "SELECT who, array_join(sort_array(collect_list(\(written))), ',') AS h FROM (\(counted)) GROUP BY who"
            text = "SELECT h, cast(count(*) AS string) AS n FROM (\(histories)) GROUP BY h"
        }
    }

    /// The sessions that a question does not leave out: the text by which rows name each, its class, and its first day where
    /// affiliations depend on it.
    private static func sessions(
        of question: GroupQuestion, named texts: [ByteKey: Int], _ key: ListKey, in dataset: Dataset
    ) -> ListSQL {
        let isOfDays = !dataset.affiliations.isEmpty
        let rows = texts.sorted { $0.key < $1.key }.compactMap { text, position -> [String]? in
            let number = question.sessions.numbers[position]
            guard number >= 0 else { return nil }
            // Without a first day the person's own profile counts, which stands before all affiliations.
            let day = dataset.sessions[position].start?.day ?? Int32.min
            return [key.text(text.text), String(number)] + (isOfDays ? [String(day)] : [])
        }
        return ListSQL(rows, width: isOfDays ? 3 : 2)
    }
}
