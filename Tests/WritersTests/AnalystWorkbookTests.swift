import Foundation
import Reporting
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// What a workbook for analysts has besides its figures: total rows, live totals, outlines, charts, links, notes.
struct AnalystWorkbookTests {
    /// Two states by two years with totals both ways; `isAdditive` says whether the cells add up.
    private func crossTabulation(isAdditive: Bool, total: Int = 10, heading: String = "2017") -> Table {
        let columns: [Grid.Column] = [
            .init(id: "state", heading: "State", isNumeric: false),
            .init(id: "2017", heading: heading, isNumeric: true),
            .init(id: "2018", heading: "2018 (part)", isNumeric: true),
            .init(
                id: "_T", heading: "Total", isNumeric: true, isTotal: true, addends: isAdditive ? [1, 2] : []),
        ]
        let rows: [Grid.Row] = [
            .init([.text("Kuwait"), .whole(1), .whole(2), .whole(3)]),
            .init([.text("Qatar"), .whole(3), .unknown, .whole(3)]),
            .init(
                [.text("Total"), .whole(4), .whole(2), .whole(total)], isTotal: true, addends: [0, 1],
                additiveColumns: isAdditive ? [1, 2, 3] : []),
        ]
        return Table(
            id: "state-year", title: "By state and year", subtitle: "", display: Grid(columns: columns, rows: rows),
            comparison: .block([1, 2]))
    }

    private func document(_ tables: [Table]) -> Document {
        Document(
            title: "A report", language: .en, particulars: [.init(label: "Period", value: "all time")],
            inputs: [.init(file: "courses.csv", rows: 3, rejected: 1, emptyLines: 0, sha256: "ab12")],
            tables: tables, reportingDay: .day("2019-12-31"))
    }

    private func read(_ tables: [Table], rowLimit: Int = Sheet.rowLimit) throws -> ReadWorkbook {
        let folder = try TemporaryFolder()
        try writeWorkbook([document(tables)], profile: .analyst, to: folder.path + "/a.xlsx", rowLimit: rowLimit)
        return try withExtendedLifetime(folder) { try ReadWorkbook(path: folder.path + "/a.xlsx") }
    }

    @Test func totalsThatAddUpAreFormulasWithTheirResults() throws {
        let sheet = try #require(try read([crossTabulation(isAdditive: true, total: 6)])["By state and year"])
        #expect(
            sheet.formulas == [
                "D5": "=SUM(B5:C5)", "D6": "=SUM(B6:C6)", "B7": "=SUBTOTAL(109,table_state_year[2017])",
                "C7": "=SUBTOTAL(109,table_state_year[2018 (part)])", "D7": "=SUBTOTAL(109,table_state_year[Total])",
            ])
        #expect(sheet.rows[6] == [.text("Total"), .number(4), .number(2), .number(6)])
        #expect(sheet.hasFilters == ["table_state_year": true] && sheet.hasTotalRow == ["table_state_year": true])
        #expect(sheet.conditional == ["B5:C6": "colorScale"])
    }

    @Test func distinctCountsAreNumbers() throws {
        let sheet = try #require(try read([crossTabulation(isAdditive: false)])["By state and year"])
        #expect(sheet.formulas.isEmpty)
        #expect(sheet.rows[6] == [.text("Total"), .number(4), .number(2), .number(10)])
    }

    /// A total that its cells do not add up to stays the number that it is, whatever it was said to be.
    @Test func sumsAreHeldAgainstTheirTotal() throws {
        let sheet = try #require(try read([crossTabulation(isAdditive: true, total: 10)])["By state and year"])
        #expect(sheet.formulas["D7"] == nil && sheet.formulas["B7"] != nil)
        #expect(sheet.rows[6].last == .number(10))
    }

    /// Brackets, hashes and apostrophes are escaped within formulas; a heading that is safe in no form makes a number.
    @Test(arguments: [
        ("A [x] #1 O'Neil", "=SUBTOTAL(109,table_state_year[A '[x'] '#1 O''Neil])"), ("me@home", ""),
    ])
    func headingsInFormulas(heading: String, formula: String) throws {
        let sheet = try #require(
            try read([crossTabulation(isAdditive: true, total: 6, heading: heading)])["By state and year"])
        #expect((sheet.formulas["B7"] ?? "") == formula)
        #expect(sheet.rows[6][1] == .number(4))
    }

    /// On a part of a table no formula reaches for rows of another sheet.
    @Test func partsOfTablesHaveNumbers() throws {
        let book = try read([crossTabulation(isAdditive: true, total: 6)], rowLimit: 7)
        #expect(book.sheets.map(\.name) == ["Contents", "By state and year", "By state and year (2)", "Notes"])
        #expect(book.sheets[1].rows.dropFirst(4).map(\.first) == [.text("Kuwait"), .text("Qatar")])
        #expect(book.sheets[2].rows.dropFirst(4).map(\.first) == [.text("Total")])
        #expect(book.sheets[2].rows.last?.last == .number(6))
        #expect(book.sheets[2].formulas.keys.sorted() == ["D5"])
    }

    /// Two states by two years, two figures each, under the years.
    static func grouped(isAdditive: Bool = true) -> Table {
        func column(_ id: String, _ heading: String, under: String, addends: [Int] = []) -> Grid.Column {
            var column = Grid.Column(
                id: id, heading: "\(under): \(heading.lowercased())", isNumeric: true, isTotal: !addends.isEmpty,
                addends: addends)
            column.headingInGroup = heading
            return column
        }
        let columns: [Grid.Column] = [
            .init(id: "state", heading: "State", isNumeric: false),
            column("2017:trainees", "Trainees", under: "2017"), column("2017:hours", "Hours", under: "2017"),
            column("_T:trainees", "Trainees", under: "Total"),
            column("_T:hours", "Hours", under: "Total", addends: [2]),
        ]
        let rows: [Grid.Row] = [
            .init([.text("Kuwait"), .whole(1), .whole(20), .whole(1), .whole(20)]),
            .init([.text("Qatar"), .whole(3), .whole(40), .whole(3), .whole(40)]),
            .init(
                [.text("Total"), .whole(4), .whole(60), .whole(4), .whole(60)], isTotal: true, addends: [0, 1],
                additiveColumns: [2, 4]),
        ]
        return Table(
            id: "hours", title: "Hours", subtitle: "",
            display: Grid(
                columns: columns, rows: rows,
                groups: [[.init(heading: "2017", columns: 1..<3), .init(heading: "Total", columns: 3..<5)]]))
    }

    /// An Excel table has one row of headings, no two alike: headings under others stand over a range with filters, and totals
    /// stay live and below.
    @Test func groupsOfColumnsHaveOneHeading() throws {
        let sheet = try #require(try read([Self.grouped()])["Hours"])
        #expect(sheet.rows[3] == [.empty, .text("2017"), .empty, .text("Total"), .empty])
        #expect(
            sheet.rows[4] == [.text("State"), .text("Trainees"), .text("Hours"), .text("Trainees"), .text("Hours")])
        #expect(sheet.merged.sorted() == ["B4:C4", "D4:E4"])
        #expect(sheet.tables.isEmpty && sheet.filtered == "A5:E7" && sheet.frozen == "A6")
        #expect(sheet.printing == .init(repeatedRows: "$4:$5", numbersPages: true))
        #expect(
            sheet.formulas == [
                "C8": "=SUBTOTAL(9,C6:C7)", "E6": "=SUM(C6)", "E7": "=SUM(C7)", "E8": "=SUBTOTAL(9,E6:E7)",
            ])
    }

    private var nested: Table {
        let columns: [Grid.Column] = [
            .init(id: "year", heading: "Year", isNumeric: false), .init(id: "kind", heading: "Kind", isNumeric: false),
            .init(id: "sessions", heading: "Sessions", isNumeric: true),
        ]
        func row(year: String, kind: String, sessions count: Int, level: Int, of addends: [Int] = []) -> Grid.Row {
            Grid.Row(
                [.text(year), .text(kind), .whole(count)], isTotal: !addends.isEmpty, level: level, addends: addends,
                additiveColumns: addends.isEmpty ? [] : [2])
        }
        return Table(
            id: "activity", title: "Activity", subtitle: "",
            display: Grid(
                columns: columns,
                rows: [
                    row(year: "2017", kind: "Course", sessions: 2, level: 1),
                    row(year: "2017", kind: "Seminar", sessions: 3, level: 1),
                    row(year: "2017", kind: "Total", sessions: 5, level: 0, of: [0, 1]),
                    row(year: "2018", kind: "Course", sessions: 7, level: 1),
                    row(year: "2018", kind: "Total", sessions: 7, level: 0, of: [3]),
                    row(year: "Total", kind: "Course", sessions: 9, level: 1, of: [0, 3]),
                    row(year: "Total", kind: "Total", sessions: 12, level: 0, of: [0, 1, 3]),
                ]), comparison: .columns([2]))
    }

    /// Subtotals pass over each other, and the rows that they sum can be folded away.
    @Test func subtotalsHaveAnOutline() throws {
        let sheet = try #require(try read([nested])["Activity"])
        #expect(
            sheet.formulas == [
                "C7": "=SUBTOTAL(9,C5:C6)", "C9": "=SUBTOTAL(9,C8)", "C10": "=SUBTOTAL(9,C5,C8)",
                "C11": "=SUBTOTAL(9,C5:C6,C8)",
            ])
        #expect(sheet.levels.dropFirst(4).prefix(7) == [1, 1, 0, 1, 0, 1, 0])
        #expect(sheet.hasFilters == ["table_activity": false] && sheet.hasTotalRow == ["table_activity": false])
        #expect(sheet.conditional == ["C5:C6 C8": "dataBar"])
    }

    @Test func chartsLieBesideEachOther() throws {
        var table = crossTabulation(isAdditive: true, total: 6)
        table.display.rows[1].cells[2] = .whole(0)
        for form in [Chart.Form.columns, .bars, .lines] {
            for series in [Chart.Series.rows, .columns] {
                table.charts.append(
                    Chart(title: "A picture", unit: "", form: form, series: series, rows: 0...1, columns: 1...2))
            }
        }
        // A chart of totals shows them, though they are formulas.
        table.charts.append(
            Chart(title: "Totals", unit: "KWD", form: .bars, series: .columns, rows: 0...1, columns: 3...3))
        let book = try read([table])
        let fields = try #require(book["Charts"]).charts
        #expect(fields.count == 7)
        for (index, one) in fields.enumerated() {
            for other in fields.dropFirst(index + 1) {
                let isApart = one[2] < other[0] || other[2] < one[0] || one[3] < other[1] || other[3] < one[1]
                #expect(isApart, "\(one) and \(other)")
            }
            #expect(one[1] >= 2, "a chart lies on the title")
        }
    }

    /// The numbers kept with a chart, which viewers show that do not calculate, are those of the cells.
    @Test func chartsHoldTheNumbersOfTheirCells() throws {
        var table = crossTabulation(isAdditive: true, total: 6)
        table.charts = [Chart(title: "Totals", unit: "", form: .bars, series: .columns, rows: 0...1, columns: 3...3)]
        let folder = try TemporaryFolder()
        try writeWorkbook([document([table])], to: folder.path + "/a.xlsx")
        let script = """
            import re, sys, zipfile
            xml = zipfile.ZipFile(sys.argv[1]).read("xl/charts/chart1.xml").decode()
            print(re.findall("<c:v>([^<]*)</c:v>", re.search("<c:val>.*</c:val>", xml).group()))
            """
        #expect(try run(debianPython, ["-c", script, folder.path + "/a.xlsx"]).text == "['3', '3']\n")
    }

    @Test func contentsLeadToEverySheetAndBack() throws {
        let book = try read([nested, crossTabulation(isAdditive: true, total: 6)])
        let contents = try #require(book["Contents"])
        #expect(
            Set(contents.links.values) == ["'Activity'!A1", "'By state and year'!A1", "'Notes'!A1"])
        #expect(book["Activity"]?.links == ["A3": "'Contents'!A1"])
    }

    @Test func notesTellWhereTheFiguresComeFrom() throws {
        var table = nested
        table.definitions = [Definition(id: "sessions", term: "Sessions", text: "Delivered sessions.")]
        let texts = try #require(try read([table])["Notes"]).rows.flatMap { $0 }
        for text in ["Period", "all time", "Sessions", "Delivered sessions.", "courses.csv", "ab12"] {
            #expect(texts.contains(.text(text)), "\(text)")
        }
        #expect(texts.contains(.number(3)) && texts.contains(.number(1)))
    }
}
