import Records
import Support
import TestSupport
import Testing
import Workbooks

@testable import Importing

/// What a mapping makes of rows of which each shows one thing.
struct MappingApplicationTests {
    private static let usual = """
        "fields": {
          "trainees.trainee_id": "ID", "courses.title": "Course",
          "sessions.start_date": "Start", "sessions.end_date": "Start", "participations.status": "Status"
        }
        """

    private func sheet(_ lines: [String], name: String? = nil, merged: [CellRange] = []) -> RegisterSheet {
        let rows = lines.enumerated().map { number, line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).enumerated().compactMap {
                $1.isEmpty ? nil : RegisterSheet.Cell(column: $0, text: String($1))
            }
            return RegisterSheet.Row(number: number + 1, cells: cells)
        }
        return RegisterSheet(file: name == nil ? "log.csv" : "log.xlsx", name: name, rows: rows, merged: merged)
    }

    private func mapping(
        _ table: String = Self.usual, headings: String = #""headings": {"words": ["ID", "Course"]}"#, words: String = ""
    ) throws -> Mapping {
        let text = #"{"tables": [{\#(headings), \#(table)}], "words": {\#(words)}}"#
        return try Mapping(json: Array(text.utf8), path: "m")
    }

    private func imported(_ sheets: RegisterSheet..., by mapping: Mapping) throws -> ImportedDataset {
        try RegisterImport(mapping).dataset(of: sheets)
    }

    private func messages(_ dataset: ImportedDataset) -> String {
        dataset.log.messages.map { "\($0.place): \($0.text.en) [\($0.text.ar ?? "")]" }.joined(separator: "\n")
    }

    private static let lines = [
        "A title", "", "ID|Course|Start|Status", "1|One|2025-01-05|attended", "2|One|2025-01-05|completed",
    ]

    @Test func movedColumnsAndRowsInAnotherOrderGiveTheSameDataset() throws {
        let moved = [
            "Status|Start|Course|ID", "completed|2025-01-05|ONE|2", "attended|2025-01-05|One|1",
        ]
        let (first, second) = (
            try imported(sheet(Self.lines), by: mapping()), try imported(sheet(moved), by: mapping())
        )
        #expect(first[.participations].map { Set($0.rows) } == second[.participations].map { Set($0.rows) })
        #expect(first[.sessions]?.rows == second[.sessions]?.rows)
        #expect(first[.participations]?.rows.count == 2)
    }

    @Test func recordsBelowTheEndAreTold() throws {
        let lines = Self.lines + ["Signed|by|2025-01-06|attended", "3|One|2025-01-05|attended", "||"]
        let dataset = try imported(
            sheet(lines, name: "a"), by: mapping(#""rows": {"end": ["Signed*"]}, "# + Self.usual))
        #expect(dataset[.participations]?.rows.count == 2)
        #expect(
            messages(dataset).contains("log.xlsx!a:6: the table ends here, and rows below that look like records: 1"))
    }

    @Test func aQuoteThatIsNotClosedIsRefused() throws {
        let folder = try TemporaryFolder(["log.csv": "ID,Course\n1,One\n2,\"Two\n3,Three\n4,Four\n"])
        let error = #expect(throws: ImportError.self) { try RegisterSheet.all(in: folder.path + "/log.csv") }
        #expect(error?.messages.first?.contains("log.csv:3: a quote") == true)
    }

    @Test func sheetsOfOneShapeAreJoined() throws {
        let headings = #""sheets": ["2025-*"], "except": ["2025-X"], "headings": {"words": ["ID", "Course"]}"#
        let others = ["ID|Course|Start|Status", "1|Two|2025-02-05|attended"]
        let dataset = try imported(
            sheet(Self.lines, name: "2025-01"), sheet(others, name: "2025-02"), sheet(others, name: "2025-X"),
            sheet(others, name: "Notes"), by: mapping(headings: headings))
        #expect(dataset[.participations]?.rows.count == 3 && dataset[.trainees]?.rows.count == 2)
        #expect(messages(dataset).hasPrefix("log.xlsx!Notes: nothing is made of this sheet"))
        let error = #expect(throws: ImportError.self) {
            try imported(sheet(others, name: "Other"), by: mapping(headings: headings))
        }
        #expect(error?.messages.first?.contains("no sheet is called '2025-*'") == true)
    }

    @Test func sectionsAndValuesThatStandOnceAreForTheRowsBelow() throws {
        let lines = [
            "ID|Course|Start|Status", "Office A", "1|One|2025-01-05|attended", "2|||attended", "Office B",
            "3|Two||attended",
        ]
        let table = """
            "rows": {"section": "office", "fill": ["Course", "Start"]},
            "fields": {
              "trainees.trainee_id": "ID", "courses.title": "Course", "trainees.institution": {"value": "office"},
              "sessions.start_date": "Start", "sessions.end_date": "Start", "participations.status": "Status"}
            """
        let dataset = try imported(sheet(lines), by: mapping(table))
        #expect(dataset[.trainees]?.rows.map { $0.last } == ["Office A", "Office A"])
        // A new course ends the values of the one before, so that its day is not known.
        #expect(messages(dataset).contains("log.csv:6: the session cannot be told: sessions.start_date is empty"))
    }

    @Test func mergedCellsCountInAllTheirRows() throws {
        let lines = [
            "ID|Course|Start|Status", "1|One|2025-01-05|attended", "2|||attended", "3|Two|2025-01-06|attended",
        ]
        let merged = [CellRange(rows: 2...3, columns: 1...1), CellRange(rows: 2...3, columns: 2...2)]
        let dataset = try imported(sheet(lines, name: "S", merged: merged), by: mapping())
        #expect(dataset[.participations]?.rows.map { $0[0] } == ["one/2025-01-05", "one/2025-01-05", "two/2025-01-06"])
    }

    @Test func rangesWithoutEndTakeNoTime() {
        let wide = CellRange(rows: 1...1_048_576, columns: 0...16_383)
        let many = (1...2_000).map { CellRange(rows: $0...1_048_576, columns: 0...200) }
        let lines = (0..<20_000).map { "\($0)|a" }
        let filled = sheet(lines, name: "S", merged: [wide] + many).withMergedCellsFilled
        #expect(filled.rows.count == 20_000)
    }

    @Test(arguments: [
        ("E-7", "e-7", "", 2), ("007", "7", "", 2), ("E-7", "e-7", #", "case": "ignored""#, 1),
        ("E-7", "e-7", #", "case": "kept""#, 2), ("007", "7", #", "width": 3"#, 1), ("=\"007\"", "٠٠٧", "", 1),
        ("#12", "12", "", 1),
    ])
    func identifiersBecomeOneOnlyWhereTheMappingSaysSo(first: String, second: String, option: String, count: Int) throws
    {
        let table = """
            "rows": {"repeats": "last"},
            "fields": {"trainees.trainee_id": {"column": "ID"\(option)}, "courses.title": "Course",
              "sessions.start_date": "Start", "sessions.end_date": "Start", "participations.status": "Status"}
            """
        let lines = [
            "ID|Course|Start|Status", "\(first)|One|2025-01-05|attended", "\(second)|One|2025-01-05|attended",
        ]
        let dataset = try imported(sheet(lines), by: mapping(table))
        let refused = dataset.tally.rejected
        #expect((dataset[.trainees]?.rows.count ?? 0) + refused == count)
        #expect(refused == (option.isEmpty && count == 2 ? 1 : 0))
        #expect(messages(dataset).contains("differ only in case or leading zeros") == (refused > 0))
    }

    @Test func namesThatBecomeOneAreTold() throws {
        let lines = ["ID|Course|Start|Status", "1|C++|2025-01-05|attended", "2|C #|2025-01-05|attended"]
        #expect(
            messages(try imported(sheet(lines), by: mapping())).contains("'C #' is taken for another spelling of 'C++'")
        )
    }

    @Test func twoColumnsWithOneHeadingAreRefused() throws {
        let lines = ["ID|Course|Start|Start|Status", "1|One|2025-01-05|2025-01-06|attended"]
        let error = #expect(throws: ImportError.self) { try imported(sheet(lines, name: "S"), by: mapping()) }
        #expect(error?.messages.first?.contains("'Start' stands above columns C and D") == true)
        let table = Self.usual.replacing(#""Start""#, with: #"{"column": "Start", "number": 2}"#)
        let dataset = try imported(sheet(lines), by: mapping(table))
        #expect(dataset[.sessions]?.rows.first?[2] == "2025-01-06")
    }

    @Test func partsOfACellAndCellsAroundTheTable() throws {
        let lines = [
            "Course: C7 - Safety at sea", "Day|5 January 2025", "ID|Course|Status", "1|x|attended",
        ]
        let table = """
            "values": {"code": {"around": "Course", "split": " - ", "take": 1}},
            "fields": {
              "trainees.trainee_id": "ID", "courses.course_id": {"value": "code"},
              "courses.title": {"around": "Course", "split": " - ", "take": 2},
              "sessions.start_date": {"around": "Day"}, "sessions.end_date": {"around": "Day"},
              "participations.status": "Status"}, "unused": ["Course"]
            """
        let dataset = try imported(sheet(lines), by: mapping(table))
        #expect(dataset[.courses]?.rows.first == ["C7", "Safety at sea", ""])
        #expect(dataset[.sessions]?.rows.first == ["C7/2025-01-05", "C7", "2025-01-05", "2025-01-05"])
        #expect(dataset.log.messages.isEmpty)
    }

    @Test func peopleWhoAreCounted() throws {
        let lines = ["Course|Start|Men|Women|Total", "One|2025-01-05|12|3|15", "Two|2025-01-06|4||5", "Total||16|3|20"]
        let table = """
            "rows": {"skip": ["Total"]},
            "values": {"total": {"column": "Total", "as": "number"}},
            "fields": {"courses.title": "Course", "sessions.start_date": "Start", "sessions.end_date": "Start"},
            "headcounts": [{"participants": "Men", "sex": {"text": "M"}}, {"participants": "Women", "sex": {"text": "F"}}]
            """
        let dataset = try imported(
            sheet(lines), by: mapping(table, headings: #""headings": {"words": ["Course", "Men"]}"#))
        #expect(dataset[.headcounts]?.columns == ["session_id", "participants", "sex"])
        #expect(
            dataset[.headcounts]?.rows == [
                ["one/2025-01-05", "12", "M"], ["one/2025-01-05", "3", "F"], ["two/2025-01-06", "4", "M"],
            ])
        #expect(dataset[.participations] == nil && dataset[.trainees] == nil)
    }

    @Test func sumsAreHeldAgainstTheRows() throws {
        let lines = [
            "ID|Course|Start|Status|5 Jan|6 Jan|Days", "1|One|2025-01-05|attended|x|x|2",
            "2|One|2025-01-05|attended|x||2",
        ]
        let table = """
            "across": {"days": {"after": "Status", "before": "Days", "marks": {"present": {"present": true}}}},
            "checks": [{"field": "Days", "equals": "days.present"}],
            """ + Self.usual
        let dataset = try imported(sheet(lines), by: mapping(table, words: #""marks": {"present": ["x"]}"#))
        #expect(messages(dataset).contains("log.csv:3: the register says 2, and days.present is 1"))
    }

    @Test func datesStandInAnyRowOfTheHeadings() throws {
        let lines = ["ID|Course|Status|Sun|Mon", "|||5 Jan 2025|6 Jan 2025", "1|One|attended|x|x"]
        let table = """
            "across": {"days": {"after": "Status", "marks": {"present": {"present": true}}}},
            "fields": {"trainees.trainee_id": "ID", "courses.title": "Course", "participations.status": "Status",
              "sessions.start_date": {"value": "days.first"}, "sessions.end_date": {"value": "days.last"}}
            """
        let headings = #""headings": {"words": ["ID", "Course"], "rows": 2}"#
        let dataset = try imported(
            sheet(lines), by: mapping(table, headings: headings, words: #""marks": {"present": ["x"]}"#))
        #expect(dataset[.sessions]?.rows.first?.suffix(2) == ["2025-01-05", "2025-01-06"])
    }

    @Test func valuesMadeOfThemselvesAreTold() throws {
        let table =
            #""values": {"a": {"value": "b"}, "b": {"value": "a"}}, "#
            + Self.usual.replacing(
                #""Status""#, with: #"{"cases": [{"when": {"a": "x"}, "then": "attended"}]}"#)
        let lines = Self.lines.map { $0.replacing("|Status", with: "|Stat") }
        #expect(messages(try imported(sheet(lines), by: mapping(table))).contains("is made of itself"))
    }

    @Test func errorsOfFormulasAreNothingAndTold() throws {
        var sheet = sheet(Self.lines, name: "S")
        sheet.rows[3].cells[3] = .init(column: 3, kind: .error, text: "#N/A")
        let dataset = try imported(sheet, by: mapping())
        #expect(messages(dataset).contains("log.xlsx!S:D4: 'Status': #N/A is an error of a formula"))
        #expect(dataset.tally.rejected == 1)
    }

    @Test func hiddenRowsCountAndAreTold() throws {
        var sheet = sheet(Self.lines, name: "S")
        sheet.rows[4].isHidden = true
        let dataset = try imported(sheet, by: mapping())
        #expect(messages(dataset).contains("log.xlsx!S:5: the row is hidden, and counts"))
        #expect(dataset[.participations]?.rows.count == 2)
    }

    @Test func datesOfTheHijraBecomeGregorian() throws {
        let lines = ["ID|Course|Start|Status", "1|One|12/07/1446|attended"]
        let table = Self.usual.replacing(
            #""Start""#, with: #"{"column": "Start", "order": "day-month-year", "calendar": "hijri"}"#)
        #expect(try imported(sheet(lines), by: mapping(table))[.sessions]?.rows.first?[2] == "2025-01-12")
    }

    /// A session has one currency: amounts in another one, or in none, are never converted with the rest.
    @Test(arguments: [("USD", "EUR"), ("USD", ""), ("", "USD"), ("$", "kd")])
    func amountsInTwoCurrenciesAreRefused(first: String, second: String) throws {
        let lines = [
            "ID|Course|Start|Status|Cost|Currency", "1|One|2025-01-05|attended|10|\(first)",
            "2|One|2025-01-05|attended|20|\(second)", "3|Two|2025-01-05|attended|30|\(second)",
        ]
        let table = Self.usual.replacing(
            #""Status""#,
            with: #""Status", "participations.cost": "Cost", "sessions.currency": "Currency""#)
        let dataset = try imported(sheet(lines), by: mapping(table))
        #expect(messages(dataset).contains("log.csv:3"))
        #expect(messages(dataset).contains("a session has one currency"))
        // A currency that nobody stated is not told as one.
        #expect(messages(dataset).contains("in no stated currency (read as KWD)") == (first.isEmpty || second.isEmpty))
        #expect(dataset[.participations]?.rows.count == 2 && dataset.tally.rejected == 1)
    }

    /// A row without an amount says nothing of the currency of its session; the dataset's own can be named or left out.
    @Test(arguments: [("USD", "", ""), ("kd", "", "20")])
    func currenciesOfRowsWithoutAmounts(first: String, second: String, cost: String) throws {
        let lines = [
            "ID|Course|Start|Status|Cost|Currency", "1|One|2025-01-05|attended|10|\(first)",
            "2|One|2025-01-05|attended|\(cost)|\(second)",
        ]
        let table = Self.usual.replacing(
            #""Status""#,
            with: #""Status", "participations.cost": "Cost", "sessions.currency": "Currency""#)
        let dataset = try imported(sheet(lines), by: mapping(table))
        #expect(dataset[.participations]?.rows.count == 2 && messages(dataset) == "")
    }

    @Test func allMessagesAreInArabicToo() throws {
        let lines = [
            "ID|Course|Start|Status|More", "1|One|soon|attended|x", "|One|2025-01-05|attended|y",
            "2|One|2025-01-05|maybe|z",
        ]
        let dataset = try imported(sheet(lines), by: mapping())
        #expect(dataset.log.messages.count >= 4)
        #expect(dataset.log.messages.allSatisfy { $0.text.ar?.isEmpty == false })
    }
}
