import Support
import TrainingStats

extension DatasetReader {
    /// Reads the trainees on all threads.
    ///
    /// A key that stands twice is only found when all are known. Then everything is read again on one thread, and so it
    /// is that second reading which reports rejected rows.
    func readTrainees() throws(ReadError) {
        guard try readTrainees(findsRepeated: false) == false else { return }
        // It leaves repeated keys out, so that none stands twice.
        _ = try readTrainees(findsRepeated: true)
    }

    /// Reads the table once; false, and nothing is kept, where a key stands twice and that was not looked for, or where
    /// rows were rejected and are still to be reported.
    private func readTrainees(findsRepeated: Bool) throws(ReadError) -> Bool {
        guard let rows = try open(TraineeColumn.self, tellsRejects: findsRepeated) else { return true }
        let fast =
            options.readsPlainRows && !findsRepeated && rows.isCSV && rows.calendar == .gregorian
            ? FastTraineeReader(rows.header, draft) : nil
        let count = findsRepeated ? 1 : threads(for: .trainees)
        var workers = (0..<count).map { number in
            TraineeWorker(
                number == 0 ? rows : TableReader(siblingOf: rows), draft, fast: fast, findsRepeated: findsRepeated)
        }
        try concurrently(&workers) { (worker) throws(ReadError) in try worker.run() }
        let batches = workers.flatMap(\.batches).sorted { $0.chunk < $1.chunk }
        let rejects = workers.contains { $0.rows.tally.rejected > 0 }
        guard findsRepeated || !rejects || options.onReject == nil,
            let keys = KeyTable(TextColumn(joining: batches.map(\.ids)))
        else { return false }
        for worker in workers {
            if worker.rows !== rows { rows.merge(worker.rows) }
            for key in worker.rejected { draft.references.reject(key, of: .trainees) }
        }
        draft.add(batches, keys: keys, own: rows.header.own.map(\.column))
        rows.close()
        keepTrainees(rows, rejected: workers.flatMap(\.rejected))
        accept(rows)
        return true
    }

}

extension DatasetDraft {
    /// Puts the batches together.
    fileprivate mutating func add(_ batches: [TraineeBatch], keys: KeyTable, own: [OwnColumn]) {
        var table = TraineeTable()
        table.ids = keys
        table.profiles.reserveCapacity(keys.count)
        table.lines.reserveCapacity(keys.count)
        table.names = TextColumn(joining: batches.map(\.names))
        for batch in batches {
            table.lines += batch.lines
            let codes = (0..<batch.institutions.count).map { code in
                let line = batch.institutionLines[code]
                let origin = MemberOrigin(table: .trainees, line: line)
                return Int32(member(batch.institutions[code], of: .institution, from: origin))
            }
            for (column, texts) in zip(own, batch.own) {
                let codes = zip(texts.texts.keys, texts.firstRows).map { text, row in
                    let origin = MemberOrigin(table: .trainees, line: Int(batch.lines[row]))
                    return attributes.code(of: text, in: column.attribute, from: origin)
                }
                attributes.append(texts.codes.map { $0 < 0 ? $0 : codes[Int($0)] }, ofTraineesIn: column.attribute)
                guard dataset.settings.attributes[column.attribute].isNumber else { continue }
                let numbers = texts.texts.keys.map { ExactDecimal($0) }
                attributes.append(
                    texts.codes.map { $0 < 0 ? nil : numbers[Int($0)] }, ofTraineesIn: column.attribute)
            }
            for var profile in batch.profiles {
                if profile.institution >= 0 { profile.institution = codes[Int(profile.institution)] }
                table.profiles.append(profile)
            }
        }
        dataset.trainees = table
    }
}
