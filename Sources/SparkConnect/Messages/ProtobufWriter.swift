/// Writes the fields of a protobuf message.
struct ProtobufWriter {
    /// The message as far as it is written.
    private(set) var bytes: [UInt8] = []

    /// A message that a closure writes.
    static func message(_ write: (inout ProtobufWriter) -> Void) -> [UInt8] {
        var writer = ProtobufWriter()
        write(&writer)
        return writer.bytes
    }

    /// Adds a text.
    mutating func text(_ number: Int, _ text: String) { add(number, Array(text.utf8)) }

    /// Adds a flag that is set.
    mutating func flag(_ number: Int) {
        varint(UInt64(number << 3))
        varint(1)
    }

    /// Adds a message within this one.
    mutating func message(_ number: Int, _ write: (inout ProtobufWriter) -> Void) {
        add(number, Self.message(write))
    }

    /// Adds bytes.
    mutating func add(_ number: Int, _ content: [UInt8]) {
        varint(UInt64(number << 3 | 2))
        varint(UInt64(content.count))
        bytes += content
    }

    private mutating func varint(_ value: UInt64) {
        var rest = value
        while rest > 0x7F {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}
