/// Counts the distinct persons of groups of cells, one person after the other.
///
/// Persons come last, when all cells and groups are known: then a person's records pass by at once, and one small note a
/// group (who was met last, and how often) tells distinct persons without a set of all of them. A person is
/// shown to one copy of the counter alone, so that copies are merged by adding.
///
/// Cells that are in the same groups are one class. A person is noted in classes, and each class knows its groups: what a
/// person costs does not depend on how many groups there are in which he or she is not.
struct PersonCounter: Sendable {
    let thresholds: [UInt8]
    /// Whether nobody asks how many records a person has, as is usual: then none are counted.
    let countsOnce: Bool
    /// The class of each cell; 0 is that of cells in no group.
    let classes: [Int32]
    /// Where the groups of each class begin in ``groups``, and where those of the last end.
    let starts: [Int32]
    let groups: [Int32]
    /// The first group of each grouping; nil where nobody asks for its persons.
    private let firstGroups: [Int?]
    /// The classes of the current person, each once, with the number of entries.
    private var met: [Int32] = []
    var lastInClass: [Int32]
    var entriesInClass: [UInt8]
    /// The person who was met last in each group, plus one, and how many records he or she has there.
    var last: [Int32]
    var entries: [UInt8]
    /// How many persons have so many records or more: all groups of the first threshold, then those of the next.
    var reached: [Int]

    /// A counter for so many cells, brought together in several ways: the groups of each cell, layer by layer (-1 is none),
    /// and how many groups there are; nil where nobody asks for the persons of a grouping.
    ///
    /// It counts persons with as many records as each threshold says; counts above 255 are not told apart.
    init(
        cells count: Int, groupings: some Sequence<(layers: [[Int]], count: Int)?>, thresholds: [Int]
    ) {
        self.thresholds = thresholds.map { UInt8(clamping: $0) }
        countsOnce = thresholds == [1]
        var total = 0
        var firstGroups: [Int?] = []
        var cells = CellClasses(count)
        for grouping in groupings {
            firstGroups.append(grouping == nil ? nil : total)
            guard let grouping else { continue }
            for layer in grouping.layers { cells.split(by: layer, from: total) }
            total += grouping.count
        }
        self.firstGroups = firstGroups
        (classes, starts, groups) = cells.numbered()
        lastInClass = [Int32](repeating: 0, count: starts.count - 1)
        entriesInClass = [UInt8](repeating: 0, count: starts.count - 1)
        last = [Int32](repeating: 0, count: total)
        entries = [UInt8](repeating: 0, count: total)
        reached = [Int](repeating: 0, count: total * thresholds.count)
    }

    /// Notes an entry of a person in a cell; all entries of one person come before those of the next.
    mutating func note(_ cell: Int, of person: Int) { note(class: classes[cell], of: person) }

    /// Notes an entry of a person in a class.
    mutating func note(class place: Int32, of person: Int) {
        let number = Int(place)
        if lastInClass[number] == Int32(person + 1) {
            if !countsOnce { entriesInClass[number] = entriesInClass[number].adding(1) }
        } else {
            lastInClass[number] = Int32(person + 1)
            if !countsOnce { entriesInClass[number] = 1 }
            met.append(place)
        }
    }

    /// Counts the person whose entries have been noted, who may stand for several with the same entries.
    mutating func close(_ person: Int, persons: Int = 1) {
        let mark = Int32(person + 1)
        for place in met {
            for index in Int(starts[Int(place)])..<Int(starts[Int(place) + 1]) {
                let group = Int(groups[index])
                if !countsOnce {
                    add(mark, group: group, count: entriesInClass[Int(place)], persons: persons)
                } else if last[group] != mark {
                    last[group] = mark
                    reached[group] += persons
                }
            }
        }
        met.removeAll(keepingCapacity: true)
    }

    /// Counts the records of a person in a group.
    private mutating func add(_ mark: Int32, group: Int, count: UInt8, persons: Int) {
        let before: UInt8
        if last[group] != mark {
            last[group] = mark
            before = 0
        } else {
            before = entries[group]
        }
        let after = before.adding(count)
        entries[group] = after
        for index in thresholds.indices where before < thresholds[index] && thresholds[index] <= after {
            reached[index * last.count + group] += persons
        }
    }

    /// Adds what another counter of the same cells has counted; no person is known to both.
    mutating func merge(_ other: PersonCounter) {
        for place in reached.indices { reached[place] += other.reached[place] }
    }

    /// The persons of a group of a grouping who have as many records as a threshold says.
    func count(of grouping: Int, threshold: Int, group: Int) -> Int {
        guard let first = firstGroups[grouping] else { return 0 }
        return reached[threshold * last.count + first + group]
    }
}

/// Cells in classes by the groups that they are in.
private struct CellClasses {
    private var classes: [Int32]
    /// The last group that each class was told apart by, and the class before: classes that no cell is in any more are kept.
    private var lastGroups: [Int32] = [-1]
    private var parents: [Int32] = [0]

    /// Cells that are in no group yet.
    init(_ count: Int) { classes = [Int32](repeating: 0, count: count) }

    /// Tells cells of one class apart that are in different groups of a layer, the first group of which has a number.
    mutating func split(by layer: [Int], from first: Int) {
        var known: [UInt64: Int32] = [:]
        for (cell, group) in layer.enumerated() where group >= 0 {
            let pair = UInt64(UInt32(bitPattern: classes[cell])) << 32 | UInt64(group)
            if let number = known[pair] {
                classes[cell] = number
                continue
            }
            lastGroups.append(Int32(first + group))
            parents.append(classes[cell])
            classes[cell] = Int32(parents.count - 1)
            known[pair] = classes[cell]
        }
    }

    /// The class of each cell, 0 if it is in no group; then the groups of all classes that have cells, and where those of each
    /// begin.
    func numbered() -> (classes: [Int32], starts: [Int32], groups: [Int32]) {
        var numbers = [Int32](repeating: -1, count: parents.count)
        var (starts, found): ([Int32], [Int32]) = ([0, 0], [])
        let numbered = classes.map { old -> Int32 in
            guard old > 0 else { return 0 }
            if numbers[Int(old)] < 0 {
                numbers[Int(old)] = Int32(starts.count - 1)
                var place = Int(old)
                while place > 0 {
                    found.append(lastGroups[place])
                    place = Int(parents[place])
                }
                starts.append(Int32(found.count))
            }
            return numbers[Int(old)]
        }
        return (numbered, starts, found)
    }
}

extension UInt8 {
    /// The sum with another count; beyond 255 counts are not told apart.
    @inline(__always)
    func adding(_ other: UInt8) -> UInt8 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
