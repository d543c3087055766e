import TrainingStats

/// Which transforms of which measures are asked for: what has to be summed up for them, and the summary with them.
public struct TransformedRequest: Sendable {
    /// The request itself, with totals.
    private let shown: SummaryRequest
    /// Where comparisons find their base; nil where nothing is compared.
    private let base: ComparisonBase?
    /// What cumulative values need: a request for each of the ``periods``.
    private let upTo: [SummaryRequest]
    private let transforms: [Transform]
    private let keepsTotals: Bool
    private let isComplete: Bool
    private let calendar: CalendarSettings
    /// The time dimension: its place among all, and its kind.
    private let time: (index: Int, kind: PeriodKind)?
    /// The parts of the calendar in which a session of the dataset ends, or starts, in their order.
    private let periods: [Period]
    /// Those of them that the request's period holds days of.
    private let shownPeriods: [Period]

    /// What has to be summed up, in order.
    public var requests: [SummaryRequest] { [shown] + [base?.request].compactMap(\.self) + upTo }

    /// Transforms of every measure of a request.
    ///
    /// - Parameters:
    ///   - transforms: The transforms, each of every measure.
    ///   - request: The request for the measures.
    ///   - sessions: The days of the sessions of the dataset; only transforms along the calendar ask for them.
    ///   - deliveries: The days of the delivered ones.
    ///   - calendar: How years begin and are named.
    ///   - isComplete: Whether a cell that no record falls in has a value too, as in a cross-tabulation.
    ///   - catalogue: The catalogue that its names are of.
    /// - Throws: ``RequestError`` where a transform has no meaning for a measure or for the dimensions.
    public init(
        _ transforms: [Transform], of request: SummaryRequest, sessions: [SessionDays], deliveries: [SessionDays],
        calendar: CalendarSettings, isComplete: Bool, catalogue: Catalogue
    ) throws(RequestError) {
        self.transforms = transforms
        self.calendar = calendar
        self.isComplete = isComplete
        keepsTotals = request.totals
        let dimensions = try Self.checked(transforms, of: request, in: catalogue).dimensions
        var first = request
        first.totals = request.totals || !transforms.isEmpty
        shown = first
        guard let index = dimensions.firstIndex(where: \.isTime), let kind = dimensions[index].periodKind,
            let day = dimensions[index].periodDay, transforms.contains(where: \.needsTime)
        else {
            (time, periods, shownPeriods, base, upTo) = (nil, [], [], nil, [])
            return
        }
        time = (index, kind)
        func parts(_ sessions: [SessionDays]) -> [Period] {
            Set(sessions.compactMap { $0[day] }.map { kind.period(holding: $0, calendar) })
                .sorted { $0.first < $1.first }
        }
        periods = parts(sessions)
        shownPeriods = parts(
            sessions.filter { days in request.period.map { period in days.last.map(period.contains) ?? false } ?? true }
        )
        base =
            transforms.contains(where: \.isComparison)
            ? ComparisonBase(
                of: first, deliveries: deliveries, by: day, calendar: calendar, catalogue: catalogue)
            : nil
        guard transforms.contains(.cumulative) else {
            upTo = []
            return
        }
        // Up to each part of the calendar everything is summed up anew: distinct counts do not add up.
        let labels = shownPeriods.map(\.label)
        let id = dimensions[index].id
        upTo = labels.indices.map { last in
            var upTo = first
            upTo.rows.removeAll { $0 == id }
            upTo.columns.removeAll { $0 == id }
            upTo.filters.append(Filter(dimension: id, members: Array(labels[...last])))
            return upTo
        }
    }

    /// Finds out whether transforms have a meaning for a request on any dataset.
    ///
    /// - Throws: ``RequestError`` as the initialiser does.
    public static func validate(
        _ transforms: [Transform], of request: SummaryRequest, in catalogue: Catalogue
    ) throws(RequestError) {
        _ = try checked(transforms, of: request, in: catalogue)
    }

    private static func checked(
        _ transforms: [Transform], of request: SummaryRequest, in catalogue: Catalogue
    ) throws(RequestError) -> ResolvedRequest {
        let resolved = try ResolvedRequest(request, in: catalogue)
        for transform in transforms {
            if let measure = resolved.measures.first(where: { $0.derivedFrom == nil && !transform.applies(to: $0) }) {
                throw .meaninglessTransform(transform.rawValue, measure: measure.id)
            }
            if transform.needsTime, resolved.dimensions.count(where: \.isTime) != 1 {
                throw .transformNeedsTime(transform.rawValue)
            }
            if transform == .shareOfRow, request.columns.isEmpty {
                throw .transformNeeds(transform.rawValue, option: "columns")
            }
            if transform == .shareOfColumn, request.rows.isEmpty {
                throw .transformNeeds(transform.rawValue, option: "rows")
            }
        }
        return resolved
    }

    /// The summary of the request with the transforms behind each measure, made of the answers to ``requests``.
    package func summary<Failure: Error>(
        from answer: (SummaryRequest) throws(Failure) -> Summary
    ) throws(Failure) -> Summary {
        let base = try answer(shown)
        guard !transforms.isEmpty else { return base }
        var upTo: [[[Summary.Member]: Summary.Cell]] = []
        for request in self.upTo { upTo.append(TransformedValues.lookup(try answer(request))) }
        let earlier = try self.base.map { (base) throws(Failure) in
            (base: base, cells: TransformedValues.lookup(try answer(base.request)))
        }
        let values = TransformedValues(
            base, upTo: upTo, earlier: earlier, periods: periods, shownPeriods: shownPeriods, time: time,
            calendar: calendar)
        var cells = isComplete ? completed(base) : base.cells
        let ranks = transforms.contains(.rank) ? base.measures.indices.map { values.ranks(of: $0, in: cells) } : []
        /// What is made of an open figure is as open, and so is what is held against one.
        func bounds(of cell: Summary.Cell) -> [Summary.PersonBounds?] {
            let bounds = base.measures.indices.flatMap { measure in
                let own = cell.isOpen(measure) ? cell.bounds[measure] : nil
                return [own]
                    + transforms(of: base.measures[measure]).map {
                        own ?? values.boundsOfBase($0, of: measure, at: cell)
                    }
            }
            return bounds.contains { $0 != nil } ? bounds : []
        }
        func transformed(_ cell: Summary.Cell, _ place: Int?) -> Summary.Cell {
            Summary.Cell(
                members: cell.members,
                values: base.measures.indices.flatMap { measure in
                    [cell.values[measure]]
                        + transforms(of: base.measures[measure]).map { transform in
                            transform == .rank
                                ? place.map { ranks[measure][$0] } ?? .notApplicable
                                : values.value(transform, of: measure, at: cell)
                        }
                },
                bounds: bounds(of: cell))
        }
        cells = cells.enumerated().map { transformed($1, $0) }
        var summary = Summary(
            dimensions: base.dimensions, rowCount: base.rowCount,
            measures: base.measures.flatMap { measure in
                [measure] + transforms(of: measure).map { $0.shown(of: measure) }
            },
            cells: keepsTotals ? cells : cells.filter { !$0.members.contains(.total) },
            total: transformed(base.total, nil),
            coverage: zip(base.coverage, base.measures).flatMap { coverage, measure in
                [coverage] + transforms(of: measure).map { _ in nil }
            },
            reports: base.reports, followUps: base.followUps, undatedSessions: base.undatedSessions,
            unmatchedMembers: base.unmatchedMembers)
        summary.rates = base.rates
        summary.partCoverage = base.partCoverage
        summary.lacksEmptyRows = base.lacksEmptyRows
        summary.withoutValidity = base.withoutValidity
        summary.personDimensions = base.personDimensions
        return summary
    }

    /// The transforms of a measure; the ends of an interval have none.
    private func transforms(of measure: Measure) -> [Transform] {
        measure.derivedFrom == nil ? transforms : []
    }

    /// The cells with those that no record falls in, where rows and columns meet.
    private func completed(_ base: Summary) -> [Summary.Cell] {
        func distinct(_ keys: [[Summary.Member]]) -> [[Summary.Member]] {
            var seen: Set<[Summary.Member]> = []
            return keys.filter { seen.insert($0).inserted }
        }
        let known = TransformedValues.lookup(base)
        let columns = distinct(base.cells.map { Array($0.members.dropFirst(base.rowCount)) })
        return distinct(base.cells.map { Array($0.members.prefix(base.rowCount)) }).flatMap { row in
            columns.map { column in
                known[row + column]
                    ?? Summary.Cell(
                        members: row + column,
                        values: base.measures.map { base.absentValue(of: $0, at: row + column) }, bounds: [])
            }
        }
    }
}
