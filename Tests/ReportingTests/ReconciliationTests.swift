import Aggregation
import Reporting
import TestSupport
import Testing
import TrainingStats

/// Published figures against the tiny dataset, whose figures a pencil gives.
struct ReconciliationTests {
    private func lines(_ published: String) throws -> [Reconciliation.Line] {
        var files = TinyDataset.files
        files["published.csv"] = "indicator,where,period,qualifier,value\n" + published
        let loaded = try LoadedDataset(files: files)
        let questions = try PublishedQuestion.all(
            of: DatasetDescription(loaded.dataset, today: .day("2019-12-31"), catalogue: .builtIn),
            today: .day("2019-12-31"))
        let answers = disclosed(try loaded.answers(to: questions.map(\.request)))
        return try Reconciliation(questions, answers, withRejected: nil).lines
    }

    /// Two cyber participations are completed and one attended; the energy seminar has one named and five counted.
    @Test(arguments: [
        ("participations", "topic=cyber-security", "exactly", "3", Reconciliation.Status.met, "0"),
        ("participations", "topic=cyber-security", "exactly", "4", .notMet, "-1"),
        ("participations", "topic=cyber-security", "at-least", "3", .met, "0"),
        ("participations", "topic=cyber-security", "more-than", "3", .notMet, "0"),
        ("participations", "topic=cyber-security", "more-than", "2", .met, "1"),
        ("participations", "", "about", "9.4", .met, "-0.4"),
        ("participations", "", "about", "10", .notMet, "-1"),
        ("trainees", "topic=cyber-security", "exactly", "3", .met, "0"),
        ("trainees", "", "exactly", "6", .withinBounds, "0"),
        ("trainees", "", "at-least", "6", .met, "0"), ("trainees", "", "exactly", "5", .notMet, "1"),
        ("trainees", "", "exactly", "8", .withinBounds, "0"), ("named-trainees", "", "exactly", "3", .met, "0"),
        ("trainees", "state=OMN", "exactly", "2", .notMet, "3"), ("trainees", "state=OMN", "exactly", "5", .met, "0"),
        ("trainees-upper", "", "exactly", "8", .met, "0"),
        ("trainees", "", "exactly", "9", .notMet, "-1"),
        ("completions", "topic=cyber-security", "exactly", "2", .met, "0"),
        ("completion-rate", "topic=cyber-security", "exactly", "0.5", .met, "0"),
        ("seats", "kind=dialogue", "exactly", "7", .unknown, "unknown"),
        ("pass-rate", "kind=dialogue", "exactly", "1", .unknown, "unknown"),
    ])
    func statuses(
        _ indicator: String, _ filter: String, _ qualifier: String, _ value: String, _ status: Reconciliation.Status,
        _ difference: String
    ) throws {
        let line = try #require(try lines("\(indicator),\(filter),,\(qualifier),\(value)\n").first)
        #expect(line.status == status)
        #expect((line.difference?.description ?? "unknown") == difference)
    }

    @Test func linesKeepTheirOrder() throws {
        let lines = try lines("enrolments,,,about,6\ncourses,,2019,exactly,2\nsessions,,2020,exactly,0\n")
        #expect(lines.map(\.figure.indicator) == ["enrolments", "courses", "sessions"])
        #expect(lines.map(\.status) == [.met, .met, .met])
    }
}
