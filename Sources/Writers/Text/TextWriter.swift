import Reporting
import Support
import TrainingStats

/// Writes tables for a terminal: aligned columns, totals under a line, a bar beside the figures that matter.
public struct TextWriter: Sendable {
    /// Columns of the terminal; nil if the output is no terminal, and nothing need be cut.
    private let width: Int?
    /// Whether titles are set off by the terminal's own styles.
    private let usesStyles: Bool
    /// How Arabic is laid out.
    private let direction: TextDirection

    /// A writer for a terminal of a width, or for a file.
    public init(width: Int? = nil, usesStyles: Bool = false, direction: TextDirection = .plain) {
        self.width = width
        self.usesStyles = usesStyles
        self.direction = direction
    }

    /// A whole report.
    public func text(of document: Document, barsBy column: String? = nil) -> String {
        let document = document.inItsDigits
        var blocks = [styled(direction.prose(terminalText(document.title)), "1")]
        blocks[0] +=
            "\n"
            + document.particulars.flatMap { paragraph(terminalText("\($0.label): \($0.value)")) }.joined(
                separator: "\n")
            + "\n"
        blocks += document.tables.map { text(of: $0, $0.excerpt?.grid, document.digits, barsBy: column) }
        return direction.whole(blocks.joined(separator: "\n"))
    }

    /// One table with its title and notes; `column` names the figures that are drawn as bars.
    ///
    /// The digits are those of the language unless given.
    public func text(
        of table: Table, _ language: Language = .en, digits: Digits? = nil, barsBy column: String? = nil
    ) -> String {
        let digits = digits ?? .usual(in: language)
        return direction.whole(text(of: table.inDigits(digits, language), nil, digits, barsBy: column))
    }

    private func text(of table: Table, _ excerpt: Grid?, _ digits: Digits, barsBy column: String?) -> String {
        let title = paragraph(terminalText(table.title)).map { styled($0, "1") }.joined(separator: "\n")
        let subtitle = table.subtitle.isEmpty ? "" : " · " + terminalText(table.subtitle)
        let isFit = width.map { displayWidth(terminalText(table.title) + subtitle) <= $0 } ?? true
        let below = paragraph(terminalText(table.subtitle)).map { "\n" + styled($0, "2") }.joined()
        let head = title + (isFit ? styled(direction.prose(subtitle), "2") : subtitle.isEmpty ? "" : below)
        let notes = ((excerpt == nil ? [] : [table.excerpt?.note].compactMap(\.self)) + table.notes).flatMap {
            paragraph(terminalText($0))
        }.map { $0 + "\n" }.joined()
        return head + "\n" + grid(excerpt ?? table.display, digits, barsBy: column) + notes
    }

    private func grid(_ grid: Grid, _ digits: Digits, barsBy column: String?) -> String {
        let layout = TextLayout(grid, digits, width: width, direction)
        return layout.parts.map { part in
            let bars =
                layout.parts.count > 1 ? [] : bars(grid, column, room: min(40, (width ?? 100) - layout.width(part) - 2))
            let rule = String(repeating: "─", count: layout.width(part)) + "\n"
            var text = layout.heading(part).map { heading(line: $0) }.joined() + rule
            let firstTotal = firstOfTotals(grid.rows)
            for index in grid.rows.indices {
                if index == firstTotal, index > 0 { text += rule }
                var lines = layout.row(index, part)
                if !bars.isEmpty, !bars[index].isEmpty {
                    let gap = String(repeating: " ", count: layout.width(part) - displayWidth(lines[0]) + 2)
                    lines[0] += gap + bars[index]
                }
                text += lines.joined(separator: "\n") + "\n"
            }
            return text
        }.joined(separator: "\n")
    }

    private func heading(line: TextLayout.HeadingLine) -> String {
        switch line {
        case .words(let words): styled(words, "1") + "\n"
        case .rule(let rule): rule + "\n"
        }
    }

    /// Where the totals at the end begin: those of all members of the first column.
    private func firstOfTotals(_ rows: [Grid.Row]) -> Int? {
        guard let last = rows.last, last.isTotal else { return nil }
        let others = rows.lastIndex { !$0.isTotal || $0.cells.first != last.cells.first }
        return others.map { $0 + 1 } ?? 0
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
        if direction == .rightToLeft {
            // Of the parts of a block that stand at the right there is the half alone.
            let halves = Int((length * 2).rounded())
            return styled(String(repeating: "█", count: halves / 2) + (halves % 2 == 1 ? "▐" : ""), "36")
        }
        let eighths = Int((length * 8).rounded())
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return styled(String(repeating: "█", count: eighths / 8) + parts[eighths % 8], "36")
    }

    /// The lines of a paragraph, broken at spaces to fit the terminal.
    private func paragraph(_ text: String) -> [String] {
        (width.map { broken(text, to: $0) } ?? [text]).map(direction.prose)
    }

    private func styled(_ text: String, _ code: String) -> String {
        usesStyles && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
