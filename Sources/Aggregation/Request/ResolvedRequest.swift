import TrainingStats

/// A request whose names have been found in the catalogue and whose combination makes sense.
struct ResolvedRequest: Sendable {
    let dimensions: [Dimension]
    let rowCount: Int
    private(set) var measures: [Measure]
    let filters: [(dimension: Dimension, filter: Filter)]
    let period: Period?
    let today: CivilDate
    let totals: Bool
    let includesEmpty: Bool
    let kept: TopMembers?
    let extent: Extent

    /// Whether a trainee-side dimension is in the rows, columns or filters.
    let hasTraineeSide: Bool
    /// Whether a trainer dimension is in the rows, columns or filters.
    let hasTrainerSide: Bool
    /// Whether a dimension of evaluations is in the rows, columns or filters.
    let hasEvaluationSide: Bool
    /// Whether the profiles of persons and groups are looked at.
    let needsProfiles: Bool

    init(_ request: SummaryRequest, in catalogue: Catalogue) throws(RequestError) {
        dimensions = try (request.rows + request.columns).map(catalogue.requestedDimension)
        rowCount = request.rows.count
        measures = try request.measures.map { (id) throws(RequestError) in
            try catalogue.requestedMeasure(id).of(request.extent)
        }
        filters = try request.filters.map { (filter) throws(RequestError) in
            let dimension = try catalogue.requestedDimension(filter.dimension)
            try Self.requireGregorianYears(filter, of: dimension)
            return (dimension, filter)
        }
        period = request.period
        today = request.today
        totals = request.totals
        includesEmpty = request.includesEmpty
        kept = request.kept
        extent = request.extent
        let all = dimensions + filters.map(\.dimension)
        hasTraineeSide = all.contains { $0.side == .trainee }
        hasTrainerSide = all.contains { $0.side == .trainer }
        hasEvaluationSide = all.contains { $0.side == .evaluation }
        needsProfiles = hasTraineeSide || measures.contains { $0.aggregate.looksAtProfiles }
        for (index, dimension) in dimensions.enumerated()
        where dimensions[..<index].contains(where: { $0.id == dimension.id }) {
            throw .repeatedDimension(dimension.id)
        }
        try Self.requireEvaluations(measures, along: all, catalogue)
        guard let trainer = all.first(where: { $0.side == .trainer }) else { return }
        if let trainee = all.first(where: { $0.side == .trainee }) { throw .trainerAndTrainee(trainer.id, trainee.id) }
        if let measure = measures.first(where: { !$0.allowsTrainerDimensions }) {
            throw .trainerDimension(trainer.id, measure: measure.id, allowed: catalogue.measuresOnTrainers)
        }
    }

    /// Makes sure that dimensions of evaluations go with figures made of these alone, and that no answer is looked for by whom
    /// it is of.
    private static func requireEvaluations(
        _ measures: [Measure], along dimensions: [Dimension], _ catalogue: Catalogue
    ) throws(RequestError) {
        let ofEvaluations = dimensions.first { $0.side == .evaluation }
        if let ofEvaluations, let measure = measures.first(where: { !$0.isOfEvaluationsAlone }) {
            throw .evaluationDimension(ofEvaluations.id, measure: measure.id, allowed: catalogue.measuresOfEvaluations)
        }
        guard let ofTrainees = dimensions.first(where: { $0.side == .trainee }) else { return }
        if let name = measures.first(where: \.takesEvaluations)?.id ?? ofEvaluations?.id {
            throw .evaluationsByTrainee(ofTrainees.id, of: name)
        }
    }

    /// What several requests ask together; filters on sessions and periods, of which each has its own, are not in it.
    init(joining joined: JoinedRequest) {
        let first = joined.parts[0].request
        dimensions = joined.dimensions
        rowCount = joined.dimensions.count
        measures = joined.measures
        filters = first.filters.filter { $0.dimension.rule.codedEntity != .session }
        period = nil
        // What was delivered by an earlier day is delivered by the last one, too.
        today = joined.parts.map(\.request.today).max() ?? first.today
        totals = true
        includesEmpty = false
        kept = nil
        extent = first.extent
        hasTraineeSide = first.hasTraineeSide
        hasTrainerSide = first.hasTrainerSide
        hasEvaluationSide = first.hasEvaluationSide
        needsProfiles = joined.parts.contains { $0.request.needsProfiles }
    }

    /// Gives the tests on members in the measures their answers for a dataset.
    ///
    /// - Returns: Members that no record has.
    /// - Throws: ``RequestError`` for members that the dataset cannot have.
    mutating func bindMembers(
        to dataset: Dataset, profiles: [Profile], sharing lookups: inout SharedLookups
    ) throws(RequestError) -> [Filter] {
        var answers: [MemberTest: MemberAnswers] = [:]
        var unmatched: [Filter] = []
        for test in measures.flatMap(\.memberTests) where answers[test] == nil {
            let (found, missing) = try test.answers(on: dataset, profiles: profiles, sharing: &lookups)
            answers[test] = found
            if !missing.isEmpty { unmatched.append(Filter(dimension: test.dimension.id, members: missing)) }
        }
        guard !answers.isEmpty else { return [] }
        measures = measures.map { measure in
            measure.mapMembers { test in
                var bound = test
                bound.answers = answers[test]
                return bound
            }
        }
        return unmatched
    }

    /// Makes sure that no member of a filter on a Gregorian part of the calendar has a Hijri year.
    private static func requireGregorianYears(_ filter: Filter, of dimension: Dimension) throws(RequestError) {
        guard filter.choice != .containing, let kind = dimension.periodKind, !kind.isHijri else { return }
        for member in filter.members where PeriodExpression.kind(of: member) != nil {
            guard let year = Int(member.filter(\.isNumber).prefix(4)), HijriDate.years.contains(year) else { continue }
            throw .hijriMember(dimension: dimension.id, member: member)
        }
    }
}
