import Support

/// Decodes streams of Arrow in which every column is a text (`utf8`).
///
/// Each part of an answer is a stream of its own: a schema, then batches of rows. Compressed buffers, dictionaries and
/// columns of other types are refused by name: queries ask for every column as text.
enum ArrowDecoder {
    private static let schema: UInt8 = 1
    private static let dictionary: UInt8 = 2
    private static let recordBatch: UInt8 = 3
    private static let utf8: UInt8 = 5

    /// The batches of a stream, in their order; a stream may have none.
    static func batches(of stream: ArraySlice<UInt8>) throws(SparkError) -> [TextBatch] {
        var columns: [String]?
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
            case schema: columns = try names(of: header)
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

    /// The names of the columns, which must be texts.
    private static func names(of schema: FlatTable) throws(SparkError) -> [String] {
        var names: [String] = []
        for field in try schema.tables(1) {
            let name = try field.text(0)
            guard try field.byte(2) == utf8, try field.table(4) == nil else {
                throw .malformed("column '\(name.shortened())' is not of the type utf8")
            }
            names.append(name)
        }
        return names
    }

    private static func batch(
        _ header: FlatTable, _ body: ArraySlice<UInt8>, columns: [String]
    ) throws(SparkError) -> TextBatch {
        guard try header.table(3) == nil else { throw .malformed("compressed Arrow buffers") }
        let rows = try header.int64(0)
        let (nodes, buffers) = (try header.pairs(1), try header.pairs(2))
        guard nodes.count == columns.count, buffers.count == 3 * columns.count else {
            throw .malformed("Arrow rows of \(nodes.count) columns in place of \(columns.count)")
        }
        // Each row of a column has an offset of four bytes, so that a wrong number of rows cannot ask for any memory.
        guard rows >= 0, rows <= body.count / 4 else { throw .malformed("Arrow rows: \(rows)") }
        var places: [Range<Int>] = []
        places.reserveCapacity(rows * columns.count)
        for column in columns.indices {
            guard nodes[column].0 == rows else { throw .malformed("Arrow column of another length") }
            func buffer(_ index: Int) throws(SparkError) -> ArraySlice<UInt8> {
                let (offset, length) = buffers[3 * column + index]
                return try part(of: body, from: offset, length)
            }
            try appendPlaces(
                to: &places, rows: rows, validity: nodes[column].1 == 0 ? [] : try buffer(0), offsets: try buffer(1),
                texts: try buffer(2))
        }
        return TextBatch(columns: columns, rows: rows, bytes: body, places: places)
    }

    /// Adds the places of the texts of a column. Without validity bits no row is null.
    private static func appendPlaces(
        to places: inout [Range<Int>], rows: Int, validity: ArraySlice<UInt8>, offsets: ArraySlice<UInt8>,
        texts: ArraySlice<UInt8>
    ) throws(SparkError) {
        guard rows > 0 else { return }
        guard validity.isEmpty || validity.count >= (rows + 7) / 8 else { throw .malformed("Arrow nulls too short") }
        var start = Int(try LittleEndian.uint32(offsets, at: 0))
        for row in 0..<rows {
            let end = Int(try LittleEndian.uint32(offsets, at: 4 * (row + 1)))
            guard start <= end, end <= texts.count else { throw .malformed("Arrow text outside of its buffer") }
            let isNull = !validity.isEmpty && validity[validity.startIndex + row / 8] >> UInt8(row % 8) & 1 == 0
            places.append(isNull ? TextBatch.null : (texts.startIndex + start)..<(texts.startIndex + end))
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
