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

/// Reads the rows of `trainees.csv` that are plain and sound; all others it hands back, to be read with care.
struct FastTraineeReader {
    /// What each field of a row holds; nil for columns that the contract does not know.
    private let columns: [TraineeColumn?]
    /// Where columns without a heading stand: a row with a value in one of them is read with care, which tells it.
    private let unnamed: [Int]
    private let years = TableReader<TraineeColumn>.gregorianYears
    private var states: CodeMemory
    private var sectors = CodeMemory(of: Sector.self) { Sector.allCases.firstIndex(of: $0) }
    private var sexes = CodeMemory(of: Sex.self) { Sex.allCases.firstIndex(of: $0) }
    /// For each position of a row which own column stands there; empty where the table has none.
    private var ownColumns: [Int?] = []
    /// Which texts of own columns name a member; nil of columns in which all do.
    private var ownMembers: [CodeMemory?] = []
    /// Where the texts of the own columns of the current row are.
    private var ownTexts: [UnsafeBufferPointer<UInt8>] = []

    /// A reader for a table with the given header, whose years are Gregorian.
    init(_ header: TableHeader<TraineeColumn>, _ draft: DatasetDraft) {
        columns = header.columns
        unnamed = header.unnamed
        let spellings = draft.spellings
        states = CodeMemory { spellings($0) }
        guard !header.own.isEmpty else { return }
        ownColumns = [Int?](repeating: nil, count: columns.count)
        for (index, own) in header.own.enumerated() {
            ownColumns[own.position] = index
            let reader = draft.attributes.readers[own.column.attribute]
            let takesAny = reader.attribute.kind == .text
            ownMembers.append(takesAny ? nil : CodeMemory { reader.takes($0) ? 0 : nil })
        }
        ownTexts = header.own.map { _ in UnsafeBufferPointer(start: nil, count: 0) }
    }

    /// Reads plain and sound rows until the limit is reached or a row is not such; gives the place where it stopped.
    ///
    /// `line` is the line there. Invariant: `base` is the buffer of a chunk whose records lie between `place` and `limit`.
    mutating func read(
        _ base: UnsafePointer<UInt8>, from place: Int, to limit: Int, line: inout Int, into batch: inout TraineeBatch
    ) -> Int {
        let end = base + limit
        var row = base + place
        var delimiters = DelimiterFinder(from: row)
        while row < end, let next = readRow(at: row, before: end, line: line, into: &batch, &delimiters) {
            line += 1
            row = next
        }
        return row - base
    }

    /// Reads one row; gives where the next one starts, or nil where it is not plain or not sound.
    private mutating func readRow(
        at row: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>, line: Int, into batch: inout TraineeBatch,
        _ delimiters: inout DelimiterFinder
    ) -> UnsafePointer<UInt8>? {
        var place = row
        var profile = Profile()
        var id = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        var name = id
        var institution = id
        let last = columns.count - 1
        for position in columns.indices {
            guard let field = plainField(at: place, before: end, isLast: position == last, &delimiters) else {
                return nil
            }
            let (start, count) = (field.start, field.count)
            place = field.next
            let text = UnsafeBufferPointer(start: start, count: count)
            switch columns[position] {
            case .traineeID: id = text
            case .name: name = text
            case .institution: institution = text
            case nil:
                guard count == 0 || !unnamed.contains(position), isSoundText(at: start, count) else { return nil }
                if !ownColumns.isEmpty, let own = ownColumns[position] { ownTexts[own] = text }
            case .state:
                if count == 0 { continue }
                guard let code = states.code(of: text.span) else { return nil }
                profile.state = Int16(truncatingIfNeeded: code)
            case .sector:
                if count == 0 { continue }
                guard let code = sectors.code(of: text.span) else { return nil }
                profile.sector = Int8(truncatingIfNeeded: code)
            case .sex:
                if count == 0 { continue }
                guard let code = sexes.code(of: text.span) else { return nil }
                profile.sex = Int8(truncatingIfNeeded: code)
            case .birthYear:
                let year = decimal(at: start, count)
                if year == DecimalColumn.missing { continue }
                guard year % 1_000_000 == 0, years.contains(Int(year / 1_000_000)) else { return nil }
                profile.birthYear = Int16(year / 1_000_000)
            }
        }
        for text in [id, name, institution] {
            if let start = text.baseAddress, !isSoundText(at: start, text.count) { return nil }
        }
        // What starts with a blank may be an empty line.
        guard id.count > 0, id[0] > UInt8(ascii: " "), !isReserved(id), !isReserved(institution) else { return nil }
        guard ownTexts.isEmpty || hasSoundOwnTexts() else { return nil }
        if institution.count > 0 { profile.institution = batch.institution(institution.span, line: line) }
        batch.ids.append(id.span)
        batch.names.append(name.span)
        batch.profiles.append(profile)
        batch.lines.append(Int32(truncatingIfNeeded: line))
        for (own, text) in ownTexts.enumerated() { batch.own[own].append(text.span) }
        return place
    }

    /// Whether each text in an own column of the current row is empty or names a member.
    private mutating func hasSoundOwnTexts() -> Bool {
        for (own, text) in ownTexts.enumerated() where text.count > 0 {
            if isReserved(text) || ownMembers[own] != nil && ownMembers[own]?.code(of: text.span) == nil {
                return false
            }
        }
        return true
    }

    private func isReserved(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.count == 2 && text[0] == UInt8(ascii: "_")
            && reservedMembers.contains(String(decoding: text, as: UTF8.self))
    }
}
