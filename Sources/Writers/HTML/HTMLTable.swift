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
        foot = grid.firstOfTotals ?? grid.rows.count
        if case .block(let columns) = table.comparison {
            let numbers = table.display.rows.filter { !$0.isTotal && !$0.isUnknown }.flatMap { row in
                columns.compactMap { row.cells[$0].finite }
            }
            shades = (numbers.max() ?? 0, Set(columns))
        } else {
            shades = nil
        }
    }

    /// Whether readers can sort it: where totals stand between the rows, an order by figures would part them from what they sum
    /// up.
    private var sorts: Bool { foot > 1 && !grid.rows[..<foot].contains(where: \.isTotal) }

    /// The table's text.
    var text: String {
        let id = markup(table.id)
        let hasCaption = !table.subtitle.isEmpty
        let names = "aria-labelledby=\"\(id)-title\(hasCaption ? " \(id)-caption" : "")\""
        var text = "<div class=\"held\(grid.rows.count <= Self.mostRowsTogether ? " whole" : "")\">\n"
        if hasCaption { text += "<p class=\"caption\" id=\"\(id)-caption\">\(prose(table.subtitle, language))</p>\n" }
        text += "<div class=\"box\" role=\"group\" \(names) tabindex=\"0\">\n<table \(names)"
        text +=
            "\(sorts ? " data-sorts" : "")\(table.excerpt == nil ? "" : " class=\"long\" data-all=\"\(markup(allRows))\"")>\n"
        text +=
            "\(columnGroups)<thead>\n\(headings)</thead>\n<tbody>\n\(lines(0..<foot))</tbody>\n"
        if foot < grid.rows.count { text += "<tfoot>\n\(lines(foot..<grid.rows.count))</tfoot>\n" }
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
    /// How many digits of the usual and of small letters fit beside each other on paper, upright and across.
    private static let (upright, uprightSmall, across) = (115.0, 140.0, 170.0)
    /// The room beside the words of a column in letters of the usual size and in small ones, in their digits.
    private static let (space, spaceSmall) = (2.0, 1.0)
    /// The length from which a word, such as a digest, may be broken anywhere.
    private static let longWord = 30
    /// How wide a column of words is at most before its words are broken over lines, in digits.
    private static let mostWords = 26.0

    /// The class by which the table has the paper that it needs; empty for upright paper and letters of the usual size.
    var paper: String {
        let width = grid.columns.indices.map { index in
            let heading = grid.headings[index].split(separator: " ").map { TextMeasure.digits(String($0)) }.max() ?? 0
            let cells = grid.rows.map { TextMeasure.digits($0.cells[index].displayText(digits)) }.max() ?? 0
            return max(heading, grid.columns[index].isNumeric ? cells : min(cells, Self.mostWords))
        }.reduce(0, +)
        let columns = Double(grid.columns.count)
        if width + columns * Self.space <= Self.upright { return "" }
        if width + columns * Self.spaceSmall <= Self.uprightSmall { return "small" }
        return width + columns * Self.space <= Self.across ? "wide" : "wide small"
    }

    /// Whether a row's first words, up to a column, are those of the row above in a table that keeps its order.
    private func repeats(_ column: Int, _ row: Grid.Row, _ before: Grid.Row?) -> Bool {
        guard !sorts, column < labels - 1, let before else { return false }
        return row.cells[...column] == before.cells[...column]
    }

    private func lines(_ rows: Range<Int>) -> String {
        rows.map { line(grid.rows[$0], after: $0 > rows.lowerBound ? grid.rows[$0 - 1] : nil) }.joined()
    }

    private func line(_ row: Grid.Row, after before: Grid.Row?) -> String {
        let cells = row.cells.enumerated().map { index, cell in
            let shown = shownText(cell)
            // Nothing names nothing: a heading without words would be read out as one.
            if index < labels, shown.isEmpty { return "<td class=\"t\"></td>" }
            if index < labels {
                return "<th scope=\"row\"\(repeats(index, row, before) ? " class=\"again\"" : "")>\(shown)</th>"
            }
            return
                "<td\(attributes(of: cell, column: index, row: row))>\(isInWords(cell) ? withUnit(shown) : shown)</td>"
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
        guard grid.columns[index].isNumeric else {
            let text = cell.displayText
            let isLong =
                text.utf8.count > Self.longWord && text.split(separator: " ").contains { $0.count > Self.longWord }
            return isLong ? " class=\"t w\"" : " class=\"t\""
        }
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
    // A whole number is shown as it is.
    if case .whole = cell { return "" }
    guard cell.isNumber else { return "" }
    var shown = cell.displayText.utf8.filter { $0 != UInt8(ascii: ",") }
    if shown.contains(UInt8(ascii: ".")) {
        while shown.last == UInt8(ascii: "0") { shown.removeLast() }
        if shown.last == UInt8(ascii: ".") { shown.removeLast() }
    }
    let exact = cell.dataText
    return shown.elementsEqual(exact.utf8) ? "" : " data-v=\"\(markup(exact))\""
}
