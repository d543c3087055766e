/// Counts the distinct persons of each cell, and those with two or more entries.
///
/// Entries are pairs of cell and person in one array, sorted and joined whenever it has doubled: 16 bytes for each
/// distinct pair, whatever the number of entries.
struct PersonCounter: Sendable {
    /// A pair of cell and person, and how many entries it stands for (2 for two or more).
    private struct Entry {
        var key: UInt64
        var count: UInt32
    }

    private var entries: [Entry] = []
    private var joinedCount = 0

    /// Notes that a person has an entry in a cell.
    mutating func add(cell: Int, person: Int) {
        if entries.count >= max(2 * joinedCount, 1 << 16) { join() }
        entries.append(Entry(key: UInt64(cell) << 32 | UInt64(person), count: 1))
    }

    /// Takes in all entries of another whose cells have the same numbers.
    mutating func merge(_ other: PersonCounter) { entries += other.entries }

    /// The numbers of persons by cell, where each cell counts as `target` says.
    mutating func counts(
        cells: Int, mapping target: [Int]
    ) -> (distinct: [Int], repeated: [Int]) {
        join()
        var mapped = PersonCounter()
        mapped.entries = entries.map {
            Entry(key: UInt64(target[Int($0.key >> 32)]) << 32 | $0.key & 0xFFFF_FFFF, count: $0.count)
        }
        mapped.join()
        var distinct = [Int](repeating: 0, count: cells)
        var repeated = distinct
        for entry in mapped.entries {
            distinct[Int(entry.key >> 32)] += 1
            if entry.count > 1 { repeated[Int(entry.key >> 32)] += 1 }
        }
        return (distinct, repeated)
    }

    /// Sorts the entries and joins those of the same pair.
    private mutating func join() {
        entries.sort { $0.key < $1.key }
        var kept = 0
        for index in entries.indices {
            if kept > 0, entries[kept - 1].key == entries[index].key {
                entries[kept - 1].count = min(2, entries[kept - 1].count + entries[index].count)
            } else {
                entries[kept] = entries[index]
                kept += 1
            }
        }
        entries.removeSubrange(kept...)
        joinedCount = kept
    }
}
