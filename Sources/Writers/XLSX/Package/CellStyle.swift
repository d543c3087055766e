/// How a cell of a workbook looks; each distinct style becomes one format of the file for each look.
struct CellStyle: Hashable {
    /// Where the content stands within the cell.
    enum Alignment: Hashable { case natural, start, right }

    var isBold = false
    var isItalic = false
    var isLink = false
    /// Size of the letters in points; nil for that of the look.
    var size: Double?
    /// Excel's number format; empty for text.
    var numberFormat = ""
    var alignment = Alignment.natural
    /// Steps away from the side at which the content starts.
    var indent: UInt8 = 0
    var wraps = false
    var hasLineAbove = false
    var hasLineBelow = false
    /// Background as 0xRRGGBB.
    var fill: UInt32?
    /// Colour of the text as 0xRRGGBB.
    var colour: UInt32?
    /// Whether a wrapped text stands at the foot of its cell, as headings over figures do.
    var standsAtFoot = false
    /// Whether the content stands at the top of its cell, as that of its neighbours with several lines does.
    var standsAtTop = false

    static let title = CellStyle(isBold: true, size: 16)
    static let subtitle = CellStyle(isItalic: true, colour: 0x595959)
    static let heading = CellStyle(isBold: true, size: 13)
    static let label = CellStyle(isBold: true, alignment: .start)
    static let text = CellStyle(alignment: .start)
    static let paragraph = CellStyle(alignment: .start, wraps: true)
    static let link = CellStyle(isLink: true, colour: 0x0B5394)

    /// The heading of a column.
    static func columnHeading(_ alignment: Alignment, indent: UInt8 = 0, fill: UInt32? = 0xDCE6F1) -> CellStyle {
        CellStyle(
            isBold: true, alignment: alignment, indent: indent, wraps: true, hasLineBelow: true, fill: fill,
            standsAtFoot: true)
    }
}

/// How the sheets of a document look: direction, font, digits.
struct Look: Hashable {
    /// Whether sheets run from right to left, and numbers are shown in Arabic-Indic digits.
    let isRightToLeft: Bool
    /// The font; nil for the one that spreadsheet programs take of themselves.
    let font: String?
    /// Size of the letters in points.
    let size: Double

    /// For analysts: the program's own font in English, one with Arabic letters in Arabic.
    static func analyst(isRightToLeft: Bool) -> Look {
        Look(isRightToLeft: isRightToLeft, font: isRightToLeft ? "Arial" : nil, size: 11)
    }

    /// For publication: Arial 12, as accessible statistics have it.
    static func publication(isRightToLeft: Bool) -> Look {
        Look(isRightToLeft: isRightToLeft, font: "Arial", size: 12)
    }

    /// How much wider letters are than those that columns are measured in (Calibri 11).
    ///
    /// Arial has Arabic letters where it is installed; programs elsewhere take other fonts, some of them as wide as DejaVu Sans.
    var widthFactor: Double { font == nil ? 1 : size / 11 * (isRightToLeft ? 1.25 : 1.08) }

    /// How much wider bold letters are than others.
    var boldFactor: Double { isRightToLeft ? 1.18 : 1.08 }

    /// The height of a line, in points; letters of Arabic fonts reach higher and lower than Latin ones.
    var lineHeight: Double { size * (isRightToLeft ? 18 : 15) / 11 }

    /// The height of a row of so many lines, in points; nil where programs find it themselves.
    func rowHeight(ofLines lines: Int) -> Double? {
        if lines > 1 { return lineHeight * Double(lines) + 2 }
        return isRightToLeft ? lineHeight : nil
    }

    /// A number format with the digits of the look: locale 0401 is Arabic, and 02 before it asks for its digits.
    func numberFormat(_ format: String) -> String {
        isRightToLeft && !format.isEmpty ? "[$-2000401]" + format : format
    }
}
