import Aggregation
import Records
import Support
import TrainingStats

/// Answers questions about groups of participations by loops over all of them.
public struct GroupsInMemory: GroupedReading {
    private let loaded: LoadedDataset

    /// The groups of a dataset that was read.
    public init(_ loaded: LoadedDataset) { self.loaded = loaded }

    /// The kept tables; certificates follow from single rows.
    package var dataset: Dataset {
        var dataset = loaded.dataset
        dataset.certificates = nil
        return dataset
    }

    /// Amounts are converted already.
    package var sessionReading: [Int32] { [Int32](repeating: 0, count: dataset.sessions.count) }

    package func answers(to questions: [GroupQuestion]) -> [GroupAnswer] { questions.map(answer) }

    /// A row as a question sees it.
    private struct Row: Hashable {
        var session: Int32
        var person: Int32
        var status: UInt8
        var values: [ParticipationValue: Int128] = [:]
        var own: [OwnValue]
    }

    private func answer(to question: GroupQuestion) -> GroupAnswer {
        var rows: [Row: Int] = [:]
        var persons: [Int32: [Row: Int]] = [:]
        for block in loaded.blocks {
            for row in 0..<block.count {
                guard let seen = self.row(row, of: block, in: question) else { continue }
                rows[seen, default: 0] += 1
                persons[block.trainees[row], default: [:]][seen, default: 0] += 1
            }
        }
        var answer = GroupAnswer()
        switch question.form {
        case .rows: for (row, count) in rows { add(row, times: count, to: &answer, question) }
        case .histories(let most):
            var histories: [[Row: Int]: Int] = [:]
            for history in persons.values { histories[history.mapValues { min($0, most) }, default: 0] += 1 }
            for (history, count) in histories {
                for (row, times) in history { add(row, times: times, to: &answer, question) }
                answer.histories.append((answer.block.count, count))
            }
        }
        return answer
    }

    private func row(_ row: Int, of block: ParticipationBlock, in question: GroupQuestion) -> Row? {
        let (session, person) = (Int(block.sessions[row]), Int(block.trainees[row]))
        let status = question.statuses[Int(block.statuses[row])]
        guard question.sessions.numbers[session] >= 0, status >= 0 else { return nil }
        var seen = Row(
            session: question.sessions.numbers[session], person: 0, status: UInt8(status),
            own: dataset.settings.attributes.map { _ in .unknown })
        if let persons = question.persons {
            seen.person = persons.numbers[profile(of: person, in: session, among: persons)]
            if seen.person < 0 { return nil }
        }
        for column in question.columns {
            switch column {
            case .value(let value): seen.values[value] = block[value][row]?.millionths
            case .attribute(let position):
                if let number = block.number(ofAttribute: position, row: row) {
                    seen.own[position] = .number(number)
                } else if block.code(ofAttribute: position, row: row) >= 0 {
                    seen.own[position] = .member(Int32(block.code(ofAttribute: position, row: row)))
                }
            }
        }
        return seen
    }

    /// The position of a person's profile on the day of a session: of the last affiliation that began by then.
    private func profile(of person: Int, in session: Int, among persons: ClassMap) -> Int {
        guard persons.numbers.count > dataset.trainees.count, let start = dataset.sessions[session].start else {
            return person
        }
        let begun = dataset.affiliations.indices.filter {
            dataset.affiliations[$0].trainee == person && dataset.affiliations[$0].from <= start
        }
        return begun.last.map { dataset.trainees.count + $0 } ?? person
    }

    private func add(_ row: Row, times: Int, to answer: inout GroupAnswer, _ question: GroupQuestion) {
        var participation = Participation(
            session: Int(question.sessions.examples[Int(row.session)]),
            trainee: question.persons.map { Int($0.examples[Int(row.person)]) } ?? 0,
            status: ParticipationStatus(code: row.status) ?? .registered)
        for (value, number) in row.values { participation[value] = .init(millionths: number) }
        participation.own = row.own
        answer.block.append(participation)
        answer.times.append(times)
    }
}
