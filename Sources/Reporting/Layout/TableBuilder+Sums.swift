import Aggregation

/// Which cells of a table add up to which totals.
extension TableBuilder {
    /// For each key with a total: the positions of the keys without totals that it sums up.
    static func addends(of keys: [[Summary.Member]]) -> [[Int]] {
        let inner = keys.indices.filter { !keys[$0].contains(.total) }
        // The keys are grouped once for all totals over the same dimensions.
        var known: [[Bool]: [[Summary.Member]: [Int]]] = [:]
        return keys.map { key in
            guard key.contains(.total) else { return [] }
            let isTotalled = key.map { $0 == .total }
            if known[isTotalled] == nil {
                known[isTotalled] = Dictionary(grouping: inner) { index in
                    zip(keys[index], isTotalled).map { $1 ? .total : $0 }
                }
            }
            return known[isTotalled]?[key] ?? []
        }
    }

    /// Whether the cells of a figure add up to the total of these members, the first of which belongs to the dimension at
    /// `offset`.
    func isAdditive(_ figure: Figure, _ members: [Summary.Member], from offset: Int) -> Bool {
        // Rows that are left out are in the totals.
        guard !figure.isUpper, offset > 0 || summary.rowsShown == nil else { return false }
        let totalled = zip(members, summary.dimensions.dropFirst(offset)).filter { $0.0 == .total }.map(\.1)
        return !totalled.isEmpty
            && totalled.allSatisfy { figure.measure.isAdditive(along: $0, in: summary.dimensions + filtered) }
    }

    /// The outline level of a row: the position of its last member that is not a total.
    static func level(of members: [Summary.Member]) -> Int { members.lastIndex { $0 != .total } ?? 0 }
}
