/// How a cell of a workbook looks; each distinct style becomes one format of the file for each theme.
struct CellStyle: Hashable {
    /// Where the content stands within the cell.
    enum Alignment: Hashable { case natural, start, right, centre }

    var isBold = false
    var isItalic = false
    var isLink = false
    /// Size of the letters in points; nil for the size of the theme.
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

    /// Hashes what most styles differ in: a workbook has few of them, and asks for that of each cell.
    func hash(into hasher: inout Hasher) {
        let flags = (isBold ? 1 : 0) | (isItalic ? 2 : 0) | (wraps ? 4 : 0) | (hasLineAbove ? 8 : 0)
        hasher.combine(numberFormat.utf8.count << 16 | Int(indent) << 8 | flags)
    }

    static let title = CellStyle(isBold: true, size: 16)
    static let subtitle = CellStyle(isItalic: true, colour: 0x595959)
    static let heading = CellStyle(isBold: true, size: 13)
    static let label = CellStyle(isBold: true, alignment: .start)
    static let text = CellStyle(alignment: .start)
    static let paragraph = CellStyle(alignment: .start, wraps: true)
    static let warning = CellStyle(alignment: .start, wraps: true, fill: 0xFFF2E5)
    static let link = CellStyle(isLink: true, colour: 0x0B5394)

    /// The background of headings, and that of every other group of columns.
    static let headingFill: UInt32 = 0xDCE6F1
    static let otherHeadingFill: UInt32 = 0xEDF2F9

    /// The heading of a column.
    static func columnHeading(_ alignment: Alignment, indent: UInt8 = 0, fill: UInt32? = headingFill) -> CellStyle {
        CellStyle(
            isBold: true, alignment: alignment, indent: indent, wraps: true, hasLineBelow: true, fill: fill,
            standsAtFoot: true)
    }
}
