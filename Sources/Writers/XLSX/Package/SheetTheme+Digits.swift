import Reporting

/// Words on Arabic sheets, whose figures show Arabic-Indic digits by their number format: running text and headings have the
/// same digits.
extension SheetTheme {
    /// A text as the sheet shows it.
    ///
    /// Digits in a word with Latin letters stay as they are, and so does a number behind such a word: `SHA-256 …`, `report-2.csv`,
    /// `tadrib 0.1.0`. Shorthand such as `[z]` is isolated, since programs would otherwise set its brackets over the words beside it.
    func text(_ text: String) -> String {
        guard isRightToLeft, text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "[") }) else {
            return text
        }
        var isAfterLatin = false
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            if word.wholeMatch(of: /\[[a-z]\]/) != nil { return "\u{2066}\(word)\u{2069}" }
            func isLatin(_ scalar: Unicode.Scalar?) -> Bool {
                scalar.map { ("A"..."Z").contains($0) || ("a"..."z").contains($0) } ?? false
            }
            let hasLatin = word.unicodeScalars.contains(where: isLatin)
            let belongsToLatin = isAfterLatin && word.first?.isNumber == true
            isAfterLatin = isLatin(word.unicodeScalars.first)
            return hasLatin || belongsToLatin ? String(word) : withArabicDigits(word)
        }
        return words.joined(separator: " ")
    }

    private func withArabicDigits(_ word: Substring) -> String {
        let marked = word.replacing(/([0-9]),(?=[0-9]{3})/) { "\($0.output.1)\u{66C}" }
            .replacing(/([0-9])\.(?=[0-9])/) { "\($0.output.1)\u{66B}" }
        return String(
            String.UnicodeScalarView(
                marked.unicodeScalars.map { scalar in
                    ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value - 0x30 + 0x660) ?? scalar : scalar
                }))
    }

    /// Headings and words of a table as the sheet shows them; what links or programs go by stays.
    func texts(of grid: Grid, except kept: Set<Int> = []) -> Grid {
        guard isRightToLeft else { return grid }
        var grid = grid
        for column in grid.columns.indices {
            grid.columns[column].heading = text(grid.columns[column].heading)
            guard !grid.columns[column].keepsWhole, !kept.contains(column) else { continue }
            for row in grid.rows.indices {
                if case .text(let text) = grid.rows[row].cells[column] {
                    grid.rows[row].cells[column] = .text(self.text(text))
                }
            }
        }
        return grid
    }
}
