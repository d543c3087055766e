import TrainingStats

/// Who took part in which session and how far that went: eight bytes a participation, sorted roughly by person.
///
/// It finds keys that stand twice, exactly, and lets persons be seen one by one: without hashing, in as much memory at a
/// time as a few thousand persons need. One thread fills it.
final class PersonBuckets {
    /// How many entries are allocated at once.
    private static let segmentSize = 4_096

    private struct Bucket {
        var segments: [UnsafeMutablePointer<UInt64>] = []
        /// Where the next entry goes, and where its segment ends.
        var next: UnsafeMutablePointer<UInt64>?
        var end: UnsafeMutablePointer<UInt64>?

        var count: Int {
            guard let next, let end else { return 0 }
            return segments.count * PersonBuckets.segmentSize - (end - next)
        }
    }

    /// Persons of one bucket have the same number but for so many low bits.
    let personBits: Int
    private let buckets: UnsafeMutableBufferPointer<Bucket>

    /// Buckets for so many persons.
    init(persons: Int) {
        // About a hundred buckets: as many places to write to as the caches can keep.
        personBits = max(0, Int.bitWidth - max(persons - 1, 0).leadingZeroBitCount - 7)
        buckets = .allocate(capacity: max(persons - 1, 0) >> personBits + 1)
        buckets.initialize(repeating: Bucket())
    }

    deinit {
        for bucket in buckets.indices { empty(bucket) }
        buckets.deinitialize()
        buckets.deallocate()
    }

    var bucketCount: Int { buckets.count }

    /// Notes the participations of a block.
    func add(_ block: borrowing ParticipationBlock) {
        let (sessions, trainees, statuses) = (block.sessions.span, block.trainees.span, block.statuses.span)
        let buckets = buckets
        // Invariant: every trainee is below the number of persons, so that there is a bucket.
        for row in sessions.indices {
            let person = UInt64(UInt32(bitPattern: trainees[row]))
            let entry = person << 32 | UInt64(UInt32(bitPattern: sessions[row])) << 3 | UInt64(statuses[row])
            let bucket = Int(truncatingIfNeeded: person &>> UInt64(personBits))
            if buckets[bucket].next == buckets[bucket].end { addSegment(to: bucket) }
            guard let next = buckets[bucket].next else { continue }
            next.initialize(to: entry)
            buckets[bucket].next = next + 1
        }
    }

    /// Hands over the entries of a bucket: person, session and status packed in 32, 29 and 3 bits.
    func forEachEntry(of bucket: Int, _ body: (UInt64) -> Void) {
        var rest = buckets[bucket].count
        for segment in buckets[bucket].segments {
            let count = min(rest, Self.segmentSize)
            for index in 0..<count { body(segment[index]) }
            rest -= count
        }
    }

    /// Gives the memory of a bucket back.
    func empty(_ bucket: Int) {
        for segment in buckets[bucket].segments { segment.deallocate() }
        buckets[bucket] = Bucket()
    }

    private func addSegment(to bucket: Int) {
        let segment = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.segmentSize)
        buckets[bucket].segments.append(segment)
        buckets[bucket].next = segment
        buckets[bucket].end = segment + Self.segmentSize
    }
}
