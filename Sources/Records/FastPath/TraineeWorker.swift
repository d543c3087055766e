import Support
import TrainingStats

/// One thread's part in reading the trainees: plain rows in a loop of their own, all others one by one.
final class TraineeWorker {
    /// The account of what this thread has read.
    let reader: TableReader
    /// What was read, one batch a chunk.
    private(set) var batches: [TraineeBatch] = []
    /// Keys of rows that are left out.
    private(set) var rejected: [String] = []

    private let dataset: DatasetReader
    private var plain: PlainTrainees?
    private var batch = TraineeBatch()
    /// Keys met so far, where keys are known to stand more than once; nil as long as nobody knows of any.
    private var seen: KeyTable?
    private let id, name, birthYear: TableReader.Column
    private let columns: DatasetReader.ProfileColumns

    /// A worker with a reader of its own; without `plain` every row is read with care, and where `findsRepeated` is set,
    /// of rows with the same key the first stays.
    init(_ reader: TableReader, _ dataset: DatasetReader, _ plain: PlainTrainees?, findsRepeated: Bool) {
        self.reader = reader
        self.dataset = dataset
        self.plain = plain
        seen = findsRepeated ? KeyTable() : nil
        (id, name, birthYear) = (reader.column("trainee_id"), reader.column("name"), reader.column("birth_year"))
        columns = DatasetReader.ProfileColumns(reader)
    }

    /// Reads chunks as long as there are any.
    func run() throws(ReadError) {
        repeat {
            batch = TraineeBatch()
            batch.chunk = reader.chunk.index
            if plain != nil { readPlainRows() } else { while reader.readRow(readRow) {} }
            batches.append(batch)
        } while try reader.nextChunk()
    }

    private func readPlainRows() {
        let limit = reader.chunk.content.upperBound
        let buffer = reader.scanner.buffer
        buffer.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            while reader.scanner.cursor < limit {
                var line = reader.scanner.nextLine
                let before = batch.ids.count
                let place = plain?.read(base, from: reader.scanner.cursor, to: limit, line: &line, into: &batch)
                reader.count(soundRows: batch.ids.count - before)
                reader.resume(at: place ?? reader.scanner.cursor, line: line)
                // What stopped the loop is a row that is not plain, or an empty line.
                if reader.scanner.cursor < limit { _ = reader.readRow(readRow) }
            }
        }
    }

    /// Reads the current row of the reader, and says everything that there is to say about it.
    private func readRow() {
        guard let key = reader.text(id) else { return }
        var profile = Profile()
        dataset.readProfile(columns, into: &profile, reader)
        profile.birthYear = Int16(reader.whole(birthYear, in: TraineeTable.birthYears) ?? -1)
        guard reader.accepts else { return rejected.append(key) }
        // Last, so that a row says the same of itself whether or not the table is read again for a repeated key.
        if seen?.code(of: key) != nil { return dataset.duplicate(key, "trainee_id", reader) }
        _ = seen?.insert(key)
        reader.withBytes(columns.institution) { profile.institution = batch.institution($0, line: reader.line) }
        batch.ids.append(key)
        batch.names.append(reader.text(name) ?? "")
        batch.profiles.append(profile)
        batch.lines.append(Int32(truncatingIfNeeded: reader.line))
    }
}

extension DatasetReader {
    /// Reads the trainees on all threads.
    ///
    /// A key that stands twice is only found when all are known. Then everything is read again on one thread, and so it
    /// is where somebody is to be told of rejected rows.
    func readTrainees() throws(ReadError) {
        guard try readTrainees(findsRepeated: false) == false else { return }
        _ = try readTrainees(findsRepeated: true)
    }

    /// Reads the table once; false, and nothing is kept, where a key stands twice and nobody looked for that, or where
    /// rows were rejected and somebody is still to be told.
    private func readTrainees(findsRepeated: Bool) throws(ReadError) -> Bool {
        guard let reader = try open(.trainees, tellsRejects: findsRepeated) else { return true }
        let plain = options.readsPlainRows && !findsRepeated ? PlainTrainees(reader, spellings) : nil
        let count = findsRepeated ? 1 : threads(for: .trainees)
        var workers = (0..<count).map { number in
            TraineeWorker(
                number == 0 ? reader : TableReader(siblingOf: reader), self, plain, findsRepeated: findsRepeated)
        }
        try concurrently(&workers) { (worker) throws(ReadError) in try worker.run() }
        let batches = workers.flatMap(\.batches).sorted { $0.chunk < $1.chunk }
        let (keys, repeated) = KeyTable.distinct(TextColumn(joining: batches.map(\.ids)))
        let rejects = workers.contains { $0.reader.tally.rejected > 0 }
        guard findsRepeated || (repeated.isEmpty && !(rejects && options.onReject != nil)) else { return false }
        for worker in workers {
            if worker.reader !== reader { reader.merge(worker.reader) }
            for key in worker.rejected { reject(key, of: .trainees) }
        }
        for key in reader.unreadKeys { reject(key, of: .trainees) }
        join(batches, keys, reader.file)
        reader.close()
        log.merge(reader.log)
        tallies.append(reader.tally)
        return true
    }

    /// Puts the batches together.
    private func join(_ batches: [TraineeBatch], _ keys: KeyTable, _ file: String) {
        var table = TraineeTable()
        table.ids = keys
        table.profiles.reserveCapacity(keys.count)
        table.lines.reserveCapacity(keys.count)
        table.names = TextColumn(joining: batches.map(\.names))
        for batch in batches {
            table.lines += batch.lines
            let codes = (0..<batch.institutions.count).map { code in
                let line = batch.institutionLines[code]
                return Int32(member(batch.institutions[code], "institution", \.institutions, file, line))
            }
            for var profile in batch.profiles {
                if profile.institution >= 0 { profile.institution = codes[Int(profile.institution)] }
                table.profiles.append(profile)
            }
        }
        dataset.trainees = table
    }
}
