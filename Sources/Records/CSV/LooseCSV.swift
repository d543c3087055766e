import Support

/// A CSV file that need not be a table of the contract: titles above its headings, totals below, any usual separator.
///
/// It is read as a whole; the encoding is told by its bytes.
package struct LooseCSV: Sendable {
    /// A record with the line on which it starts.
    package struct Record: Sendable {
        /// The line, from 1 on.
        package var line: Int
        /// Its fields.
        package var fields: [String]
    }

    /// The most bytes that are kept.
    private static let mostBytes = 1 << 30

    /// The records; lines of separators and blanks alone are passed over.
    package private(set) var records: [Record] = []
    /// What stands between its fields.
    package let separator: UInt8
    /// The line of the first record whose bytes are no text in any known encoding.
    package private(set) var unsoundLine: Int?
    /// The line of the first record that cannot be taken apart as it was meant: a quote is not closed or has text behind it,
    /// or it has too many fields.
    package private(set) var brokenLine: Int?

    /// Whether each line is one field in quotes that holds all fields.
    package var isQuotedAsAWhole: Bool {
        records.count > 1 && records.allSatisfy { $0.fields.count == 1 && $0.fields[0].contains(",") }
    }

    /// Reads a file; without a separator the one that most of its lines have is taken.
    ///
    /// - Throws: ``ReadError`` where the file cannot be read or is too large to be kept.
    package init(path: String, separator: UInt8? = nil) throws(ReadError) {
        guard try InputFile(path, path: path) != nil else {
            throw .missing(path: path, remedy: .init(en: "give a workbook or a CSV file", ar: "اذكر مصنفاً أو ملف CSV"))
        }
        let text = try DecodedBytes(try FileBytes(path: path))
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: DecodedBytes.window)
        while true {
            let count = try text.read(into: &block, at: 0, count: block.count)
            if count == 0 { break }
            bytes += block[..<count]
            guard bytes.count <= Self.mostBytes else {
                throw .unreadable(
                    path: path,
                    reason: .init(
                        en: "it has more than \(Self.mostBytes) bytes; split it",
                        ar: "هو أكثر من \(Self.mostBytes) بايت؛ قسّمه"))
            }
        }
        let (named, lineLength) = TextForm.separator(toldBy: bytes[...])
        self.separator = separator ?? (lineLength > 0 ? named : Self.usualSeparator(in: bytes))
        var plain = bytes
        if self.separator != UInt8(ascii: ",") {
            plain = []
            var commas = CommaWriter(insteadOf: self.separator)
            commas.write(bytes[lineLength...], isEnd: true, to: &plain)
        } else {
            plain.removeFirst(lineLength)
        }
        var scanner = CSVScanner()
        scanner.begin(Chunk(bytes: plain, content: plain.indices, firstLine: lineLength > 0 ? 2 : 1))
        while scanner.next() {
            let fields = scanner.fields.map { scanner.bytes(of: $0) }
            if unsoundLine == nil, fields.contains(where: { String(validating: $0, as: UTF8.self) == nil }) {
                unsoundLine = scanner.line
            }
            if brokenLine == nil,
                !scanner.defects.isDisjoint(with: [.unclosedQuote, .textAfterQuote, .tooManyFields])
            {
                brokenLine = scanner.line
            }
            records.append(Record(line: scanner.line, fields: fields.map { String(decoding: $0, as: UTF8.self) }))
        }
    }

    /// The separator that parts the most fields outside quotes; titles and totals have none.
    private static func usualSeparator(in bytes: [UInt8]) -> UInt8 {
        let candidates = Array(",;\t|".utf8)
        var counts = [Int](repeating: 0, count: candidates.count)
        var isQuoted = false
        for byte in bytes.prefix(1 << 20) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, let position = candidates.firstIndex(of: byte) { counts[position] += 1 }
        }
        // Of equal counts the one that comes first.
        let most = counts.max() ?? 0
        return zip(candidates, counts).first { $0.1 == most }?.0 ?? UInt8(ascii: ",")
    }
}
