import Reporting
import TrainingStats

/// Writes tables for a terminal: aligned columns, totals under a line, a bar beside the figures that matter.
public struct TextWriter: Sendable {
    /// Columns of the terminal; nil where the output is none, and nothing need be cut.
    private let width: Int?
    /// Whether titles are set off by the terminal's own styles.
    private let usesStyles: Bool

    /// A writer for a terminal of a width, or for a file.
    public init(width: Int? = nil, usesStyles: Bool = false) {
        self.width = width
        self.usesStyles = usesStyles
    }

    /// A whole report.
    public func text(of document: Document, barsBy column: String? = nil) -> String {
        var blocks = [styled(clean(document.title), "1")]
        blocks[0] +=
            "\n" + document.particulars.map { clean("\($0.label): \($0.value)") }.joined(separator: "\n") + "\n"
        blocks += document.tables.map { text(of: $0, barsBy: column) }
        return blocks.joined(separator: "\n")
    }

    /// One table with its title and notes; `column` names the figures that are drawn as bars.
    public func text(of table: Table, barsBy column: String? = nil) -> String {
        let title = styled(clean(table.title), "1")
        let subtitle = table.subtitle.isEmpty ? "" : styled(" · " + clean(table.subtitle), "2")
        let notes = table.notes.map { wrapped(clean($0)) + "\n" }.joined()
        return title + subtitle + "\n" + grid(table.display, barsBy: column) + notes
    }

    private func grid(_ grid: Grid, barsBy column: String?) -> String {
        let body = grid.rows.map { $0.cells.map { clean($0.displayText) } }
        var widths = grid.columns.enumerated().map { index, column in
            body.reduce(displayWidth(clean(column.heading))) { max($0, displayWidth($1[index])) }
        }
        shrink(&widths, grid.columns)
        let total = widths.reduce(0, +) + 2 * (widths.count - 1)
        let bars = bars(grid, column, room: min(40, (width ?? 100) - total - 2))
        func line(_ cells: [String], _ bar: String = "") -> String {
            let fields = zip(cells, zip(widths, grid.columns)).map { padded($0, $1.0, isRight: $1.1.isNumeric) }
            var line = fields.joined(separator: "  ") + (bar.isEmpty ? "" : "  " + bar)
            while line.hasSuffix(" ") { line.removeLast() }
            return line + "\n"
        }
        let rule = String(repeating: "─", count: total) + "\n"
        var text = styled(String(line(grid.columns.map { clean($0.heading) }).dropLast()), "1") + "\n" + rule
        for (index, row) in grid.rows.enumerated() {
            let opensTotals = row.isTotal && index > 0 && !grid.rows[index - 1].isTotal
            if opensTotals, grid.rows[index...].allSatisfy(\.isTotal) { text += rule }
            text += line(body[index], bars.isEmpty ? "" : bars[index])
        }
        return text
    }

    /// Cuts the widest columns of words until the table fits; figures and identifiers are never cut.
    private func shrink(_ widths: inout [Int], _ columns: [Grid.Column]) {
        guard let width else { return }
        let least = 12
        while widths.reduce(0, +) + 2 * (widths.count - 1) > width {
            let candidates = columns.indices.filter {
                !columns[$0].isNumeric && !columns[$0].keepsWhole && widths[$0] > least
            }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
        }
    }

    /// A bar for each row but the totals, the longest as long as there is room; none where there is no room.
    private func bars(_ grid: Grid, _ column: String?, room: Int) -> [String] {
        guard let index = grid.columns.firstIndex(where: { $0.id == column }), room >= 8 else { return [] }
        let values = grid.rows.map { row in row.isTotal ? nil : row.cells[index].number }
        let most = values.compactMap(\.self).max() ?? 0
        guard most > 0 else { return [] }
        return values.map { bar(length: max(0, $0 ?? 0) / most * Double(room)) }
    }

    private func bar(length: Double) -> String {
        let eighths = Int((length * 8).rounded())
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return styled(String(repeating: "█", count: eighths / 8) + parts[eighths % 8], "36")
    }

    private func padded(_ text: String, _ width: Int, isRight: Bool) -> String {
        let text = displayWidth(text) > width ? cut(text, to: width) : text
        let space = String(repeating: " ", count: max(0, width - displayWidth(text)))
        return isRight ? space + text : text + space
    }

    private func cut(_ text: String, to width: Int) -> String {
        var result = text
        while displayWidth(result) > width - 1 { result.removeLast() }
        return result + "…"
    }

    /// A paragraph broken at spaces to fit the terminal.
    private func wrapped(_ text: String) -> String {
        guard let width, displayWidth(text) > width else { return text }
        var lines = [""]
        for word in text.split(separator: " ") {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if displayWidth(line) + 1 + displayWidth(String(word)) <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }

    private func styled(_ text: String, _ code: String) -> String {
        usesStyles && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// How many columns of a terminal a text takes.
func displayWidth(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { width, character in
        guard let scalar = character.unicodeScalars.first else { return width }
        switch scalar.properties.generalCategory {
        case .format, .nonspacingMark, .enclosingMark: return width
        default: break
        }
        let isWide =
            (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
            || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
            || (0xFF00...0xFF60).contains(scalar.value) || (0x1F300...0x1FAFF).contains(scalar.value)
        return width + (isWide ? 2 : 1)
    }
}
