/// Finds the end of a record that comes in pieces, and counts its lines: of one that is too long to be kept.
///
/// It takes quotes as the scanner does: one opens a quoted field where a field begins, and two within it stand for one.
struct RecordEndFinder {
    private enum State { case fieldStart, bare, quoted, quoteInQuotes }

    /// How many line feeds the record has had, that of its end included.
    private(set) var lineFeeds = 0
    private var state = State.fieldStart

    /// Where the record ends among these bytes, its line feed included; nil if it goes on behind them.
    mutating func end(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            // Invariant: the range lies within the buffer.
            for index in range {
                let byte = bytes[index]
                if byte == UInt8(ascii: "\n") { lineFeeds += 1 }
                switch state {
                case .quoted:
                    if byte == UInt8(ascii: "\"") { state = .quoteInQuotes }
                    continue
                case .quoteInQuotes where byte == UInt8(ascii: "\""), .fieldStart where byte == UInt8(ascii: "\""):
                    state = .quoted
                    continue
                default: break
                }
                if byte == UInt8(ascii: "\n") { return index + 1 }
                state = byte == UInt8(ascii: ",") ? .fieldStart : .bare
            }
            return nil
        }
    }
}
