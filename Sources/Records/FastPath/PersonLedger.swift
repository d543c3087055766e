import Synchronization
import TrainingStats

/// Who took part in which session and how far that went: eight bytes a participation, sorted roughly by person.
///
/// It finds keys that stand twice, exactly, and lets persons be seen one by one: without hashing, in as much memory at a
/// time as a few thousand persons need. One thread fills it.
final class PersonLedger {
    /// How many entries are allocated at once.
    private static let segmentSize = 4_096

    private struct Bucket {
        var segments: [UnsafeMutablePointer<UInt64>] = []
        /// Where the next entry goes, and where its segment ends.
        var next: UnsafeMutablePointer<UInt64>?
        var end: UnsafeMutablePointer<UInt64>?

        var count: Int {
            guard let next, let end else { return 0 }
            return segments.count * PersonLedger.segmentSize - (end - next)
        }
    }

    /// Persons of one bucket have the same number but for so many low bits.
    let personBits: Int
    private let buckets: UnsafeMutableBufferPointer<Bucket>

    /// A ledger for so many persons.
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

    /// Notes participations: positions of sessions and trainees, and statuses.
    func add(_ sessions: [Int32], _ trainees: [Int32], _ statuses: [UInt8]) {
        // Invariant: every trainee is below the number of persons, so that there is a bucket.
        for row in sessions.indices {
            let person = UInt64(UInt32(bitPattern: trainees[row]))
            let entry = person << 32 | UInt64(UInt32(bitPattern: sessions[row])) << 3 | UInt64(statuses[row])
            let bucket = Int(person) >> personBits
            if buckets[bucket].next == buckets[bucket].end { addSegment(to: bucket) }
            buckets[bucket].next?.initialize(to: entry)
            buckets[bucket].next? += 1
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

/// Sorts the entries of a bucket by person, with memory that is used again for the next.
struct PersonSorter {
    private var starts: [Int32] = []
    private var parts: [PersonalPart] = []
    /// For each session, the last person in whose list it was met, plus one.
    private var lastPerson: [Int32]

    init(sessions: Int) { lastPerson = [Int32](repeating: 0, count: sessions) }

    /// Calls a body with each person of a bucket and what he or she took part in.
    ///
    /// `repeated` is called with person and session of each key that stands more than once, as often as it does beyond
    /// the first time.
    mutating func forEachPerson(
        of bucket: Int, in ledgers: [PersonLedger], repeated: (Int, Int) -> Void,
        _ body: (Int, Span<PersonalPart>) -> Void
    ) {
        let bits = ledgers[0].personBits
        let persons = 1 << bits
        let mask = UInt64(persons - 1)
        starts.removeAll(keepingCapacity: true)
        starts.append(contentsOf: repeatElement(0, count: persons + 1))
        var total = 0
        starts.withUnsafeMutableBufferPointer { starts in
            for ledger in ledgers {
                ledger.forEachEntry(of: bucket) { entry in
                    starts[Int(entry >> 32 & mask)] += 1
                    total += 1
                }
            }
            var sum: Int32 = 0
            for person in 0...persons {
                sum += starts[person]
                starts[person] = sum
            }
        }
        if parts.count < total {
            parts.append(contentsOf: repeatElement(PersonalPart(packed: 0), count: total - parts.count))
        }
        // From each list's end to its beginning, so that the ends become the starts.
        starts.withUnsafeMutableBufferPointer { starts in
            parts.withUnsafeMutableBufferPointer { parts in
                for ledger in ledgers {
                    ledger.forEachEntry(of: bucket) { entry in
                        let person = Int(entry >> 32 & mask)
                        starts[person] -= 1
                        parts[Int(starts[person])] = PersonalPart(packed: UInt32(truncatingIfNeeded: entry))
                    }
                }
            }
        }
        for index in 0..<persons where starts[index] < starts[index + 1] {
            let person = bucket << bits | index
            let range = Int(starts[index])..<Int(starts[index + 1])
            for position in range {
                let session = parts[position].session
                if lastPerson[session] == Int32(person + 1) { repeated(person, session) }
                lastPerson[session] = Int32(person + 1)
            }
            body(person, parts.span.extracting(range))
        }
    }
}
