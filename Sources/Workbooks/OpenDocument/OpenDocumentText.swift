/// Reads what a cell shows: its paragraphs, without comments, drawings and notes.
final class OpenDocumentText {
    private let scanner: XMLScanner
    private let prefixes: OpenDocumentPrefixes
    private let most: Int
    private var text: [UInt8] = []

    private enum Name {
        static let paragraph = XMLName("p")
        static let space = XMLName("s")
        static let count = XMLName("c")
        static let tab = XMLName("tab")
        static let lineBreak = XMLName("line-break")
        static let reading = XMLName("ruby-text")
        static let note = XMLName("note")
    }

    /// A reader that stops at texts of more than so many bytes.
    init(_ scanner: XMLScanner, _ prefixes: OpenDocumentPrefixes, most: Int) {
        self.scanner = scanner
        self.prefixes = prefixes
        self.most = most
    }

    /// Reads to the end of the cell that has begun; paragraphs are parted by LF.
    func read() throws(SpreadsheetError) -> [UInt8] {
        text.removeAll(keepingCapacity: true)
        let depth = scanner.depth
        var paragraphs = 0
        /// How deep lies what is passed over; 0 where nothing is.
        var passed = 0
        var run: [UInt8] = []
        while true {
            switch try scanner.next() {
            case .start:
                if passed > 0 { break }
                if scanner.depth == depth + 1 {
                    if scanner.isElement(Name.paragraph, of: prefixes.text) {
                        if paragraphs > 0 { text.append(UInt8(ascii: "\n")) }
                        paragraphs += 1
                    } else {
                        passed = scanner.depth
                    }
                } else if scanner.prefix == prefixes.text {
                    if !appendMark() { passed = scanner.depth }
                } else {
                    passed = scanner.depth
                }
            case .text:
                guard passed == 0, scanner.depth > depth else { break }
                run.removeAll(keepingCapacity: true)
                try scanner.appendText(to: &run)
                appendCollapsing(run)
            case .end:
                if scanner.depth == depth { return text }
                if scanner.depth == passed { passed = 0 }
            case .finished: return text
            }
            // Whoever asked says that the text is too long; the rest need not be kept.
            if text.count > most { text.removeLast(text.count - most - 1) }
        }
    }

    /// Adds what an element within a paragraph stands for; false if it is no part of the text.
    private func appendMark() -> Bool {
        switch scanner.local {
        case Name.space:
            let count =
                scanner.withAttribute(Name.count, of: prefixes.text) { digits in
                    digits.reduce(0) { min($0 * 10 + Int($1 & 0x0F), most) }
                } ?? 1
            // No more than shows that the text is too long.
            text += [UInt8](repeating: 0x20, count: max(0, min(max(1, count), most + 1 - text.count)))
        case Name.tab: text.append(UInt8(ascii: "\t"))
        case Name.lineBreak: text.append(UInt8(ascii: "\n"))
        case Name.reading, Name.note: return false
        default: break
        }
        return true
    }

    /// Adds a run of text; blanks that follow each other are one, as OpenDocument has it.
    private func appendCollapsing(_ run: [UInt8]) {
        var isBehindBlank = text.isEmpty || text.last == UInt8(ascii: "\n")
        for byte in run {
            let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
            if !isBlank { text.append(byte) } else if !isBehindBlank { text.append(0x20) }
            isBehindBlank = isBlank
        }
    }
}
