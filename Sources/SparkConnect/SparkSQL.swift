/// Names and texts in SQL, in the form that Spark and Sail both read as it is meant.
package enum SparkSQL {
    /// A name, in backticks.
    package static func name(_ name: String) -> String {
        // Byte by byte: as characters, a backtick with an accent behind it would not be found, and others would be taken for one.
        let backtick = UInt8(ascii: "`")
        let bytes = name.utf8.flatMap { $0 == backtick ? [$0, $0] : [$0] }
        return String(decoding: [backtick] + bytes + [backtick], as: UTF8.self)
    }

    /// A name of several parts, such as that of a table in a database.
    package static func name(_ parts: [String]) -> String { parts.map { name($0) }.joined(separator: ".") }

    /// A text.
    ///
    /// What a setting of the server may read as an escape or a variable, or a parser may drop, is given as the numbers of its bytes.
    package static func text(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            $0 >= 0x20 && $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "$")
        }
        if isPlain { return "'" + text + "'" }
        return "cast(unhex('" + hexadecimal(text) + "') as string)"
    }

    /// The numbers of a text's bytes, as `hex` of SQL gives them.
    package static func hexadecimal(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var coded: [UInt8] = []
        coded.reserveCapacity(text.utf8.count * 2)
        for byte in text.utf8 {
            coded.append(digits[Int(byte >> 4)])
            coded.append(digits[Int(byte & 15)])
        }
        return String(decoding: coded, as: UTF8.self)
    }

    /// A column as text; columns of any type have one.
    package static func column(_ column: String) -> String { "cast(\(name(column)) as string)" }
}
