/// Reads the fields of a protobuf message; each field is looked at before its bytes are touched.
struct ProtobufReader {
    /// What a field holds.
    enum Value {
        case number(UInt64)
        case bytes(ArraySlice<UInt8>)
    }

    private var rest: ArraySlice<UInt8>

    /// Fields of a message.
    init(_ message: ArraySlice<UInt8>) { rest = message }

    /// The next field; nil at the end.
    mutating func next() throws(SparkError) -> (number: Int, value: Value)? {
        guard !rest.isEmpty else { return nil }
        let tag = try varint()
        let number = Int(truncatingIfNeeded: tag >> 3)
        switch tag & 7 {
        case 0: return (number, .number(try varint()))
        case 1: return (number, .bytes(try take(8)))
        case 2: return (number, .bytes(try take(try varint())))
        case 5: return (number, .bytes(try take(4)))
        default: throw .malformed("field of type \(tag & 7)")
        }
    }

    /// The bytes of the fields with a number, in their order.
    static func fields(_ number: Int, of message: ArraySlice<UInt8>) throws(SparkError) -> [ArraySlice<UInt8>] {
        var reader = ProtobufReader(message)
        var found: [ArraySlice<UInt8>] = []
        while let (field, value) = try reader.next() {
            if field == number, case .bytes(let bytes) = value { found.append(bytes) }
        }
        return found
    }

    /// The bytes at the end of a path of fields, in their order.
    static func fields(_ path: [Int], of message: ArraySlice<UInt8>) throws(SparkError) -> [ArraySlice<UInt8>] {
        var found = [message]
        for number in path {
            var next: [ArraySlice<UInt8>] = []
            for message in found { next += try fields(number, of: message) }
            found = next
        }
        return found
    }

    private mutating func varint() throws(SparkError) -> UInt64 {
        var result: UInt64 = 0
        var shift: UInt64 = 0
        while let byte = rest.popFirst() {
            guard shift < 64 else { break }
            result |= UInt64(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return result }
            shift += 7
        }
        throw .malformed("number without an end")
    }

    private mutating func take(_ count: UInt64) throws(SparkError) -> ArraySlice<UInt8> {
        guard count <= UInt64(rest.count) else { throw .malformed("field without an end") }
        defer { rest = rest.dropFirst(Int(count)) }
        return rest.prefix(Int(count))
    }
}
