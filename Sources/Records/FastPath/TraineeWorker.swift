import Support
import TrainingStats

/// One thread's part in reading the trainees: plain rows in a loop of their own, all others one by one.
final class TraineeWorker {
    /// The account of what this thread has read.
    let rows: TableReader<TraineeColumn>
    /// What was read, one batch a chunk.
    private(set) var batches: [TraineeBatch] = []
    /// Keys of rows that are left out.
    private(set) var rejected: [String] = []

    private let draft: DatasetDraft
    private var fast: FastTraineeReader?
    /// Room for the rows that are read the quick way.
    private let quickRows: TraineeRows?
    private var batch: TraineeBatch
    /// Keys met so far, where keys are known to stand more than once; nil as long as none is known.
    private var seen: KeyTable?

    /// A worker with a reader of its own; without `fast` every row is read with care, and where `findsRepeated` is set,
    /// of rows with the same key the first stays.
    init(
        _ rows: TableReader<TraineeColumn>, _ draft: DatasetDraft, fast: FastTraineeReader?, findsRepeated: Bool
    ) {
        self.rows = rows
        self.draft = draft
        self.fast = fast
        quickRows = fast?.makeRows()
        seen = findsRepeated ? KeyTable() : nil
        batch = TraineeBatch(ownColumns: rows.header.own.count)
    }

    /// Reads chunks as long as there are any.
    func run() throws(ReadError) {
        repeat {
            batch = TraineeBatch(ownColumns: rows.header.own.count)
            batch.chunk = rows.chunk.index
            // Rows have places of 32 bits; a chunk is longer where one field alone is longer than that.
            if var fast, let quickRows, rows.hasShortRows, rows.chunk.content.upperBound <= Int32.max {
                // What it remembers has one owner, so that it is not copied.
                self.fast = nil
                readPlainRows(&fast, quickRows)
                self.fast = fast
            } else {
                while rows.readRow(readRow) {}
            }
            batches.append(batch)
        } while try rows.nextChunk()
    }

    private func readPlainRows(_ fast: inout FastTraineeReader, _ plain: TraineeRows) {
        let limit = rows.chunk.content.upperBound
        let buffer = rows.scanner.buffer
        buffer.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            while rows.scanner.cursor < limit {
                let line = rows.scanner.nextLine
                let place = fast.read(base, from: rows.scanner.cursor, to: limit, into: plain)
                var row = 0
                while row < plain.count {
                    let end = plain.endOfSoundRows(from: row)
                    if row < end { fast.add(row..<end, of: plain, base, line: line + row, to: &batch) }
                    rows.count(soundRows: end - row)
                    row = end
                    guard row < plain.count else { break }
                    rows.resume(at: Int(plain.places.rowStarts[row]), line: line + row)
                    _ = rows.readRow(readRow)
                    row += 1
                }
                rows.resume(at: place, line: line + plain.count)
                // What stopped it before there was no more room is a row that is not plain, or an empty line.
                if plain.count < FieldPlaces.capacity, place < limit { _ = rows.readRow(readRow) }
            }
        }
    }

    /// Reads the current row of the reader, and says everything that there is to say about it.
    private func readRow() {
        guard let key = rows.text(.traineeID) else { return }
        var profile = Profile()
        draft.spellings.readProfile(rows, of: draft.dataset.states, into: &profile)
        profile.birthYear = Int16(rows.year(.birthYear) ?? -1)
        let own = rows.ownTexts(draft.attributes)
        guard rows.accepts else { return rejected.append(key) }
        // Last, so that a row says the same of itself whether or not the table is read again for a repeated key.
        if seen?.code(of: key) != nil { return rows.rejectDuplicate(key, at: .traineeID) }
        _ = seen?.insert(key)
        rows.withBytes(.institution) { profile.institution = batch.institution($0, line: rows.line) }
        batch.ids.append(key)
        batch.names.append(rows.text(.name) ?? "")
        batch.profiles.append(profile)
        batch.lines.append(Int32(truncatingIfNeeded: rows.line))
        for (column, text) in own.enumerated() { batch.own[column].append(Array((text ?? "").utf8).span) }
    }
}
