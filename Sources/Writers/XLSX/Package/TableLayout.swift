import Reporting

/// The measures of a table on a sheet: unique headings, widths of columns, height of the heading row.
struct TableLayout {
    /// The width of a column that nobody has set, in characters.
    static let plainWidth = 8.43

    let grid: Grid
    /// Headings as Excel tables need them: none empty, none twice, case aside, each on one line.
    ///
    /// Under headings of groups, which an Excel table cannot have, each group has the same ones.
    let headings: [String]
    /// The width of each column, in characters of the workbook's own font.
    let widths: [Double]
    private let theme: SheetTheme

    /// A word of a heading; what stands in brackets stays together.
    ///
    /// Invariant: nobody changes it. Made once, since making it takes as long as a table.
    private nonisolated(unsafe) static let word = /[^ \[]{0,9} ?\[[^\]]*\]|[^ \[]+/

    /// Lays a grid out; room for filter buttons is left where there are filters, and words are broken over lines beyond a
    /// width.
    init(_ grid: Grid, _ theme: SheetTheme, hasFilters: Bool, mostWords: Double = 66) {
        self.grid = grid
        self.theme = theme
        headings = grid.groups.isEmpty ? Self.unique(grid.headings, theme) : grid.headings.map { Self.line($0) }
        var widths: [Double] = []
        let buttons = hasFilters ? 3.0 : 1
        for (index, column) in grid.columns.enumerated() {
            let indent = 2 * Double(Self.indent(of: index, in: grid.columns, theme))
            var width = Self.longestWord(of: headings[index]) * theme.boldFactor + buttons + indent
            for row in grid.rows {
                let content = TextMeasure.digits(row.cells[index].displayText(theme.digits))
                let isBold = row.isTotal || column.isTotal
                width = max(width, content * (isBold ? theme.boldFactor : 1) + 1 + indent)
            }
            // A heading that nearly fits on a line stands on one, at a distance from the next.
            let heading = TextMeasure.digits(headings[index]) * theme.boldFactor + max(buttons, 2) + indent
            if heading <= width + 5 { width = max(width, heading) }
            let most = column.isNumeric ? 30 : mostWords * theme.widthFactor
            widths.append(min(max(width * theme.widthFactor, 7), most))
        }
        for group in grid.groups.joined() {
            // The heading is broken over lines; its longest word has room, spread over the columns of the group.
            let least = Self.longestWord(of: group.heading) * theme.boldFactor * theme.widthFactor + 2
            let missing = least - widths[group.columns].reduce(0, +)
            guard missing > 0 else { continue }
            for column in group.columns { widths[column] += missing / Double(group.columns.count) }
        }
        self.widths = widths
    }

    /// Words and figures that would touch keep their distance: what is set at the left behind what is set at the right.
    func indent(of column: Int) -> UInt8 { Self.indent(of: column, in: grid.columns, theme) }

    /// Over how many lines the words of a row are broken.
    func lines(of row: Grid.Row) -> Int {
        zip(row.cells, widths).map { cell, width in
            guard case .text(let text) = cell else { return 1 }
            return wrappedLines(text, width: width / theme.widthFactor)
        }.max() ?? 1
    }

    /// The height of the heading row, in points.
    var headingHeight: Double {
        let lines = headings.indices.map { index in
            let room = widths[index] / theme.widthFactor - 2 * Double(indent(of: index))
            return wrappedLines(headings[index], width: room / theme.boldFactor)
        }
        return theme.lineHeight * Double(lines.max() ?? 1) + 3
    }

    /// The height of a row of headings of groups, in points.
    func height(of groups: [Grid.ColumnGroup]) -> Double {
        let lines = groups.map { group in
            wrappedLines(
                group.heading, width: widths[group.columns].reduce(0, +) / theme.widthFactor / theme.boldFactor)
        }
        return theme.lineHeight * Double(lines.max() ?? 1) + 3
    }

    private static func longestWord(of heading: String) -> Double {
        heading.matches(of: word).map { TextMeasure.digits(String($0.output)) }.max() ?? 0
    }

    /// A heading on one line.
    private static func line(_ text: String) -> String {
        text.split { $0.isWhitespace && $0 != "\u{A0}" }.joined(separator: " ")
    }

    /// How far a column is set in from its neighbour.
    static func indent(of column: Int, in columns: [Grid.Column], _ theme: SheetTheme) -> UInt8 {
        guard column > 0 else { return 0 }
        // Figures are set at the right in both directions, words where the direction begins.
        let (before, this) = (columns[column - 1].isNumeric, columns[column].isNumeric)
        return before != this && this == theme.isRightToLeft ? 1 : 0
    }

    private static func unique(_ wanted: [String], _ theme: SheetTheme) -> [String] {
        var used: Set<String> = []
        return wanted.enumerated().map { index, text in
            let line = line(text)
            let base = line.isEmpty ? theme.digits.figure("\(index + 1)") : safeText(line, limit: 240)
            var heading = base
            var number = 2
            while !used.insert(heading.lowercased()).inserted {
                heading = base + theme.digits.figure(" (\(number))")
                number += 1
            }
            return heading
        }
    }
}

/// How high a row must be for a wrapped text, in points.
func paragraphHeight(_ text: String, width: Double, _ theme: SheetTheme) -> Double {
    theme.lineHeight * Double(wrappedLines(text, width: width / theme.widthFactor)) + 2
}

/// How many lines a text takes when it is broken at spaces, in a column of so many digits.
private func wrappedLines(_ text: String, width: Double) -> Int {
    let width = max(1, width)
    // Most texts stand on one line. Of equal widths the sums below may differ in their last digit.
    if !text.isOfLines, TextMeasure.digits(text) < width - 0.001 { return 1 }
    let space = TextMeasure.digits(" ")
    var lines = 0
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
        var used = 0.0
        lines += 1
        for word in paragraph.split(separator: " ") {
            let length = TextMeasure.digits(String(word))
            if used > 0, used + space + length > width {
                lines += 1
                used = 0
            }
            used += (used > 0 ? space : 0) + length
            // A word that is wider than the column is broken within.
            while used > width {
                lines += 1
                used -= width
            }
        }
    }
    return lines
}
