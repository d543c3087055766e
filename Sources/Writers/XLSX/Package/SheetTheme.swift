import Reporting
import Support
import TrainingStats

/// How the sheets of a document look: direction, font, digits.
struct SheetTheme: Hashable {
    /// Whether sheets run from right to left.
    let isRightToLeft: Bool
    /// The digits that numbers are shown in.
    let digits: Digits
    /// The font; nil for the default of spreadsheet programs.
    let font: String?
    /// Size of the letters in points.
    let size: Double
    /// Whether formats of numbers ask for the digits.
    var asksForDigits = true

    /// For analysts: the program's own font in English, one with Arabic letters in Arabic.
    static func analyst(_ document: Document) -> SheetTheme {
        let isRightToLeft = document.language.isRightToLeft
        return SheetTheme(
            isRightToLeft: isRightToLeft, digits: document.digits, font: isRightToLeft ? "Arial" : nil, size: 11)
    }

    /// For publication: Arial 12, as is usual for accessible statistics.
    static func publication(_ document: Document) -> SheetTheme {
        SheetTheme(
            isRightToLeft: document.language.isRightToLeft, digits: document.digits, font: "Arial", size: 12)
    }

    /// How much wider letters are than those of Calibri 11, the unit of column widths.
    ///
    /// Arial has Arabic letters where it is installed; programs elsewhere take other fonts, some of them as wide as DejaVu Sans.
    var widthFactor: Double { font == nil ? 1 : size / 11 * (isRightToLeft ? 1.25 : 1.08) }

    /// How much wider bold letters are than others.
    var boldFactor: Double { isRightToLeft ? 1.18 : 1.08 }

    /// The height of a line, in points; letters of Arabic fonts reach higher and lower than Latin ones.
    var lineHeight: Double { size * (isRightToLeft ? 18 : 15) / 11 }

    /// The height of a row of so many lines, in points; nil if programs find it themselves.
    func rowHeight(ofLines lines: Int) -> Double? {
        if lines > 1 { return lineHeight * Double(lines) + 2 }
        return isRightToLeft ? lineHeight : nil
    }

    /// A number format with the digits of the theme.
    ///
    /// Locale 0401 is Arabic, 02 before it asks for its digits. 01 asks for Latin
    /// ones, which programs set to Arabic would not show by themselves, and 0000 keeps the marks of fractions as they are set.
    func numberFormat(_ format: String) -> String {
        guard asksForDigits, !format.isEmpty else { return format }
        let digits =
            switch digits {
            case .arab: "[$-2000401]"
            case .latn: isRightToLeft ? "[$-1000000]" : ""
            }
        // Each section of a format, for numbers of either sign, says it by itself.
        return format.split(separator: ";").map { digits + $0 }.joined(separator: ";")
    }

    /// A text as the sheet shows it: shorthand such as `[z]` is isolated where words run from right to left, since programs
    /// would otherwise set its brackets over the words beside it.
    func text(_ text: String) -> String {
        guard isRightToLeft, text.utf8.contains(UInt8(ascii: "[")) else { return text }
        return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            word.wholeMatch(of: /\[[a-z]\]/) == nil ? String(word) : "\u{2066}\(word)\u{2069}"
        }.joined(separator: " ")
    }
}
