/// Numbers the cells of a request in order of first appearance.
///
/// A cell is found by one number, made of its session part, person part, age part and row part. If there are few
/// combinations, a table has an entry for each (dense); if there are many, most of which no record has, a dictionary holds
/// those that were met (sparse), and if there are too many to be numbered, it holds the places themselves. Which of them it
/// is shows in speed alone: all number the cells in the order of first appearance.
struct CellIndex: Sendable {
    /// How many combinations the table may have: 8 MB.
    private static let denseLimit = 1 << 21

    private let personParts: Int
    private let ageParts: Int
    private let rowParts: Int
    /// The cell of each combination, or -1; empty where there are too many.
    private var dense: [Int32]
    private var sparse: [Int: Int32] = [:]
    private var byPlace: [RecordPlacer.Place: Int32] = [:]
    /// Whether combinations cannot be numbered.
    private let isHuge: Bool
    /// Where each cell is.
    private(set) var places: [RecordPlacer.Place] = []

    /// An index for so many session, person, age and row parts; `denseLimit` is smaller in tests alone.
    init(
        sessionParts: Int, personParts: Int, ageParts: Int, rowParts: Int = 1, denseLimit: Int = CellIndex.denseLimit
    ) {
        self.personParts = max(personParts, 1)
        self.ageParts = max(ageParts, 1)
        self.rowParts = max(rowParts, 1)
        var (count, isHuge) = (max(sessionParts, 1), false)
        for parts in [self.personParts, self.ageParts, self.rowParts] {
            let (product, overflow) = count.multipliedReportingOverflow(by: parts)
            (count, isHuge) = (product, isHuge || overflow)
        }
        self.isHuge = isHuge
        dense = isHuge || count > denseLimit ? [] : [Int32](repeating: -1, count: count)
    }

    /// The number of the cell at a place, new where it is met for the first time.
    mutating func cell(_ place: RecordPlacer.Place) -> Int {
        guard !isHuge else {
            if let known = byPlace[place] { return Int(known) }
            byPlace[place] = Int32(places.count)
            places.append(place)
            return places.count - 1
        }
        let key = key(place)
        if !dense.isEmpty {
            if dense[key] >= 0 { return Int(dense[key]) }
            dense[key] = Int32(places.count)
        } else {
            if let known = sparse[key] { return Int(known) }
            sparse[key] = Int32(places.count)
        }
        places.append(place)
        return places.count - 1
    }

    /// The number of the cell at a place that has one already, else -1.
    @inline(always)
    func known(_ place: RecordPlacer.Place) -> Int32 {
        if !dense.isEmpty { return dense[key(place)] }
        return isHuge ? byPlace[place] ?? -1 : sparse[key(place)] ?? -1
    }

    @inline(always)
    private func key(_ place: RecordPlacer.Place) -> Int {
        let combination = place.session * personParts + place.person
        let aged = ageParts == 1 ? combination : combination * ageParts + place.age
        return rowParts == 1 ? aged : aged * rowParts + place.row
    }
}
