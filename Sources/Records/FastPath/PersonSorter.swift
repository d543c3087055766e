import TrainingStats

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
        of bucket: Int, in threads: [PersonBuckets], repeated: (Int, Int) -> Void,
        _ body: (Int, Span<PersonalPart>) -> Void
    ) {
        let bits = threads[0].personBits
        let persons = 1 << bits
        let mask = UInt64(persons - 1)
        starts.removeAll(keepingCapacity: true)
        starts.append(contentsOf: repeatElement(0, count: persons + 1))
        var total = 0
        starts.withUnsafeMutableBufferPointer { starts in
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
        if parts.count < total {
            parts.append(contentsOf: repeatElement(PersonalPart(packed: 0), count: total - parts.count))
        }
        // From each list's end to its beginning, so that the ends become the starts.
        starts.withUnsafeMutableBufferPointer { starts in
            parts.withUnsafeMutableBufferPointer { parts in
                for thread in threads {
                    thread.forEachEntry(of: bucket) { entry in
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
