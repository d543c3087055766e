/// Goes through a part whose texts are made of runs: `<t>`, or `<r><t>` one behind the other.
struct OfficeTexts {
    let scanner: XMLScanner
    /// The prefix of the names that belong to the standard.
    private(set) var prefix = XMLName.none

    private static let text = XMLName("t")
    private static let reading = XMLName("rPh")

    /// The texts of a document at whose start, or behind whose first element, the scanner is.
    init(_ scanner: XMLScanner, prefix: XMLName = .none) {
        self.scanner = scanner
        self.prefix = prefix
    }

    /// Takes the prefix from the first element of the document.
    mutating func readRoot() throws(SpreadsheetError) -> XMLName? {
        guard try scanner.next() == .start else { return nil }
        let declared = try scanner.declaredPrefixes()
        prefix =
            declared.first { $0.prefix == scanner.prefix && OfficeNamespace.isMain($0.namespace) }?.prefix ?? prefix
        return scanner.local
    }

    /// Goes to the start of the next element of a name; false at the end of the document.
    mutating func goToNext(_ name: String) throws(SpreadsheetError) -> Bool {
        let name = XMLName(name)
        if scanner.depth == 0 { _ = try readRoot() }
        while true {
            switch try scanner.next() {
            case .start: if scanner.isElement(name, of: prefix) { return true }
            case .end, .text: break
            case .finished: return false
            }
        }
    }

    /// Adds the text of the element that has begun, and goes to its end.
    ///
    /// - Throws: ``SpreadsheetError`` where it has more than `most` bytes: it is not held before that is known.
    func appendText(to bytes: inout [UInt8], most: Int) throws(SpreadsheetError) {
        let start = bytes.count
        let depth = scanner.depth
        var textDepth = 0
        var readingDepth = 0
        while true {
            switch try scanner.next() {
            case .start:
                if readingDepth > 0 {
                    break
                } else if scanner.isElement(Self.reading, of: prefix) {
                    readingDepth = scanner.depth
                } else if scanner.isElement(Self.text, of: prefix) {
                    textDepth = scanner.depth
                }
            case .text:
                if textDepth == scanner.depth { try scanner.appendText(to: &bytes) }
                guard bytes.count - start <= most else { throw scanner.tooLarge("a text has more than \(most) bytes") }
            case .end:
                if scanner.depth == depth { return }
                if scanner.depth == textDepth { textDepth = 0 }
                if scanner.depth == readingDepth { readingDepth = 0 }
            case .finished: return
            }
        }
    }
}
