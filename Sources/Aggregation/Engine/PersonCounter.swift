/// Counts the distinct persons of groups of cells, and those with two or more entries, one person after the other.
struct PersonCounter: Sendable {
    /// The cells brought together in one way.
    private struct Groups: Sendable {
        /// The group of each cell.
        let target: [Int32]
        /// The person who was met last in each group, plus one, and how many entries he or she has there (2 for two or more).
        var last: [Int32]
        var entries: [UInt8]
        var distinct: [Int]
        var repeated: [Int]

        mutating func add(_ person: Int32, _ cell: Int32, _ count: UInt8) {
            let group = Int(target[Int(cell)])
            if last[group] != person {
                last[group] = person
                entries[group] = count
                distinct[group] += 1
                if count > 1 { repeated[group] += 1 }
            } else {
                if entries[group] == 1 { repeated[group] += 1 }
                entries[group] = 2
            }
        }
    }

    private var groupings: [Groups]
    /// The cells of the current person, each once, with the number of entries.
    private var cells: [Int32] = []
    private var last: [Int32]
    private var entries: [UInt8]

    /// A counter for so many cells, brought together in several ways: the group of each cell, and how many groups.
    init(cells count: Int, groupings: [(target: [Int], count: Int)]) {
        self.groupings = groupings.map { grouping in
            Groups(
                target: grouping.target.map { Int32($0) }, last: [Int32](repeating: 0, count: grouping.count),
                entries: [UInt8](repeating: 0, count: grouping.count),
                distinct: [Int](repeating: 0, count: grouping.count),
                repeated: [Int](repeating: 0, count: grouping.count))
        }
        last = [Int32](repeating: 0, count: count)
        entries = [UInt8](repeating: 0, count: count)
    }

    /// Notes an entry of a person in a cell; all entries of one person come before those of the next.
    mutating func note(_ cell: Int32, of person: Int) {
        if last[Int(cell)] == Int32(person + 1) {
            entries[Int(cell)] = 2
        } else {
            last[Int(cell)] = Int32(person + 1)
            entries[Int(cell)] = 1
            cells.append(cell)
        }
    }

    /// Counts the person whose entries have been noted.
    mutating func close(_ person: Int) {
        for index in groupings.indices {
            for cell in cells { groupings[index].add(Int32(person + 1), cell, entries[Int(cell)]) }
        }
        cells.removeAll(keepingCapacity: true)
    }

    /// Adds what another counter of the same cells has counted; no person is known to both.
    mutating func merge(_ other: PersonCounter) {
        for index in groupings.indices {
            for group in groupings[index].distinct.indices {
                groupings[index].distinct[group] += other.groupings[index].distinct[group]
                groupings[index].repeated[group] += other.groupings[index].repeated[group]
            }
        }
    }

    /// The distinct persons of each group of a grouping.
    func distinct(_ grouping: Int) -> [Int] { groupings[grouping].distinct }

    /// Those of them with two or more entries.
    func repeated(_ grouping: Int) -> [Int] { groupings[grouping].repeated }
}
