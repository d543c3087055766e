import Reporting
import Support
import TrainingStats

/// The first sheet of a workbook: warnings, the table of the key figures with their trend in further columns, a small chart of
/// the trend of each figure that stands first, and what stands out.
struct KeyFigureSheet {
    /// How many charts stand beside each other, and how large they are in pixels and rows of the usual height.
    private static let chartsBeside = 3
    private static let (chartWidth, chartHeight, chartRows, gap) = (300.0, 170.0, 9, 12.0)

    private let figures: KeyFigures
    private let table: Table
    private let document: Document

    /// The sheet of the key figures of a document, with the table that has them.
    init(_ figures: KeyFigures, _ table: Table, _ document: Document) {
        (self.figures, self.table, self.document) = (figures, table, document)
    }

    /// Writes everything; the Excel table has the name.
    func write(
        to sheet: Sheet, named name: String, contents: Sheet, in workbook: inout Workbook
    ) throws(WriteError) {
        let table = wholeTable
        let charts = charts(of: table)
        let rows = (charts.count + Self.chartsBeside - 1) / Self.chartsBeside * Self.chartRows + 1
        let layout = AnalystTable(
            table, rows: table.display.rows[...], named: name, language: document.language, theme: sheet.theme,
            story: AnalystTable.Story(
                above: words(figures.warnings), rowsOfPictures: rows,
                below: [(figures.headingOfFindings, words(figures.findings))]))
        try layout.write(to: sheet, contents: contents, in: &workbook)
        let firstRow = layout.headingRow + table.display.rows.count + 2
        for (index, chart) in charts.enumerated() {
            let entry = ChartSheet.Entry(
                chart: chart, grid: table.display, sheet: sheet.name, headingRow: layout.headingRow,
                width: Self.chartWidth)
            let place = Double(index % Self.chartsBeside) * (Self.chartWidth + Self.gap)
            try sheet.place(
                try NativeChart(entry, sheet.theme, in: &workbook).handle,
                row: firstRow + index / Self.chartsBeside * Self.chartRows, column: 0, offset: Int(place),
                scale: (Self.chartWidth / ChartSheet.usualWidth, Self.chartHeight / ChartSheet.usualHeight),
                description: chart.title)
        }
    }

    private func words(_ statements: [KeyFigures.Statement]) -> [String] {
        statements.map { $0.text { $0.displayText(document.digits) } }
    }

    /// The table with the figures of its trends in columns at the end.
    private var wholeTable: Table {
        var whole = table
        whole.title = document.title
        whole.subtitle = document.language.list([figures.title, figures.caption])
        guard let trends = table.trends, trends.rows.count == table.display.rows.count else { return whole }
        let figures = whole.display.keyCount..<whole.display.columns.count
        whole.display.groups = [
            [
                .init(heading: self.figures.title, columns: figures),
                .init(
                    heading: trends.heading, columns: figures.upperBound..<(figures.upperBound + trends.periods.count)),
            ]
        ]
        whole.display.columns += trends.periods.enumerated().map { index, period in
            Grid.Column(id: "trend-\(index)", heading: period, isNumeric: true)
        }
        for (row, cells) in trends.rows.enumerated() {
            whole.display.rows[row].cells += cells.isEmpty ? trends.periods.map { _ in Cell.empty } : cells
        }
        return whole
    }

    /// A chart of the trend of each tile that has one.
    private func charts(of table: Table) -> [Chart] {
        guard let trends = table.trends, trends.periods.count > 1 else { return [] }
        let columns = (table.display.columns.count - trends.periods.count)...(table.display.columns.count - 1)
        return figures.tiles.compactMap { tile in
            guard !tile.trend.isEmpty, let row = table.display.rows.firstIndex(where: { $0.definition == tile.id })
            else { return nil }
            // As the row is named: where headcounts leave figures open it has the least of them.
            return Chart(
                title: table.display.rows[row].cells.first?.displayText ?? tile.label, unit: "", form: .columns,
                series: .rows, rows: row...row, columns: columns)
        }
    }
}
