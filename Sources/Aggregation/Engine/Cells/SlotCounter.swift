import TrainingStats

/// Counts the distinct persons of all slots that ask for the same numbers of records, each person's parts being looked at once.
///
/// A part is noted in its cell and in the set of slots that take it together; of this pair the counter knows all groups.
struct SlotCounter: Sendable {
    /// The slots, in their order.
    let slots: [Int]
    private var counter: PersonCounter
    /// The classes of the counter by session, status and person; nil where more is to be looked at.
    private var table: ClassTable?
    /// How many sets of slots there are of which all take the same parts.
    private let ways: Int
    /// Which of them takes each class of rows; -1 where no slot does, or where more than the class decides.
    private let wayOfClass: [Int32]
    /// How many ways of bringing cells together there are, slot by slot in the counter.
    private let groupingCount: Int

    /// A counter of slots, for so many cells; a function makes the groupings of a slot, in the form of ``PersonCounter``.
    ///
    /// Without classes it is of one slot, and more than the class of a part decides whether the slot takes it.
    init(
        of slots: [Int], by classes: RowClasses?, cells: Int, thresholds: [Int],
        groupings: (_ slot: Int) -> [() -> (layers: [[Int]], count: Int)?]
    ) {
        self.slots = slots
        var takers: [[Bool]] = classes == nil ? [[true]] : []
        var wayOfClass: [Int32] = []
        if let classes {
            for rowClass in classes.isPersonal.indices {
                let taking = slots.map { classes.personalSelections[$0][rowClass] }
                guard taking.contains(true) else {
                    wayOfClass.append(-1)
                    continue
                }
                let known = takers.firstIndex(of: taking)
                if known == nil { takers.append(taking) }
                wayOfClass.append(Int32(known ?? takers.count - 1))
            }
        }
        self.wayOfClass = wayOfClass
        ways = takers.count
        let all = slots.map(groupings)
        groupingCount = all[0].count
        let made = all.enumerated().lazy.flatMap { position, groupings in
            groupings.lazy.map { Self.expand($0(), by: takers.map { $0[position] }) }
        }
        counter = PersonCounter(cells: cells * takers.count, groupings: made, thresholds: thresholds)
    }

    /// The same grouping where each cell stands once for each way, and is in no group where the slot takes nothing.
    private static func expand(
        _ grouping: (layers: [[Int]], count: Int)?, by ways: [Bool]
    ) -> (layers: [[Int]], count: Int)? {
        guard let grouping, ways != [true] else { return grouping }
        let layers = grouping.layers.map { layer in
            var expanded: [Int] = []
            expanded.reserveCapacity(layer.count * ways.count)
            for group in layer {
                for isTaken in ways { expanded.append(isTaken ? group : -1) }
            }
            return expanded
        }
        return (layers: layers, count: grouping.count)
    }

    /// Whether persons can be taken in by a table.
    var hasTable: Bool { table != nil }

    /// Makes the table from one of cells.
    mutating func makeTable(from cells: PlaceTable, by rowClasses: RowClasses) {
        table = ClassTable(
            cells, ways: ways,
            way: { session, status in Int(wayOfClass[rowClasses.rowClass(session: session, status: status)]) },
            classOfCell: counter.classes)
    }

    /// Notes a part of a person in a cell, in the slots that take its class.
    mutating func note(_ cell: Int32, rowClass: Int, of person: Int) {
        let way = wayOfClass[rowClass]
        if way >= 0 { counter.note(Int(cell) * ways + Int(way), of: person) }
    }

    /// Notes a part of a person in a cell, in the one slot.
    mutating func note(_ cell: Int32, of person: Int) { counter.note(Int(cell), of: person) }

    /// Counts the person whose parts have been noted, who may stand for several with the same parts.
    mutating func close(_ person: Int, persons: Int) { counter.close(person, persons: persons) }

    /// Takes in persons of whom the table of cells knows all, but for some who come another way.
    mutating func add(
        persons first: Int, starts: Span<Int32>, parts: Span<PersonalPart>, except apart: [Bool], columns: [UInt16]
    ) {
        guard let table else { return }
        counter.add(persons: first, starts: starts, parts: parts, except: apart, columns: columns, in: table)
    }

    /// Adds what another counter of the same slots and cells has counted; no person is known to both.
    mutating func merge(_ other: SlotCounter) { counter.merge(other.counter) }

    /// The persons of a group of a grouping whom a slot takes, with as many records as a threshold says.
    func count(of slot: Int, in grouping: Int, threshold: Int, group: Int) -> Int {
        guard let position = slots.firstIndex(of: slot) else { return 0 }
        return counter.count(of: position * groupingCount + grouping, threshold: threshold, group: group)
    }
}
