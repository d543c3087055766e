/// How many persons there are of each session in each cell, for the few sessions of which that is asked.
struct SessionPersons: Sendable {
    /// How many, by session (the upper half) and cell.
    private var counts: [UInt64: Int] = [:]
    /// The sessions in which the person at hand was met, each once.
    private var met: [Int] = []

    /// Adds so many persons.
    mutating func add(_ count: Int, session: Int, cell: Int) {
        counts[Self.key(session: session, cell: cell), default: 0] += count
    }

    /// Adds the person at hand, who can have several records of a session, and may stand for several persons.
    mutating func note(session: Int, cell: Int, persons: Int = 1) {
        guard !met.contains(session) else { return }
        met.append(session)
        add(persons, session: session, cell: cell)
    }

    /// Makes ready for the next person.
    mutating func close() {
        if !met.isEmpty { met.removeAll(keepingCapacity: true) }
    }

    /// Takes in what others have counted, in cells each of which is another one here, or none (-1).
    mutating func merge(_ other: SessionPersons, cells: [Int]? = nil) {
        for (key, count) in other.counts {
            let cell = Int(key & 0xFFFF_FFFF)
            let place = cells?[cell] ?? cell
            if place >= 0 { add(count, session: Int(key >> 32), cell: place) }
        }
    }

    /// The most persons of one session in each of so many groups of cells, these and others together; 0 in a group with
    /// none of these.
    ///
    /// Each layer names a group of each cell, or none (-1).
    func most(with others: SessionPersons?, groups layers: [[Int]], count: Int) -> [Int] {
        var sums = SessionPersons()
        for groups in layers { sums.merge(self, cells: groups) }
        for (key, count) in others?.counts ?? [:] {
            for groups in layers where groups[Int(key & 0xFFFF_FFFF)] >= 0 {
                let place = Self.key(session: Int(key >> 32), cell: groups[Int(key & 0xFFFF_FFFF)])
                if let known = sums.counts[place] { sums.counts[place] = known + count }
            }
        }
        var most = [Int](repeating: 0, count: count)
        for (key, count) in sums.counts {
            let group = Int(key & 0xFFFF_FFFF)
            most[group] = max(most[group], count)
        }
        return most
    }

    private static func key(session: Int, cell: Int) -> UInt64 { UInt64(session) << 32 | UInt64(cell) }
}
