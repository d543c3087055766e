import Reporting

/// The measures of a table on a sheet: unique headings, widths of columns, height of the heading row.
struct TableLayout {
    /// The width of a column that nobody has set, in characters.
    static let plainWidth = 8.43

    let grid: Grid
    /// Headings as Excel tables need them: none empty, none twice, case aside, each on one line.
    let headings: [String]
    /// The width of each column, in characters of the workbook's own font.
    let widths: [Double]
    private let look: Look

    /// Lays a grid out; room for filter buttons is left where there are filters, and words are broken over lines beyond a
    /// width.
    init(_ grid: Grid, _ look: Look, hasFilters: Bool, mostWords: Double = 66) {
        self.grid = grid
        self.look = look
        headings = Self.unique(grid.columns.map(\.heading))
        var widths: [Double] = []
        for (index, column) in grid.columns.enumerated() {
            // What stands in brackets stays together.
            let words = headings[index].matches(of: /[^ \[]{0,9} ?\[[^\]]*\]|[^ \[]+/).map {
                TextMeasure.digits(String($0.output))
            }
            // Bold letters are wider than others.
            var width = (words.max() ?? 0) * 1.08 + (hasFilters ? 3 : 1)
            for row in grid.rows {
                let content = TextMeasure.digits(row.cells[index].displayText)
                let isBold = row.isTotal || column.isTotal
                width = max(width, content * (isBold ? 1.08 : 1) + 1 + 2 * Double(Self.indent(of: index, in: grid)))
            }
            let most = column.isNumeric ? 30 : mostWords
            widths.append(min(max(width * look.widthFactor, 7), most))
        }
        self.widths = widths
    }

    /// Words that stand behind a figure keep their distance from it.
    func indent(of column: Int) -> UInt8 { Self.indent(of: column, in: grid) }

    /// The height of a row, in points, where words are broken over lines; nil of a row of usual height.
    func height(of row: Grid.Row) -> Double? {
        let lines = zip(row.cells, widths).map { cell, width in
            guard case .text(let text) = cell else { return 1 }
            return wrappedLines(text, width: width / look.widthFactor)
        }
        guard let most = lines.max(), most > 1 else { return nil }
        return look.lineHeight * Double(most) + 2
    }

    /// The height of the heading row, in points.
    var headingHeight: Double {
        let lines = zip(headings, widths).map { wrappedLines($0, width: $1 / 1.08 / look.widthFactor) }
        return look.lineHeight * Double(lines.max() ?? 1) + 3
    }

    private static func indent(of column: Int, in grid: Grid) -> UInt8 {
        column > 0 && grid.columns[column - 1].isNumeric && !grid.columns[column].isNumeric ? 1 : 0
    }

    private static func unique(_ wanted: [String]) -> [String] {
        var used: Set<String> = []
        return wanted.enumerated().map { index, text in
            let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let base = line.isEmpty ? "\(index + 1)" : safeText(line, limit: 240)
            var heading = base
            var number = 2
            while !used.insert(heading.lowercased()).inserted {
                heading = "\(base) (\(number))"
                number += 1
            }
            return heading
        }
    }
}

/// How high a row must be for a wrapped text, in points.
func paragraphHeight(_ text: String, width: Double, _ look: Look) -> Double {
    look.lineHeight * Double(wrappedLines(text, width: width / look.widthFactor)) + 2
}

/// How many lines a text takes when it is broken at spaces, in a column of so many digits.
private func wrappedLines(_ text: String, width: Double) -> Int {
    let width = max(1, width)
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
