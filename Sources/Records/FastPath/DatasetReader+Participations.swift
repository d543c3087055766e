import Support
import TrainingStats

extension DatasetReader {
    /// Feeds all participations to a sink: block by block on all threads, then person by person.
    ///
    /// A key that stands twice is only found when all are known. Then everything is read again on one thread, and of
    /// the rows with that key the first stays, or the last where the settings say so. The second reading also reports rejected rows.
    ///
    /// - Throws: ``ReadError`` where a file cannot be read, or where one was changed since the reading began: what the
    ///   sink was fed is then worth nothing.
    public func readParticipations<Sink: ParticipationSink>(into sink: Sink) throws(ReadError) -> Sink {
        let prepared = try readPrepared(into: sink)
        let result = if let prepared { prepared } else { try readAll(into: sink) }
        try closeTablesOfParticipations()
        try checkUnchanged()
        finishPreparation()
        return result
    }

    private func readAll<Sink: ParticipationSink>(into sink: Sink) throws(ReadError) -> Sink {
        guard let read = try read(into: sink, repeatedKeys: nil) else { return sink }
        let (result, repeatedKeys) = showPersons(of: read)
        let tellsRejects = options.onReject != nil && read.rows.tally.rejected > 0
        if repeatedKeys.isEmpty, !tellsRejects {
            accept(read)
            return result
        }
        guard let again = try self.read(into: sink, repeatedKeys: repeatedKeys) else { return sink }
        accept(again)
        return showPersons(of: again).sink
    }

    /// What a reading gave.
    private struct Reading<Sink> {
        var sink: Sink
        var buckets: [PersonBuckets]
        var rows: TableReader<ParticipationColumn>
        var tallies: [AttendanceTally]
        var attended: AttendedDays.Notes
        var certificates: [CertificateNote]
        var preparation: Preparation?
    }

    /// Reads the table once; nil where there is none or its header makes it useless.
    private func read<Sink: ParticipationSink>(
        into sink: Sink, repeatedKeys: Set<UInt64>?
    ) throws(ReadError) -> Reading<Sink>? {
        guard let rows = try open(ParticipationColumn.self, tellsRejects: repeatedKeys != nil) else { return nil }
        let fast =
            options.readsPlainRows && rows.isCSV && !rows.header.statesCertificates
            ? FastParticipationReader(rows.header, draft) : nil
        let preparation = beginPreparation(rows)
        var workers = (0..<(repeatedKeys == nil ? threads(for: .participations) : 1)).map { number in
            ParticipationWorker(
                number == 0 ? rows : TableReader(siblingOf: rows), draft, fast: fast, repeatedKeys: repeatedKeys,
                preparation: preparation, sink: sink.emptyCopy())
        }
        try concurrently(&workers) { (worker) throws(ReadError) in try worker.run() }
        var merged = sink
        for worker in workers {
            merged.merge(worker.sink)
            if worker.rows !== rows { rows.merge(worker.rows) }
        }
        rows.close()
        var attended = workers[0].attended
        for worker in workers.dropFirst() { attended.merge(worker.attended) }
        return Reading(
            sink: merged, buckets: workers.map(\.buckets), rows: rows, tallies: workers.map(\.tally),
            attended: attended, certificates: workers.flatMap(\.certificates), preparation: preparation)
    }

    /// Takes over what a reading found.
    private func accept<Sink>(_ reading: Reading<Sink>) {
        accept(reading.rows)
        for tally in reading.tallies { draft.attendance.merge(tally) }
        draft.attended = reading.attended
        draft.certificates = reading.certificates
        preparing?.preparation = reading.preparation
        preparing?.participations = PreparedAccount(
            reading.rows, notices: contents.tables[.participations]?.notices ?? [])
        preparing?.rejectedParticipations = Array(reading.attended.rejected)
    }

    /// Shows the sink of a reading every person, and finds the keys that stand more than once.
    private func showPersons<Sink: ParticipationSink>(
        of reading: Reading<Sink>
    ) -> (sink: Sink, repeatedKeys: Set<UInt64>) {
        let buckets = SharedBuckets(reading.buckets, keptIn: reading.preparation)
        let sessions = draft.dataset.sessions.count
        let sorters = (0..<min(reading.buckets.count, buckets.count)).map { _ in
            PersonSorter(buckets, sessions: sessions)
        }
        return (showPersons(of: sorters, to: reading.sink), buckets.repeatedKeys)
    }
}
