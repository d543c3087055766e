import Aggregation
import TestSupport
import Testing
import TrainingStats

/// Tables of the persons who meet a condition, on random datasets: who they are and what they did is worked out by loops.
struct WantedPersonTests {
    private static let conditions: [(text: String, measures: [String], holds: @Sendable ([Double?]) -> Bool)] = [
        ("participations>=2", ["participations"], { ($0[0] ?? 0) >= 2 }),
        ("attendances>1 and completions>0", ["attendances", "completions"], { ($0[0] ?? 0) > 1 && ($0[1] ?? 0) > 0 }),
        ("courses>=2", ["courses"], { ($0[0] ?? 0) >= 2 }),
        ("trainee-hours>10", ["trainee-hours"], { $0[0].map { $0 > 10 } ?? false }),
        ("enrolments=1 or no-shows>0", ["enrolments", "no-shows"], { $0[0] == 1 || ($0[1] ?? 0) > 0 }),
        ("post-score-mean<60", ["post-score-mean"], { $0[0].map { $0 < 60 } ?? false }),
        ("completion-rate!=100%", ["completion-rate"], { $0[0].map { $0 != 1 } ?? false }),
    ]

    @Test(arguments: 0..<80) func recordsOfPersonsWhoMeetACondition(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed)
        var maker = RequestMaker(records, seed: UInt64(seed) + 5_000)
        for number in 0..<5 {
            var plain = maker.next()
            let named = plain.dimensions + plain.filters.map(\.dimension)
            let ofNobody = records.trainerDimensions + Names.evaluationDimensions
            // Nobody signs answers to a form.
            plain.measures.removeAll { Names.evaluationMeasures.contains($0) }
            guard !named.contains(where: ofNobody.contains), !plain.measures.isEmpty else { continue }
            let condition = maker.random.pick(Self.conditions)
            let wanted = try WantedPersons(
                [FigureCondition(parsing: condition.text)], of: loaded.request(plain), sessions: [], deliveries: [],
                calendar: loaded.dataset.settings.calendar, catalogue: loaded.catalogue)
            let filter = try wanted.filter { try loaded.summary($0) }.filter
            var asked = plain
            asked.filters.append(PlainFilter(dimension: filter.dimension, members: filter.members))
            let computed = try loaded.tidyCSV(of: asked)

            // A filter that keeps everybody makes figures those of persons.
            let everybody = PlainFilter(dimension: "sex", sign: "!=", members: ["nobody"])
            var (restricted, own) = (records, plain)
            own.filters.append(everybody)
            let met = try Set(records.participations.map(\.trainee)).filter { person in
                var (alone, question) = (records, own)
                alone.participations.removeAll { $0.trainee != person }
                alone.headcounts = []
                (question.rows, question.columns, question.measures) = ([], [], condition.measures)
                guard let line = try NaiveEvaluation(alone, question).lines.first else { return false }
                return condition.holds(line.figures.map { Double($0.text) })
            }
            restricted.participations.removeAll { !met.contains($0.trainee) }
            restricted.headcounts = []
            let expected = try NaiveEvaluation(restricted, own).csv
            if expected != computed {
                Issue.record(
                    "seed \(seed), request \(number): \(plain.arguments), \(condition.text)\n\(difference(expected, computed))"
                )
            }
        }
    }
}
