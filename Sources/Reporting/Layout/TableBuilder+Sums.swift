import Aggregation

/// Which cells of a table add up to which totals.
extension TableBuilder {
    /// For each key that has a total in it, where the keys without any total stand that it is taken over.
    static func addends(of keys: [[Summary.Member]]) -> [[Int]] {
        let inner = keys.indices.filter { !keys[$0].contains(.total) }
        // Totals of the same dimensions share one table of what they are taken over.
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

    /// Whether a figure's cells add up to the total that the members say, the first of them being of the dimension at
    /// `offset`.
    func isAdditive(_ figure: Figure, _ members: [Summary.Member], from offset: Int) -> Bool {
        guard !figure.isUpper else { return false }
        let totalled = zip(members, summary.dimensions.dropFirst(offset)).filter { $0.0 == .total }.map(\.1)
        return !totalled.isEmpty
            && totalled.allSatisfy { figure.measure.isAdditive(along: $0, in: summary.dimensions + filtered) }
    }

    /// How deep a row lies in the outline: the place of its last member that is no total.
    static func level(of members: [Summary.Member]) -> Int { members.lastIndex { $0 != .total } ?? 0 }
}
