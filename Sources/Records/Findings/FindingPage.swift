import Support
import TrainingStats

/// About a megabyte of findings.
struct FindingPage: Sendable {
    /// Where a finding begins.
    struct Entry: Sendable {
        let line: Int
        /// The number of its file's name among the texts.
        let file: UInt32
        let start: UInt32
    }

    /// Texts that several findings have in common, and long ones.
    private(set) var texts: [BilingualText] = []
    private(set) var entries: [Entry] = []
    private var bytes: [UInt8] = []
    private var numbers: [BilingualText: Int] = [:]
    private var size = 0

    /// Whether no more findings fit.
    var isFull: Bool { bytes.count + size >= 1 << 20 }

    /// Adds a finding.
    mutating func append(_ finding: Finding) {
        let file = number(of: BilingualText(en: finding.file))
        entries.append(Entry(line: finding.line, file: UInt32(file), start: UInt32(bytes.count)))
        bytes.append(UInt8(FindingCode.allCases.firstIndex(of: finding.code) ?? 0))
        append(number(of: BilingualText(en: finding.column)))
        append(number(of: finding.wording.words))
        append(finding.value)
        append(finding.place == "\(finding.file):\(finding.line)" ? "" : finding.place)
        append(finding.wording.nearest.map { " " + $0 } ?? "")
        append(finding.rows)
        append(finding.wording.values.count)
        for value in finding.wording.values { append(value, in: finding) }
        // What is full is never looked into for a known text again.
        if isFull { numbers = [:] }
    }

    /// A finding as it was added.
    subscript(index: Int) -> Finding {
        var reader = Reader(bytes: bytes, place: Int(entries[index].start))
        let (file, line) = (texts[Int(entries[index].file)].en, entries[index].line)
        let code = FindingCode.allCases[reader.byte()]
        let column = texts[reader.number()].en
        let words = texts[reader.number()]
        let value = reader.string()
        let place = reader.string()
        let nearest = reader.string()
        let rows = reader.number()
        let values = (0..<reader.number()).map { _ in
            switch reader.byte() {
            case Self.isValue: BilingualText(en: value)
            case Self.isShared: texts[reader.number()]
            default: BilingualText(en: reader.string())
            }
        }
        var finding = Finding(
            file: file, line: line, column: column, code: code, value: value,
            message: FindingText(words, values, nearest: nearest.isEmpty ? nil : String(nearest.dropFirst())),
            place: place.isEmpty ? nil : place)
        finding.rows = rows
        return finding
    }

    // How a value of the wording is kept.
    private static let isValue = 0
    private static let isShared = 1
    private static let isText = 2

    private mutating func append(_ value: BilingualText, in finding: Finding) {
        if value.ar == nil, value.en.hasBytes(of: finding.value) {
            bytes.append(UInt8(Self.isValue))
        } else if value.ar == nil, value.en.utf8.count <= 24 {
            bytes.append(UInt8(Self.isText))
            append(value.en)
        } else {
            bytes.append(UInt8(Self.isShared))
            append(number(of: value))
        }
    }

    /// The number of a text among the texts.
    private mutating func number(of text: BilingualText) -> Int {
        if let known = numbers[text], texts[known].isSame(as: text) { return known }
        texts.append(text)
        numbers[text] = texts.count - 1
        size += 64 + text.en.utf8.count + (text.ar?.utf8.count ?? 0)
        return texts.count - 1
    }

    /// Appends a number, seven bits a byte.
    private mutating func append(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest > 0x7F {
            bytes.append(UInt8(rest & 0x7F | 0x80))
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func append(_ text: String) {
        append(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Takes back what was appended, in the same order.
    private struct Reader {
        let bytes: [UInt8]
        var place: Int

        mutating func byte() -> Int {
            defer { place += 1 }
            return Int(bytes[place])
        }

        mutating func number() -> Int {
            var number: UInt = 0
            var shift: UInt = 0
            while true {
                let byte = UInt(byte())
                number |= (byte & 0x7F) << shift
                if byte < 0x80 { return Int(bitPattern: number) }
                shift += 7
            }
        }

        mutating func string() -> String {
            let end = number() + place
            defer { place = end }
            return String(decoding: bytes[place..<end], as: UTF8.self)
        }
    }
}

extension BilingualText {
    /// Whether both are the same bytes; equal texts can be other ones.
    fileprivate func isSame(as other: BilingualText) -> Bool {
        en.hasBytes(of: other.en) && (ar ?? "").hasBytes(of: other.ar ?? "")
    }
}
