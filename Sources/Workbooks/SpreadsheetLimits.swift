/// How much of a spreadsheet is read before it is refused: sizes in a file are never trusted.
package struct SpreadsheetLimits: Sendable {
    /// Bytes of one part, unpacked.
    package var partBytes = 8 << 30
    /// How many times its packed size a part may have, once it has more than ``unpackedBytesWithoutRatio``.
    package var unpackingRatio = 300
    /// Bytes that a part may have at any ratio.
    package var unpackedBytesWithoutRatio = 64 << 20
    /// Bytes of all shared texts.
    package var sharedTextBytes = 192 << 20
    /// How many shared texts.
    package var sharedTexts = 10_000_000
    /// Filled cells of one sheet.
    package var cells = 200_000_000
    /// Bytes of the text of one cell.
    package var cellBytes = 1 << 20
    /// Bytes of all texts of one row.
    package var rowBytes = 16 << 20
    /// The last row.
    package var rows = 1_048_576
    /// How many columns.
    package var columns = 16_384
    /// How many sheets.
    package var sheets = 10_000
    /// How many sheets of OpenDocument, whose one part is gone through anew for each.
    package var openDocumentSheets = 256
    /// How many parts.
    package var parts = 100_000
    /// Bytes of a part that is kept in memory, such as the list of sheets and the styles.
    package var smallPartBytes = 32 << 20
    /// Bytes of the name of a sheet or part.
    package var nameBytes = 1_024
    /// How many ranges of merged cells.
    package var mergedRanges = 1_000_000
    /// How deep elements are nested.
    package var depth = 256

    /// The limits of Excel, and sizes that its files have.
    package init() {}
}
