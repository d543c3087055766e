import Records
import Support
import TestSupport
import Testing
import TrainingStats

/// `dataset.json` of every shape, and the tables that describe the others.
struct SettingsTests {
    /// A text, and the place that is named as wrong.
    struct Wrong: CustomTestStringConvertible, Sendable {
        let text: String
        let place: String
        var testDescription: String { String(text.prefix(60)) }
    }

    static let wrong = [
        Wrong(text: "", place: "character"), Wrong(text: "[]", place: "the file"), Wrong(text: "1", place: "the file"),
        Wrong(text: "null", place: "the file"), Wrong(text: "\"a\"", place: "the file"),
        Wrong(text: "{", place: "character"), Wrong(text: "{\"a\" 1}", place: "character"),
        Wrong(text: "{} {}", place: "character"), Wrong(text: "{\"title\": \"\\ud800\"}", place: "character"),
        Wrong(text: String(repeating: "[", count: 100_000), place: "character"),
        Wrong(
            text: String(repeating: "{\"a\":", count: 100_000) + "1" + String(repeating: "}", count: 100_000),
            place: "character"),
        Wrong(text: "{\"hoursPerDay\": 1e999}", place: "hoursPerDay"),
        Wrong(text: "{\"hoursPerDay\": true}", place: "hoursPerDay"),
        Wrong(text: "{\"hoursPerDay\": null}", place: "hoursPerDay"),
        Wrong(text: "{\"hoursPerDay\": \"6\"}", place: "hoursPerDay"),
        Wrong(text: "{\"hoursPerDay\": -1}", place: "hoursPerDay"),
        Wrong(text: "{\"hoursPerDay\": 0.0000001}", place: "hoursPerDay"),
        Wrong(text: "{\"hoursPerDay\": 123456789012345678901234567890}", place: "hoursPerDay"),
        Wrong(text: "{\"hoursPerDay\": [6]}", place: "hoursPerDay"),
        Wrong(text: "{\"title\": \"a\"}", place: "title"), Wrong(text: "{\"title\": {\"ar\": \"a\"}}", place: "title"),
        Wrong(text: "{\"title\": {\"en\": 1}}", place: "title"), Wrong(text: "{\"title\": null}", place: "title"),
        Wrong(text: "{\"title\": {\"en\": \"a\", \"ar\": 3}}", place: "title"),
        Wrong(text: "{\"custodian\": []}", place: "custodian"),
        Wrong(text: "{\"timeZone\": \"\"}", place: "timeZone"), Wrong(text: "{\"timeZone\": 3}", place: "timeZone"),
        Wrong(text: "{\"timeZone\": \"../../etc/passwd\"}", place: "timeZone"),
        Wrong(text: "{\"timeZone\": \"\\u0000\"}", place: "timeZone"),
        Wrong(text: "{\"fiscalYearStart\": \"02-29\"}", place: "fiscalYearStart"),
        Wrong(text: "{\"fiscalYearStart\": \"4-1\"}", place: "fiscalYearStart"),
        Wrong(text: "{\"fiscalYearStart\": \"00-00\"}", place: "fiscalYearStart"),
        Wrong(text: "{\"academicYearStart\": \"\u{664}\u{661}-01\"}", place: "academicYearStart"),
        Wrong(text: "{\"currency\": \"\u{410}\u{411}\u{412}\"}", place: "currency"),
        Wrong(text: "{\"currency\": \"KW\"}", place: "currency"),
        Wrong(text: "{\"trainedKinds\": [\"course\", 1]}", place: "trainedKinds"),
        Wrong(text: "{\"trainedStatuses\": {\"attended\": true}}", place: "trainedStatuses"),
    ]

    @Test(arguments: wrong) func wrongSettingsAreNamed(_ wrong: Wrong) throws {
        let error = #expect(throws: ReadError.self) { try soundBut("dataset.json", wrong.text) }
        guard case .badSettings(_, let problems)? = error, let problem = problems.first else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem.path.hasPrefix(wrong.place) && problem.line == 1)
        #expect(!problem.message.isEmpty && problem.message.utf8.count < 1_000)
    }

    /// All mistakes are told at once, each with its line.
    @Test func allMistakesAreToldWithTheirLines() throws {
        let text = """
            {
              // of the centre
              "title": {"en": "Centre"}, "currency": "kwd",
              "hoursPerDay": 0,
              "trainedKinds": [
                "course",
                "cuorse"
              ],
              "timeZone": "Mars/Phobos"
            }
            """
        let error = #expect(throws: ReadError.self) { try soundBut("dataset.json", text) }
        let lines = try #require(error).texts.map { $0.en.drop { $0 != ":" }.prefix(22) }
        #expect(
            lines == [
                ":3: currency: 'kwd' is", ":4: hoursPerDay: it is", ":7: trainedKinds[1]: '", ":9: timeZone: 'Mars/Ph",
            ])
        #expect(error?.texts[2].en.hasSuffix("; did you mean 'course'?") == true)
    }

    @Test func anUnknownKeyIsTold() throws {
        let loaded = try soundBut("dataset.json", "{\n\"hoursPerDay\": 7,\n\n \"titel\": {\"en\": \"a\"}\n}")
        let finding = try #require(loaded.findings(in: "dataset.json").first)
        #expect(finding.code == .unknownColumn && finding.line == 4)
        #expect(finding.message.hasSuffix("; did you mean 'title'?"))
    }

    @Test func ofARepeatedKeyTheLastCounts() throws {
        let loaded = try soundBut("dataset.json", "{\"hoursPerDay\": 7, \"hoursPerDay\": 8}")
        #expect(loaded.dataset.settings.hoursPerDay == ExactDecimal(8))
    }

    @Test(arguments: ["\u{FEFF}{\"hoursPerDay\": 7.35}", "{\"hoursPerDay\": 7.35, \"x\": [[[[]]]]}\n\n"])
    func settingsThatCanBeRead(_ text: String) throws {
        #expect(try soundBut("dataset.json", text).dataset.settings.hoursPerDay == ExactDecimal("7.35"))
    }

    /// One state in three spellings is one state.
    @Test func aStateThatStandsTwiceIsOne() throws {
        let loaded = try soundBut(
            "states.csv", "state,name_en,population\nKWT,Kuwait,1\nKuwait,Kuwait City,2\nKW,Kuwait Town,3\n")
        #expect(loaded.findings(in: "states.csv").map(\.code) == [.duplicateKey, .duplicateKey])
        #expect(loaded.dataset.states.first?.population == 1)
    }
}
