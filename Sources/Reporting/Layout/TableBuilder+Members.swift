import Aggregation
import Support
import TrainingStats

/// Which rows and columns a table has, and in which order.
extension TableBuilder {
    /// The keys of a list: the members of all dimensions, one key for each row.
    var listedMembers: [[Summary.Member]] {
        let keys = ordered(summary.cells.map(\.members))
        guard isForReading else { return keys }
        return withoutRepeatedTotals(keys.filter { $0.first != .unknown || hasAnyFigure(lookup[$0].map { [$0] }) })
    }

    /// The row keys of a cross-tabulation: the members of the row dimensions.
    var rowMembers: [[Summary.Member]] {
        let keys = ordered(distinct(summary.cells.map { Array($0.members.prefix(summary.rowCount)) }))
        guard isForReading else { return keys }
        let cells = Dictionary(grouping: summary.cells) { Array($0.members.prefix(summary.rowCount)) }
        return withoutRepeatedTotals(keys.filter { $0.first != .unknown || hasAnyFigure(cells[$0]) })
    }

    /// The column keys of a cross-tabulation: the members of the column dimensions, one key for each group of columns.
    var columnMembers: [[Summary.Member]] {
        let keys = ordered(
            distinct(summary.cells.map { Array($0.members.dropFirst(summary.rowCount)) }), from: summary.rowCount)
        guard isForReading else { return keys }
        let cells = Dictionary(grouping: summary.cells) { Array($0.members.dropFirst(summary.rowCount)) }
        return keys.filter { $0.first != .unknown || hasAnyFigure(cells[$0]) }
    }

    /// Whether any of these cells has a figure other than 0.
    private func hasAnyFigure(_ cells: [Summary.Cell]?) -> Bool {
        cells?.contains { $0.values.contains { $0 == .unknown || ($0.number ?? 0) != 0 } } ?? false
    }

    /// The keys without totals that would repeat the row above, because the last dimension has only one member there.
    private func withoutRepeatedTotals(_ keys: [[Summary.Member]]) -> [[Summary.Member]] {
        let groups = Dictionary(grouping: keys.filter { $0.last != .total }) { Array($0.dropLast()) }
        return keys.filter { key in
            guard key.contains(.total), key.contains(where: { $0 != .total }) else { return true }
            return groups[Array(key.dropLast())]?.count != 1
        }
    }

    /// The label cells of a row: the names of its members, or one word if it is the total over all dimensions.
    func labels(
        _ members: [Summary.Member], _ name: (Summary.Member, Dimension) -> String
    ) -> [Cell] {
        let isOverall = members.allSatisfy { $0 == .total }
        return zip(members, summary.dimensions).enumerated().map { index, pair in
            isOverall && index > 0 ? .empty : .text(name(pair.0, pair.1))
        }
    }

    private func distinct(_ keys: [[Summary.Member]]) -> [[Summary.Member]] {
        var seen: Set<[Summary.Member]> = []
        return keys.filter { seen.insert($0).inserted }
    }

    /// The keys in the usual order of their members; unknown members follow, totals come last.
    private func ordered(_ keys: [[Summary.Member]], from offset: Int = 0) -> [[Summary.Member]] {
        let orders = summary.dimensions.dropFirst(offset).map { MemberOrder(dataset.firstMembers(of: $0)) }
        let sorted = keys.sorted { left, right in
            for ((leftMember, rightMember), order) in zip(zip(left, right), orders) where leftMember != rightMember {
                return order.precedes(leftMember, rightMember)
            }
            return false
        }
        return offset == 0 ? ranked(sorted, by: \.self) : sorted
    }

    /// The rows in the order of the ranking, if there is one.
    ///
    /// Rows of the same rank keep their order.
    func ranked<Item>(_ items: [Item], by members: (Item) -> [Summary.Member]) -> [Item] {
        guard let ranking else { return items }
        let places = items.map { ranking.place(members($0)) }
        let order = items.indices.sorted { left, right in
            for (first, second) in zip(places[left], places[right]) where first != second { return first < second }
            return left < right
        }
        return order.map { items[$0] }
    }
}
