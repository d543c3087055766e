import Aggregation
import Records
import Support
import TrainingStats

/// Makes the answer to a question of the texts that the other side gives.
struct AnswerCollector {
    private let question: GroupQuestion
    private let texts: KnownTexts
    private let reader: DatasetReader
    private let queries: SparkQueries
    /// The properties of a row that states none of them; empty where the question asks for none.
    private let ownOfNone: [OwnValue]
    private var answer = GroupAnswer()
    private var isOutOfDate = false

    init(_ question: GroupQuestion, _ texts: KnownTexts, _ reader: DatasetReader, _ queries: SparkQueries) {
        self.question = question
        self.texts = texts
        self.reader = reader
        self.queries = queries
        let asksForOwn = question.columns.contains { if case .attribute = $0 { true } else { false } }
        ownOfNone = asksForOwn ? reader.settings.attributes.map { _ in .unknown } : []
    }

    /// Takes a row of the answer in.
    ///
    /// - Throws: `ReadError` where it is not in the form that was asked for.
    mutating func add(_ row: [String]) throws(ReadError) {
        switch question.form {
        case .rows: add(row.dropLast(), times: try queries.number(row[row.count - 1]))
        case .histories:
            let persons = try queries.number(row[1])
            for entry in row[0].split(separator: ",") {
                let fields = entry.split(separator: ";", omittingEmptySubsequences: false)
                guard fields.count == question.columns.count + 4 else {
                    throw queries.malformed("\(fields.count) fields of a history")
                }
                var columns = fields[..<3].map(String.init)
                for field in fields[3..<fields.count - 1] {
                    guard let text = text(hexadecimal: field) else {
                        throw queries.malformed("'\(field)' is no text in hexadecimal digits")
                    }
                    columns.append(text)
                }
                add(columns[...], times: try queries.number(String(fields[fields.count - 1])))
            }
            answer.histories.append((answer.block.count, persons))
        }
    }

    /// The answer.
    ///
    /// - Throws: ``ChangedMeanwhile`` where it has texts that were not there before.
    consuming func finish() throws(ChangedMeanwhile) -> GroupAnswer {
        guard !isOutOfDate else { throw ChangedMeanwhile() }
        return answer
    }

    /// Adds a row by its classes, its status and its further columns.
    private mutating func add(_ fields: ArraySlice<String>, times: Int) {
        let fields = Array(fields)
        guard let session = example(fields[0], of: question.sessions), let code = UInt8(fields[2]),
            let status = ParticipationStatus(code: code)
        else {
            isOutOfDate = true
            return
        }
        var participation = Participation(session: session, trainee: 0, status: status)
        if let persons = question.persons {
            guard let profile = example(fields[1], of: persons) else {
                isOutOfDate = true
                return
            }
            participation.trainee = profile
        }
        participation.own = ownOfNone
        for (column, text) in zip(question.columns, fields[3...]) {
            switch column {
            case .value(let value):
                guard let known = texts.values[value] else { continue }
                guard let number = known[ByteKey(text)] else {
                    isOutOfDate = true
                    return
                }
                let stated = number.map { ExactDecimal(millionths: $0) }
                participation[value] = value == .cost ? reader.converted(stated, ofSession: session) : stated
            case .attribute(let position):
                guard let known = texts.attributes[position] else { continue }
                guard let own = known[ByteKey(text)] else {
                    isOutOfDate = true
                    return
                }
                participation.own[position] = own
            }
        }
        answer.block.append(participation)
        answer.times.append(times)
    }

    /// The thing that stands for those of a class.
    private func example(_ text: String, of map: ClassMap) -> Int? {
        guard let number = Int(text), map.examples.indices.contains(number) else { return nil }
        return Int(map.examples[number])
    }
}
