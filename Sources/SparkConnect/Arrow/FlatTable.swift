/// A table of a flatbuffer: fields by their position, found by offsets that are checked before they are followed.
struct FlatTable {
    private let bytes: ArraySlice<UInt8>
    private let position: Int

    /// The root table of a flatbuffer.
    init(rootOf bytes: ArraySlice<UInt8>) throws(SparkError) {
        self.bytes = bytes
        position = Int(try LittleEndian.uint32(bytes, at: 0))
    }

    private init(_ bytes: ArraySlice<UInt8>, at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// A byte; nil if the field is not there.
    func byte(_ field: Int) throws(SparkError) -> UInt8? {
        guard let place = try place(of: field) else { return nil }
        return try LittleEndian.byte(bytes, at: place)
    }

    /// A number of 64 bits; 0 if the field is not there, as the format has it.
    func int64(_ field: Int) throws(SparkError) -> Int {
        guard let place = try place(of: field) else { return 0 }
        return try LittleEndian.int64(bytes, at: place)
    }

    /// A table; nil if the field is not there.
    func table(_ field: Int) throws(SparkError) -> FlatTable? {
        guard let place = try place(of: field) else { return nil }
        return FlatTable(bytes, at: try target(of: place))
    }

    /// The tables of a vector.
    func tables(_ field: Int) throws(SparkError) -> [FlatTable] {
        guard let (start, count) = try vector(field, width: 4) else { return [] }
        var tables: [FlatTable] = []
        for index in 0..<count { tables.append(FlatTable(bytes, at: try target(of: start + 4 * index))) }
        return tables
    }

    /// The pairs of numbers of 64 bits in a vector.
    func pairs(_ field: Int) throws(SparkError) -> [(Int, Int)] {
        guard let (start, count) = try vector(field, width: 16) else { return [] }
        var pairs: [(Int, Int)] = []
        for index in 0..<count {
            let place = start + 16 * index
            pairs.append((try LittleEndian.int64(bytes, at: place), try LittleEndian.int64(bytes, at: place + 8)))
        }
        return pairs
    }

    /// A text; empty if the field is not there.
    func text(_ field: Int) throws(SparkError) -> String {
        guard let (start, count) = try vector(field, width: 1) else { return "" }
        let from = bytes.startIndex + start
        return String(decoding: bytes[from..<(from + count)], as: UTF8.self)
    }

    /// Where a vector starts and how many elements of a width it has, all of them within the buffer.
    private func vector(_ field: Int, width: Int) throws(SparkError) -> (start: Int, count: Int)? {
        guard let place = try place(of: field) else { return nil }
        let head = try target(of: place)
        let count = Int(try LittleEndian.uint32(bytes, at: head))
        guard count <= (bytes.count - head - 4) / width else { throw .malformed("vector without an end") }
        return (head + 4, count)
    }

    private func target(of place: Int) throws(SparkError) -> Int {
        place + Int(try LittleEndian.uint32(bytes, at: place))
    }

    /// Where a field is; nil if it is not there.
    private func place(of field: Int) throws(SparkError) -> Int? {
        let distance = Int(Int32(bitPattern: try LittleEndian.uint32(bytes, at: position)))
        let list = position - distance
        let length = Int(try LittleEndian.uint16(bytes, at: list))
        let entry = 4 + 2 * field
        guard entry + 2 <= length else { return nil }
        let offset = Int(try LittleEndian.uint16(bytes, at: list + entry))
        return offset == 0 ? nil : position + offset
    }
}

/// Numbers in bytes, the lowest byte first; places count from the start of the slice.
enum LittleEndian {
    /// The byte at a place.
    static func byte(_ bytes: ArraySlice<UInt8>, at place: Int) throws(SparkError) -> UInt8 {
        guard place >= 0, place < bytes.count else { throw .malformed("place outside of the message") }
        return bytes[bytes.startIndex + place]
    }

    /// A number of 16 bits.
    static func uint16(_ bytes: ArraySlice<UInt8>, at place: Int) throws(SparkError) -> UInt16 {
        UInt16(try number(bytes, at: place, width: 2))
    }

    /// A number of 32 bits.
    static func uint32(_ bytes: ArraySlice<UInt8>, at place: Int) throws(SparkError) -> UInt32 {
        UInt32(try number(bytes, at: place, width: 4))
    }

    /// A number of 64 bits with a sign.
    static func int64(_ bytes: ArraySlice<UInt8>, at place: Int) throws(SparkError) -> Int {
        Int(truncatingIfNeeded: try number(bytes, at: place, width: 8))
    }

    private static func number(
        _ bytes: ArraySlice<UInt8>, at place: Int, width: Int
    ) throws(SparkError) -> UInt64 {
        guard place >= 0, place <= bytes.count - width else { throw .malformed("place outside of the message") }
        var result: UInt64 = 0
        let start = bytes.startIndex + place
        for index in (0..<width).reversed() { result = result << 8 | UInt64(bytes[start + index]) }
        return result
    }
}
