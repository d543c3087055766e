import TrainingStats

/// How cells are brought together under totals.
extension SummaryBuilder {
    /// Cells brought together in one way.
    struct Grouping: Sendable {
        /// Its number among the groupings of all requests.
        var number = 0
        var members: [[Int32]] = []
        /// The cells in the scope of the request, and the group of each.
        var cells: [Int32] = []
        var groups: [Int32] = []
        /// Whether it has rows: without any cell the grand total is a group of none.
        var hasRows = true
    }

    /// Brings the cells together in all ways that the requests need: as they are first, the grand total last.
    mutating func makeGroupings() {
        let members = cells.places.map(placer.members(of:))
        let parts = cells.places.map(placer.scopePart(of:))
        emptyRows = emptyRows(beside: members)
        var number = 0
        groupings = views.map { view in
            var made = groupings(of: view, members, parts)
            for index in made.indices {
                made[index].number = number
                number += 1
            }
            return made
        }
    }

    /// The group of each cell in a grouping; -1 of a cell that is in none.
    func target(of grouping: Grouping) -> [Int] {
        var target = [Int](repeating: -1, count: cells.places.count)
        for (cell, group) in zip(grouping.cells, grouping.groups) { target[Int(cell)] = Int(group) }
        return target
    }

    /// The groups of what participants are taken in by: each layer has a group of each cell; or of each bundle, of which
    /// those have more that several layers name.
    func layers(of grouping: Grouping) -> [[Int]] {
        let target = target(of: grouping)
        return bundles.isEmpty ? [target] : bundles.layers(target)
    }

    /// The ways in which a request needs its cells.
    private func groupings(of view: RequestView, _ members: [[Int32]], _ parts: [Int32?]) -> [Grouping] {
        var first = Grouping()
        first.cells = members.indices.filter { placer.scopes.holds(parts[$0], in: view.scope) }.map { Int32($0) }
        first.groups = [Int32](repeating: 0, count: first.cells.count)
        first.members = first.cells.isEmpty ? [] : [[]]
        for dimension in view.dimensions { first.split(by: members, at: dimension) }
        first.members += emptyRows ?? []
        first.hasRows = !first.members.isEmpty
        let all = (1 << view.dimensions.count) - 1
        let ways = view.request.totals ? Array(0...all) : all == 0 ? [0] : [0, all]
        return ways.map { first.totalled($0, isGrandTotal: $0 == all, dimensions: view.dimensions.count) }
    }

    /// The members of the cells without records that are wanted: of each known member of the first row dimension with what
    /// there is of the other dimensions; nil where there are too many.
    private func emptyRows(beside members: [[Int32]]) -> [[Int32]]? {
        guard let first = placer.emptyMembers else { return [] }
        let others = placer.coded.count == 1 ? [[]] : Set(members.map { Array($0.dropFirst()) })
        let (count, overflow) = first.count.multipliedReportingOverflow(by: others.count)
        guard !overflow, count <= Self.mostEmptyRows else { return nil }
        let known = Set(members)
        return first.flatMap { code in others.map { [code] + $0 } }.filter { !known.contains($0) }
    }
}

extension SummaryBuilder.Grouping {
    /// Tells the cells of a group apart by their members of a dimension.
    fileprivate mutating func split(by all: [[Int32]], at dimension: Int) {
        var known: [UInt64: Int32] = [:]
        var joined: [[Int32]] = []
        for index in cells.indices {
            let (code, before) = (all[Int(cells[index])][dimension], groups[index])
            let pair = UInt64(UInt32(bitPattern: before)) << 32 | UInt64(UInt32(bitPattern: code))
            if let group = known[pair] {
                groups[index] = group
                continue
            }
            joined.append(members[Int(before)] + [code])
            groups[index] = Int32(joined.count - 1)
            known[pair] = groups[index]
        }
        members = joined
    }

    /// The same cells, each dimension whose bit is set being totalled.
    fileprivate func totalled(_ bits: Int, isGrandTotal: Bool, dimensions: Int) -> Self {
        var result = self
        if bits != 0 {
            var known: [[Int32]: Int32] = [:]
            result.members = []
            let totals = members.map { own -> Int32 in
                let key = own.enumerated().map { bits >> $0 & 1 == 1 ? DimensionCodes.total : $1 }
                if let group = known[key] { return group }
                let group = Int32(result.members.count)
                known[key] = group
                result.members.append(key)
                return group
            }
            result.groups = groups.map { totals[Int($0)] }
        }
        // Without any cell the grand total is a group of none, in which all figures are those of no records.
        if result.members.isEmpty, isGrandTotal {
            result.members = [[Int32](repeating: DimensionCodes.total, count: dimensions)]
        }
        return result
    }
}
