/// How much of a spreadsheet is read before it is refused: sizes in a file are never trusted.
package struct SpreadsheetLimits: Sendable {
    /// Bytes of one part, unpacked.
    package var partBytes = 8 << 30
    /// How many times its packed size a part may have, once it has more than ``unpackedBytesWithoutRatio``.
    package var unpackingRatio = 300
    /// Bytes that a part may have at any ratio.
    package var unpackedBytesWithoutRatio = 64 << 20
    /// Bytes of all shared texts.
    package var sharedTextBytes = 1 << 30
    /// Filled cells of one sheet.
    package var cells = 200_000_000
    /// Bytes of the text of one cell.
    package var cellBytes = 1 << 20
    /// The last row.
    package var rows = 1_048_576
    /// How many columns.
    package var columns = 16_384
    /// How many sheets.
    package var sheets = 10_000
    /// Bytes of the name of a sheet or part.
    package var nameBytes = 1_024
    /// How deep elements are nested.
    package var depth = 256

    /// The limits of Excel, and sizes that its files have.
    package init() {}
}
