/// The texts that cells share, one behind the other.
///
/// Rich text is joined, and the readings of East Asian words are left out.
final class SharedTexts: Sendable {
    private let bytes: [UInt8]
    private let ends: [UInt32]

    /// No texts.
    init() { (bytes, ends) = ([], []) }

    /// The texts of a part.
    init(of name: String, in parts: SpreadsheetParts) throws(SpreadsheetError) {
        var bytes: [UInt8] = []
        var ends: [UInt32] = []
        let limits = parts.limits
        if let scanner = try parts.scanner(of: name, place: name) {
            var texts = OfficeTexts(scanner)
            // No text is longer than its XML.
            bytes.reserveCapacity(min(parts.table[name]?.size ?? 0, limits.sharedTextBytes))
            while try texts.goToNext("si") {
                let start = bytes.count
                try texts.appendText(to: &bytes, most: limits.cellBytes)
                EscapedText.resolve(in: &bytes, from: start)
                ends.append(UInt32(truncatingIfNeeded: bytes.count))
                guard bytes.count <= min(limits.sharedTextBytes, Int(UInt32.max)), ends.count <= limits.sharedTexts
                else {
                    throw SpreadsheetError(
                        .tooLarge, path: parts.path, place: name,
                        reason:
                            "it has more than \(limits.sharedTexts) texts, or more than \(limits.sharedTextBytes) bytes "
                            + "of them; give the records as CSV files")
                }
            }
        }
        (self.bytes, self.ends) = (bytes, ends)
    }

    /// Adds a text to bytes; false if there is none of that number.
    @inline(always)
    func append(_ number: Int, to target: inout [UInt8]) -> Bool {
        guard number >= 0, number < ends.count else { return false }
        let start = number == 0 ? 0 : Int(ends[number - 1])
        target.append(contentsOf: bytes[start..<Int(ends[number])])
        return true
    }
}
