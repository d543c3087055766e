/// Texts of xlsx write what XML cannot hold as `_x000D_`, and so the escape itself as `_x005F_`.
enum EscapedText {
    /// Resolves the escapes in the bytes from an offset on.
    static func resolve(in bytes: inout [UInt8], from start: Int) {
        guard let first = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
        var (read, written) = (first, first)
        var units: [UInt16] = []
        while read < bytes.count {
            if let unit = unit(in: bytes, at: read) {
                // A character beyond the first plane comes in two halves.
                units.append(unit)
                read += 7
                if UTF16.isLeadSurrogate(unit), self.unit(in: bytes, at: read) != nil { continue }
                for byte in String(decoding: units, as: UTF16.self).utf8 {
                    bytes[written] = byte
                    written += 1
                }
                units = []
            } else {
                bytes[written] = bytes[read]
                written += 1
                read += 1
            }
        }
        bytes.removeLast(bytes.count - written)
    }

    /// The unit of UTF-16 that an escape at an index stands for; nil if there is none.
    private static func unit(in bytes: [UInt8], at index: Int) -> UInt16? {
        guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
            bytes[index + 6] == UInt8(ascii: "_")
        else { return nil }
        var value: UInt16 = 0
        for byte in bytes[(index + 2)..<(index + 6)] {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x41...0x46: digit = byte - 0x37
            case 0x61...0x66: digit = byte - 0x57
            default: return nil
            }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
