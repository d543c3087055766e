import TrainingStats

/// Counts the distinct persons of all slots that ask for the same numbers of records, each person's parts being looked at once.
///
/// Which slots take a part is its way. A part is noted in its cell and way together, of which the counter knows all groups.
struct SlotCounter: Sendable {
    /// The slots, in their order.
    let slots: [Int]
    private var counter: PersonCounter
    /// The classes of the counter by session, status and person; nil where more is to be looked at.
    private var table: ClassTable?
    /// How many ways there are: a way for each set of slots that a class of rows has, or for each slot where more than the
    /// class decides.
    private let ways: Int
    /// The way of each class of rows; -1 where no slot takes it, or where more than the class decides.
    private let wayOfClass: [Int32]
    /// How many ways of bringing cells together there are, slot by slot in the counter.
    private let groupingCount: Int

    /// A counter of slots, for so many cells; `groupings` are those of all slots, in the form of ``PersonCounter``.
    ///
    /// `slotBySlot` is whether the slots that take a part are told apart by more than its class.
    init(
        of slots: [Int], by classes: RowClasses, slotBySlot: Bool, cells: Int, thresholds: [Int],
        groupings: [[(layers: [[Int]], count: Int)?]]
    ) {
        self.slots = slots
        var takers: [[Bool]] = slotBySlot ? slots.indices.map { slot in slots.indices.map { $0 == slot } } : []
        wayOfClass = classes.isPersonal.indices.map { rowClass in
            let taking = slots.map { classes.personalSelections[$0][rowClass] }
            guard !slotBySlot, taking.contains(true) else { return -1 }
            if let known = takers.firstIndex(of: taking) { return Int32(known) }
            takers.append(taking)
            return Int32(takers.count - 1)
        }
        let ways = takers.count
        self.ways = ways
        groupingCount = slots.first.map { groupings[$0].count } ?? 0
        let expanded = slots.enumerated().lazy.flatMap { position, slot in
            groupings[slot].lazy.map { grouping in
                grouping.map { grouping in
                    let layers = grouping.layers.map { layer in
                        layer.flatMap { group in takers.map { $0[position] ? group : -1 } }
                    }
                    return (layers: layers, count: grouping.count)
                }
            }
        }
        counter = PersonCounter(cells: cells * ways, groupings: expanded, thresholds: thresholds)
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

    /// Notes a part of a person in a cell, in one slot, of a counter that tells them apart.
    mutating func note(_ cell: Int32, slot: Int, of person: Int) {
        guard let way = slots.firstIndex(of: slot) else { return }
        counter.note(Int(cell) * ways + way, of: person)
    }

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
