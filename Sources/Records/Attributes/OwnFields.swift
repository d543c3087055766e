import Support
import TrainingStats

/// How the quick way reads a column of participations that the dataset declares.
struct OwnFieldReader {
    /// What a field holds.
    enum Content {
        /// A text, which is a member as it stands.
        case text
        /// A spelling of a member, or a day in it.
        case spelling(AttributeReader)
        /// A number.
        case number
    }

    /// The position of its attribute in the settings.
    let attribute: Int
    /// The column in which it stands.
    let position: Int
    let content: Content
    /// The members that there are.
    let members: KeyTable

    /// A reader for an attribute whose members are known, at a column of the table.
    init(of attribute: Int, at position: Int, _ draft: AttributeDraft) {
        self.attribute = attribute
        self.position = position
        members = draft.members[attribute]
        let reader = draft.readers[attribute]
        content =
            switch reader.attribute.kind {
            case .text: .text
            case .number: .number
            case .codes, .date: .spelling(reader)
            }
    }
}

/// What the fields of a declared column state in the rows of a batch.
///
/// The one owner of its memory, which is allocated once and used for every batch.
final class OwnFields {
    /// The code of a field that must be read with care.
    private static let odd: Int32 = -2
    /// How many spellings are remembered: more than there are days in a century.
    private static let mostSpellings = 50_000

    private let reader: OwnFieldReader
    /// Members by their spellings; nil where they have none.
    private var spellings: CodeMemory?
    private let codes = FieldPlaces.column(of: Int32.self)
    private let numbers = FieldPlaces.column(of: Int64.self)

    /// The fields of a column; there are none yet.
    init(_ reader: OwnFieldReader) {
        self.reader = reader
        guard case .spelling(let names) = reader.content else { return }
        let members = reader.members
        spellings = CodeMemory(limit: Self.mostSpellings) { text in
            names.member(of: text).flatMap { members.code(of: $0) }
        }
    }

    deinit {
        codes.deallocate()
        numbers.deallocate()
    }

    /// The column in which they stand.
    var position: Int { reader.position }

    /// Finds out what the fields state; `hashes` is room for as many.
    func resolve(_ fields: TextPlaces, hashes: UnsafeMutablePointer<UInt64>) {
        switch reader.content {
        case .number: readDecimals(fields, into: numbers)
        case .text:
            reader.members.findCodes(of: fields, hashes: hashes, into: codes)
            // Only members that no column may have, and which are told, are not found.
            for row in 0..<fields.count where codes[row] < 0 && fields[row].count > 0 { codes[row] = Self.odd }
        case .spelling:
            for row in 0..<fields.count {
                let text = UnsafeBufferPointer(start: fields[row].start, count: fields[row].count)
                codes[row] = text.isEmpty ? -1 : spellings?.code(of: text.span) ?? Self.odd
            }
        }
    }

    private var isNumber: Bool { if case .number = reader.content { true } else { false } }

    /// Marks the rows whose field must be read with care.
    func mark(_ soundness: UnsafeMutablePointer<UInt8>, count: Int) {
        if isNumber {
            for row in 0..<count { soundness[row] &= numbers[row] == oddDecimal ? 0 : 1 }
        } else {
            for row in 0..<count { soundness[row] &= codes[row] == Self.odd ? 0 : 1 }
        }
    }

    /// Moves what a row states to an earlier place.
    func move(_ row: Int, to place: Int) {
        if isNumber { numbers[place] = numbers[row] } else { codes[place] = codes[row] }
    }

    /// Adds what the first rows state to a block, in which they stand from a row on.
    func copy(_ count: Int, to block: inout ParticipationBlock, from first: Int) {
        if isNumber {
            let rows = UnsafeBufferPointer(start: numbers, count: count)
            block.add(numbers: rows, ofAttribute: reader.attribute, from: first)
        } else {
            let rows = UnsafeBufferPointer(start: codes, count: count)
            block.add(codes: rows, ofAttribute: reader.attribute, from: first)
        }
    }
}
