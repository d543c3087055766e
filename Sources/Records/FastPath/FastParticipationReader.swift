import Support
import TrainingStats

/// Reads the rows of `participations.csv` that are plain and sound; all others it hands back, to be read with care.
///
/// A row is plain if no quotes are doubled, no line ends within a field and every decimal is short; it is sound if nothing
/// at all is to be said about it, not even a warning. A row that is handed back loses nothing but time, so whatever is
/// rare is handed back.
///
/// Which columns there are and what they may hold is said by ``ParticipationColumn`` and ``ParticipationValue`` alone.
struct FastParticipationReader {
    /// What each field of a row holds; nil for columns that the contract does not know.
    private let columns: [ParticipationColumn?]
    /// Where columns without a heading stand: a row with a value in one of them is read with care, which tells it.
    private let unnamed: [Int]
    /// The columns that the dataset declares.
    private let own: [OwnFieldReader]
    /// For each position of a row which of them stands there; empty where the table has none.
    private let ownPositions: [Int?]
    private let checks: [ValueCheck]
    private let expected: [ParticipationValue]
    private let statuses: CodeMatcher
    private let sessionKeys: KeyTable
    private let traineeKeys: KeyTable
    private let persons: KnownPersons

    /// A reader for a table with the given header.
    init(_ header: TableHeader<ParticipationColumn>, _ draft: DatasetDraft) {
        let dataset = draft.dataset
        columns = header.columns
        unnamed = header.unnamed
        own = header.own.map { OwnFieldReader(of: $0.column.attribute, draft.attributes) }
        var positions = [Int?](repeating: nil, count: own.isEmpty ? 0 : columns.count)
        for (index, place) in header.own.enumerated() { positions[place.position] = index }
        ownPositions = positions
        // A value that the file lacks is missing everywhere, which is sound.
        let present = ParticipationValue.stated.filter { header.position(of: .value($0)) != nil }
        checks = ValueCheck.list(for: present, in: dataset)
        expected = present.filter(\.isExpectedOnCompletion)
        statuses = CodeMatcher(ParticipationStatus.allCases.map { ($0.rawValue, Int32($0.code)) })
        sessionKeys = draft.references[.sessions]
        traineeKeys = dataset.trainees.ids
        persons = draft.persons
    }

    /// A batch for the rows of the table.
    func makeBatch() -> ParticipationBatch { ParticipationBatch(own: own.map { OwnFields($0) }) }

    // MARK: Cutting rows into fields

    /// Cuts plain rows into fields until the batch is full, the limit is reached or a row is not plain.
    ///
    /// Gives the place where it stopped; rows from there on are not in the batch. `line` is the line there.
    ///
    /// Invariant: `base` is the buffer of a chunk whose records lie between `place` and `limit`.
    func cut(
        _ base: UnsafePointer<UInt8>, from place: Int, to limit: Int, line: inout Int, into batch: ParticipationBatch
    ) -> Int {
        let end = base + limit
        var row = base + place
        var count = batch.count
        columns.withUnsafeBufferPointer { columns in
            var delimiters = DelimiterFinder(from: row)
            while row < end, count < ParticipationBatch.capacity {
                guard
                    let next = cutRow(
                        at: row, before: end, base: base, columns: columns, into: batch, at: count, &delimiters)
                else { break }
                batch.rowStarts[count] = Int32(truncatingIfNeeded: row - base)
                batch.lines[count] = line
                line += 1
                count += 1
                row = next
            }
        }
        batch.count = count
        return row - base
    }

    /// Cuts one row; gives where the next one starts, or nil where it is not plain.
    @inline(always)
    private func cutRow(
        at row: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>, base: UnsafePointer<UInt8>,
        columns: UnsafeBufferPointer<ParticipationColumn?>, into batch: ParticipationBatch, at index: Int,
        _ delimiters: inout DelimiterFinder
    ) -> UnsafePointer<UInt8>? {
        var place = row
        let last = columns.count - 1
        for position in 0...last {
            guard let field = plainField(at: place, before: end, isLast: position == last, &delimiters) else {
                return nil
            }
            let (start, count) = (field.start, field.count)
            place = field.next
            switch columns[position] {
            case .sessionID:
                if count == 0 { return nil }
                batch.sessionStarts[index] = Int32(truncatingIfNeeded: start - base)
                batch.sessionLengths[index] = Int32(truncatingIfNeeded: count)
            case .traineeID:
                if count == 0 { return nil }
                batch.traineeStarts[index] = Int32(truncatingIfNeeded: start - base)
                batch.traineeLengths[index] = Int32(truncatingIfNeeded: count)
            case .status:
                var status = statuses.value(at: start, count)
                if status < 0 { status = otherStatus(at: start, count, batch) }
                if status < 0 { return nil }
                batch.statuses[index] = UInt8(truncatingIfNeeded: status)
            case .value(let value):
                let number = decimal(at: start, count)
                if number == oddDecimal { return nil }
                batch.decimals(of: value)[index] = number
            // A table with such a column is read with care throughout.
            case .certificateNumber, .certifiedOn: return nil
            case nil: guard takesOther(field, at: position, from: base, into: batch, at: index) else { return nil }
            }
        }
        return place
    }

    /// Takes a field of a column that the contract does not know; whether it is sound text.
    ///
    /// One that the dataset does not declare is passed over, and must be sound text as in any other way of reading.
    /// Kept out of the loop over fields: what is rare there costs all others their registers.
    @inline(never)
    private func takesOther(
        _ field: PlainField, at position: Int, from base: UnsafePointer<UInt8>, into batch: ParticipationBatch,
        at index: Int
    ) -> Bool {
        guard field.count == 0 || !unnamed.contains(position), isSoundText(at: field.start, field.count) else {
            return false
        }
        if !ownPositions.isEmpty, let own = ownPositions[position] {
            batch.own[own].place(field, from: base, at: index)
        }
        return true
    }

    /// The status that another spelling than the usual one names, or -1; kept out of the loop likewise.
    @inline(never)
    private func otherStatus(at place: UnsafePointer<UInt8>, _ count: Int, _ batch: ParticipationBatch) -> Int32 {
        batch.otherStatuses.code(of: UnsafeBufferPointer(start: place, count: count).span) ?? -1
    }

    // MARK: Looking keys up

    /// Looks up the sessions and trainees of a batch.
    func resolve(_ batch: ParticipationBatch, base: UnsafePointer<UInt8>) {
        sessionKeys.findCodes(
            of: TextPlaces(
                base: base, starts: batch.sessionStarts, lengths: batch.sessionLengths, count: batch.count),
            hashes: batch.hashes, into: batch.sessions)
        traineeKeys.findCodes(
            of: TextPlaces(
                base: base, starts: batch.traineeStarts, lengths: batch.traineeLengths, count: batch.count),
            hashes: batch.hashes, into: batch.trainees)
        for fields in batch.own { fields.resolve(batch.count, base: base, hashes: batch.hashes) }
        guard !persons.ends.isEmpty else { return }
        for row in 0..<batch.count where batch.trainees[row] >= 0 {
            batch.trainees[row] = persons.ends[Int(batch.trainees[row])]
        }
    }

    // MARK: Telling sound rows from others

    /// Moves the sound rows of a resolved batch to its front; gives their number, and the other rows.
    ///
    /// A row whose key is known to stand more than once is not sound.
    func separateSoundRows(
        of batch: ParticipationBatch, repeatedKeys: Set<UInt64>?
    ) -> (sound: Int, others: [(place: Int, line: Int)]) {
        markSoundRows(of: batch, repeatedKeys: repeatedKeys)
        var others: [(place: Int, line: Int)] = []
        var sound = 0
        for row in 0..<batch.count {
            if batch.soundness[row] == 1 {
                if sound < row { batch.move(row, to: sound) }
                sound += 1
            } else {
                others.append((Int(batch.rowStarts[row]), batch.lines[row]))
            }
        }
        return (sound, others)
    }

    /// Goes through the batch column by column, since a loop over one column has no branch but its own end.
    private func markSoundRows(of batch: ParticipationBatch, repeatedKeys: Set<UInt64>?) {
        let soundness = batch.soundness
        for row in 0..<batch.count {
            soundness[row] = batch.sessions[row] >= 0 && batch.trainees[row] >= 0 ? 1 : 0
        }
        for check in checks { check.apply(to: batch) }
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
