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
        var blocks = [styled(direction.prose(terminalText(document.title)), "1") + "\n"]
        if !document.lead.isEmpty { blocks[0] += lines([document.lead]) }
        blocks[0] += statements(document.keyFigures?.warnings ?? [], document.digits)
        for table in document.tables {
            let isOfKeyFigures = table.id == document.keyFigures?.table
            blocks.append(
                text(
                    of: isOfKeyFigures ? table.showingTrends() : table, table.excerpt?.grid,
                    document.language, document.digits, barsBy: column))
            if isOfKeyFigures, let figures = document.keyFigures, !figures.findings.isEmpty {
                blocks.append(
                    styled(direction.prose(terminalText(figures.headingOfFindings)), "1") + "\n"
                        + statements(figures.findings, document.digits))
            }
        }
        if !document.particulars.isEmpty {
            blocks.append(lines(document.particulars.map { "\($0.label): \($0.value)" }))
        }
        return direction.whole(blocks.joined(separator: "\n"))
    }

    /// One table with its title and notes; `column` names the figures that are drawn as bars.
    ///
    /// The digits are those of the language unless given.
    public func text(
        of table: Table, _ language: Language = .en, digits: Digits? = nil, barsBy column: String? = nil
    ) -> String {
        let digits = digits ?? .usual(in: language)
        return direction.whole(text(of: table.inDigits(digits, language), nil, language, digits, barsBy: column))
    }

    private func text(
        of table: Table, _ excerpt: Grid?, _ language: Language, _ digits: Digits, barsBy column: String?
    ) -> String {
        let title = paragraph(terminalText(table.title)).map { styled($0, "1") }.joined(separator: "\n")
        let subtitle = table.subtitle.isEmpty ? "" : " · " + terminalText(table.subtitle)
        let isFit = width.map { displayWidth(terminalText(table.title) + subtitle) <= $0 } ?? true
        let below = paragraph(terminalText(table.subtitle)).map { "\n" + styled($0, "2") }.joined()
        let head = title + (isFit ? styled(direction.prose(subtitle), "2") : subtitle.isEmpty ? "" : below)
        let grid = excerpt ?? table.display
        let notes =
            [excerpt == nil ? nil : table.excerpt?.note].compactMap(\.self) + table.notes
            + [Sentence.explanation(of: grid, language)].compactMap(\.self)
        let bars = TextBars(grid, by: column, marks: table.marks, direction)
        return head + "\n" + text(of: grid, digits, bars) + key(bars, language) + lines(notes)
    }

    private func text(of grid: Grid, _ digits: Digits, _ bars: TextBars?) -> String {
        let layout = TextLayout(grid, digits, width: width, direction)
        return layout.parts.enumerated().map { number, part in
            let beside = min(40, (width ?? 100) - layout.width(part) - 2)
            let standsBeside = layout.parts.count == 1 && beside >= (bars?.leastRoom ?? 0)
            // Bars with marks are read off, and have a line of their own where there is no room beside the figures.
            let below = bars?.hasMarks == true && !standsBeside && number == 0
            let rule = String(repeating: "─", count: layout.width(part)) + "\n"
            var text = layout.heading(part).map { heading(line: $0) }.joined() + rule
            let firstTotal = grid.firstOfTotals
            for index in grid.rows.indices {
                if index == firstTotal, index > 0 { text += rule }
                guard number == 0 || layout.says(index, part) else { continue }
                var lines = layout.row(index, part)
                if standsBeside, let bar = bars?.bar(of: index, room: beside), !bar.isEmpty {
                    let gap = String(repeating: " ", count: layout.width(part) - displayWidth(lines[0]) + 2)
                    lines[0] += gap + styled(bar, "36")
                }
                if below, let bar = bars?.bar(of: index, room: min(60, width ?? 100) - 2), !bar.isEmpty {
                    lines.append("  " + styled(bar, "36"))
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

    /// What the marks in bars mean; empty where there are none.
    private func key(_ bars: TextBars?, _ language: Language) -> String {
        guard let bars, bars.hasMarks else { return "" }
        let entries = bars.kinds.map { kind -> String in
            let word = language(kind == .target ? Phrase.target : .periodPassed)
            return "\(TextBars.sign(of: kind)) \(language.inSentence(word))"
        }
        return paragraph(entries.joined(separator: "   ")).map { styled($0, "2") + "\n" }.joined()
    }

    private func lines(_ texts: [String]) -> String {
        texts.flatMap { paragraph(terminalText($0)) }.map { $0 + "\n" }.joined()
    }

    private func statements(_ statements: [KeyFigures.Statement], _ digits: Digits) -> String {
        statements.flatMap { statement in
            paragraph(terminalText("- " + statement.text { $0.displayText(digits) }), indent: 2)
        }.map { $0 + "\n" }.joined()
    }

    /// The lines of a paragraph, broken at spaces to fit the terminal; all but the first can be set in.
    private func paragraph(_ text: String, indent: Int = 0) -> [String] {
        (width.map { broken(text, to: $0, indent: indent) } ?? [text]).map(direction.prose)
    }

    private func styled(_ text: String, _ code: String) -> String {
        usesStyles && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
