import TrainingStats

/// Requests that one builder answers together: records fall in the same cells for all of them, and each has groups of these.
///
/// They ask about the same persons; each may ask about other sessions, other dimensions and other measures. Where nothing but
/// delivered sessions counts, each may ask as of a day of its own: what was delivered by then is its scope.
struct JoinedRequest: Sendable {
    /// One of the requests.
    struct Part: Sendable {
        /// Its place among all requests.
        let position: Int
        let request: ResolvedRequest
        let scope: SessionScope
        let unmatchedMembers: [Filter]
        let tellsGaps: Bool
    }

    /// What requests must have in common to be joined.
    struct Key: Hashable {
        let filters: [Filter]
        /// The reporting day; nil where it says nothing but which sessions are delivered.
        let today: CivilDate?
        let extent: Extent
        let sides: [Bool]
        /// The dimensions of rows of participations, and of answers, which say whose cells there are.
        let ofRows: Set<String>
        let usesAge: Bool
        let takesEvaluations: Bool
        /// Whether it asks for quantiles: a cell keeps all values then, so that there should be no more cells than are asked
        /// for.
        let asksForQuantiles: Bool
        /// The measures of sessions that were not delivered, which make cells.
        let undelivered: Set<String>
    }

    /// The most cells that joining may lead to: what is kept of them should stay near to the processor.
    static let mostCells = 1 << 13

    private(set) var parts: [Part]
    private(set) var dimensions: [Dimension]
    private(set) var measures: [Measure]
    private(set) var scopes: [SessionScope]

    init(_ part: Part) {
        parts = [part]
        dimensions = part.request.dimensions
        measures = []
        scopes = [part.scope]
        addMeasures(of: part)
    }

    /// Whether any of the requests asks what records leave open of a measure.
    func tellsGaps(of measure: Measure) -> Bool {
        parts.contains { part in part.tellsGaps && part.request.measures.contains { $0.id == measure.id } }
    }

    /// The same with one more request.
    func adding(_ part: Part) -> JoinedRequest {
        var joined = self
        joined.parts.append(part)
        joined.dimensions += part.request.dimensions.filter { own in !dimensions.contains { $0.id == own.id } }
        if !scopes.contains(part.scope) { joined.scopes.append(part.scope) }
        joined.addMeasures(of: part)
        return joined
    }

    private mutating func addMeasures(of part: Part) {
        for measure in part.request.measures where !measures.contains(where: { $0.id == measure.id }) {
            measures.append(measure)
        }
    }

    /// How many cells there can be at most, where the number of members of a dimension is told by a function.
    func mostCells(sessions: Int, members: (Dimension) -> Int) -> Int {
        var (ofSessions, others) = (scopes.count == 1 ? 1 : scopes.count + 1, 1)
        for dimension in dimensions {
            if dimension.rule.codedEntity == .session {
                ofSessions = min(sessions, ofSessions.multipliedClamped(by: members(dimension) + 1))
            } else {
                others = others.multipliedClamped(by: members(dimension) + 1)
            }
        }
        return max(ofSessions, 1).multipliedClamped(by: others)
    }

    /// Joins requests that have a key in common.
    ///
    /// Those of the most cells come first. One that needs no other cells than are there is joined in any case, another where
    /// there are not too many cells then.
    static func joining(_ parts: [Part], size: (JoinedRequest) -> Int) -> [JoinedRequest] {
        let sized = parts.map { (part: $0, size: size(JoinedRequest($0))) }
        let sorted = sized.enumerated().sorted {
            ($1.element.size, $0.offset) < ($0.element.size, $1.offset)
        }
        var joined: [(request: JoinedRequest, size: Int)] = []
        for (part, own) in sorted.map(\.element) {
            var best: (index: Int, request: JoinedRequest, size: Int)?
            for (index, candidate) in joined.enumerated() {
                let together = candidate.request.adding(part)
                let sum = size(together)
                guard sum <= max(candidate.size, mostCells), best.map({ sum - candidate.size < $0.size }) ?? true
                else { continue }
                best = (index, together, sum - candidate.size)
            }
            if let best {
                joined[best.index] = (best.request, size(best.request))
            } else {
                joined.append((JoinedRequest(part), own))
            }
        }
        return joined.map(\.request)
    }
}

extension JoinedRequest.Part {
    /// A request, held against the kept tables of a dataset.
    ///
    /// - Throws: ``RequestError`` for members that the dataset cannot have.
    init(
        _ request: SummaryRequest, _ resolved: ResolvedRequest, at position: Int, on dataset: Dataset,
        sharing lookups: inout SharedLookups
    ) throws(RequestError) {
        var bound = resolved
        let profiles = resolved.needsProfiles ? lookups.profiles(of: dataset) : []
        var unmatched = try bound.bindMembers(to: dataset, profiles: profiles, sharing: &lookups)
        for filter in resolved.filters {
            let found = try lookups.admitted(
                by: filter.filter, extent: resolved.extent, in: dataset, profiles: profiles)
            if let missing = found.unmatched { unmatched.append(missing) }
        }
        let ofSessions = resolved.filters.filter { $0.dimension.rule.codedEntity == .session }
        self.init(
            position: position, request: bound,
            scope: SessionScope(
                period: resolved.period, filters: ofSessions.map(\.filter),
                deliveredBy: resolved.dependsOnDay ? nil : resolved.today),
            unmatchedMembers: unmatched, tellsGaps: request.tellsGaps)
    }

    /// What it has in common with those it may be joined with; nil where it has a builder of its own.
    ///
    /// Rows without records, members that come together as the rest, certificates and follow-ups are asked of one scope and its
    /// dimensions alone.
    static func key(
        of request: SummaryRequest, _ resolved: ResolvedRequest
    ) -> JoinedRequest.Key? {
        guard !resolved.includesEmpty, resolved.kept == nil,
            !resolved.measures.contains(where: { $0.takesFollowUps || $0.isOfCertificates })
        else { return nil }
        let filters = resolved.filters.filter { $0.dimension.rule.codedEntity != .session }
        let dimensions = resolved.dimensions + filters.map(\.dimension)
        return JoinedRequest.Key(
            filters: filters.map(\.filter), today: resolved.dependsOnDay ? resolved.today : nil,
            extent: resolved.extent,
            sides: [resolved.hasTraineeSide, resolved.hasTrainerSide, resolved.hasEvaluationSide],
            ofRows: Set(resolved.dimensions.filter(\.isOfRows).map(\.id)),
            usesAge: dimensions.contains { $0.rule.codedEntity == .age },
            takesEvaluations: resolved.measures.contains(where: \.takesEvaluations),
            asksForQuantiles: resolved.measures.contains(where: \.aggregate.isQuantile),
            undelivered: Set(resolved.measures.filter(\.reachesUndelivered).map(\.id)))
    }
}

extension ResolvedRequest {
    /// Whether the reporting day says more than which sessions are delivered.
    fileprivate var dependsOnDay: Bool {
        let dimensions = dimensions + filters.map(\.dimension)
        return measures.contains(where: \.reachesUndelivered) || dimensions.contains(where: \.isOfCertificates)
    }
}

extension Dimension {
    /// Whether it is a property of rows of participations, or of answers.
    fileprivate var isOfRows: Bool { if case .row = rule.codedEntity { true } else { false } }
}

extension Aggregate {
    /// Whether it is a quantile, or made of one.
    fileprivate var isQuantile: Bool {
        switch self {
        case .quantile: true
        case .ratio(let upper, over: let lower): upper.isQuantile || lower.isQuantile
        case .difference(let upper, minus: let lower): upper.isQuantile || lower.isQuantile
        case .per(_, let figure, _): figure.isQuantile
        case .count, .sum, .mean, .deviation, .distinct, .persons, .share, .intervalEnd: false
        }
    }
}

extension Int {
    /// The product, or the greatest number if there is none.
    fileprivate func multipliedClamped(by other: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}
