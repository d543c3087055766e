import Reporting
import Support
import TrainingStats

/// Writes reports in GitHub Flavored Markdown.
public struct MarkdownWriter: Sendable {
    /// A writer.
    public init() {}

    /// A whole report: title, key figures, contents, tables with their pictures and notes, and at the end what the report is.
    ///
    /// `picturePath` gives the path of a picture relative to the report; without it the report has no pictures.
    public func text(of document: Document, picturePath: ((String) -> String)? = nil) -> String {
        let document = document.inItsDigits
        var blocks = ["# " + inline(document.title)]
        if !document.lead.isEmpty { blocks.append(inline(document.lead)) }
        blocks += keyFigures(document)
        blocks.append("## " + inline(document.language(Phrase.contents)))
        let parts =
            document.tables.map { ($0.title, $0.id) }
            + [(document.language(Phrase.about), "about"), (document.language(Phrase.notes), "notes")]
        blocks.append(parts.map { "- [\(inline($0.0))](#\($0.1))" }.joined(separator: "\n"))
        if !document.omissions.isEmpty {
            blocks.append("**\(inline(document.language(Phrase.omitted)))**")
            blocks.append(
                document.omissions.map { "- \(inline($0.title)): \(inline($0.reason))" }.joined(separator: "\n"))
        }
        for table in document.tables where table.id != document.keyFigures?.table {
            blocks.append("<a id=\"\(table.id)\"></a>")
            let pictures = picturePath.map { path in
                TablePicture.all(of: table, document.language, document.digits).map {
                    "![\(inline($0.title))](\(path($0.name)))"
                }
            }
            blocks += self.blocks(
                of: table, table.excerpt?.grid ?? table.display, document.language, document.digits,
                pictures: pictures ?? [])
        }
        blocks += ["<a id=\"about\"></a>", "## " + inline(document.language(Phrase.about))]
        blocks.append(
            document.particulars.map { "- **\(inline($0.label))**: \(inline($0.value))" }.joined(separator: "\n"))
        blocks += ["<a id=\"notes\"></a>", "## " + inline(document.language(Phrase.notes))]
        let shorthand = document.shorthand.map { document.language($0) }
        blocks.append(list(shorthand + document.definitions.map(\.line)))
        return wrapped(blocks, document.language)
    }

    /// The key figures: warnings, their table with the trend of each, and what stands out.
    private func keyFigures(_ document: Document) -> [String] {
        guard let figures = document.keyFigures,
            let table = document.tables.first(where: { $0.id == figures.table })
        else { return [] }
        func statements(_ statements: [KeyFigures.Statement]) -> String {
            statements.map { statement in
                let words = directed(
                    inline(statement.text { $0.displayText(document.digits) }), document.language, document.digits)
                return "- " + (statement.table.map { "[\(words)](#\($0))" } ?? words)
            }.joined(separator: "\n")
        }
        var blocks = ["<a id=\"\(table.id)\"></a>", "## " + inline(figures.title), inline(figures.caption)]
        if !figures.warnings.isEmpty { blocks.append(statements(figures.warnings)) }
        blocks.append(grid(table.withTrends(), document.language, document.digits))
        if !figures.findings.isEmpty {
            blocks += ["**\(inline(figures.headingOfFindings))**", statements(figures.findings)]
        }
        return blocks + [notes(below: table.display, table.notes, document.language)].compactMap(\.self)
    }

    /// One table with its title and notes.
    ///
    /// The digits are those of the language unless given.
    public func text(of table: Table, _ language: Language, digits: Digits? = nil) -> String {
        let digits = digits ?? .usual(in: language)
        let table = table.inDigits(digits, language)
        return wrapped(blocks(of: table, table.display, language, digits), language)
    }

    private func wrapped(_ blocks: [String], _ language: Language) -> String {
        let blocks = language.isRightToLeft ? ["<div dir=\"rtl\">"] + blocks + ["</div>"] : blocks
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func blocks(
        of table: Table, _ shown: Grid, _ language: Language, _ digits: Digits, pictures: [String] = []
    ) -> [String] {
        var blocks = ["## " + inline(table.title)]
        if !table.subtitle.isEmpty { blocks.append(inline(table.subtitle)) }
        blocks += pictures
        blocks.append(grid(shown, language, digits))
        let isExcerpt = shown.rows.count < table.display.rows.count
        let notes = [isExcerpt ? table.excerpt?.note : nil].compactMap(\.self) + table.notes
        return blocks + [self.notes(below: shown, notes, language)].compactMap(\.self)
    }

    /// The notes below a grid, with what its shorthand means; nil where there is nothing to say.
    private func notes(below grid: Grid, _ notes: [String], _ language: Language) -> String? {
        let all = notes + [Sentence.explanation(of: grid, language)].compactMap(\.self)
        return all.isEmpty ? nil : list(all)
    }

    private func list(_ items: [String]) -> String { items.map { "- " + inline($0) }.joined(separator: "\n") }

    /// Among Arabic words, figures keep their own direction.
    private func directed(_ text: String, _ language: Language, _ digits: Digits) -> String {
        guard language.isRightToLeft, digits == .latn else { return text }
        return isolatingFigures(text) { "\u{2066}\($0)\u{2069}" }
    }

    private func grid(_ grid: Grid, _ language: Language, _ digits: Digits) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let head = line(grid.columns.map { inline($0.heading) })
        let rule = line(grid.columns.map { $0.isNumeric ? "---:" : "---" })
        let rows = grid.rows.map { row in
            line(
                row.cells.map { cell in
                    let words =
                        if case .text(let text) = cell {
                            isForeign(text, language) ? "\u{2066}\(inline(text))\u{2069}" : inline(text)
                        } else {
                            directed(cell.displayText(digits), language, digits)
                        }
                    return row.isTotal && !words.isEmpty ? "**\(words)**" : words
                })
        }
        return ([head, rule] + rows).joined(separator: "\n")
    }

    /// Whether words run from left to right among Arabic ones, with marks at an end, which would change sides.
    private func isForeign(_ text: String, _ language: Language) -> Bool {
        guard language.isRightToLeft, !text.hasArabic, text.contains(where: \.isLetter) else { return false }
        return [text.first, text.last].compactMap(\.self).contains { !$0.isLetter && !$0.isNumber }
    }

    /// Text within a line that reads as it stands: whatever Markdown would take for a mark is escaped.
    ///
    /// Scalars are looked at, not characters: a mark behind U+0600 or before U+0301 is one to whoever renders the text.
    func inline(_ text: String) -> String {
        if isPlainWords(text) { return text }
        var result = String.UnicodeScalarView()
        var isAfterDigits = true
        let scalars = trimmed(text)
        func write(_ text: String) { result.append(contentsOf: text.unicodeScalars) }
        func isAfter(_ word: String) -> Bool {
            String(result.suffix(word.utf8.count)).lowercased().utf8.elementsEqual(word.utf8)
        }
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            switch scalar {
            case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "$", "!", "^": write("\\\(scalar)")
            // An entity such as &amp;
            case "&" where next.map { $0 == "#" || $0.isASCII && $0.properties.isAlphabetic } ?? false: write("\\&")
            // A list or a rule at the start of a line.
            case "-" where result.isEmpty, "+" where result.isEmpty, "=" where result.isEmpty: write("\\\(scalar)")
            case "." where isAfterDigits && !result.isEmpty, ")" where isAfterDigits && !result.isEmpty:
                write("\\\(scalar)")
            // Links that the extension finds by itself.
            case ":": write(isAfter("http") || isAfter("https") || isAfter("ftp") ? "\\:" : ":")
            case ".": write(isAfter("www") ? "\\." : ".")
            case "\r" where next == "\n": break
            case "\n", "\r", "\u{2028}", "\u{2029}", "\u{0B}", "\u{0C}", "\u{85}": write("<br>")
            case "\t": write(" ")
            default: result.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
            }
            isAfterDigits = isAfterDigits && ("0"..."9").contains(scalar)
        }
        return String(result)
    }

    /// Whether a text is letters, digits, and single marks between them that mean nothing to Markdown: most are.
    private func isPlainWords(_ text: String) -> Bool {
        var wasLetter = false
        for byte in text.utf8 {
            let isLetter = byte.isASCIILetterOrDigit
            guard isLetter || wasLetter && " ,-/%".utf8.contains(byte) else { return false }
            wasLetter = isLetter
        }
        return wasLetter
    }

    private func trimmed(_ text: String) -> [Unicode.Scalar] {
        var scalars = Array(text.unicodeScalars.drop { $0.properties.isWhitespace })
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return scalars
    }
}
