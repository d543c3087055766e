import Support

/// Decodes streams of Arrow in which every column is a text (`utf8` or `large_utf8`).
///
/// Each part of an answer is a stream of its own: a schema, then batches of rows. Compressed buffers, dictionaries and
/// columns of other types are refused by name: queries ask for every column as text.
enum ArrowDecoder {
    private static let schema: UInt8 = 1
    private static let dictionary: UInt8 = 2
    private static let recordBatch: UInt8 = 3

    /// The types of columns that are read, by the numbers of the format.
    private enum ColumnType: UInt8 {
        case utf8 = 5
        /// Given as `true` and `false`: lists of tables have such a column.
        case boolean = 6
        /// Texts with offsets of eight bytes: Sail's lists of tables have them.
        case largeUtf8 = 20
    }

    /// Texts that are no part of an answer; they stand behind its bytes.
    private static let words: (no: [UInt8], yes: [UInt8]) = (Array("false".utf8), Array("true".utf8))

    /// The batches of a stream, in their order; a stream may have none.
    static func batches(of stream: ArraySlice<UInt8>) throws(SparkError) -> [TextBatch] {
        var columns: [Column]?
        var batches: [TextBatch] = []
        var place = 0
        // The end is a length of 0 or that of the bytes.
        while place < stream.count {
            guard try LittleEndian.uint32(stream, at: place) == .max else {
                throw .malformed("no Arrow message at byte \(place)")
            }
            let length = Int(try LittleEndian.uint32(stream, at: place + 4))
            if length == 0 { break }
            let head = try part(of: stream, from: place + 8, length)
            let message = try FlatTable(rootOf: head)
            let body = try part(of: stream, from: place + 8 + length, try message.int64(3))
            place += 8 + length + body.count
            guard let header = try message.table(2) else { throw .malformed("Arrow message without a header") }
            switch try message.byte(1) ?? 0 {
            case schema: columns = try self.columns(of: header)
            case recordBatch:
                guard let columns else { throw .malformed("Arrow rows before their schema") }
                batches.append(try batch(header, body, columns: columns))
            case dictionary: throw .malformed("Arrow dictionary")
            default: continue
            }
        }
        guard columns != nil else { throw .malformed("Arrow stream without a schema") }
        return batches
    }

    private typealias Column = (name: String, type: ColumnType)

    /// The columns, which must be texts.
    private static func columns(of schema: FlatTable) throws(SparkError) -> [Column] {
        var columns: [Column] = []
        for field in try schema.tables(1) {
            let name = try field.text(0)
            let number = try field.byte(2) ?? 0
            guard let type = ColumnType(rawValue: number), try field.table(4) == nil else {
                throw .malformed("column '\(name.shortened())' is no text, but of type \(number)")
            }
            columns.append((name, type))
        }
        return columns
    }

    private static func batch(
        _ header: FlatTable, _ body: ArraySlice<UInt8>, columns: [Column]
    ) throws(SparkError) -> TextBatch {
        guard try header.table(3) == nil else { throw .malformed("compressed Arrow buffers") }
        let rows = try header.int64(0)
        let (nodes, buffers) = (try header.pairs(1), try header.pairs(2))
        let needed = columns.reduce(0) { $0 + ($1.type == .boolean ? 2 : 3) }
        guard nodes.count == columns.count, buffers.count == needed else {
            throw .malformed("Arrow rows of \(nodes.count) columns in place of \(columns.count)")
        }
        // Each row of a column has at least a bit, so that a wrong number of rows cannot ask for any memory.
        guard rows >= 0, rows <= body.count * 8 else { throw .malformed("Arrow rows: \(rows)") }
        var places: [Range<Int>] = []
        var next = 0
        func buffer() throws(SparkError) -> ArraySlice<UInt8> {
            defer { next += 1 }
            return try part(of: body, from: buffers[next].0, buffers[next].1)
        }
        for (column, node) in zip(columns, nodes) {
            guard node.0 == rows else { throw .malformed("Arrow column of another length") }
            let bits = try buffer()
            let validity = node.1 == 0 ? [] : bits
            guard node.1 == 0 || bits.count >= (rows + 7) / 8 else {
                throw .malformed("Arrow nulls too short")
            }
            switch column.type {
            case .utf8, .largeUtf8:
                try appendPlaces(
                    to: &places, rows: rows, validity: validity, offsets: try buffer(), texts: try buffer(),
                    isLarge: column.type == .largeUtf8)
            case .boolean:
                try appendWords(
                    to: &places, rows: rows, validity: validity, bits: try buffer(), behind: body.endIndex)
            }
        }
        let hasWords = columns.contains { $0.type == .boolean }
        return TextBatch(
            columns: columns.map(\.name), rows: rows,
            // The places of the words are those behind the end of the body.
            bytes: hasWords ? padded(body) : body, places: places)
    }

    /// The bytes with the words behind them, at the same places.
    private static func padded(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = body
        bytes += words.no + words.yes
        return bytes
    }

    private static func appendWords(
        to places: inout [Range<Int>], rows: Int, validity: ArraySlice<UInt8>, bits: ArraySlice<UInt8>, behind end: Int
    ) throws(SparkError) {
        guard bits.count >= (rows + 7) / 8 else { throw .malformed("Arrow booleans too short") }
        let no = end..<(end + words.no.count)
        let yes = no.upperBound..<(no.upperBound + words.yes.count)
        for row in 0..<rows {
            let isSet = isSet(row, in: bits)
            places.append(isNull(row, validity) ? TextBatch.null : isSet ? yes : no)
        }
    }

    private static func isSet(_ row: Int, in bits: ArraySlice<UInt8>) -> Bool {
        bits[bits.startIndex + row / 8] >> UInt8(row % 8) & 1 == 1
    }

    private static func isNull(_ row: Int, _ validity: ArraySlice<UInt8>) -> Bool {
        !validity.isEmpty && !isSet(row, in: validity)
    }

    /// Adds the places of the texts of a column.
    ///
    /// Without validity bits no row is null.
    private static func appendPlaces(
        to places: inout [Range<Int>], rows: Int, validity: ArraySlice<UInt8>, offsets: ArraySlice<UInt8>,
        texts: ArraySlice<UInt8>, isLarge: Bool
    ) throws(SparkError) {
        guard rows > 0 else { return }
        guard offsets.count / (isLarge ? 8 : 4) > rows else { throw .malformed("Arrow offsets too short") }
        func offset(_ row: Int) throws(SparkError) -> Int {
            isLarge
                ? try LittleEndian.int64(offsets, at: 8 * row) : Int(try LittleEndian.uint32(offsets, at: 4 * row))
        }
        places.reserveCapacity(places.count + rows)
        var start = try offset(0)
        guard start >= 0 else { throw .malformed("Arrow text outside of its buffer") }
        for row in 0..<rows {
            let end = try offset(row + 1)
            guard start <= end, end <= texts.count else { throw .malformed("Arrow text outside of its buffer") }
            places.append(
                isNull(row, validity) ? TextBatch.null : (texts.startIndex + start)..<(texts.startIndex + end))
            start = end
        }
    }

    private static func part(
        of bytes: ArraySlice<UInt8>, from offset: Int, _ length: Int
    ) throws(SparkError) -> ArraySlice<UInt8> {
        guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else {
            throw .malformed("Arrow buffer without an end")
        }
        return bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + length)]
    }
}
