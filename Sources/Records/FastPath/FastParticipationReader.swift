import Support
import TrainingStats

/// Reads the rows of `participations.csv` that are plain and sound; all others it hands back, to be read with care.
///
/// A row is plain if no quotes are doubled and no line ends within a field; it is sound if nothing at all is to be said
/// about it, not even a warning, and every decimal is short. A row that is handed back loses nothing but time, so whatever is
/// rare is handed back.
///
/// Which columns there are and what they may hold is said by ``ParticipationColumn`` and ``ParticipationValue`` alone.
struct FastParticipationReader {
    /// A column that the contract does not know.
    private struct OtherColumn {
        var position: Int
        /// Without a heading: a row with a value in it is read with care, which tells it.
        var isUnnamed: Bool
    }

    private let columnCount: Int
    private let sessionColumn: Int
    private let traineeColumn: Int
    private let statusColumn: Int
    /// The values that the table has; one that it lacks is missing everywhere, which is sound.
    private let checks: [ValueCheck]
    private let expected: [ParticipationValue]
    private let others: [OtherColumn]
    /// The columns that the dataset declares.
    private let own: [OwnFieldReader]
    private let statuses: CodeMatcher
    private let sessionKeys: KeyTable
    private let traineeKeys: KeyTable
    private let persons: KnownPersons

    /// A reader for a table with the given header; nil where it has columns that are read with care throughout.
    init?(_ header: TableHeader<ParticipationColumn>, _ draft: DatasetDraft) {
        guard !header.statesCertificates, let sessionColumn = header.position(of: .sessionID),
            let traineeColumn = header.position(of: .traineeID), let statusColumn = header.position(of: .status)
        else { return nil }
        (self.sessionColumn, self.traineeColumn, self.statusColumn) = (sessionColumn, traineeColumn, statusColumn)
        let dataset = draft.dataset
        columnCount = header.columns.count
        others = header.columns.indices.filter { header.columns[$0] == nil }.map {
            OtherColumn(position: $0, isUnnamed: header.unnamed.contains($0))
        }
        own = header.own.map { OwnFieldReader(of: $0.column.attribute, at: $0.position, draft.attributes) }
        let present = ParticipationValue.stated.compactMap { value in
            header.position(of: .value(value)).map { (value: value, position: $0) }
        }
        checks = ValueCheck.list(for: present, in: dataset)
        expected = present.map(\.value).filter(\.isExpectedOnCompletion)
        statuses = CodeMatcher(ParticipationStatus.allCases.map { ($0.rawValue, Int32($0.code)) })
        sessionKeys = draft.references[.sessions]
        traineeKeys = dataset.trainees.ids
        persons = draft.persons
    }

    /// A batch for the rows of the table.
    func makeBatch() -> ParticipationBatch { ParticipationBatch(columns: columnCount, own: own.map { OwnFields($0) }) }

    /// Cuts plain rows into fields until the batch is full, the limit is reached or a row is not plain.
    ///
    /// Gives the place where it stopped; rows from there on are not in the batch. `line` is the line there.
    ///
    /// Invariant: `base` is the buffer of a chunk whose records lie between `place` and `limit`, which 32 bits hold.
    func cut(
        _ base: UnsafePointer<UInt8>, from place: Int, to limit: Int, line: inout Int, into batch: ParticipationBatch
    ) -> Int {
        let next = batch.places.cut(base, from: place, to: limit)
        batch.count = batch.places.count
        for row in 0..<batch.count { batch.lines[row] = line + row }
        line += batch.count
        return next
    }

    // MARK: Reading fields

    /// Reads the fields of a batch column by column, and marks which rows are sound as far as their fields say.
    func resolve(_ batch: ParticipationBatch, base: UnsafePointer<UInt8>) {
        // Rows of one session mostly stand together.
        sessionKeys.findCodes(ofRuns: batch.places.texts(in: sessionColumn, of: base), into: batch.sessions)
        traineeKeys.findCodes(
            of: batch.places.texts(in: traineeColumn, of: base), hashes: batch.hashes, into: batch.trainees)
        for row in 0..<batch.count {
            batch.soundness[row] = batch.sessions[row] >= 0 && batch.trainees[row] >= 0 ? 1 : 0
        }
        readStatuses(of: batch, base)
        for check in checks {
            check.read(batch.places.texts(in: check.position, of: base), into: batch)
        }
        for column in others { checkTexts(of: column, in: batch, base) }
        for fields in batch.own {
            fields.resolve(batch.places.texts(in: fields.position, of: base), hashes: batch.hashes)
        }
        guard !persons.ends.isEmpty else { return }
        for row in 0..<batch.count where batch.trainees[row] >= 0 {
            batch.trainees[row] = persons.ends[Int(batch.trainees[row])]
        }
    }

    private func readStatuses(of batch: ParticipationBatch, _ base: UnsafePointer<UInt8>) {
        let texts = batch.places.texts(in: statusColumn, of: base)
        for row in 0..<batch.count {
            var status = statuses.value(at: texts[row].start, texts[row].count)
            if status < 0 { status = otherStatus(texts[row], batch) }
            batch.soundness[row] &= status < 0 ? 0 : 1
            batch.statuses[row] = UInt8(truncatingIfNeeded: status)
        }
    }

    /// The status that another spelling than the usual one names, or -1; kept out of the loop, which it costs registers.
    @inline(never)
    private func otherStatus(_ text: (start: UnsafePointer<UInt8>, count: Int), _ batch: ParticipationBatch) -> Int32 {
        batch.otherStatuses.code(of: UnsafeBufferPointer(start: text.start, count: text.count).span) ?? -1
    }

    /// Marks the rows with something else than sound text in a column that the contract does not know, as any other way of
    /// reading does, even where the dataset does not declare it.
    private func checkTexts(of column: OtherColumn, in batch: ParticipationBatch, _ base: UnsafePointer<UInt8>) {
        let texts = batch.places.texts(in: column.position, of: base)
        for row in 0..<batch.count {
            let (start, count) = texts[row]
            if count > 0, column.isUnnamed || !isSoundText(at: start, count) { batch.soundness[row] = 0 }
        }
    }

    // MARK: Telling sound rows from others

    /// Moves the sound rows of a resolved batch to its front; gives their number, and the other rows.
    ///
    /// A row whose key is known to stand more than once is not sound.
    func separateSoundRows(
        of batch: ParticipationBatch, repeatedKeys: Set<UInt64>?
    ) -> (sound: Int, others: [(place: Int, line: Int)]) {
        finishMarks(of: batch, repeatedKeys: repeatedKeys)
        var others: [(place: Int, line: Int)] = []
        var sound = 0
        for row in 0..<batch.count {
            if batch.soundness[row] == 1 {
                if sound < row { batch.move(row, to: sound) }
                sound += 1
            } else {
                others.append((Int(batch.places.rowStarts[row]), batch.lines[row]))
            }
        }
        return (sound, others)
    }

    /// Marks what more than one column says; a loop over one column has no branch but its own end.
    private func finishMarks(of batch: ParticipationBatch, repeatedKeys: Set<UInt64>?) {
        let soundness = batch.soundness
        for fields in batch.own { fields.mark(soundness, count: batch.count) }
        let completed = ParticipationStatus.completed.code
        for value in expected {
            let numbers = batch.decimals(of: value)
            for row in 0..<batch.count {
                let isLacking = numbers[row] == DecimalColumn.missing && batch.statuses[row] == completed
                soundness[row] &= isLacking ? 0 : 1
            }
        }
        guard let repeatedKeys else { return }
        for row in 0..<batch.count {
            let key = participationKey(Int(batch.sessions[row]), Int(batch.trainees[row]))
            if repeatedKeys.contains(key) { soundness[row] = 0 }
        }
    }
}

/// The key of a participation: the positions of session and trainee.
@inline(always)
func participationKey(_ session: Int, _ trainee: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: trainee) << 32 | UInt64(truncatingIfNeeded: session)
}
