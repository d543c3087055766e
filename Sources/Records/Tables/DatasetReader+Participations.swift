import Synchronization
import TrainingStats

extension DatasetReader {
    /// Feeds all participations to a sink: block by block on all threads, then person by person.
    ///
    /// A key that stands twice is only found when all are known. Then everything is read again on one thread, and of
    /// the rows with that key the first stays. So it is where somebody is to be told of rejected rows.
    ///
    /// - Throws: ``ReadError`` where a file cannot be read, or where one was changed since the reading began: what the
    ///   sink was fed is then worth nothing.
    public func readParticipations<Sink: ParticipationSink>(into sink: Sink) throws(ReadError) -> Sink {
        let result = try readAll(into: sink)
        try checkUnchanged()
        return result
    }

    private func readAll<Sink: ParticipationSink>(into sink: Sink) throws(ReadError) -> Sink {
        if let read = try read(into: sink, suspects: nil) {
            let repeated = Mutex<Set<UInt64>>([])
            let result = try countPersons(read.ledgers, read.sink, repeated)
            let suspects = repeated.withLock { $0 }
            let tellsRejects = options.onReject != nil && read.reader.tally.rejected > 0
            if suspects.isEmpty, !tellsRejects {
                accept(read)
                return result
            }
            if let again = try self.read(into: sink, suspects: suspects) {
                accept(again)
                return try countPersons(again.ledgers, again.sink, Mutex([]))
            }
        }
        return sink
    }

    /// What a reading gave.
    private struct Reading<Sink> {
        var sink: Sink
        var ledgers: [PersonLedger]
        var reader: TableReader
        var tallies: [AttendanceTally]
    }

    /// Reads the table once; nil where there is none or its header makes it useless.
    private func read<Sink: ParticipationSink>(
        into sink: Sink, suspects: Set<UInt64>?
    ) throws(ReadError) -> Reading<Sink>? {
        guard let reader = try open(.participations, tellsRejects: suspects != nil) else { return nil }
        let plain =
            options.readsPlainRows ? PlainParticipations(reader, dataset, sessionKeys: sessionKeys) : nil
        var workers = (0..<(suspects == nil ? threads(for: .participations) : 1)).map { number in
            ParticipationWorker(
                number == 0 ? reader : TableReader(siblingOf: reader), self, plain, suspects: suspects, sink.emptyCopy()
            )
        }
        try concurrently(&workers) { (worker) throws(ReadError) in try worker.run() }
        var merged = sink
        for worker in workers {
            merged.merge(worker.sink)
            if worker.reader !== reader { reader.merge(worker.reader) }
        }
        reader.close()
        return Reading(
            sink: merged, ledgers: workers.map(\.ledger), reader: reader, tallies: workers.map(\.tally))
    }

    /// Takes over what a reading found.
    private func accept<Sink>(_ reading: Reading<Sink>) {
        log.merge(reading.reader.log)
        tallies.append(reading.reader.tally)
        for tally in reading.tallies { attendance.merge(tally) }
    }

    /// Shows a sink every person, bucket by bucket on all threads, and finds the keys that stand more than once.
    private func countPersons<Sink: ParticipationSink>(
        _ ledgers: [PersonLedger], _ sink: Sink, _ repeated: borrowing Mutex<Set<UInt64>>
    ) throws(ReadError) -> Sink {
        var result = sink
        if result.wantsPersons { result.prepareForPersons() }
        let buckets = ledgers[0].bucketCount
        let next = Atomic(0)
        var copies = [Sink](repeating: result, count: min(ledgers.count, buckets))
        let wantsPersons = result.wantsPersons
        let sessions = dataset.sessions.count
        try concurrently(&copies) { (copy) throws(ReadError) in
            var sorter = PersonSorter(sessions: sessions)
            while true {
                let bucket = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard bucket < buckets else { return }
                sorter.forEachPerson(of: bucket, in: ledgers) { person, session in
                    _ = repeated.withLock { $0.insert(participationKey(session, person)) }
                } _: { person, part in
                    if wantsPersons { copy.add(person: person, part) }
                }
                for ledger in ledgers { ledger.empty(bucket) }
            }
        }
        for copy in copies where wantsPersons { result.mergePersons(of: copy) }
        return result
    }
}
