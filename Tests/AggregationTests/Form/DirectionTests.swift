import Support
import Testing

@testable import Aggregation

/// Which way figures are to go.
struct DirectionTests {
    private func measures(_ direction: Measure.Direction) -> Set<String> {
        Set(Catalogue.builtIn.measures.filter { $0.direction == direction }.map(\.id))
    }

    /// All but these are to rise: a new measure is looked at here.
    @Test func ofTheCatalogue() {
        #expect(
            measures(.less) == [
                "cancelled-sessions", "withdrawals", "no-shows", "withdrawal-rate", "no-show-rate",
                "participant-cost", "cost", "cost-per-trainee", "cost-per-completion", "cost-per-participation",
                "persons-lapsed", "renewals-late",
            ])
        #expect(
            measures(.neither) == [
                "trainees-per-trainer", "pre-score-mean", "post-score-sd", "gain-sd", "persons-due",
            ])
    }

    /// A measure of one's own says it, or has that of what it is made of.
    @Test(arguments: [
        (#"{"count": "enrolments", "where": {"status": "no-show"}}"#, Measure.Direction.less),
        (#"{"ratio": ["no-shows", "enrolments"]}"#, .less), (#"{"ratio": ["completions", "enrolments"]}"#, .more),
        (#"{"ratio": ["cost", "sessions"]}"#, .less), (#"{"difference": ["enrolments", "no-shows"]}"#, .more),
        (#"{"difference": ["seats", "attendances"]}"#, .neither),
        (#"{"share": {"sex": "F"}, "of": "trained-participations"}"#, .neither),
        (#"{"share": {"below": ["hours", 6]}, "of": "trained-participations"}"#, .less),
        (#"{"mean": "cost", "of": "named-attendances"}"#, .less),
        (#"{"mean": "rating", "of": "named-attendances"}"#, .more),
        (#"{"deviation": "rating", "of": "named-attendances"}"#, .neither),
        (#"{"count": "sessions", "where": {"session-status": "cancelled"}}"#, .less),
    ])
    func ofOwnMeasures(_ form: String, _ direction: Measure.Direction) throws {
        #expect(try measure(form).direction == direction)
        for stated in Measure.Direction.allCases {
            let measure = try measure(form, better: stated.rawValue)
            #expect(measure.direction == stated)
            // It is written only where it does not go without saying.
            #expect(measure.json.text.contains("\"better\"") == (stated != direction))
        }
    }

    private func measure(_ form: String, better: String? = nil) throws -> Measure {
        let text = """
            {"id": "mine", "name": {"en": "Mine", "ar": "لي"}, "definition": {"en": "Mine.", "ar": "لي."}, "is": \(form)
            \(better.map { ", \"better\": \"\($0)\"" } ?? "")}
            """
        var decoder = MeasureDecoder(besides: .builtIn)
        let measures = decoder.measures(.array([try JSONReader.read(Array(text.utf8)).root]), at: "measures")
        return try #require(measures.first, "\(decoder.problems)")
    }

    @Test func anotherWordIsRefused() throws {
        var decoder = MeasureDecoder(besides: .builtIn)
        let text =
            #"{"id": "mine", "name": {"en": "M", "ar": "لي"}, "definition": {"en": "M.", "ar": "لي."}, "is": {"count": "sessions"}, "better": "mor"}"#
        #expect(decoder.measures(.array([try JSONReader.read(Array(text.utf8)).root]), at: "measures").isEmpty)
        #expect(decoder.problems.map(\.path) == ["measures[0].better"])
        #expect(decoder.problems.first?.misspelling?.candidates == ["more", "less", "neither"])
    }
}
