import Aggregation
import TestSupport
import Testing
import TrainingStats

/// What cannot be completed is in no completion and in no rate of completion.
///
/// In the tiny dataset S1 is of C1 and has 4 enrolments, 2 of them completed; S2 is of C2 and has 2 enrolments, none
/// completed, and a headcount with 2 completions.
struct CompletionTests {
    /// Completions and their rate by course and in total, where courses say whether they can be completed.
    @Test(
        arguments: [
            ("yes", "yes", [2.0, 0.5, 2, 0, 4, 2.0 / 6]),
            ("", "no", [2, 0.5, 0, nil, 2, 0.5]),
            ("no", "", [0, nil, 2, 0, 2, 0]),
            ("no", "no", [0, nil, 0, nil, 0, nil]),
        ] as [(String, String, [Double?])])
    func onlyWhatCanBeCompleted(first: String, second: String, expected: [Double?]) throws {
        var files = TinyDataset.files
        files["courses.csv"] = """
            course_id,title,topic,kind,completion
            C1,Network Defence,cyber-security,course,\(first)
            C2,Energy Seminar,energy-security,seminar,\(second)
            C3,Panel,,dialogue,
            """
        let summary = try LoadedDataset(files: files).summary(
            SummaryRequest(
                rows: ["course"], measures: ["completions", "completion-rate"],
                filters: [Filter(dimension: "kind", members: ["course", "seminar"])], today: .day("2019-12-31"),
                totals: true))
        #expect(summary.cells.map { $0.members[0].code } == ["C1", "C2", "_T"])
        #expect(summary.cells.flatMap { $0.values.map(\.number) } == expected)
    }
}
