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
    var moments: [[Moments]]
    var quotients: [[QuotientSum]]
    var distributions: [[Distribution]]
    /// How many cells there are.
    private(set) var count = 0

    init(_ plan: CollectionPlan) {
        counterWidth = plan.counterWidth
        sums = plan.sums.map { _ in [] }
        moments = plan.moments.map { _ in [] }
        quotients = plan.quotients.map { _ in [] }
        distributions = plan.distributions.map { _ in [] }
    }

    private init(like other: CellAccumulators, count: Int) {
        counterWidth = other.counterWidth
        sums = other.sums.map { _ in [] }
        moments = other.moments.map { _ in [] }
        quotients = other.quotients.map { _ in [] }
        distributions = other.distributions.map { _ in [] }
        grow(to: count)
    }

    /// Makes room for so many cells.
    mutating func grow(to count: Int) {
        guard count > self.count else { return }
        func extend<Kind: Accumulator>(_ columns: inout [[Kind]]) {
            for index in columns.indices {
                columns[index].append(contentsOf: repeatElement(Kind(), count: count - columns[index].count))
            }
        }
        counters.append(contentsOf: repeatElement(0, count: count * counterWidth - counters.count))
        extend(&sums)
        extend(&moments)
        extend(&quotients)
        extend(&distributions)
        self.count = count
    }

    /// Takes in other accumulators, each of whose cells is another one here.
    mutating func merge(_ other: CellAccumulators, cells: [Int]) {
        func merge<Kind: Accumulator>(_ columns: inout [[Kind]], _ others: [[Kind]]) {
            for index in columns.indices {
                for (place, cell) in cells.enumerated() { columns[index][cell].merge(others[index][place]) }
            }
        }
        for (place, cell) in cells.enumerated() {
            for counter in 0..<counterWidth {
                counters[cell * counterWidth + counter] += other.counters[place * counterWidth + counter]
            }
        }
        merge(&sums, other.sums)
        merge(&moments, other.moments)
        merge(&quotients, other.quotients)
        merge(&distributions, other.distributions)
    }

    /// The same cells, several of them counting as one group.
    func grouped(_ groups: [Int], count: Int) -> CellAccumulators {
        var result = CellAccumulators(like: self, count: count)
        result.merge(self, cells: groups)
        return result
    }
}
