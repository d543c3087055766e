/// The distinct combinations of members of several dimensions.
struct MemberCombinations: Sendable {
    /// The combination of each coded entity: its number, or -1 where a filter keeps the coded entity out.
    private(set) var numbers: [Int32]
    /// The members of each combination, one code a dimension.
    private(set) var members: [[Int32]] = [[]]

    /// Combines the codes of dimensions for the coded entities that are kept; those that are to be kept apart besides have
    /// other numbers in a last column.
    init(_ dimensions: [DimensionCodes], isKept: [Bool], apart: [Int32] = []) {
        numbers = isKept.map { $0 ? 0 : -1 }
        // One dimension after the other is joined on: the pair of what was and the next code gets a number.
        for codes in dimensions.map(\.codes) + (apart.isEmpty ? [] : [apart]) {
            var known = PairNumbers(of: members.count, and: Int(codes.max() ?? -1) + 1)
            var joined: [[Int32]] = []
            let codes = codes.span
            for entity in numbers.indices where numbers[entity] >= 0 {
                let (before, code) = (numbers[entity], codes[entity])
                let number = known.number(of: before, code, orNew: Int32(joined.count))
                if number == joined.count { joined.append(members[Int(before)] + [code]) }
                numbers[entity] = number
            }
            members = joined
        }
    }
}

/// Numbers of pairs of a number and a code, which may be -1: in a table where there are few pairs, else in a dictionary.
private struct PairNumbers {
    /// How many pairs the table may have: 4 MB.
    private static let tableLimit = 1 << 20

    private let width: Int
    private var table: [Int32] = []
    private var dictionary: [UInt64: Int32] = [:]

    /// No pairs yet of so many numbers and codes.
    init(of numbers: Int, and codes: Int) {
        width = codes + 1
        let (count, overflow) = numbers.multipliedReportingOverflow(by: width)
        if !overflow, count <= Self.tableLimit { table = [Int32](repeating: -1, count: count) }
    }

    /// The number of a pair, which is the given one if it is new.
    @inline(always)
    mutating func number(of first: Int32, _ code: Int32, orNew new: Int32) -> Int32 {
        guard table.isEmpty else {
            let place = Int(first) * width + Int(code) + 1
            if table[place] < 0 { table[place] = new }
            return table[place]
        }
        let pair = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: code))
        if let known = dictionary[pair] { return known }
        dictionary[pair] = new
        return new
    }
}
