import Support
import TrainingStats

/// Codes of a column by the texts that stand in it: each text is looked up with care once, and then remembered.
struct CodeMemory {
    /// Stands for a text that names none, or about which there is something to say.
    static let odd: Int32 = -2

    /// How many texts are remembered, so that a file of made-up ones does not fill the memory.
    private let limit: Int

    private var texts = KeyTable()
    private var codes: [Int32] = []
    private let find: (String) -> Int?

    /// A memory of nothing yet; the function finds the code of a text with care.
    init(limit: Int = 1_000, _ find: @escaping (String) -> Int?) {
        self.limit = limit
        self.find = find
    }

    /// A memory of the codes of a list, found by any spelling.
    init<Code: NamedCode>(of type: Code.Type, numberedBy number: @escaping (Code) -> Int?) {
        self.init { text in Code(spelling: text).flatMap(number) }
    }

    /// The code of a text; nil of one that names none, or about which there is something to say.
    mutating func code(of text: Span<UInt8>) -> Int32? {
        if let known = texts.code(of: text) { return codes[known] }
        return text.withUnsafeBufferPointer { bytes in
            guard !bytes.contains(0), let spelling = String(validating: bytes, as: UTF8.self),
                !reservedMembers.contains(spelling), let found = find(spelling)
            else { return nil }
            let code = Int32(truncatingIfNeeded: found)
            if codes.count < limit, texts.insert(bytes.span).isNew { codes.append(code) }
            return code
        }
    }

    /// The codes of many texts: -1 of an empty one, ``odd`` of one that has none; `hashes` is room for as many.
    mutating func findCodes(
        of fields: TextPlaces, hashes: UnsafeMutablePointer<UInt64>, into found: UnsafeMutablePointer<Int32>
    ) {
        texts.findCodes(of: fields, hashes: hashes, into: found)
        for row in 0..<fields.count {
            if found[row] >= 0 {
                found[row] = codes[Int(found[row])]
            } else if fields[row].count > 0 {
                let text = UnsafeBufferPointer(start: fields[row].start, count: fields[row].count)
                found[row] = code(of: text.span) ?? Self.odd
            }
        }
    }
}
