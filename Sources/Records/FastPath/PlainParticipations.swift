import Support
import TrainingStats

/// Reads the rows of `participations.csv` that are plain and sound; all others it hands back, to be read with care.
///
/// A row is plain where no quotes are doubled, no line ends within a field and every decimal is short; it is sound where
/// nothing at all is to be said about it, not even a warning. What is handed back loses nothing but time.
struct PlainParticipations {
    /// What a column of the file holds.
    enum Content: UInt8 {
        case session, trainee, status, hours, preScore, postScore, rating, cost, ignored

        /// Position among the decimals.
        var decimalIndex: Int { Int(rawValue) - Int(Content.hours.rawValue) }
    }

    /// What is allowed in the participations of a session, in millionths.
    struct Limits: BitwiseCopyable {
        var hours: Int64
        var score: Int64
    }

    private let contents: [Content]
    private let limits: [Limits]
    private let statuses: CodeMatcher
    private let sessionKeys: KeyTable
    private let traineeKeys: KeyTable
    private let expectsScore: Bool

    /// A reader for a table with the given header.
    init(_ reader: TableReader, _ dataset: Dataset, sessionKeys: KeyTable) {
        let known: [(String, Content)] = [
            ("session_id", .session), ("trainee_id", .trainee), ("status", .status), ("hours", .hours),
            ("pre_score", .preScore), ("post_score", .postScore), ("rating", .rating), ("cost", .cost),
        ]
        contents = reader.headings.map { heading in known.first { $0.0 == heading }?.1 ?? .ignored }
        limits = dataset.sessions.map { session in
            let course = dataset.courses[session.course]
            func narrow(_ number: ExactDecimal?) -> Int64 {
                number.map { Int64(clamping: $0.millionths) } ?? .max
            }
            return Limits(hours: narrow(course.hours), score: narrow(course.maxScore))
        }
        statuses = CodeMatcher(ParticipationStatus.allCases.map { ($0.rawValue, Int32($0.code)) })
        self.sessionKeys = sessionKeys
        traineeKeys = dataset.trainees.ids
        expectsScore = reader.has("post_score")
    }

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
        contents.withUnsafeBufferPointer { contents in
            var ends = FieldEnds(from: row)
            while row < end, count < ParticipationBatch.capacity {
                guard let next = cut(row, base, end, contents, count, batch, &ends) else { break }
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
    @inline(__always)
    private func cut(
        _ row: UnsafePointer<UInt8>, _ base: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
        _ contents: UnsafeBufferPointer<Content>, _ index: Int, _ batch: ParticipationBatch, _ ends: inout FieldEnds
    ) -> UnsafePointer<UInt8>? {
        var place = row
        let last = contents.count - 1
        for column in 0...last {
            guard let field = plainField(at: place, before: end, isLast: column == last, &ends) else { return nil }
            let (start, count) = (field.start, field.count)
            place = field.next
            switch contents[column] {
            case .session:
                if count == 0 { return nil }
                batch.sessionStarts[index] = Int32(truncatingIfNeeded: start - base)
                batch.sessionLengths[index] = Int32(truncatingIfNeeded: count)
            case .trainee:
                if count == 0 { return nil }
                batch.traineeStarts[index] = Int32(truncatingIfNeeded: start - base)
                batch.traineeLengths[index] = Int32(truncatingIfNeeded: count)
            case .status:
                let status = statuses.value(at: start, count)
                if status < 0 { return nil }
                batch.statuses[index] = UInt8(truncatingIfNeeded: status)
            case .ignored: guard isSoundText(at: start, count) else { return nil }
            case let content:
                let number = decimal(at: start, count)
                if number == oddDecimal { return nil }
                batch.decimals(content)[index] = number
            }
        }
        return place
    }

    /// Looks up the sessions and trainees of a batch.
    func resolve(_ base: UnsafePointer<UInt8>, _ batch: ParticipationBatch) {
        sessionKeys.findCodes(
            of: TextPlaces(
                base: base, starts: batch.sessionStarts, lengths: batch.sessionLengths, count: batch.count),
            hashes: batch.hashes, into: batch.sessions)
        traineeKeys.findCodes(
            of: TextPlaces(
                base: base, starts: batch.traineeStarts, lengths: batch.traineeLengths, count: batch.count),
            hashes: batch.hashes, into: batch.trainees)
    }

    /// Moves the rows of a resolved batch that are sound to its front; gives their number, and the other rows.
    ///
    /// A row whose key is among the suspects is not sound.
    func sift(_ batch: ParticipationBatch, suspects: Set<UInt64>?) -> (sound: Int, odd: [(place: Int, line: Int)]) {
        var odd: [(place: Int, line: Int)] = []
        var sound = 0
        let count = batch.count
        let (sessions, trainees, statuses) = (batch.sessions, batch.trainees, batch.statuses)
        let (hours, before, after) = (batch.decimals(.hours), batch.decimals(.preScore), batch.decimals(.postScore))
        let ratings = batch.decimals(.rating)
        let scored = expectsScore ? ParticipationStatus.completed.code : .max
        limits.withUnsafeBufferPointer { limits in
            for row in 0..<count {
                let session = sessions[row]
                var isSound = session >= 0 && trainees[row] >= 0
                if isSound {
                    let limit = limits[Int(session)]
                    isSound =
                        isWithin(hours[row], 0, limit.hours) && isWithin(before[row], 0, limit.score)
                        && isWithin(after[row], 0, limit.score) && isWithin(ratings[row], 1_000_000, 5_000_000)
                        && (after[row] != DecimalColumn.missing || statuses[row] != scored)
                        && suspects?.contains(participationKey(Int(session), Int(trainees[row]))) != true
                }
                if isSound {
                    if sound < row { batch.move(row, to: sound) }
                    sound += 1
                } else {
                    odd.append((Int(batch.rowStarts[row]), batch.lines[row]))
                }
            }
        }
        return (sound, odd)
    }

    @inline(__always)
    private func isWithin(_ number: Int64, _ low: Int64, _ high: Int64) -> Bool {
        (number >= low && number <= high) || number == DecimalColumn.missing
    }
}

/// The key of a participation: the positions of session and trainee.
@inline(__always)
func participationKey(_ session: Int, _ trainee: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: trainee) << 32 | UInt64(truncatingIfNeeded: session)
}
