import Reporting
import Support
import TrainingStats

/// A picture of a table as SVG.
public struct TablePicture: Sendable {
    /// Names the file: the table's identifier, with a number from the second picture on.
    public let name: String
    /// Title.
    public let title: String
    /// The drawing as a file of its own.
    public var file: String { drawing.file }
    /// The drawing as part of a page, and the same for phones, of which the page shows one.
    ///
    /// A heat table that has no room on a phone stands alone; it is too wide there.
    var elements: [String] {
        [drawing.element] + (fitsPhones ? [drawing(named: name + "-narrow", width: Canvas.narrowWidth).element] : [])
    }

    /// Whether a phone has room for it.
    var fitsPhones: Bool {
        !isShading
            || ChartDrawing.hasRoom(forHeat: chart, of: table.display, width: Canvas.narrowWidth, language, digits)
    }

    /// Whether it shades the figures of the table, as the cells of pages and workbooks can be shaded themselves.
    var isShading: Bool { chart.form == .heat }

    private let chart: Chart
    private let table: Table
    private let language: Language
    private let digits: Digits
    private var drawing: ChartDrawing { drawing(named: name, width: Canvas.width) }

    private func drawing(named name: String, width: Double) -> ChartDrawing {
        ChartDrawing(chart, of: table, named: "chart-" + name, width: width, language, digits)
    }

    /// The pictures of a table, with digits in words and figures.
    public static func all(of table: Table, _ language: Language, _ digits: Digits) -> [TablePicture] {
        let table = table.inDigits(digits, language)
        let drawn = table.charts.filter {
            $0.form != .heat
                || ChartDrawing.hasRoom(forHeat: $0, of: table.display, width: Canvas.width, language, digits)
        }
        return drawn.enumerated().map { index, chart in
            TablePicture(chart, of: table, named: index == 0 ? table.id : "\(table.id)-\(index + 1)", language, digits)
        }
    }

    private init(
        _ chart: Chart, of table: Table, named name: String, _ language: Language, _ digits: Digits
    ) {
        self.name = name
        title = chart.title
        (self.chart, self.table, self.language, self.digits) = (chart, table, language, digits)
    }
}
