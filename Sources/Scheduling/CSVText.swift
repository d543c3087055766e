/// Takes CSV apart that this program has written (RFC 4180, UTF-8, LF).
enum CSVText {
    private static let quote = UInt8(ascii: "\"")

    /// The records with their fields; a byte order mark is passed over.
    static func records(_ bytes: [UInt8]) -> [[String]] {
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        var records: [[String]] = []
        while !rest.isEmpty {
            var fields: [String] = []
            repeat { fields.append(field(&rest)) } while take(UInt8(ascii: ","), &rest)
            _ = take(UInt8(ascii: "\n"), &rest)
            records.append(fields)
        }
        return records
    }

    private static func take(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    private static func field(_ rest: inout ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        if take(quote, &rest) {
            while let byte = rest.popFirst() {
                // Two quotes stand for one; a single one ends the field.
                if byte == quote, !take(quote, &rest) { break }
                text.append(byte)
            }
        }
        let end = rest.firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\n") } ?? rest.endIndex
        text += rest[..<end]
        rest = rest[end...]
        return String(decoding: text, as: UTF8.self)
    }
}
