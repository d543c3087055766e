import Synchronization
import TrainingStats

/// Buckets whose persons several threads take one after the other.
final class SharedBuckets: Sendable {
    /// The buckets, which one thread each has filled; no thread but the one that takes a bucket touches it any more.
    fileprivate nonisolated(unsafe) let threads: [PersonBuckets]
    fileprivate let repeated = Mutex<Set<UInt64>>([])
    /// Where the lists of persons are written; nil if nobody keeps them.
    fileprivate let preparation: Preparation?
    private let next = Atomic(0)

    /// The buckets that threads have filled.
    init(_ threads: [PersonBuckets], keptIn preparation: Preparation?) {
        self.threads = threads
        self.preparation = preparation
    }

    /// How many buckets there are.
    var count: Int { threads[0].bucketCount }

    /// The keys that stand more than once, when all persons have been seen.
    var repeatedKeys: Set<UInt64> { repeated.withLock { $0 } }

    fileprivate func nextBucket() -> Int? {
        let bucket = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return bucket < count ? bucket : nil
    }
}

/// Sorts the entries of buckets by person, and finds keys that stand more than once.
struct PersonSorter: PersonSource {
    private let buckets: SharedBuckets
    private let writer: PersonListWriter?
    /// For each session, the last person in whose list it was met, plus one.
    private var lastPerson: [Int32]

    /// One thread's part in sorting.
    init(_ buckets: SharedBuckets, sessions: Int) {
        self.buckets = buckets
        writer = buckets.preparation.map { PersonListWriter(preparation: $0) }
        lastPerson = [Int32](repeating: 0, count: sessions)
    }

    mutating func next(into lists: inout PersonLists) throws(Never) -> Bool {
        guard let bucket = buckets.nextBucket() else { return false }
        sort(bucket, into: &lists)
        for thread in buckets.threads { thread.empty(bucket) }
        noteRepeated(in: lists)
        writer?.write(lists)
        return true
    }

    private func sort(_ bucket: Int, into lists: inout PersonLists) {
        let threads = buckets.threads
        let persons = 1 << threads[0].personBits
        let mask = UInt64(persons - 1)
        lists.first = bucket << threads[0].personBits
        lists.starts.removeAll(keepingCapacity: true)
        lists.starts.append(contentsOf: repeatElement(0, count: persons + 1))
        var total = 0
        lists.starts.withUnsafeMutableBufferPointer { starts in
            for thread in threads {
                thread.forEachEntry(of: bucket) { entry in
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
        if lists.parts.count < total {
            lists.parts.append(
                contentsOf: repeatElement(PersonalPart(packed: 0), count: total - lists.parts.count))
        }
        // From each list's end to its beginning, so that the ends become the starts.
        lists.starts.withUnsafeMutableBufferPointer { starts in
            lists.parts.withUnsafeMutableBufferPointer { parts in
                for thread in threads {
                    thread.forEachEntry(of: bucket) { entry in
                        let person = Int(entry >> 32 & mask)
                        starts[person] -= 1
                        parts[Int(starts[person])] = PersonalPart(packed: UInt32(truncatingIfNeeded: entry))
                    }
                }
            }
        }
    }

    private mutating func noteRepeated(in lists: PersonLists) {
        let (starts, parts) = (lists.starts.span, lists.parts.span)
        let buckets = buckets
        var last = lastPerson.mutableSpan
        for index in 0..<starts.count - 1 {
            let person = lists.first + index
            let mark = Int32(truncatingIfNeeded: person + 1)
            for place in Int(starts[index])..<Int(starts[index + 1]) {
                let session = parts[place].session
                if last[session] == mark {
                    _ = buckets.repeated.withLock { $0.insert(participationKey(session, person)) }
                }
                last[session] = mark
            }
        }
    }
}
