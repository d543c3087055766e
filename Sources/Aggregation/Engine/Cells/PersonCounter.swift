/// Counts the distinct persons of groups of cells, one person after the other.
///
/// Persons come last, when all cells and groups are known: then a person's records pass by at once, and one small note a
/// group (who was met last, and how often) tells distinct persons without a set of all of them. A person is
/// shown to one copy of the counter alone, so that copies are merged by adding.
struct PersonCounter: Sendable {
    /// The cells brought together in one way.
    private struct Groups: Sendable {
        /// The group of each cell.
        let target: [Int32]
        /// The person who was met last in each group, plus one, and how many records he or she has there.
        var last: [Int32]
        var entries: [UInt8]
        /// How many persons have so many records or more: all groups of the first threshold, then those of the next.
        var reached: [Int]

        /// Counts a person who is only counted once, in the group of each of some cells.
        @inline(always)
        mutating func add(_ person: Int32, in cells: [Int32], persons: Int) {
            for cell in cells { add(person, group: Int(target[Int(cell)]), persons: persons) }
        }

        /// Counts a person who is only counted once.
        @inline(always)
        mutating func add(_ person: Int32, group: Int, persons: Int) {
            guard last[group] != person else { return }
            last[group] = person
            reached[group] += persons
        }

        /// Counts the records of a person in a group.
        mutating func add(_ person: Int32, group: Int, count: UInt8, thresholds: [UInt8], persons: Int) {
            let before: UInt8
            if last[group] != person {
                last[group] = person
                before = 0
            } else {
                before = entries[group]
            }
            let (sum, overflow) = before.addingReportingOverflow(count)
            let after = overflow ? .max : sum
            entries[group] = after
            for index in thresholds.indices where before < thresholds[index] && thresholds[index] <= after {
                reached[index * last.count + group] += persons
            }
        }
    }

    private let thresholds: [UInt8]
    /// Whether nobody asks how many records a person has, as is usual: then none are counted.
    private let countsOnce: Bool
    private var groupings: [Groups]
    /// Further groups of cells that count in several, layer by layer, for each grouping; -1 for cells that do not.
    private let further: [[[Int32]]]
    /// Whether some cells count in several groups, which is rare.
    private let hasFurther: Bool
    /// The cells of the current person, each once, with the number of entries.
    private var cells: [Int32] = []
    private var last: [Int32]
    private var entries: [UInt8]

    /// A counter for so many cells, brought together in several ways: the groups of each cell, layer by layer, and how many
    /// groups there are.
    ///
    /// It counts persons with as many records as each threshold says; counts above 255 are not told apart.
    init(cells count: Int, groupings: [(layers: [[Int]], count: Int)], thresholds: [Int]) {
        self.thresholds = thresholds.map { UInt8(clamping: $0) }
        countsOnce = thresholds == [1]
        self.groupings = groupings.map { grouping in
            Groups(
                target: grouping.layers.first?.map { Int32($0) } ?? [],
                last: [Int32](repeating: 0, count: grouping.count),
                entries: [UInt8](repeating: 0, count: grouping.count),
                reached: [Int](repeating: 0, count: grouping.count * thresholds.count))
        }
        further = groupings.map { grouping in grouping.layers.dropFirst().map { $0.map { Int32($0) } } }
        hasFurther = further.contains { !$0.isEmpty }
        last = [Int32](repeating: 0, count: count)
        entries = [UInt8](repeating: 0, count: count)
    }

    /// Notes an entry of a person in a cell; all entries of one person come before those of the next.
    mutating func note(_ cell: Int32, of person: Int) {
        if last[Int(cell)] == Int32(person + 1) {
            if !countsOnce, entries[Int(cell)] < .max { entries[Int(cell)] += 1 }
        } else {
            last[Int(cell)] = Int32(person + 1)
            if !countsOnce { entries[Int(cell)] = 1 }
            cells.append(cell)
        }
    }

    /// Counts the person whose entries have been noted, who may stand for several with the same entries.
    mutating func close(_ person: Int, persons: Int = 1) {
        for index in groupings.indices {
            if countsOnce {
                groupings[index].add(Int32(person + 1), in: cells, persons: persons)
            } else {
                for cell in cells {
                    groupings[index].add(
                        Int32(person + 1), group: Int(groupings[index].target[Int(cell)]), count: entries[Int(cell)],
                        thresholds: thresholds, persons: persons)
                }
            }
        }
        if hasFurther { addFurther(person, persons) }
        cells.removeAll(keepingCapacity: true)
    }

    /// Counts the person in the further groups of his or her cells.
    private mutating func addFurther(_ person: Int, _ persons: Int) {
        for index in groupings.indices {
            for layer in further[index] {
                for cell in cells where layer[Int(cell)] >= 0 {
                    let group = Int(layer[Int(cell)])
                    if countsOnce {
                        groupings[index].add(Int32(person + 1), group: group, persons: persons)
                    } else {
                        groupings[index].add(
                            Int32(person + 1), group: group, count: entries[Int(cell)], thresholds: thresholds,
                            persons: persons)
                    }
                }
            }
        }
    }

    /// Adds what another counter of the same cells has counted; no person is known to both.
    mutating func merge(_ other: PersonCounter) {
        for index in groupings.indices {
            for place in groupings[index].reached.indices {
                groupings[index].reached[place] += other.groupings[index].reached[place]
            }
        }
    }

    /// The persons of a group of a grouping who have as many records as a threshold says.
    func count(of grouping: Int, threshold: Int, group: Int) -> Int {
        groupings[grouping].reached[threshold * groupings[grouping].last.count + group]
    }
}
