/// How the sheets of a document look: direction, font, digits.
struct SheetTheme: Hashable {
    /// Whether sheets run from right to left, and numbers are shown in Arabic-Indic digits.
    let isRightToLeft: Bool
    /// The font; nil for the default of spreadsheet programs.
    let font: String?
    /// Size of the letters in points.
    let size: Double
    /// Whether numbers of sheets from right to left are shown in Arabic-Indic digits.
    var hasArabicDigits = true

    /// For analysts: the program's own font in English, one with Arabic letters in Arabic.
    static func analyst(isRightToLeft: Bool) -> SheetTheme {
        SheetTheme(isRightToLeft: isRightToLeft, font: isRightToLeft ? "Arial" : nil, size: 11)
    }

    /// For publication: Arial 12, as is usual for accessible statistics.
    static func publication(isRightToLeft: Bool) -> SheetTheme {
        SheetTheme(isRightToLeft: isRightToLeft, font: "Arial", size: 12)
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

    /// A number format with the digits of the theme: locale 0401 is Arabic, and 02 before it asks for its digits.
    func numberFormat(_ format: String) -> String {
        isRightToLeft && hasArabicDigits && !format.isEmpty ? "[$-2000401]" + format : format
    }
}
