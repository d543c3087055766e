import Support
import TrainingStats

/// Trainees of one chunk of `trainees.csv`, in columns, before they are joined with those of the other chunks.
struct TraineeBatch {
    /// Which chunk of the file they are from.
    var chunk = 0
    var ids = TextColumn()
    /// Names; empty where a name is not known.
    var names = TextColumn()
    /// What is said of each; institutions are codes in ``institutions``.
    var profiles: [Profile] = []
    var lines: [Int32] = []
    /// Institutions in order of first appearance, with the line of that.
    var institutions = KeyTable()
    var institutionLines: [Int] = []
    /// What is said in own columns, one for each that the table has.
    var own: [OwnTexts]

    /// A batch of nothing yet, of a table with so many own columns.
    init(ownColumns count: Int) { own = [OwnTexts](repeating: OwnTexts(), count: count) }

    /// The code of an institution that a row names.
    mutating func institution(_ text: Span<UInt8>, line: Int) -> Int32 {
        let (code, isNew) = institutions.insert(text)
        if isNew { institutionLines.append(line) }
        return Int32(code)
    }

    /// The codes of the institutions that rows name from a line on, negative where the field is empty; `hashes` is room for as
    /// many.
    mutating func findInstitutions(
        _ texts: TextPlaces, line: Int, hashes: UnsafeMutablePointer<UInt64>, into codes: UnsafeMutablePointer<Int32>
    ) {
        institutions.findCodes(of: texts, hashes: hashes, into: codes)
        for row in 0..<texts.count where codes[row] < 0 && texts[row].count > 0 {
            let text = UnsafeBufferPointer(start: texts[row].start, count: texts[row].count)
            codes[row] = institution(text.span, line: line + row)
        }
    }
}

/// Texts of an own column, each kept once.
struct OwnTexts {
    private(set) var texts = KeyTable()
    /// The code of each row's text, negative where the field is empty.
    private(set) var codes: [Int32] = []
    /// The row in which each text stands first.
    private(set) var firstRows: [Int] = []

    /// Takes in the text of a row.
    mutating func append(_ text: Span<UInt8>) {
        guard !text.isEmpty else { return codes.append(-1) }
        let (code, isNew) = texts.insert(text)
        if isNew { firstRows.append(codes.count) }
        codes.append(Int32(code))
    }
}
