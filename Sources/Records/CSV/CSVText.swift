import Support

/// Takes CSV apart that this program has written (RFC 4180, UTF-8, LF).
package enum CSVText {
    /// The records with their fields; a byte order mark is passed over.
    package static func records(_ bytes: [UInt8]) -> [[String]] {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var scanner = CSVScanner()
        scanner.skipsBlankLines = false
        scanner.mostFields = .max
        scanner.begin(Chunk(bytes: bytes, content: start..<bytes.count))
        var records: [[String]] = []
        while scanner.next() {
            records.append(scanner.fields.map { String(decoding: scanner.bytes(of: $0), as: UTF8.self) })
        }
        return records
    }

    /// Fields as a line, without its end.
    static func line(_ fields: [[UInt8]]) -> [UInt8] {
        let special = Array(",\"\r\n".utf8)
        var line: [UInt8] = []
        for (position, field) in fields.enumerated() {
            if position > 0 { line.append(UInt8(ascii: ",")) }
            let start = line.count
            line += field
            if field.contains(where: special.contains) { CSVQuoting.quote(&line, from: start) }
        }
        return line
    }
}
