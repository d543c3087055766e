import Support
import Testing

@testable import Importing

struct MappingTests {
    private let text = """
        {
          // kept by hand
          "source": {"separator": ";", "decimalMark": ","},
          "dataset": {"hoursPerDay": 6},
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
            [#"m.json:7: tables[0].heading: a table has no 'heading'; did you mean 'headings'?"#]
        ),
        (#""courses.title""#, #""course.title""#, ["m.json:14: "]),
        (#""furthest""#, #""farthest""#, ["there is no rule for repeated rows 'farthest'; did you mean 'furthest'?"]),
        (
            #"{"value": "days.first"}"#, #"{"value": "days.frist"}"#,
            ["there is no value 'days.frist'; did you mean 'days.first'?"]
        ),
        (#""share": 0.5"#, #""share": "half""#, ["a plain number"]),
        (#""QAT": []"#, #""QAT": ["kuwaiti"]"#, ["'kuwaiti' is a spelling of 'KWT' too"]),
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
}
