import Support
import Testing

@testable import Importing

struct MappingTests {
    private let text = """
        {
          // kept by hand
          "source": {"separator": ";", "decimalMark": ","},
          "dataset": {"hoursPerDay": 6},
          "rates": [{"currency": "USD", "from": "2024-01-01", "rate": 0.3075},
            {"currency": "EUR", "from": "2024-01-01", "rate": 0.335}],
          "tables": [{
            "sheets": ["A-*"], "except": ["Key"],
            "headings": {"words": ["Name", "ID"], "rows": 2, "below": 1},
            "rows": {"need": ["ID"], "skip": ["Total*"], "end": ["Signature*"], "fill": ["Course"], "section": "unit",
                     "leaveOut": [{"booking": "waitlisted"}], "repeats": "furthest"},
            "across": {"days": {"after": "Sex", "before": "%", "date": {"month": "period"}, "hours": {"around": "Time:",
              "as": "clock-range"}, "marks": {"present": {"present": true}, "half": {"present": true, "share": 0.5}}}},
            "values": {"booking": "Booking Status", "period": {"around": ["Period:", "Month:"]}},
            "fields": {
              "courses.title": {"around": "Course:"},
              "trainees.trainee_id": {"column": ["ID", "No."], "number": 2, "width": 7, "case": "ignored"},
              "trainees.name": {"join": ["First name", "Last name"], "with": " "},
              "sessions.start_date": {"value": "days.first"},
              "sessions.end_date": {"column": "End", "order": "day-month-year", "calendar": "hijri",
                "monthAlone": "last-day", "empty": ["-"]},
              "participations.hours": {"product": [{"value": "days.hours"}, {"text": "1"}]},
              "participations.status": {"cases": [
                {"when": {"marks.half": {"atLeast": 1}, "booking": ["a", "b"]}, "then": "withdrawn"},
                {"when": {"booking": {"is": "empty"}}, "then": {"column": "Status"}},
                {"then": "attended"}]}
            },
            "headcounts": [{"participants": "Men", "sex": {"text": "M"}}],
            "keys": {"sessions": ["courses", "sessions.start_date"]},
            "checks": [{"field": "Days", "equals": "days.present"}],
            "unused": ["Rank"]
          }],
          "words": {"trainees.state": {"KWT": ["كويتي", "Kuwaiti"], "QAT": []}}
        }
        """

    private func mapping(_ text: String) throws(ImportError) -> Mapping {
        try Mapping(json: Array(text.utf8), path: "m.json")
    }

    @Test func everyKeyReadsBackAsItWasWritten() throws {
        let mapping = try mapping(text)
        #expect(mapping.tables.count == 1 && mapping.tables[0].fields.count == 7)
        #expect(try self.mapping(mapping.text()) == mapping)
    }

    @Test func commentsStandAboveTheirMembersAndAreNotRead() throws {
        let mapping = try mapping(text)
        let commented = mapping.text(comments: [
            "tables[0].fields.sessions.end_date": ["31/12/2024 is one", "of two\norders"], "words": ["spellings"],
        ])
        #expect(
            commented.contains(
                """
                        // 31/12/2024 is one
                        // of two
                        // orders
                        "sessions.end_date": {
                """))
        #expect(try self.mapping(commented) == mapping)
    }

    @Test(arguments: [
        (
            #""headings""#, #""heading""#,
            [#"m.json:9: tables[0].heading: a table has no 'heading'; did you mean 'headings'?"#]
        ),
        (
            #""repeats""#, #""repats""#, ["tables[0].rows.repats: 'rows' has no 'repats'; did you mean 'repeats'?"]
        ),
        (#""courses.title""#, #""course.title""#, ["m.json:16: "]),
        (#""furthest""#, #""farthest""#, ["there is no rule for repeated rows 'farthest'; did you mean 'furthest'?"]),
        (
            #"{"value": "days.first"}"#, #"{"value": "days.frist"}"#,
            ["there is no value 'days.frist'; did you mean 'days.first'?"]
        ),
        (#""share": 0.5"#, #""share": "half""#, ["a plain number"]),
        (#""QAT": []"#, #""QAT": ["kuwaiti"]"#, ["'kuwaiti' is a spelling of 'KWT' too"]),
        (
            #""currency": "EUR""#, #""currency": "euro""#,
            ["m.json:6: rates[1].currency: 'EURO' is not an ISO 4217 code"]
        ),
        (#""currency": "EUR""#, #""currency": "KWD""#, ["KWD is the currency of the dataset and needs no rate"]),
        (#""currency": "EUR""#, #""currency": "usd""#, ["rates[1]: there is a rate of USD from 2024-01-01 already"]),
        (#""rate": 0.335"#, #""rate": 0"#, ["rates[1].rate: a plain number above 0"]),
        (#""rate": 0.335"#, #""rate": 0.33512345"#, ["with at most six digits after the point"]),
        (#""rate": 0.335"#, #""rate": "0.335""#, ["rates[1].rate: a plain number above 0"]),
        (#""from": "2024-01-01", "rate": 0.335"#, #""from": "1.1.2024", "rate": 0.335"#, ["'1.1.2024' is no date"]),
        (#", "rate": 0.335"#, "", ["rates[1]: 'rate' is missing"]),
        (#"{"around": "Course:"}"#, #"{"around": "Course:", "column": "x"}"#, ["'column' and 'around' are given"]),
    ])
    func mistakesAreToldWithTheirPlace(right: String, wrong: String, messages: [String]) throws {
        let error = #expect(throws: ImportError.self) { try mapping(text.replacing(right, with: wrong)) }
        let told = error?.messages.joined(separator: "\n") ?? ""
        for message in messages { #expect(told.contains(message), "\(told)") }
    }

    @Test func allMistakesAreToldAtOnce() throws {
        let wrong = text.replacing(#""repeats""#, with: #""repeat""#).replacing(#""with""#, with: #""between""#)
        let error = #expect(throws: ImportError.self) { try mapping(wrong) }
        #expect(error?.messages.count == 2)
    }

    @Test func headingsThatAreNotThereAreToldWithAllOtherMistakes() throws {
        let sheet = ShapeTests.sheet("Civil ID | Course | Start date | Status\n001 | One | 2025-01-25 | Attended")
        let text = """
            {
              "dataset": {"hoursPerDay": 0},
              "tables": [{
                "headings": {"words": ["Civil IDs", "Course"]},
                "rows": {"skp": ["Total"]},
                "fields": {
                  "courses.title": "Course", "trainees.trainee_id": "Civil ID",
                  "sessions.start_date": "Start dat",
                  "participations.status": {"cases": [{"then": {"column": "State"}}]}
                },
                "checks": [{"field": "Days", "equals": "rows"}]
              }]
            }
            """
        let file = try MappingFile(json: Array(text.utf8), path: "m.json")
        let error = #expect(throws: ImportError.self) { try file.check(in: [sheet]) }
        #expect(
            error?.messages == [
                "m.json:2: dataset.hoursPerDay: it is not a number above 0",
                "m.json:4: tables[0].headings: list.xlsx!Sheet1: no row has the heading 'Civil IDs'; did you mean 'Civil ID'?",
                "m.json:5: tables[0].rows.skp: 'rows' has no 'skp'; did you mean 'skip'?",
                "m.json:8: tables[0].fields.sessions.start_date: list.xlsx!Sheet1: there is no heading 'Start dat'; did you mean 'Start date'?",
                "m.json:9: tables[0].fields.participations.status: list.xlsx!Sheet1: there is no heading 'State'; did you mean 'Status'?",
                "m.json:11: tables[0].checks: list.xlsx!Sheet1: there is no heading 'Days'",
            ])
        #expect(error?.texts.allSatisfy { $0(.ar).contains("m.json:") } == true)
    }
}
