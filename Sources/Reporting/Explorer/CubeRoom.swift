import Aggregation

/// The room that a cube has, and how much of it dimensions need.
///
/// A cube has a cell for each combination of members that has records, and for each of the totals that bring these together. How
/// many that are follows from the combinations alone, before any figure is computed.
struct CubeRoom {
    /// How many figures a cube has at most, so that a page stays below 2 MB.
    static let mostFigures = 400_000
    /// How many combinations of members there can be at most: keys are whole numbers below 2^53, which a script holds exactly.
    private static let mostCombinations = 1 << 53

    private let parts: [Part]
    private let mostCells: Int
    private var kept: [Dimension] = []
    private var combinations = 1
    /// The number of cells along the dimensions that are taken.
    private(set) var cells = 0

    /// The room for a number of measures along dimensions of which `summaries` have all combinations, without totals; those that
    /// are `taken` have found room before.
    init(for measures: Int, _ summaries: [Summary], along taken: [Dimension] = []) {
        parts = summaries.map(Part.init)
        mostCells = Self.mostFigures / max(1, measures)
        for dimension in taken { _ = take(dimension) }
    }

    /// Takes a dimension if there is room for it beside those that are taken.
    mutating func take(_ dimension: Dimension) -> Bool {
        let members = parts.reduce(into: Set<Summary.Member>()) { $0.formUnion($1.members(of: dimension)) }
        let (product, overflows) = combinations.multipliedReportingOverflow(by: members.count + 1)
        guard !overflows, product <= Self.mostCombinations, let cells = cells(along: kept + [dimension]) else {
            return false
        }
        kept.append(dimension)
        combinations = product
        self.cells = cells
        return true
    }

    /// The number of cells along dimensions; nil if there is no room for them.
    private func cells(along dimensions: [Dimension]) -> Int? {
        var count = 0
        for part in parts {
            count += part.cells(along: dimensions, atMost: mostCells - count)
            if count > mostCells { return nil }
        }
        return count
    }

    /// The combinations of one part of a cube.
    private struct Part {
        private let dimensions: [Dimension]
        /// The members of each dimension in the order in which they were met.
        private var members: [[Summary.Member]]
        /// For each dimension the number of its member in each combination, from 1.
        private var columns: [[Int]]

        init(_ summary: Summary) {
            dimensions = summary.dimensions
            (members, columns) = ([], [])
            for place in dimensions.indices {
                var numbers: [Summary.Member: Int] = [:]
                var met: [Summary.Member] = []
                columns.append(
                    summary.cells.map { cell in
                        let member = cell.members[place]
                        if let number = numbers[member] { return number }
                        met.append(member)
                        numbers[member] = met.count
                        return met.count
                    })
                members.append(met)
            }
        }

        func members(of dimension: Dimension) -> [Summary.Member] {
            dimensions.firstIndex(of: dimension).map { members[$0] } ?? []
        }

        /// The number of cells along dimensions with all totals; any greater number than `most` if it is greater.
        func cells(along asked: [Dimension], atMost most: Int) -> Int {
            let places = asked.compactMap(dimensions.firstIndex)
            let rows = columns.first?.count ?? 0
            var combinations: Set<[Int]> = []
            for row in 0..<rows {
                combinations.insert(places.map { columns[$0][row] })
                if combinations.count > most { return combinations.count }
            }
            var count = 0
            for totalled in 0..<(1 << places.count) {
                count +=
                    Set(combinations.map { key in key.indices.map { totalled >> $0 & 1 == 1 ? 0 : key[$0] } }).count
                if count > most { break }
            }
            return count
        }
    }
}
