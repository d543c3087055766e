/// Names of cells and ranges in a file: `C17`, `A1:B2`.
enum CellReference {
    /// The column, from 0 on, and the row of a name; nil of a text that is none.
    @inline(always)
    static func parse(_ text: UnsafeBufferPointer<UInt8>) -> (column: Int, row: Int)? {
        var index = 0
        var column = 0
        while index < text.count, index < 4 {
            let letter = (text[index] | 0x20) &- 0x61
            guard letter < 26, text[index] >= 0x41 else { break }
            column = column * 26 + Int(letter) + 1
            index += 1
        }
        guard column > 0, index < text.count, text.count - index <= 8 else { return nil }
        var row = 0
        while index < text.count {
            let digit = text[index] &- 0x30
            guard digit < 10 else { return nil }
            row = row * 10 + Int(digit)
            index += 1
        }
        return row > 0 ? (column - 1, row) : nil
    }

    /// The rectangle of a range; nil of a text that is none.
    static func range(_ text: [UInt8]) -> CellRange? {
        let corners = text.split(separator: UInt8(ascii: ":")).map { corner in
            Array(corner.filter { $0 != UInt8(ascii: "$") }).withUnsafeBufferPointer { parse($0) }
        }
        guard let first = corners.first.flatMap(\.self), let last = corners.last.flatMap(\.self), corners.count <= 2
        else { return nil }
        return CellRange(
            rows: min(first.row, last.row)...max(first.row, last.row),
            columns: min(first.column, last.column)...max(first.column, last.column))
    }
}
