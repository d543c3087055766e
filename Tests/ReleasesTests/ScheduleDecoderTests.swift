import Foundation
import Records
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Releases

/// Schedules, and what is said of wrong ones.
struct ScheduleDecoderTests {
    private func decode(_ text: String) throws -> Schedule {
        try ScheduleDecoder(folder: "place").decode(Array(text.utf8))
    }

    /// A schedule of one report, with more or other keys in it.
    private func schedule(_ top: String = "", _ report: String = "") -> String {
        """
        {"from": "2019-01"\(top), "reports": [
          {"name": "m", "recurrence": "monthly", "dataset": "d/", "output": "/o"\(report)}]}
        """
    }

    @Test func defaults() throws {
        let schedule = try decode(schedule())
        #expect(schedule.delay == 0 && schedule.rejectionLimit == .rows(0) && schedule.from.text == "2019-01")
        let report = try #require(schedule.reports.first)
        #expect(report == ScheduledReport(name: "m", recurrence: .monthly, dataset: "place/d", output: "/o"))
        #expect(report.fileMode == 0o640 && report.folderMode == 0o750 && report.nothingToReport == .write)
    }

    @Test func everyKey() throws {
        let schedule = try decode(
            schedule(
                ", \"delay\": 5, \"maxRejects\": \"2.5%\" /* of all rows */",
                """
                , "definition": "r.json", "formats": ["md"], "languages": ["ar", "en"], "digits": "latn", "profile": "analyst",
                "retention": 3, "nothingToReport": "skip", "fileMode": "0644", "provisionalDays": 60
                """))
        #expect(schedule.delay == 5 && schedule.rejectionLimit == RejectionLimit("2.5%"))
        let report = try #require(schedule.reports.first)
        #expect(report.definition == "place/r.json" && report.formats == [.md] && report.languages == [.ar, .en])
        #expect(
            report.profile == .analyst && report.digits == .latn && report.retention == 3
                && report.nothingToReport == .skip)
        #expect(report.fileMode == 0o644 && report.folderMode == 0o755 && report.provisionalDays == 60)
    }

    @Test(arguments: [
        ("[]", "", "an object is expected, and not a list"), ("{", "line 1, character 2", "a key"),
        ("{\"reports\": []}", "", "'from' is missing"), ("{\"from\": \"2019\"}", "", "'reports' is missing"),
        ("{\"from\": \"2019\", \"reports\": []}", "reports", "the list is empty"),
        ("{\"from\": \"last-month\", \"reports\": [{}]}", "from", "not a period to begin with"),
        ("{\"from\": \"1440-01\", \"reports\": [{}]}", "from", "is a Hijri year; give AH1440-01"),
        ("{\"from\": \"2019-13\", \"reports\": [{}]}", "from", "not a period"),
        ("{\"from\": \"2019\", \"reports\": [{}]}", "reports[0]", "'name' is missing"),
    ])
    func wrong(_ text: String, _ path: String, _ message: String) throws {
        let problems = try #require(throws: DefinitionErrors.self) { try decode(text) }.problems
        #expect(problems.contains { $0.path == path && $0.message.contains(message) }, "\(problems)")
    }

    @Test(arguments: [
        (", \"delays\": 1", "", "delays", "delay"), ("", ", \"outputs\": 1", "reports[0].outputs", "output"),
        ("", ", \"formats\": [\"cvs\"]", "reports[0].formats[0]", "csv"),
        ("", ", \"languages\": [\"eng\"]", "reports[0].languages[0]", "en"),
        ("", ", \"profile\": \"analysts\"", "reports[0].profile", "analyst"),
        ("", ", \"digits\": \"latin\"", "reports[0].digits", "latn"),
        ("", ", \"nothingToReport\": \"skipp\"", "reports[0].nothingToReport", "skip"),
    ])
    func misspelt(_ top: String, _ report: String, _ path: String, _ right: String) throws {
        let problems = try #require(throws: DefinitionErrors.self) { try decode(schedule(top, report)) }.problems
        let problem = try #require(problems.first)
        #expect(problem.path == path)
        let misspelling = try #require(problem.misspelling)
        #expect(Spelling.nearest(to: misspelling.text, among: misspelling.candidates) == right)
    }

    @Test(arguments: [
        (", \"delay\": -1", "", "delay"), (", \"delay\": 1.5", "", "delay"), (", \"delay\": \"1\"", "", "delay"),
        (", \"maxRejects\": -1", "", "maxRejects"), (", \"maxRejects\": \"%\"", "", "maxRejects"),
        ("", ", \"retention\": 0", "reports[0].retention"), ("", ", \"fileMode\": 640", "reports[0].fileMode"),
        ("", ", \"fileMode\": \"0888\"", "reports[0].fileMode"),
        ("", ", \"fileMode\": \"0240\"", "reports[0].fileMode"),
        ("", ", \"provisionalDays\": null", "reports[0].provisionalDays"),
        (
            "", "}, {\"name\": \"M\", \"recurrence\": \"daily\", \"dataset\": \"d\", \"output\": \"o\"",
            "reports[1].name"
        ),
        (
            "", "}, {\"name\": \"m\", \"recurrence\": \"daily\", \"dataset\": \"d\", \"output\": \"o\"",
            "reports[1].name"
        ),
        (
            "", "}, {\"name\": \"n\", \"recurrence\": \"daily\", \"dataset\": \"d\", \"output\": \"/o/\"",
            "reports[1].output"
        ),
        (
            "", "}, {\"name\": \"n\", \"recurrence\": \"dayly\", \"dataset\": \"d\", \"output\": \"x\"",
            "reports[1].recurrence"
        ),
        (
            "", "}, {\"name\": \"n\", \"recurrence\": \"daily\", \"dataset\": \"\", \"output\": \"x\"",
            "reports[1].dataset"
        ),
    ])
    func wrongValues(_ top: String, _ report: String, _ path: String) throws {
        let problems = try #require(throws: DefinitionErrors.self) { try decode(schedule(top, report)) }.problems
        #expect(problems.map(\.path) == [path], "\(problems)")
    }

    /// Paths start at the schedule's folder; addresses of servers mean the same everywhere.
    @Test(arguments: [
        ("d", "place/d"), ("/d", "/d"), ("sqlite:s.db", "sqlite:place/s.db"), ("sqlite:/s.db", "sqlite:/s.db"),
        ("postgresql://host/training", "postgresql://host/training"),
        ("sc://host:15002/training", "sc://host:15002/training"),
        ("sc://host/;lake=/data/training/", "sc://host/;lake=/data/training/"),
    ])
    func placesOfRecords(_ dataset: String, _ expected: String) throws {
        let text = schedule().replacing("\"d/\"", with: "\"\(dataset)\"")
        #expect(try decode(text).reports.map(\.dataset) == [expected])
    }

    @Test func theSample() throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: packageFolder + "/Samples/schedule.json"))
        let decoder = ScheduleDecoder(folder: "Samples")
        let schedule = try decoder.decode(Array(bytes))
        #expect(schedule.reports.map(\.name) == ["monthly", "quarterly", "hijri"])
    }
}
