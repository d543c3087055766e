import Records
import TestSupport
import Testing
import TrainingStats

/// Courses that nobody completes: when that is worth a question.
struct CompletionTests {
    /// Twenty persons in a course that nobody completed, beside one that somebody did; parts can be replaced.
    private func found(
        persons: Int = 20, kind: String = "workshop", completion: String = "", status: String = "attended",
        other: String = "completed", day: String = "2019-01-05", headcounts: String = ""
    ) throws -> [Finding] {
        var files = [
            "courses.csv":
                "course_id,title,topic,kind,completion\nC1,Radio,,course,\nC2,Drill,,\(kind),\(completion)\n",
            "sessions.csv":
                "session_id,course_id,start_date,end_date\nS1,C1,2019-01-01,2019-01-05\nS2,C2,2019-01-01,\(day)\n",
            "trainees.csv": "trainee_id,state\n" + (1...persons).map { "T\($0),KWT\n" }.joined(),
            "participations.csv":
                "session_id,trainee_id,status\nS1,T1,\(other)\n"
                + (1...persons).map { "S2,T\($0),\(status)\n" }.joined(),
        ]
        if !headcounts.isEmpty {
            files["headcounts.csv"] = "session_id,participants,completions\n" + headcounts
        }
        return try LoadedDataset(files: files).log.findings.filter { $0.code == .noCompletions }
    }

    @Test func aCourseThatNobodyCompletedIsTold() throws {
        let finding = try #require(try found().first)
        #expect(finding.file == "courses.csv" && finding.line == 3 && finding.column == "completion")
        #expect(finding.value == "C2")
        #expect(finding.message.hasPrefix("'C2' has 20 trained participations and no completion"))
    }

    @Test func fewPersonsAreNoCourseWithoutCompletion() throws { #expect(try found(persons: 19) == []) }

    /// Databases write `false` for it.
    @Test(arguments: ["no", "false", "FALSE", "لا"]) func aCourseWithNothingToCompleteIsNotTold(no: String) throws {
        #expect(try found(completion: no) == [])
    }

    @Test(arguments: ["yes", "true", "True"]) func aCourseWithSomethingToCompleteIsTold(yes: String) throws {
        #expect(try found(completion: yes).map(\.value) == ["C2"])
    }

    @Test func aDialogueIsNoTraining() throws { #expect(try found(kind: "dialogue") == []) }

    @Test func whoIsRegisteredIsNotTrained() throws { #expect(try found(status: "registered") == []) }

    @Test func whereNothingIsCompletedNoCourseStandsOut() throws { #expect(try found(other: "attended") == []) }

    @Test func aSessionInTheFutureDoesNotCount() throws { #expect(try found(day: "2020-01-05") == []) }

    @Test func countedCompletionsCount() throws {
        #expect(try found(headcounts: "S2,3,1\n") == [])
        #expect(try found(other: "attended", headcounts: "S1,3,2\n").map(\.value) == ["C2"])
    }
}
