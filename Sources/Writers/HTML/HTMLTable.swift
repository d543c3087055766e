import Reporting
import Support
import TrainingStats

/// A table of a page in a box of its own, which scrolls where the table is wider than the page; what the table is about stands
/// over the box and stays in sight.
struct HTMLTable {
    private let table: Table
    private let language: Language
    private let digits: Digits
    private let grid: Grid
    /// How many columns name a row.
    private let labels: Int
    /// The first of the totals at the end.
    private let foot: Int
    /// The greatest figure of those to be compared with each other, and their columns.
    private let shades: (most: Double, columns: Set<Int>)?

    init(_ table: Table, _ language: Language, _ digits: Digits) {
        self.table = table
        self.language = language
        self.digits = digits
        grid = table.display
        labels = max(1, min(grid.columns.count, grid.columns.prefix { !$0.isNumeric }.count))
        foot = (grid.rows.lastIndex { !$0.isTotal } ?? -1) + 1
        if case .block(let columns) = table.comparison {
            let numbers = table.display.rows.filter { !$0.isTotal && !$0.isUnknown }.flatMap { row in
                columns.compactMap { row.cells[$0].finite }
            }
            shades = (numbers.max() ?? 0, Set(columns))
        } else {
            shades = nil
        }
    }

    /// The table's text.
    ///
    /// Where totals stand between the rows, an order by figures would part them from what they sum up: such a table does
    /// not sort.
    var text: String {
        let id = markup(table.id)
        let sorts = foot > 1 && !grid.rows[..<foot].contains(where: \.isTotal)
        let hasCaption = !table.subtitle.isEmpty
        let names = "aria-labelledby=\"\(id)-title\(hasCaption ? " \(id)-caption" : "")\""
        var text = "<div class=\"held\(grid.rows.count <= Self.mostRowsTogether ? " whole" : "")"
        text += "\(grid.columns.count > Self.mostColumnsUpright ? " wide" : "")"
        text += "\(grid.columns.count > Self.mostColumnsOfUsualSize ? " widest" : "")\">\n"
        if hasCaption { text += "<p class=\"caption\" id=\"\(id)-caption\">\(prose(table.subtitle, language))</p>\n" }
        text += "<div class=\"box\" role=\"group\" \(names) tabindex=\"0\">\n<table \(names)"
        text +=
            "\(sorts ? " data-sorts" : "")\(table.excerpt == nil ? "" : " class=\"long\" data-all=\"\(markup(allRows))\"")>\n"
        text +=
            "\(columnGroups)<thead>\n\(headings)</thead>\n<tbody>\n\(grid.rows[..<foot].map(line).joined())</tbody>\n"
        if foot < grid.rows.count { text += "<tfoot>\n\(grid.rows[foot...].map(line).joined())</tfoot>\n" }
        text += "</table>\n</div>\n"
        if let excerpt = table.excerpt { text += "<p class=\"paper\">\(prose(excerpt.note, language))</p>\n" }
        return text + "</div>\n"
    }

    /// What shows all rows of a long table.
    private var allRows: String {
        let rows = digits.figure(PlainNumber.display(String(foot), places: 0))
        return language(Sentence.showAll, ["count": rows])
    }

    /// The columns that belong together, for those who hear the table; none where no heading spans any.
    private var columnGroups: String {
        guard let innermost = grid.groups.last else { return "" }
        let spans = [grid.keyCount] + innermost.map(\.columns.count)
        return spans.map { "<colgroup span=\"\($0)\"></colgroup>" }.joined() + "\n"
    }

    /// The rows of headings: over the last one a row for each level of groups, beside which the headings of the key stand.
    private var headings: String {
        let levels = grid.groups.count
        let rows = levels == 0 ? "" : " rowspan=\"\(levels + 1)\""
        let cells = zip(grid.columns, grid.headings).enumerated().map { index, column in
            "<th scope=\"col\"\(index < grid.keyCount ? rows : "")\(column.0.isNumeric ? " class=\"n\"" : "")>"
                + "\(markup(column.1))</th>"
        }
        let over = grid.groups.enumerated().map { level, groups in
            let spanning = groups.map {
                "<th scope=\"colgroup\" colspan=\"\($0.columns.count)\">\(markup($0.heading))</th>"
            }
            return "<tr>\((level == 0 ? cells.prefix(grid.keyCount) : []).joined())\(spanning.joined())</tr>\n"
        }
        return over.joined() + "<tr>\(cells.dropFirst(levels == 0 ? 0 : grid.keyCount).joined())</tr>\n"
    }

    /// The most rows that stand on one page of paper.
    private static let mostRowsTogether = 30
    /// The most columns that an upright page of paper holds.
    private static let mostColumnsUpright = 11
    /// The most columns that a page of paper across holds in letters of the usual size for wide tables.
    private static let mostColumnsOfUsualSize = 22

    private func line(_ row: Grid.Row) -> String {
        let cells = row.cells.enumerated().map { index, cell in
            let shown = shownText(cell)
            // Nothing names nothing: a heading without words would be read out as one.
            if index < labels, shown.isEmpty { return "<td class=\"t\"></td>" }
            if index < labels { return "<th scope=\"row\">\(shown)</th>" }
            return "<td\(attributes(of: cell, column: index, row: row))>\(isInWords(cell) ? withUnit(shown) : shown)</td>"
        }
        let kind = row.isTotal ? " class=\"total\"" : row.isUnknown && table.excerpt != nil ? " class=\"unknown\"" : ""
        return "<tr\(kind)>\(cells.joined())</tr>\n"
    }


    /// Words without any Arabic letter run from left to right, with the marks at their end.
    private func shownText(_ cell: Cell) -> String {
        let shown = prose(cell.displayText(digits), language)
        guard language.isRightToLeft, case .text(let words) = cell.unmarked, !words.hasArabic,
            words.contains(where: \.isLetter)
        else { return shown }
        return "<bdi dir=\"ltr\">\(shown)</bdi>"
    }

    /// Whether a figure in Latin digits has a unit in words that run from right to left.
    private func isInWords(_ cell: Cell) -> Bool {
        guard language.isRightToLeft, digits == .latn, case .points = cell.unmarked.unsigned else { return false }
        return true
    }

    /// A figure goes without a class; it is what most cells are.
    private func attributes(of cell: Cell, column index: Int, row: Grid.Row) -> String {
        guard grid.columns[index].isNumeric else { return " class=\"t\"" }
        var classes = isInWords(cell) ? ["u"] : []
        if let shades, !row.isTotal, !row.isUnknown, shades.columns.contains(index) {
            let step = ChartStyle.step(cell.finite ?? 0, of: shades.most)
            if step > 0 { classes.append("g\(step)") }
        }
        return (classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\"") + exactValue(cell)
    }
}

/// A figure whose unit is in words: among words that run from right to left it keeps its own direction.
func withUnit(_ shown: String) -> String {
    guard let end = shown.firstIndex(of: " ") else { return shown }
    return "<bdi dir=\"ltr\">\(shown[..<end])</bdi>\(shown[end...])"
}

/// An attribute with the number that data output has, where the figure shown is rounded or in percent; empty where the
/// figure says as much.
func exactValue(_ cell: Cell) -> String {
    guard cell.isNumber else { return "" }
    var shown = cell.displayText.utf8.filter { $0 != UInt8(ascii: ",") }
    if shown.contains(UInt8(ascii: ".")) {
        while shown.last == UInt8(ascii: "0") { shown.removeLast() }
        if shown.last == UInt8(ascii: ".") { shown.removeLast() }
    }
    let exact = cell.dataText
    return shown.elementsEqual(exact.utf8) ? "" : " data-v=\"\(markup(exact))\""
}
