/// The distinct combinations of members of several dimensions.
struct MemberCombinations: Sendable {
    /// The combination of each coded entity: its number, or -1 where a filter keeps the coded entity out.
    private(set) var numbers: [Int32]
    /// The members of each combination, one code a dimension.
    private(set) var members: [[Int32]] = []

    /// Combines the codes of dimensions for the coded entities that are kept; those that are to be kept apart besides have
    /// other numbers in a last column.
    init(_ dimensions: [DimensionCodes], isKept: [Bool], apart: [Int32] = []) {
        let count = isKept.count
        numbers = isKept.map { $0 ? 0 : -1 }
        members = [[]]
        // One dimension after the other is joined on: the pair of what was and the next code gets a number.
        for codes in dimensions.map(\.codes) + (apart.isEmpty ? [] : [apart]) {
            var known: [UInt64: Int32] = [:]
            var joined: [[Int32]] = []
            var last: (pair: UInt64, number: Int32)?
            for record in 0..<count where numbers[record] >= 0 {
                let code = codes[record]
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
