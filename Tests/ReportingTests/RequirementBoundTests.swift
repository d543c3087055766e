import Aggregation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting

/// Requirements held against records that leave open who took part: nobody is called short who may have been trained.
struct RequirementBoundTests {
    private static let columns = "course,topic,state,institution,period,persons,seats,trainee_id\n"
    private static let open = "Taken up is the least that the records prove, and short the greatest: "
    private static let notKnown = "[x] not known: nobody reported who took part in any of the sessions."

    /// S in January was attended by A and B, V in March by B, and nobody reported U in February.
    ///
    /// A is of Kuwait, and of B nobody knows it.
    private static let unreported = [
        "courses.csv": "course_id,title,topic\nC,Cee,cyber-security\n",
        "sessions.csv":
            "session_id,course_id,start_date,end_date\nS,C,2025-01-01,2025-01-02\nU,C,2025-02-01,2025-02-02\n"
            + "V,C,2025-03-01,2025-03-02\n",
        "trainees.csv": "trainee_id,state\nA,KWT\nB,\nC,QAT\n",
        "participations.csv": "session_id,trainee_id,status\nS,A,attended\nS,B,attended\nV,B,attended\n",
    ]

    /// In January came A, and a group of a number that nobody knows; in March a group of five; when S3 ended nobody knows.
    private static let grouped = [
        "courses.csv": "course_id,title,topic\nC,Cee,cyber-security\n",
        "sessions.csv":
            "session_id,course_id,start_date,end_date\nS1,C,2025-01-01,2025-01-02\nS2,C,2025-03-01,2025-03-02\n"
            + "S3,C,2025-04-01,\n",
        "trainees.csv": "trainee_id,state\nA,KWT\nC,QAT\n",
        "participations.csv": "session_id,trainee_id,status\nS1,A,attended\nS3,A,attended\n",
        "headcounts.csv": "session_id,state,participants\nS1,KWT,\nS2,KWT,5\n",
    ]

    private func made(_ rows: String, on files: [String: String]) throws -> (table: Table, short: Table) {
        var files = files
        files["requirements.csv"] = Self.columns + rows
        let loaded = try LoadedDataset(files: files, today: "2025-12-31")
        #expect(loaded.log.findings.filter { $0.file == "requirements.csv" } == [])
        let description = DatasetDescription(loaded.dataset, today: .day("2025-12-31"), catalogue: .builtIn)
        let plan = try RequirementPlan(
            try #require(description.requirements), within: nil, today: .day("2025-12-31"), calendar: CalendarSettings()
        )
        let named = plan.ofNamedPersons
        return (
            try RequirementTable(plan, disclosed(loaded.answers(to: plan.requests)), by: nil, on: description, .en)
                .table,
            try PersonsShortTable(
                named, disclosed(loaded.answers(to: named.requests)), on: description, showsNames: false,
                place: { "line \($0)" }, .en
            ).table
        )
    }

    private func texts(_ table: Table) -> [String] {
        table.data.rows.map { row in
            row.cells.map { cell in
                switch cell {
                case .text(let text): text
                case .whole(let count): "\(count)"
                case .unknown: "_U"
                default: "-"
                }
            }.joined(separator: " ")
        }
    }

    @Test func whereNobodyReported() throws {
        let (table, short) = try made(
            "C,,,,2025-02,,,A\nC,,,,2025-02,2,,\nC,,QAT,,2025-02,2,,\nC,,QAT,,2025-01,1,,\nC,,,,2025,,,C\n",
            on: Self.unreported)
        #expect(
            texts(table) == [
                "C - - - 2025-02 named-persons 1 0 0 1 _U _U _U", "C - - - 2025-02 persons 2 0 0 1 _U _U _U",
                "C - QAT - 2025-02 persons 2 0 0 1 _U _U _U", "C - QAT - 2025-01 persons 1 0 0 1 _U 0 1",
                "C - - - 2025 named-persons 1 0 0 3 _U 0 1", "_T _T _T _T _T persons 5 0 0 2 _U _U _U",
                "_T _T _T _T _T named-persons 2 0 0 3 _U _U _U",
            ])
        let open = Self.open + "who took part is reported by 2 of 3 sessions"
        #expect(table.notes.contains(open + "; people were trained whose state or institution is not known."))
        #expect(table.notes.contains(Self.notKnown))
        #expect(texts(short) == ["C QAT - C - 2025 line 6"])
        #expect(
            short.notes == [
                "Rows that name a person: 2; of these still needed: 1; not known: 1.", open + ".", Self.notKnown,
            ])
    }

    @Test func groupsWithoutNamesOrNumber() throws {
        let (table, short) = try made("C,,,,2025,3,,\nC,,,,2025,,,C\nC,,,,2025,,,A\n", on: Self.grouped)
        // The greater of one person who is named and the five who were counted in one session.
        #expect(texts(table)[0] == "C - - - 2025 persons 3 0 0 2 _U 5 0")
        #expect(texts(table)[1] == "C - - - 2025 named-persons 2 0 0 2 _U 1 1")
        let open =
            Self.open + "people were counted without names; groups that do not state how many took part (1); "
            + "delivered sessions without a known end (1)."
        #expect(table.notes.contains(open))
        #expect(!table.notes.contains(Self.notKnown))
        #expect(short.notes.contains(open))
    }

    /// Who was trained is trained, whatever is open beside; and of all time no session is without its place.
    @Test func whatIsProvenIsNotOpen() throws {
        let (table, short) = try made(
            "C,,,,all,,,A\n",
            on: Self.unreported.merging([
                "sessions.csv": """
                session_id,course_id,start_date,end_date
                S,C,2025-01-01,2025-01-02
                V,C,2025-03-01,
                """
            ]) { $1 })
        #expect(texts(table)[0] == "C - - - all named-persons 1 0 0 2 _U 1 0")
        #expect(!table.notes.contains { $0.hasPrefix(Self.open) })
        #expect(texts(short) == [])
    }
}
