/// Numbers the cells of a request in order of first appearance.
///
/// Few combinations are looked up in a table, many in a dictionary.
struct CellIndex: Sendable {
    private static let bands = AgeBand.codes.count + 1
    private static let directLimit = 1 << 21

    private let personParts: Int
    private var direct: [Int32]
    private var sparse: [Int: Int32] = [:]
    /// Where each cell is.
    private(set) var places: [RecordScope.Place] = []

    /// An index for so many session and person parts.
    init(sessionParts: Int, personParts: Int) {
        self.personParts = max(personParts, 1)
        let (count, overflow) = max(sessionParts, 1).multipliedReportingOverflow(by: self.personParts * Self.bands)
        direct = overflow || count > Self.directLimit ? [] : [Int32](repeating: -1, count: count)
    }

    /// The number of the cell at a place, new where it is met for the first time.
    mutating func cell(_ place: RecordScope.Place) -> Int {
        let key = (place.session * personParts + place.person) * Self.bands + place.band + 1
        if !direct.isEmpty {
            if direct[key] >= 0 { return Int(direct[key]) }
            direct[key] = Int32(places.count)
        } else {
            if let known = sparse[key] { return Int(known) }
            sparse[key] = Int32(places.count)
        }
        places.append(place)
        return places.count - 1
    }
}

/// The distinct combinations of members of several dimensions.
struct Combinations: Sendable {
    /// The combination of each record: its number, or -1 where a filter keeps the record out.
    private(set) var numbers: [Int32]
    /// The members of each combination, one code a dimension.
    private(set) var members: [[Int32]] = []

    /// Combines the codes of dimensions for the records that are kept.
    init(_ dimensions: [CodedDimension], count: Int, isKept: (Int) -> Bool) {
        numbers = [Int32](repeating: -1, count: count)
        guard !dimensions.isEmpty else {
            members = [[]]
            for record in 0..<count where isKept(record) { numbers[record] = 0 }
            return
        }
        // One dimension after the other is joined on: the pair of what was and the next code gets a number.
        for record in 0..<count where isKept(record) { numbers[record] = 0 }
        members = [[]]
        for dimension in dimensions {
            var known: [UInt64: Int32] = [:]
            var joined: [[Int32]] = []
            for record in 0..<count where numbers[record] >= 0 {
                let code = dimension.codes[record]
                let pair = UInt64(UInt32(bitPattern: numbers[record])) << 32 | UInt64(UInt32(bitPattern: code))
                if let number = known[pair] {
                    numbers[record] = number
                } else {
                    known[pair] = Int32(joined.count)
                    joined.append(members[Int(numbers[record])] + [code])
                    numbers[record] = Int32(joined.count - 1)
                }
            }
            members = joined
        }
    }
}
