import Support
import TrainingStats

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
    /// Where each own column stands, and which texts name a member; nil of columns in which all do.
    private var own: [(position: Int, members: CodeMemory?)] = []

    /// A reader for a table with the given header, whose years are Gregorian.
    init(_ header: TableHeader<TraineeColumn>, _ draft: DatasetDraft) {
        columns = header.columns
        unnamed = header.unnamed
        let spellings = draft.spellings
        states = CodeMemory { spellings($0) }
        own = header.own.map { own in
            let reader = draft.attributes.readers[own.column.attribute]
            let takesAny = reader.attribute.kind == .text
            return (own.position, takesAny ? nil : CodeMemory { reader.takes($0) ? 0 : nil })
        }
    }

    /// Room for rows of the table.
    func makeRows() -> TraineeRows { TraineeRows(columns: columns.count) }

    /// Cuts plain rows into fields until there is no more room, the limit is reached or a row is not plain, and reads them;
    /// gives the place where it stopped.
    ///
    /// Invariant: `base` is the buffer of a chunk whose records lie between `place` and `limit`, which 32 bits hold.
    mutating func read(_ base: UnsafePointer<UInt8>, from place: Int, to limit: Int, into rows: TraineeRows) -> Int {
        let next = rows.places.cut(base, from: place, to: limit)
        // Where the rows as a whole are sound text, each of their fields is.
        rows.begin(areSoundText: isSoundText(at: base + place, next - place))
        for (position, column) in columns.enumerated() {
            let texts = rows.places.texts(in: position, of: base)
            rows.checkText(texts)
            switch column {
            case .traineeID:
                // What starts with a blank may mean something else without it.
                rows.mark(texts) { $1 > 0 && $0.pointee > UInt8(ascii: " ") && !isReserved($0, $1) }
            case .name: break
            case .institution: rows.mark(texts) { !isReserved($0, $1) }
            case .state:
                rows.readCodes(texts, &states) { $0.state = Int16(truncatingIfNeeded: $1) }
            case .sector:
                rows.readCodes(texts, &sectors) { $0.sector = Int8(truncatingIfNeeded: $1) }
            case .sex:
                rows.readCodes(texts, &sexes) { $0.sex = Int8(truncatingIfNeeded: $1) }
            case .birthYear: rows.readYears(texts, within: years)
            case nil:
                if unnamed.contains(position) { rows.mark(texts) { $1 == 0 } }
            }
        }
        for index in own.indices {
            let texts = rows.places.texts(in: own[index].position, of: base)
            rows.mark(texts) { !isReserved($0, $1) }
            guard own[index].members != nil else { continue }
            rows.mark(texts) { place, count in
                let text = UnsafeBufferPointer(start: place, count: count)
                return count == 0 || own[index].members?.code(of: text.span) != nil
            }
        }
        return next
    }

    /// Adds rows that have been read, all of them sound, to a batch; the first stands on a line.
    func add(
        _ range: Range<Int>, of rows: TraineeRows, _ base: UnsafePointer<UInt8>, line: Int, to batch: inout TraineeBatch
    ) {
        let first = batch.profiles.count
        rows.copyProfiles(range, to: &batch.profiles)
        for row in 0..<range.count { batch.lines.append(Int32(truncatingIfNeeded: line + row)) }
        for (position, column) in columns.enumerated() {
            let texts = rows.places.texts(in: position, of: base).rows(range)
            switch column {
            case .traineeID: batch.ids.append(texts)
            case .name: batch.names.append(texts)
            case .institution:
                batch.findInstitutions(texts, line: line, hashes: rows.hashes, into: rows.codes)
                for row in 0..<range.count { batch.profiles[first + row].institution = rows.codes[row] }
            case .state, .sector, .sex, .birthYear, nil: break
            }
        }
        if !columns.contains(.name) { for _ in range { batch.names.append("") } }
        for (index, own) in own.enumerated() {
            let texts = rows.places.texts(in: own.position, of: base).rows(range)
            for row in 0..<texts.count {
                batch.own[index].append(UnsafeBufferPointer(start: texts[row].start, count: texts[row].count).span)
            }
        }
    }
}

/// Whether a text is a member that reports need themselves.
@inline(always)
private func isReserved(_ place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    count == 2 && place.pointee == UInt8(ascii: "_")
        && reservedMembers.contains(String(decoding: UnsafeBufferPointer(start: place, count: 2), as: UTF8.self))
}
