import Support
import TrainingStats

extension SummaryBuilder {
    /// The summary of all records taken in; of several requests the first one's.
    public consuming func finish() -> Summary { finishAll()[0] }

    /// The summaries of all records taken in, one for each request.
    consuming func finishAll() -> [Summary] {
        if groupings.isEmpty { makeGroupings() }
        countPlacedParts()
        let orders = MemberOrders(placer)
        let tally =
            plan.needsSessions
            ? SessionTally(plan: plan, placer: placer, sessions: rowClasses.sessions, isReported: reports.flags) : nil
        let finished = self
        return views.indices.map { finished.summary(of: $0, tally, orders) }
    }

    private func summary(of number: Int, _ tally: SessionTally?, _ orders: MemberOrders) -> Summary {
        let (view, groupings) = (views[number], groupings[number])
        let request = view.request
        let coded = view.dimensions.map { placer.coded[$0] }
        let population =
            request.measures.contains { $0.aggregate.isPerPopulation } ? Population(placer, along: coded) : nil
        func figures(_ grouping: Grouping) -> GroupedFigures {
            GroupedFigures(
                grouping, of: self, tally: tally,
                populations: population.map { population in grouping.members.map { population.of(members: $0) } } ?? [])
        }
        let shape = CellShape(
            request: request, dimensions: coded, figures: view.measures.map { plan.figures[$0] },
            hasTraineeSide: self.request.hasTraineeSide)
        let isOfCertificates = request.measures.contains(where: \.isOfCertificatesAlone)
        let withoutValidity = isOfCertificates ? CellsWithoutValidity(placer) : nil
        // The last grouping is the grand total, which is no row where no totals are wanted.
        let last = groupings.count - 1
        let totals = figures(groupings[last])
        var rows: [(members: [Int32], cell: Summary.Cell)] = []
        for (index, grouping) in groupings.enumerated() where grouping.hasRows && (request.totals || index == 0) {
            let figures = index == last ? totals : figures(grouping)
            for (group, members) in grouping.members.enumerated() {
                rows.append(
                    (members, shape.cell(members, GroupFigures(all: figures, group: group), withoutValidity)))
            }
        }
        let ranks = view.dimensions.map(orders.ranks)
        rows.sort { left, right in
            for index in left.members.indices where left.members[index] != right.members[index] {
                return Self.place(of: left.members[index], by: ranks[index])
                    < Self.place(of: right.members[index], by: ranks[index])
            }
            return false
        }
        let everything = GroupFigures(all: totals, group: 0)
        var summary = Summary(
            dimensions: request.dimensions, rowCount: request.rowCount, measures: request.measures,
            cells: rows.map(\.cell), total: shape.cell(groupings[last].members[0], everything, withoutValidity),
            coverage: view.measures.map { plan.figures[$0].coverage?.coverage(in: everything) },
            reports: reportCoverage(of: view), followUps: followUpCoverage(of: everything),
            undatedSessions: undatedSessions(of: view), unmatchedMembers: view.unmatchedMembers)
        summary.rates = rates(of: view)
        summary.partCoverage = sumsInRatios[number].map {
            .init(sum: $0.sum, coverage: $0.coverage.coverage(in: everything))
        }
        if view.tellsGaps {
            summary.gaps = view.measures.map { measure in
                plan.gaps[measure].gaps(in: everything) { unreportedSessions(of: $0, for: view) }
            }
        }
        summary.withoutValidity = withoutValidity
        for dimension in request.dimensions + request.filters.map(\.dimension)
        where dimension.side == .trainee && !summary.personDimensions.contains(where: { $0.id == dimension.id }) {
            summary.personDimensions.append(dimension)
        }
        summary.lacksEmptyRows = placer.emptyMembers != nil && emptyRows == nil
        return summary
    }

    /// The place of a member in the order of data output: codes, unknown, total.
    private static func place(of code: Int32, by ranks: [Int]) -> Int {
        switch code {
        case DimensionCodes.unknown: Int.max - 1
        case DimensionCodes.total: Int.max
        default: ranks[Int(code)]
        }
    }

    /// Whether a session is delivered and in the scope of a request.
    func isDelivered(_ session: Int, in view: RequestView) -> Bool {
        placer.deliveredParts[session] >= 0 && placer.scopes.sessions[view.scope][session]
    }

    /// How many of the sessions in scope are reported.
    private func reportCoverage(of view: RequestView) -> [ReportedSessions: Coverage] {
        guard view.tracksReports, !reports.flags.isEmpty else { return [:] }
        var result: [ReportedSessions: Coverage] = [:]
        for kind in Set(view.request.measures.compactMap(\.aggregate.reportedSessions)) {
            var (stated, applicable) = (0, 0)
            for session in dataset.sessions.indices
            where isDelivered(session, in: view) && (bundles.isEmpty || bundles.numbers[session] >= 0)
                && (kind == .ofAnyKind || placer.isTraining[session])
            {
                applicable += 1
                if reports.flags[session] { stated += 1 }
            }
            result[kind] = Coverage(stated: stated, applicable: applicable, unit: .sessions)
        }
        return result
    }

    /// The rates of the sessions in scope, where a measure is made of amounts.
    private func rates(of view: RequestView) -> [ExchangeRate] {
        let request = view.request
        let isOfAmounts = request.measures.contains {
            $0.isOfAmounts && !($0.isSessionSideOnly && request.hasTraineeSide)
        }
        guard !dataset.rates.isEmpty, isOfAmounts else { return [] }
        let parts =
            request.measures.contains(where: \.reachesUndelivered) ? placer.sessionParts.numbers : placer.deliveredParts
        let isInScope = placer.scopes.sessions[view.scope]
        let used = Set(
            dataset.sessions.indices.compactMap { parts[$0] >= 0 && isInScope[$0] ? dataset.sessions[$0].rate : nil })
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
    private func undatedSessions(of view: RequestView) -> Int {
        guard view.request.period != nil else { return 0 }
        return dataset.sessions.indices.filter { placer.isDelivered[$0] && dataset.sessions[$0].end == nil }.count
    }
}

/// What all cells of a request have in common.
private struct CellShape {
    let request: ResolvedRequest
    let dimensions: [DimensionCodes]
    let figures: [FigurePlan]
    /// Whether the builder has a dimension of trainees.
    let hasTraineeSide: Bool

    /// The cell of a group.
    func cell(
        _ codes: [Int32], _ group: GroupFigures, _ withoutValidity: CellsWithoutValidity?
    ) -> Summary.Cell {
        let members = codes.indices.map { dimensions[$0].member(of: codes[$0]) }
        let isWithoutValidity = withoutValidity?.contains(members) == true
        let values = figures.indices.map { index in
            let measure = request.measures[index]
            return measure.isSessionSideOnly && hasTraineeSide || isWithoutValidity && measure.isOfCertificatesAlone
                ? .notApplicable : figures[index].value(in: group)
        }
        let bounds = figures.indices.map { values[$0] == .notApplicable ? nil : figures[$0].bounds(in: group) }
        return Summary.Cell(members: members, values: values, bounds: bounds.allSatisfy { $0 == nil } ? [] : bounds)
    }
}

/// The order of the members of each dimension, worked out where it is asked for.
private final class MemberOrders {
    private let placer: RecordPlacer
    private var known: [Int: [Int]] = [:]

    init(_ placer: RecordPlacer) { self.placer = placer }

    func ranks(ofDimension position: Int) -> [Int] {
        if let ranks = known[position] { return ranks }
        let ranks = placer.coded[position].ranks(in: placer.dataset)
        known[position] = ranks
        return ranks
    }
}
