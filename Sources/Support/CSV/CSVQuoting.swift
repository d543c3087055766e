/// Puts fields of separated values into quotes (RFC 4180).
///
/// Bytes are looked at, not characters: a quote with a combining mark behind it, or CR and LF together, is one character
/// to Swift and still a quote or a line break to whoever reads the file.
package enum CSVQuoting {
    /// The field of a file with this separator: in quotes, its own quotes doubled, if it holds a separator, a quote or a
    /// line break.
    package static func field(_ text: String, separator: Unicode.Scalar = ",") -> String {
        let separator = UInt8(ascii: separator)
        let isPlain = text.utf8.allSatisfy { $0 != separator && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
        return isPlain ? text : quoted(text)
    }

    /// The text in quotes, its own quotes doubled.
    package static func quoted(_ text: String) -> String {
        var bytes = Array(text.utf8)
        quote(&bytes, from: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Adds a field of a file with commas, in quotes if it needs them; true if it has a line feed.
    package static func append(_ field: UnsafeRawBufferPointer, to bytes: inout [UInt8]) -> Bool {
        let start = bytes.count
        bytes.append(contentsOf: field)
        var isSpecial = false
        for byte in field where byte <= UInt8(ascii: ",") {
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D {
                isSpecial = true
            }
        }
        guard isSpecial else { return false }
        let hasLineFeed = field.contains(UInt8(ascii: "\n"))
        quote(&bytes, from: start)
        return hasLineFeed
    }

    /// Puts the last bytes, from a position on, into quotes, their own quotes doubled.
    package static func quote(_ bytes: inout [UInt8], from start: Int) {
        let field = bytes[start...]
        let quotes = field.count { $0 == 0x22 }
        guard quotes > 0 else {
            bytes.insert(0x22, at: start)
            bytes.append(0x22)
            return
        }
        var quoted: [UInt8] = [0x22]
        quoted.reserveCapacity(field.count + quotes + 2)
        for byte in field {
            if byte == 0x22 { quoted.append(0x22) }
            quoted.append(byte)
        }
        quoted.append(0x22)
        bytes.replaceSubrange(start..., with: quoted)
    }

    /// A record with its line break.
    ///
    /// A lone empty field is quoted, since an empty line would be no record.
    package static func record(_ fields: [String], separator: Unicode.Scalar = ",") -> String {
        if fields == [""] { return "\"\"\n" }
        var text = ""
        for (index, field) in fields.enumerated() {
            if index > 0 { text.unicodeScalars.append(separator) }
            text += self.field(field, separator: separator)
        }
        return text + "\n"
    }
}
