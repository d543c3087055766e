import Foundation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// How workbooks look, in either language: formats of numbers, direction, fonts, widths, tabs, paper.
struct WorkbookLookTests {
    /// One cell of each kind, below each other, with a second column of words.
    private static let cells: [Cell] = [
        .whole(1_234_567), .decimal(ExactDecimal(millionths: 374_210_500_000), places: 3), .real(17.04, places: 1),
        .share(0.637), .whole(-60), .points(-0.021, unit: "pp"),
    ]

    private func document(_ language: Language) throws -> Document {
        let isArabic = language.isRightToLeft
        let columns: [Grid.Column] = [
            .init(id: "state", heading: isArabic ? "الدولة" : "State", isNumeric: false),
            .init(id: "figure", heading: isArabic ? "الرقم" : "Figure", isNumeric: true),
            .init(id: "day", heading: isArabic ? "اليوم" : "Day", isNumeric: false),
        ]
        let name = isArabic ? "الإمارات العربية المتحدة" : "United Arab Emirates"
        let rows = Self.cells.map { Grid.Row([.text(name), $0, .date(.day("2019-06-30"))]) }
        var table = Table(
            id: "kinds", title: "kinds", subtitle: isArabic ? "كل الفترات" : "All time",
            display: Grid(columns: columns, rows: rows), notes: [isArabic ? "ملاحظة." : "A note."])
        table.charts = [Chart(title: "A picture", unit: "", form: .bars, series: .columns, rows: 0...1, columns: 1...1)]
        return Document(
            title: isArabic ? "تقرير" : "A report", subject: "", author: "", language: language,
            particulars: [.init(label: isArabic ? "الفترة" : "Period", value: isArabic ? "الكل" : "all")],
            inputs: [.init(file: "courses.csv", rows: 3, rejected: 1, emptyLines: 0, sha256: "ab12")],
            tables: [table], reportingDay: .day("2019-12-31"))
    }

    /// Shorthand keeps its brackets on sheets that run from right to left.
    @Test func shorthandIsIsolated() throws {
        let text = "[z] لا ينطبق"
        #expect(SheetTheme.analyst(try document(.en)).text(text) == text)
        #expect(SheetTheme.analyst(try document(.ar)).text(text) == "\u{2066}[z]\u{2069} لا ينطبق")
    }

    private func read(_ language: Language, _ profile: WorkbookProfile = .analyst) throws -> ReadWorkbook {
        let folder = try TemporaryFolder()
        try writeWorkbook([try document(language)], profile: profile, to: folder.path + "/a.xlsx")
        return try withExtendedLifetime(folder) { try ReadWorkbook(path: folder.path + "/a.xlsx") }
    }

    /// Arabic-Indic digits come from the formats alone: the formats are the English ones behind a mark, and the numbers the same.
    @Test(arguments: WorkbookProfile.allCases) func numbersAndDaysHaveFormats(profile: WorkbookProfile) throws {
        let formats = ["#,##0", "#,##0.0", "#,##0.000", "0.0\" pp\"", "0.0%", "yyyy-mm-dd"]
        let (english, arabic) = (try read(.en, profile), try read(.ar, profile))
        let (one, other) = (try #require(english["kinds"]), try #require(arabic["kinds"]))
        #expect(one.numberFormats == formats)
        #expect(other.numberFormats == formats.map { "[$-2000401]" + $0 })
        for (left, right) in zip(one.rows, other.rows) {
            for case (.number(let left), let right) in zip(left, right) { #expect(right == .number(left)) }
        }
        #expect(one.rows.joined().filter { if case .number = $0 { true } else { false } }.count == Self.cells.count)
    }

    @Test(arguments: WorkbookProfile.allCases) func arabicIsArabicThroughout(profile: WorkbookProfile) throws {
        for sheet in try read(.ar, profile).sheets where sheet.rows.joined().contains(where: { $0 != .empty }) {
            #expect(sheet.isRightToLeft && sheet.readingOrders == [2] && sheet.fonts == ["Arial"], "\(sheet.name)")
        }
        for sheet in try read(.en, profile).sheets {
            #expect(!sheet.isRightToLeft && sheet.readingOrders == [0], "\(sheet.name)")
        }
    }

    @Test(arguments: Language.allCases) func analystSheetsAreSetUpForPaper(language: Language) throws {
        let book = try read(language)
        #expect(book.sheets.count == 4 && book.sheets[2].name == "kinds")
        for (index, sheet) in book.sheets.enumerated() {
            // Charts keep their size: so many fit on a page.
            let expected = ReadWorkbook.Printing(
                fitsWidth: index != 1, repeatedRows: index == 2 ? "$4:$4" : nil, numbersPages: true)
            #expect(sheet.printing == expected, "\(sheet.name)")
            #expect(sheet.tabColour == (index == 2 ? "8EA9DB" : "1F4E79"), "\(sheet.name)")
        }
    }

    /// Accessible sheets have neither headers nor footers; headings are repeated on paper.
    @Test func publicationSheetsAreSetUpForPaper() throws {
        for (index, sheet) in try read(.en, .publication).sheets.enumerated() {
            #expect(sheet.printing.isLandscape && sheet.printing.fitsWidth && !sheet.printing.numbersPages)
            #expect((sheet.printing.repeatedRows != nil) == (index > 0), "\(sheet.name)")
        }
    }

    /// A figure that does not fit its column would be shown as `####`: each has room, as wide as it is shown.
    @Test(arguments: Language.allCases, WorkbookProfile.allCases)
    func figuresHaveRoom(language: Language, profile: WorkbookProfile) throws {
        let sheet = try #require(try read(language, profile)["kinds"])
        let letters = profile == .publication ? 12.0 / 11 : 1
        let widest = Self.cells.map { TextMeasure.digits($0.displayText) }.max() ?? 0
        #expect(try #require(sheet.widths["B"]) >= widest * letters + 1)
        #expect(try #require(sheet.widths["C"]) >= TextMeasure.digits("2019-06-30") * letters + 1)
    }

    /// Arabic words begin at the right, where figures stand: a figure behind words keeps its distance, and rows are high enough.
    ///
    /// Days stand where words do, under their headings.
    @Test func arabicFiguresKeepTheirDistance() throws {
        let folder = try TemporaryFolder()
        for language in Language.allCases {
            try writeWorkbook([try document(language)], to: "\(folder.path)/\(language.rawValue).xlsx")
        }
        let script = """
            import openpyxl, sys
            for path in sys.argv[1:]:
                sheet = openpyxl.load_workbook(path)["kinds"]
                print(sheet["B5"].alignment.horizontal, sheet["B5"].alignment.indent, sheet.row_dimensions[5].height)
                print(sheet["C5"].alignment.horizontal, sheet["C4"].alignment.horizontal)
            """
        let read = try run(debianPython, ["-c", script, folder.path + "/en.xlsx", folder.path + "/ar.xlsx"])
        #expect(read.text == "None 0.0 None\nleft left\nright 1.0 18.0\nright right\n")
    }
}
