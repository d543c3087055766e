import TrainingStats

/// The persons whose name and year of birth an earlier one has, in their order, each with the first who has them.
///
/// A person of whom one of the two is not known is like no other person.
func repeatedPersons(among people: TraineeTable, threads: Int) -> [(person: Int, earlier: Int)] {
    var searches = (0..<threads).map { PersonSearch(part: $0, of: threads) }
    concurrently(&searches) { $0.search(people) }
    return searches.flatMap(\.found).sorted { $0.person < $1.person }
}

/// The search among those persons whose hash falls to one of several threads.
private struct PersonSearch {
    private(set) var found: [(person: Int, earlier: Int)] = []
    private let part: UInt64
    private let parts: UInt64

    init(part: Int, of parts: Int) {
        self.part = UInt64(part)
        self.parts = UInt64(parts)
    }

    mutating func search(_ people: TraineeTable) {
        var own: [(hash: UInt64, person: Int32)] = []
        own.reserveCapacity(people.count / Int(parts))
        for person in 0..<people.count {
            let year = people.profiles[person].birthYear
            guard year >= 0, people.names.isFilled(person) else { continue }
            let hash = people.names.hash(of: person) &* (UInt64(bitPattern: Int64(year)) | 1)
            if (hash >> 40) % parts == part { own.append((hash, Int32(truncatingIfNeeded: person))) }
        }
        // Open addressing: the upper half of the hash, and person + 1 of the first with such a name and year.
        var places = 16
        while places < own.count * 2 { places *= 2 }
        var slots = [UInt64](repeating: 0, count: places)
        for (hash, person) in own {
            let person = Int(person)
            var place = Int(truncatingIfNeeded: hash >> 20) & (places - 1)
            var earlier: Int?
            while slots[place] != 0, earlier == nil {
                let other = Int(slots[place] & 0xFFFF_FFFF) - 1
                if slots[place] >> 32 == hash >> 32,
                    people.profiles[other].birthYear == people.profiles[person].birthYear,
                    people.names.areEqual(person, other)
                {
                    earlier = other
                }
                place = (place + 1) & (places - 1)
            }
            if let earlier {
                found.append((person, earlier))
            } else {
                slots[place] = hash & ~0xFFFF_FFFF | UInt64(person + 1)
            }
        }
    }
}
