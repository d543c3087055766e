import Reporting

extension Grid {
    /// Where the totals at the end begin: those of all members of the first column; nil if there are none.
    var firstOfTotals: Int? {
        guard let last = rows.last, last.isTotal else { return nil }
        let others = rows.lastIndex { !$0.isTotal || $0.cells.first != last.cells.first }
        return others.map { $0 + 1 } ?? 0
    }
}
