import Support

extension Summary {
    /// The rows that a condition leaves in a summary.
    package struct RowsShown: Sendable {
        /// How many rows there are in it.
        package let count: Int
        /// How many there are without the conditions.
        package let all: Int
        /// The conditions, all of which the rows meet.
        package let conditions: [FigureCondition]
        /// The headings of their figures.
        package let headings: [String: BilingualText]
    }

    /// Leaves some of the rows, and the totals that have one of these rows in them; gives back how many stay, of how many.
    ///
    /// The rest (`_O`) stays, and all totals stay those of all records.
    mutating func keep(_ rows: Set<[Member]>) -> (count: Int, all: Int) {
        var shown: Set<[Member]> = []
        var (count, all): (Set<[Member]>, Set<[Member]>) = ([], [])
        for cell in cells {
            let row = Array(cell.members.prefix(rowCount))
            guard !row.contains(.total) else { continue }
            let isRest = row.contains(.other)
            if !isRest { all.insert(row) }
            guard isRest || rows.contains(row) else { continue }
            if !isRest { count.insert(row) }
            guard shown.insert(row).inserted else { continue }
            for totalled in 1..<(1 << rowCount) {
                shown.insert(row.enumerated().map { totalled >> $0 & 1 == 1 ? .total : $1 })
            }
        }
        cells = cells.filter { cell in
            let row = Array(cell.members.prefix(rowCount))
            return shown.contains(row) || row.allSatisfy { $0 == .total }
        }
        return (count.count, all.count)
    }
}
