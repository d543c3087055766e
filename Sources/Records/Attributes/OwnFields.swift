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
    let content: Content
    /// The members that there are.
    let members: KeyTable

    /// A reader for an attribute whose members are known.
    init(of attribute: Int, _ draft: AttributeDraft) {
        self.attribute = attribute
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

/// The fields of a declared column in the rows of a batch: where they stand, and what they state.
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
    private let starts = ParticipationBatch.column(of: Int32.self)
    private let lengths = ParticipationBatch.column(of: Int32.self)
    private let codes = ParticipationBatch.column(of: Int32.self)
    private let numbers = ParticipationBatch.column(of: Int64.self)

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
        starts.deallocate()
        lengths.deallocate()
        codes.deallocate()
        numbers.deallocate()
    }

    /// Notes where the field of a row stands, whose chunk begins at `base`.
    func place(_ field: PlainField, from base: UnsafePointer<UInt8>, at row: Int) {
        starts[row] = Int32(truncatingIfNeeded: field.start - base)
        lengths[row] = Int32(truncatingIfNeeded: field.count)
    }

    /// Finds out what the first rows state; `hashes` is room for as many.
    func resolve(_ count: Int, base: UnsafePointer<UInt8>, hashes: UnsafeMutablePointer<UInt64>) {
        switch reader.content {
        case .number:
            for row in 0..<count { numbers[row] = decimal(at: base + Int(starts[row]), Int(lengths[row])) }
        case .text:
            reader.members.findCodes(
                of: TextPlaces(base: base, starts: starts, lengths: lengths, count: count), hashes: hashes,
                into: codes)
            // Only members that no column may have, and which are told, are not found.
            for row in 0..<count where codes[row] < 0 && lengths[row] > 0 { codes[row] = Self.odd }
        case .spelling:
            for row in 0..<count {
                let text = UnsafeBufferPointer(start: base + Int(starts[row]), count: Int(lengths[row]))
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
