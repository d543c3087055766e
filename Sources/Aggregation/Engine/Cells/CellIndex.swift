/// Numbers the cells of a request in order of first appearance.
///
/// A cell is found by one number, made of its session part, person part and age part. If there are few combinations, a
/// table has an entry for each (dense); if there are many, most of which no record has, a dictionary holds those that
/// were met (sparse). Which of the two it is shows in speed alone: both number the cells in the order of first appearance.
struct CellIndex: Sendable {
    /// How many combinations the table may have: 8 MB.
    private static let denseLimit = 1 << 21

    private let personParts: Int
    private let ageParts: Int
    /// The cell of each combination, or -1; empty where there are too many.
    private var dense: [Int32]
    private var sparse: [Int: Int32] = [:]
    /// Where each cell is.
    private(set) var places: [RecordPlacer.Place] = []

    /// An index for so many session, person and age parts; `denseLimit` is smaller in tests alone.
    init(sessionParts: Int, personParts: Int, ageParts: Int, denseLimit: Int = CellIndex.denseLimit) {
        self.personParts = max(personParts, 1)
        self.ageParts = max(ageParts, 1)
        let (perSession, isHuge) = self.personParts.multipliedReportingOverflow(by: self.ageParts)
        let (count, overflow) = max(sessionParts, 1).multipliedReportingOverflow(by: perSession)
        dense = isHuge || overflow || count > denseLimit ? [] : [Int32](repeating: -1, count: count)
    }

    /// The number of the cell at a place, new where it is met for the first time.
    mutating func cell(_ place: RecordPlacer.Place) -> Int {
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
        let key = key(place)
        return dense.isEmpty ? sparse[key] ?? -1 : dense[key]
    }

    /// Whether there is a table of all combinations of session and person parts, and no other part.
    var isDense: Bool { !dense.isEmpty && ageParts == 1 }

    /// Calls a body with that table, session part by session part, and how many person parts each has.
    func withDense(_ body: (UnsafeBufferPointer<Int32>, _ width: Int) -> Void) {
        dense.withUnsafeBufferPointer { body($0, personParts) }
    }

    @inline(always)
    private func key(_ place: RecordPlacer.Place) -> Int {
        let combination = place.session * personParts + place.person
        return ageParts == 1 ? combination : combination * ageParts + place.age
    }
}
