import Aggregation
import Records
import SparkConnect
import Stores
import Support
import TrainingStats

/// Answers questions about groups of participations by counts that a server of Spark Connect makes.
///
/// Before the first answer all texts of the table are read, each different one once: what is wrong with them is found like this,
/// and the rows with them are left out of all counts.
package final class ClusterReading: GroupedReading {
    package let dataset: Dataset
    package let sessionReading: [Int32]
    private let reader: DatasetReader
    private let source: CountedSource
    private let queries: SparkQueries
    private let identifiers: [(text: String, person: Int)]
    /// The rows that count, once all texts were read.
    private var known: RowsSQL?
    private var isUseless = false
    private var views = 0

    /// The participations of a dataset whose other tables were read from the same source.
    package init(of source: CountedSource, _ reader: DatasetReader, _ dataset: Dataset) {
        self.source = source
        self.reader = reader
        self.dataset = dataset
        queries = source.queries
        sessionReading = reader.currencies
        identifiers = reader.identifiersOfPersons
    }

    /// The rows that count, all texts of the table being read; nil where there are none to read.
    private func rows() throws(ReadError) -> RowsSQL? {
        if let known { return known }
        guard !isUseless, let table = try source.table, let sqlTable = source.database.tables[.participations] else {
            return nil
        }
        try sqlTable.beginReading()
        guard let fields = try CountedFields(of: table, reader) else {
            isUseless = true
            return nil
        }
        let survey = Survey(fields, of: sqlTable.sqlName, queries, reader, dataset)
        known = try survey.rows()
        return known
    }

    /// Reads all texts of the table, and tells what is wrong with them.
    package func readTexts() throws(ReadError) { _ = try rows() }

    /// The same participations for another reading of the other tables, which may treat rows with errors in another way.
    package func again(_ reader: DatasetReader, _ dataset: Dataset) -> ClusterReading {
        ClusterReading(of: source, reader, dataset)
    }

    /// Whether rows are left out since a person has several in a session, which no policy brings back.
    package var leavesRepeatedOut: Bool { known?.texts.repeated.isEmpty == false }

    /// What is told of figures that are counted like this.
    package var notices: [BilingualText] { source.notices }

    package func answers(to questions: [GroupQuestion]) throws -> [GroupAnswer] {
        guard let rows = try rows() else { return questions.map { _ in GroupAnswer() } }
        let persons = personsView(rows, for: questions)
        try queries.run(persons.statement)
        return try questions.map { question in
            let sql = QuestionSQL(question, rows: rows, persons: persons, in: dataset)
            var collector = AnswerCollector(question, rows.texts, reader, queries)
            try queries.forEachRow(of: sql.text, columns: sql.columns) { (row) throws(ReadError) in
                try collector.add(row)
            }
            return try collector.finish()
        }
    }

    /// The queries that find out what the rows say, the list of persons and the queries that answer questions, of which none is
    /// run.
    package func plan(of questions: [GroupQuestion]) throws -> [ClusterPlan.Step] {
        let record = QueryRecord()
        guard let rows = try unreadRows(record) else { return [] }
        let persons = personsView(rows, for: questions)
        return record.all.map { ClusterPlan.Step(kind: .survey, sql: $0) }
            + [ClusterPlan.Step(kind: .persons(count: persons.count), sql: persons.statement)]
            + questions.map { question in
                let sql = QuestionSQL(question, rows: rows, persons: persons, in: dataset)
                return ClusterPlan.Step(
                    kind: .question(question.form, sessions: sql.sessions, kinds: sql.kinds), sql: sql.text)
            }
    }

    /// The rows as they count if every text of theirs is a code or an identifier as it stands; the queries that would find that
    /// out are written down.
    private func unreadRows(_ record: QueryRecord) throws(ReadError) -> RowsSQL? {
        guard let table = try source.table, let sqlTable = source.database.tables[.participations],
            let fields = try CountedFields(of: table, reader)
        else { return nil }
        var (queries, texts) = (queries, KnownTexts())
        queries.record = record
        for status in ParticipationStatus.allCases { texts.statuses[ByteKey(status.rawValue)] = status.code }
        return try Survey(fields, of: sqlTable.sqlName, queries, reader, dataset).rows(knowing: texts)
    }

    /// A view of persons by what these questions tell apart of them.
    private func personsView(_ rows: RowsSQL, for questions: [GroupQuestion]) -> PersonsSQL {
        views += 1
        let others = rows.texts.otherTrainees.sorted { $0.key < $1.key }.map { (text: $0.key.text, person: $0.value) }
        return PersonsSQL(named: "tadrib_persons_\(views)", of: identifiers + others, in: dataset, for: questions)
    }
}

/// What a cluster is asked.
package enum ClusterPlan {
    /// A statement or a query.
    package struct Step: Sendable {
        package enum Kind: Sendable {
            /// What the rows say, so that errors are found.
            case survey
            /// The view of so many identifiers of persons.
            case persons(count: Int)
            /// A question with lists of so many sessions and kinds of persons.
            case question(GroupQuestion.Form, sessions: Int, kinds: Int)
        }

        package let kind: Kind
        package let sql: String
    }
}
