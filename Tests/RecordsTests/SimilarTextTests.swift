import Records
import TestSupport
import Testing
import TrainingStats

/// Texts of attributes that are spellings of the same name are told, as those of built-in dimensions are, with where the later
/// spelling stands first.
struct SimilarTextTests {
    private static let files: [String: String] = [
        "dataset.json": """
        {"attributes": [
          {"table": "trainees", "column": "corps", "name": {"en": "Corps", "ar": "السلاح"}},
          {"table": "headcounts", "column": "corps_of_group", "id": "corps"},
          {"table": "courses", "column": "owner", "name": {"en": "Owner", "ar": "المالك"}},
          {"table": "participations", "column": "reason", "name": {"en": "Reason", "ar": "السبب"}},
          {"table": "sessions", "column": "budget", "name": {"en": "Budget", "ar": "البند"}, "kind": "codes", "codes": [
            {"code": "A", "en": "Own", "also": ["a"]}]}
        ]}
        """,
        "courses.csv":
            "course_id,title,topic,owner\nC1,Radio,cyber-security,Branch 1\nC2,Wire,cyber-security,branch-1\n",
        "sessions.csv": """
        session_id,course_id,start_date,end_date,budget
        S1,C1,2019-01-06,2019-01-10,A
        S2,C2,2019-01-06,2019-01-10,a
        """,
        "trainees.csv": "trainee_id,state,corps\nT1,KWT,Signals\nT2,QAT,\nT3,QAT,SIGNALS\nT4,QAT,Signals\n",
        "headcounts.csv": "session_id,participants,corps_of_group\nS2,3,signals.\nS2,2,Engineers\n",
        "participations.csv": """
        session_id,trainee_id,status,reason
        S1,T1,attended,New post
        S1,T2,attended,
        S1,T3,attended,new post
        S2,T3,attended,Promotion
        S1,T4,attended,NEW POST
        """,
    ]

    private func told(_ files: [String: String]) throws -> [String] {
        try LoadedDataset(files: files).log.findings.filter { $0.code == .similarMembers }
            .map { "\($0.place) \($0.column) \($0.value)" }.sorted()
    }

    @Test(arguments: [true, false]) func textsOfAttributesAreCompared(isQuick: Bool) throws {
        var files = Self.files
        // Quotes in which quotes are doubled are read with care.
        if !isQuick {
            files["participations.csv"]?.replace("S1,T2,attended,", with: "S1,T2,\"attended\",\"\"")
            files["trainees.csv"]?.replace("T2,QAT", with: "T2,\"QAT\"")
        }
        #expect(
            try told(files) == [
                "courses.csv:3 owner branch-1", "headcounts.csv:2 corps_of_group signals.",
                "participations.csv:4 reason new post", "participations.csv:6 reason NEW POST",
                "trainees.csv:4 corps SIGNALS",
            ])
    }

    /// A column with more different texts holds remarks, and is not compared.
    @Test func remarksAreNotCompared() throws {
        var files = Self.files
        let rows = (0..<10_001).map { "R\($0),KWT,\($0 == 0 ? "Text 1" : "text-\($0)")" }
        files["trainees.csv"]? += rows.joined(separator: "\n") + "\n"
        #expect(try !told(files).contains { $0.hasPrefix("trainees.csv") })
    }

    @Test func messagesAreInBothLanguages() throws {
        let finding = try #require(
            LoadedDataset(files: Self.files).log.findings.first { $0.code == .similarMembers && $0.column == "owner" })
        #expect(
            finding.message
                == "'branch-1' is the same name as 'Branch 1' in another spelling; if they are one, write them alike, or declare a code that both spell (also)"
        )
        #expect(finding.wording(.ar).contains("وحّد كتابتهما"))
    }
}
