import Support
import TrainingStats

extension SummaryBuilder {
    /// The summary of all records taken in.
    public consuming func finish() -> Summary {
        if groupings.isEmpty { makeGroupings() }
        countPlacedParts()
        let ranks = placer.coded.map { $0.ranks(in: dataset) }
        let tally =
            plan.needsSessions
            ? SessionTally(plan: plan, placer: placer, sessions: rowClasses.sessions, isReported: reports.flags) : nil
        let population = request.measures.contains { $0.aggregate.isPerPopulation } ? Population(placer) : nil
        let isOfCertificates = request.measures.contains(where: \.isOfCertificatesAlone)
        let withoutValidity = isOfCertificates ? CellsWithoutValidity(placer) : nil
        // The last grouping is the grand total, which is no row where no totals are wanted.
        let last = groupings.count - 1
        let totals = figures(of: last, tally, population)
        var rows: [(members: [Int32], cell: Summary.Cell)] = []
        let hasRows = !cells.places.isEmpty || emptyRows?.isEmpty == false
        for number in groupings.indices where hasRows && (request.totals || number == 0) {
            let figures = number == last ? totals : figures(of: number, tally, population)
            for (group, members) in groupings[number].members.enumerated() {
                rows.append((members, cell(members, GroupFigures(all: figures, group: group), withoutValidity)))
            }
        }
        rows.sort { left, right in
            for (index, pair) in zip(left.members, right.members).enumerated() where pair.0 != pair.1 {
                return place(of: pair.0, by: ranks[index]) < place(of: pair.1, by: ranks[index])
            }
            return false
        }
        let everything = GroupFigures(all: totals, group: 0)
        var summary = Summary(
            dimensions: request.dimensions, rowCount: request.rowCount, measures: request.measures,
            cells: rows.map(\.cell), total: cell(groupings[last].members[0], everything, withoutValidity),
            coverage: plan.figures.map { figure in
                figure.coverage?.coverage(in: everything)
            }, reports: reportCoverage, followUps: followUpCoverage(of: everything), undatedSessions: undatedSessions,
            unmatchedMembers: placer.unmatchedMembers)
        summary.rates = rates
        summary.partCoverage = plan.parts.map { .init(sum: $0.sum, coverage: $0.coverage.coverage(in: everything)) }
        summary.gaps = plan.gaps.map { $0.gaps(in: everything, unreported: unreportedSessions) }
        summary.withoutValidity = withoutValidity
        for dimension in request.dimensions + request.filters.map(\.dimension)
        where dimension.side == .trainee && !summary.personDimensions.contains(where: { $0.id == dimension.id }) {
            summary.personDimensions.append(dimension)
        }
        summary.lacksEmptyRows = placer.emptyMembers != nil && emptyRows == nil
        return summary
    }

    /// Cells brought together under totals: the members of each group, and the group of each cell.
    struct Grouping: Sendable {
        var members: [[Int32]] = []
        var target: [Int] = []
        /// The groups of what participants are taken in by: each layer has a group of each cell; or of each bundle, of which
        /// those have more that several layers name.
        var layers: [[Int]] = []
    }

    /// Brings the cells together in all ways that the request needs: as they are first, the grand total last.
    mutating func makeGroupings() {
        let members = cells.places.map(placer.members(of:))
        let all = (1 << placer.coded.count) - 1
        let ways = request.totals ? Array(0...all) : all == 0 ? [0] : [0, all]
        emptyRows = emptyRows(beside: members)
        groupings = ways.map { grouped(members, totalled: $0) }
        for number in groupings.indices {
            let target = groupings[number].target
            groupings[number].layers = bundles.isEmpty ? [target] : bundles.layers(target)
        }
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

    /// Groups the cells, each dimension whose bit is set being totalled.
    private func grouped(_ members: [[Int32]], totalled: Int) -> Grouping {
        var grouping = Grouping()
        var known: [[Int32]: Int] = [:]
        func key(_ members: [Int32]) -> [Int32] {
            members.enumerated().map { totalled >> $0 & 1 == 1 ? DimensionCodes.total : $1 }
        }
        for cell in members {
            let key = key(cell)
            if let group = known[key] {
                grouping.target.append(group)
            } else {
                known[key] = grouping.members.count
                grouping.target.append(grouping.members.count)
                grouping.members.append(key)
            }
        }
        for row in emptyRows ?? [] where known[key(row)] == nil {
            known[key(row)] = grouping.members.count
            grouping.members.append(key(row))
        }
        // Without any cell the grand total is a group of none, in which all figures are those of no records.
        if grouping.members.isEmpty, totalled == (1 << placer.coded.count) - 1 {
            grouping.members.append(placer.coded.map { _ in DimensionCodes.total })
        }
        return grouping
    }

    /// What was collected of each group of a grouping, distinct counts included.
    private func figures(of number: Int, _ tally: SessionTally?, _ population: Population?) -> GroupedFigures {
        let grouping = groupings[number]
        let count = grouping.members.count
        var sums = accumulators.grouped(grouping.layers, count: count)
        let sessionCounts = tally?.count(sessionsByCell.grouped([grouping.target]), groups: count, into: &sums) ?? []
        return GroupedFigures(
            cells: sums,
            countersOfSelection: rowClasses.isSelected.map { selected in
                guard plan.countsSelections else { return [] }
                return selected.indices.filter { selected[$0] }.map { plan.ownCounters + $0 - 1 }
            },
            items: items.map { slot in
                var counts = [Int](repeating: 0, count: count)
                slot.grouped(grouping.layers).forEach { group, _ in counts[group] += 1 }
                return counts
            },
            sessionCounts: sessionCounts, personCounters: persons,
            inOneSession: zip(counted, plan.sessionPersons).map { counted, slot in
                counted.most(
                    with: personsInSessions.isEmpty ? nil : personsInSessions[slot.persons], groups: grouping.layers,
                    count: count)
            }, grouping: number,
            hoursPerDay: dataset.settings.hoursPerDay,
            populations: population.map { population in grouping.members.map { population.of(members: $0) } } ?? [])
    }

    private func cell(
        _ codes: [Int32], _ group: GroupFigures, _ withoutValidity: CellsWithoutValidity?
    ) -> Summary.Cell {
        let members = zip(codes, placer.coded).map { $1.member(of: $0) }
        let isWithoutValidity = withoutValidity?.contains(members) == true
        let values = zip(request.measures, plan.figures).map { measure, figure in
            measure.isSessionSideOnly && request.hasTraineeSide || isWithoutValidity && measure.isOfCertificatesAlone
                ? .notApplicable : figure.value(in: group)
        }
        let bounds = zip(values, plan.figures).map { $0 == .notApplicable ? nil : $1.bounds(in: group) }
        return Summary.Cell(members: members, values: values, bounds: bounds.allSatisfy { $0 == nil } ? [] : bounds)
    }

    /// The place of a member in the order of data output: codes, unknown, total.
    private func place(of code: Int32, by ranks: [Int]) -> Int {
        switch code {
        case DimensionCodes.unknown: Int.max - 1
        case DimensionCodes.total: Int.max
        default: ranks[Int(code)]
        }
    }

    /// How many of the sessions in scope are reported.
    private var reportCoverage: [ReportedSessions: Coverage] {
        guard !reports.flags.isEmpty else { return [:] }
        var result: [ReportedSessions: Coverage] = [:]
        for kind in plan.reportedSessions {
            let inScope = dataset.sessions.indices.filter { session in
                placer.deliveredParts[session] >= 0 && (bundles.isEmpty || bundles.numbers[session] >= 0)
                    && (kind == .ofAnyKind || dataset.isTraining(course: dataset.sessions[session].course))
            }
            result[kind] = Coverage(
                stated: inScope.count { reports.flags[$0] }, applicable: inScope.count, unit: .sessions)
        }
        return result
    }

    /// The rates of the sessions in scope, where a measure is made of amounts.
    private var rates: [ExchangeRate] {
        let isOfAmounts = request.measures.contains {
            $0.isOfAmounts && !($0.isSessionSideOnly && request.hasTraineeSide)
        }
        guard !dataset.rates.isEmpty, isOfAmounts else { return [] }
        let parts =
            request.measures.contains(where: \.reachesUndelivered) ? placer.sessionParts.numbers : placer.deliveredParts
        let used = Set(dataset.sessions.indices.compactMap { parts[$0] >= 0 ? dataset.sessions[$0].rate : nil })
        return used.sorted().map { dataset.rates[$0] }
    }

    /// How many trained participations were followed up, where a measure is made of follow-ups.
    private func followUpCoverage(of everything: GroupFigures) -> FollowUpCoverage? {
        guard plan.takesFollowUps else { return nil }
        var coverage = followUps
        coverage.trained = everything.count(plan.trained)
        return coverage
    }

    /// Delivered sessions that the period keeps out because nobody knows when they ended.
    private var undatedSessions: Int {
        guard request.period != nil else { return 0 }
        return dataset.sessions.indices.filter { placer.isDelivered[$0] && dataset.sessions[$0].end == nil }.count
    }
}
