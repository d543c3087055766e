import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting
@testable import Writers

/// The list of all figures in workbooks for analysts.
struct FigureListTests {
    private static let definitions = [
        Definition(id: "sessions", term: "Sessions", text: "", adds: "everywhere"),
        Definition(id: "trainees", term: "Trainees", text: "", adds: "no"),
    ]

    private static func document(_ tables: [Table], _ language: Language = .en) -> Document {
        Document(title: "T", language: language, particulars: [], tables: tables, reportingDay: .day("2019-12-31"))
    }

    /// Codes of members in the data, their names for people.
    private static func byYear() -> Table {
        func column(_ id: String, _ heading: String, isFigure: Bool = true) -> Grid.Column {
            .init(id: id, heading: heading, isNumeric: isFigure, definition: isFigure ? id : nil)
        }
        let columns = [
            column("kind", "Kind", isFigure: false), column("sessions", "Sessions"),
            column("sessions:change", "Sessions: change"),
        ]
        let rows = [
            Grid.Row([.text("course"), .whole(5), .whole(2)]),
            Grid.Row([.text("_T"), .whole(5), .empty], isTotal: true),
        ]
        var table = Table(
            id: "kind", title: "By kind", subtitle: "", display: Grid(columns: columns, rows: rows),
            definitions: definitions,
            structure: DataStructure(title: BilingualText(en: "", ar: ""), dimensions: [], figures: []))
        table.dataNames = DataNames(columns: 0..<1) { _, row in
            row.cells[0] == .text("_T") ? "Total" : "الدورة 2019"
        }
        return table
    }

    private func words(_ list: FigureList) -> [String] {
        list.lines.map { line in
            (line.key.map { "\($0.heading)=\($0.member.displayText)" }
                + [line.isTotal ? "total" : "", line.figure, line.value.displayText, line.adds ?? "-"])
                .joined(separator: "|")
        }
    }

    /// A measure adds up along what its definition says, and its change along nothing.
    @Test func membersHaveNames() {
        #expect(
            words(FigureList(Self.byYear(), Self.document([]))) == [
                "Kind=الدورة 2019||Sessions|5|everywhere", "Kind=الدورة 2019||Sessions: change|2|-",
                "Kind=Total|total|Sessions|5|everywhere",
            ])
    }

    /// Words have the digits of the report.
    @Test func digitsAreThoseOfTheReport() {
        #expect(words(FigureList(Self.byYear(), Self.document([], .ar)))[0].contains("=الدورة ٢٠١٩|"))
    }

    /// Of tables that are no plain summary, words stand in place of codes; a column adds up if its total is its sum.
    @Test func listsForPeopleAreTaken() {
        func grid(_ words: [String]) -> Grid {
            var grid = Grid(
                columns: [
                    .init(id: "measure", heading: "Figure", isNumeric: false),
                    .init(id: "current", heading: "2019", isNumeric: true, definition: "sessions"),
                    .init(id: "rows", heading: "Rows", isNumeric: true),
                    .init(id: "status", heading: "Status", isNumeric: false),
                ],
                rows: [
                    Grid.Row([.text(words[0]), .whole(5), .whole(7), .text(words[1])], definition: "sessions"),
                    Grid.Row(
                        [.text(words[2]), .empty, .whole(7), .empty], isTotal: true, addends: [0], additiveColumns: [2]),
                ])
            grid.columns[1].period = "2019"
            return grid
        }
        var table = Table(
            id: "t", title: "T", subtitle: "", display: grid(["Sessions", "met", "Total"]),
            data: grid(["sessions", "MET", "_T"]), definitions: Self.definitions)
        table.trends = .init(
            heading: "", periods: ["2017", "2019", "2019 (in part)"], rows: [[.whole(1), .whole(5), .whole(4)], []])
        let list = FigureList(table, Self.document([]))
        #expect(words(list) == ["|Sessions|5|-", "|Sessions, Rows|7|yes", "total|Total, Rows|7|yes", "|Sessions|1|-"])
        #expect(list.lines.map(\.period) == ["2019", "2019", "2019", "2017"])
        #expect(list.lines.allSatisfy { $0.unit == "number" })
    }

    /// No two headings are alike, in either language, and a list that is too long keeps its filters.
    @Test(arguments: Language.allCases) func headingsAreUnique(language: Language) throws {
        var table = Self.byYear()
        table.display.columns[1].isNumeric = false
        table.data.columns[1].isNumeric = false
        var document = Self.document([table, table], language)
        document.keyFigures = KeyFigures(
            title: "K", table: "", caption: "", tiles: [], headingOfFindings: "", findings: [], warnings: [])
        let folder = try TemporaryFolder()
        try writeWorkbook([document], profile: .analyst, to: folder.path + "/a.xlsx", rowLimit: 12)
        let book = try ReadWorkbook(path: folder.path + "/a.xlsx")
        let data = try #require(book[language(Phrase.data)])
        let headings = data.rows[0].compactMap { if case .text(let text) = $0 { text } else { nil } }
        #expect(headings.count == 12 && Set(headings).count == 12, "\(headings)")
        #expect(data.frozen == "A2" && data.filtered == "A1:L\(data.rows.count)")
    }
}
