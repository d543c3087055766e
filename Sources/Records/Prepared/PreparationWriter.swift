import TrainingStats

/// What one thread adds to prepared records: rows gathered by persons, so that a block holds persons who lie near each other.
///
/// The one owner of its memory: room for rows as numbers, one row behind the other, for each bucket of persons.
final class PreparationWriter {
    /// A block is written when it has so many rows or more.
    private static let usualRows = 1_024
    /// How many rows it has at most: those of one block of participations come at once.
    static let mostRows = usualRows + ParticipationBatch.capacity
    /// The columns before those of values: person, session with status, line.
    static let fixedColumns = 3

    private let preparation: Preparation
    private let width: Int
    private let rows: UnsafeMutablePointer<Int64>
    private let buckets: Int
    /// Persons of one bucket have the same number but for so many low bits.
    private let personBits: Int
    /// How many rows each bucket has.
    private let counts: UnsafeMutablePointer<Int>
    /// Where each row of the block at hand goes.
    private let places = UnsafeMutablePointer<Int>.allocate(capacity: ParticipationBatch.capacity)
    private var column: [Int64] = []
    private var bytes: [UInt8] = []

    /// A writer that gathers rows as other buckets do.
    init(_ preparation: Preparation, like others: PersonBuckets) {
        self.preparation = preparation
        width = Self.fixedColumns + preparation.values.count
        let buckets = others.bucketCount
        self.buckets = buckets
        personBits = others.personBits
        counts = .allocate(capacity: buckets)
        counts.initialize(repeating: 0, count: buckets)
        rows = .allocate(capacity: buckets * Self.mostRows * width)
    }

    deinit {
        rows.deallocate()
        counts.deallocate()
        places.deallocate()
    }

    /// Takes in a block as it was read, before anything is added that follows from other tables.
    func add(_ block: borrowing ParticipationBlock) {
        guard !preparation.hasGivenUp else { return }
        for start in stride(from: 0, to: block.count, by: ParticipationBatch.capacity) {
            add(block, start..<min(start + ParticipationBatch.capacity, block.count))
        }
    }

    /// Takes in rows of a block, as many as each bucket has room for.
    ///
    /// Invariant: every person is below the number of persons, so that there is a bucket; every bucket has fewer than
    /// ``usualRows`` rows before, and so room for those of one block.
    private func add(_ block: borrowing ParticipationBlock, _ range: Range<Int>) {
        let (bits, width, rows, counts, places) = (personBits, width, rows, counts, places)
        let (trainees, sessions, statuses, lines) = (block.trainees, block.sessions, block.statuses, block.lines)
        for row in range {
            let person = Int(trainees[row])
            let bucket = person >> bits
            let place = (bucket * Self.mostRows + counts[bucket]) * width
            counts[bucket] += 1
            places[row - range.lowerBound] = place
            rows[place] = Int64(person)
            rows[place + 1] = Int64(sessions[row]) << 3 | Int64(statuses[row])
            rows[place + 2] = Int64(lines[row])
        }
        for (number, value) in preparation.values.enumerated() {
            let column = block[value].millionths
            var hasWide = false
            for row in range {
                hasWide = hasWide || column[row] == DecimalColumn.wide
                rows[places[row - range.lowerBound] + Self.fixedColumns + number] = column[row]
            }
            if hasWide { return preparation.giveUp() }
        }
        for bucket in 0..<buckets where counts[bucket] >= Self.usualRows { write(bucket) }
    }

    /// Writes what is left.
    func finish() {
        for bucket in 0..<buckets where counts[bucket] > 0 { write(bucket) }
    }

    private func write(_ bucket: Int) {
        let (count, first) = (counts[bucket], rows + bucket * Self.mostRows * width)
        counts[bucket] = 0
        bytes.removeAll(keepingCapacity: true)
        for position in 0..<width {
            column = [Int64](unsafeUninitializedCapacity: count) { column, size in
                for row in 0..<count { column[row] = first[row * width + position] }
                size = count
            }
            PreparedColumn.append(&column, to: &bytes)
        }
        if let part = bytes.withUnsafeBytes({ preparation.write($0) }) {
            preparation.note(part, bucket: bucket, rows: count)
        }
    }
}
