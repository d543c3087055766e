/// Numbers the cells of a request in order of first appearance.
///
/// Few combinations are looked up in a table, many in a dictionary.
struct CellIndex: Sendable {
    private static let directLimit = 1 << 21

    private let personParts: Int
    private let bands: Int
    /// The cell of each combination, or -1; empty where there are too many.
    private var direct: [Int32]
    private var sparse: [Int: Int32] = [:]
    /// Where each cell is.
    private(set) var places: [RecordScope.Place] = []

    /// An index for so many session and person parts.
    init(_ scope: RecordScope) {
        personParts = max(scope.personParts.members.count, 1)
        bands = scope.hasAgeBand ? AgeBand.codes.count + 1 : 1
        let sessionParts = max(scope.sessionParts.members.count, 1)
        let (count, overflow) = sessionParts.multipliedReportingOverflow(by: personParts * bands)
        direct = overflow || count > Self.directLimit ? [] : [Int32](repeating: -1, count: count)
    }

    /// The number of the cell at a place, new where it is met for the first time.
    mutating func cell(_ place: RecordScope.Place) -> Int {
        let key = key(place)
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

    /// The number of the cell at a place that has one already, else -1.
    @inline(__always)
    func known(_ place: RecordScope.Place) -> Int32 {
        let key = key(place)
        return direct.isEmpty ? sparse[key] ?? -1 : direct[key]
    }

    /// Whether there is a table of all combinations of session and person parts, and no other part.
    var isDirect: Bool { !direct.isEmpty && bands == 1 }

    /// Calls a body with that table, session part by session part, and how many person parts each has.
    func withDirect(_ body: (UnsafeBufferPointer<Int32>, _ width: Int) -> Void) {
        direct.withUnsafeBufferPointer { body($0, personParts) }
    }

    @inline(__always)
    private func key(_ place: RecordScope.Place) -> Int {
        let combination = place.session * personParts + place.person
        return bands == 1 ? combination : combination * bands + place.band + 1
    }
}

/// The distinct combinations of members of several dimensions.
struct Combinations: Sendable {
    /// The combination of each record: its number, or -1 where a filter keeps the record out.
    private(set) var numbers: [Int32]
    /// The members of each combination, one code a dimension.
    private(set) var members: [[Int32]] = []

    /// Combines the codes of dimensions for the records that are kept.
    init(_ dimensions: [CodedDimension], isKept: [Bool]) {
        let count = isKept.count
        numbers = isKept.map { $0 ? 0 : -1 }
        members = [[]]
        // One dimension after the other is joined on: the pair of what was and the next code gets a number.
        for dimension in dimensions {
            var known: [UInt64: Int32] = [:]
            var joined: [[Int32]] = []
            var last: (pair: UInt64, number: Int32)?
            for record in 0..<count where numbers[record] >= 0 {
                let code = dimension.codes[record]
                let pair = UInt64(UInt32(bitPattern: numbers[record])) << 32 | UInt64(UInt32(bitPattern: code))
                if let last, last.pair == pair {
                    numbers[record] = last.number
                    continue
                }
                let number: Int32
                if let found = known[pair] {
                    number = found
                } else {
                    number = Int32(joined.count)
                    known[pair] = number
                    joined.append(members[Int(numbers[record])] + [code])
                }
                numbers[record] = number
                last = (pair, number)
            }
            members = joined
        }
    }
}
