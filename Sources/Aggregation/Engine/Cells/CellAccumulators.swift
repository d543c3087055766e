import Support

/// The accumulators of all cells: for each kind some columns, each with an accumulator a cell.
///
/// How many columns there are of a kind is what the plan of the request says.
struct CellAccumulators: Sendable {
    /// How many counters a cell has.
    let counterWidth: Int
    /// Counters, those of one cell beside each other: the hot loop adds to one cell after the other.
    var counters: [Int] = []
    var sums: [[StatedSum]]
    /// Of these two kinds a cell has an accumulator for each unit in which numbers are kept, beside each other.
    var moments: [[Moments]]
    var distributions: [[Distribution]]
    var quotients: [[QuotientSum]]
    /// The units of each column of moments, and of each column of distributions.
    private let momentUnits: [[Unit]]
    private let distributionUnits: [[Unit]]
    /// How many cells there are.
    private(set) var count = 0

    init(_ plan: CollectionPlan) {
        counterWidth = plan.counterWidth
        momentUnits = plan.moments.map(\.scales.units)
        distributionUnits = plan.distributions.map(\.scales.units)
        sums = plan.sums.map { _ in [] }
        moments = plan.moments.map { _ in [] }
        quotients = plan.quotients.map { _ in [] }
        distributions = plan.distributions.map { _ in [] }
    }

    /// Makes room for so many cells.
    mutating func grow(to count: Int) {
        guard count > self.count else { return }
        func extend<Kind: Accumulator>(_ columns: inout [[Kind]], by units: [[Unit]] = []) {
            for index in columns.indices {
                let wanted = count * (units.isEmpty ? 1 : units[index].count)
                columns[index].append(contentsOf: repeatElement(Kind(), count: wanted - columns[index].count))
            }
        }
        counters.append(contentsOf: repeatElement(0, count: count * counterWidth - counters.count))
        extend(&sums)
        extend(&moments, by: momentUnits)
        extend(&quotients)
        extend(&distributions, by: distributionUnits)
        self.count = count
    }

    /// Takes in other accumulators, each of whose cells is another one here, or none (-1).
    mutating func merge(_ other: CellAccumulators, cells: [Int]) {
        func merge<Kind: Accumulator>(_ columns: inout [[Kind]], _ others: [[Kind]], by units: [[Unit]] = []) {
            for index in columns.indices {
                let width = units.isEmpty ? 1 : units[index].count
                for (place, cell) in cells.enumerated() where cell >= 0 {
                    for part in 0..<width {
                        columns[index][cell * width + part].merge(others[index][place * width + part])
                    }
                }
            }
        }
        for (place, cell) in cells.enumerated() where cell >= 0 {
            for counter in 0..<counterWidth {
                counters[cell * counterWidth + counter] += other.counters[place * counterWidth + counter]
            }
        }
        merge(&sums, other.sums)
        merge(&moments, other.moments, by: momentUnits)
        merge(&quotients, other.quotients)
        merge(&distributions, other.distributions, by: distributionUnits)
    }

    /// The sums of some counters of a cell, several cells counting as one group; each layer names a group of each cell, or
    /// none (-1).
    func grouped(counters columns: [Int], _ layers: [[Int]], count: Int) -> [Int] {
        var result = [Int](repeating: 0, count: count)
        for groups in layers {
            for (cell, group) in groups.enumerated() where group >= 0 {
                for column in columns { result[group] += counters[cell * counterWidth + column] }
            }
        }
        return result
    }

    /// The same of a column of other accumulators, of which a cell has as many as the width says.
    static func grouped<Kind: Accumulator>(
        _ column: [Kind], width: Int = 1, _ layers: [[Int]], count: Int
    ) -> [Kind] {
        var result = [Kind](repeating: Kind(), count: count * width)
        for groups in layers {
            for (cell, group) in groups.enumerated() where group >= 0 {
                for part in 0..<width { result[group * width + part].merge(column[cell * width + part]) }
            }
        }
        return result
    }
}
