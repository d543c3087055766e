import TrainingStats

/// What is to be summed up: measures by dimensions, under filters, for a period, as of a day.
public struct SummaryRequest: Hashable, Sendable {
    /// Identifiers of the dimensions in the rows.
    public var rows: [String]
    /// Identifiers of the dimensions in the columns.
    public var columns: [String]
    /// Identifiers of the measures.
    public var measures: [String]
    /// Filters, all of which must hold.
    public var filters: [Filter]
    /// The period in which sessions must end; nil for all time.
    public var period: Period?
    /// The reporting day.
    public var today: CivilDate
    /// Whether the members `_T` are wanted, in all combinations.
    public var totals: Bool
    /// The members that stay of a dimension, the others coming together as `_O`; nil where all stay.
    public var kept: LeadingMembers?

    /// A request given by its parts.
    public init(
        rows: [String] = [], columns: [String] = [], measures: [String], filters: [Filter] = [],
        period: Period? = nil, today: CivilDate, totals: Bool = false, kept: LeadingMembers? = nil
    ) {
        self.rows = rows
        self.columns = columns
        self.measures = measures
        self.filters = filters
        self.period = period
        self.today = today
        self.totals = totals
        self.kept = kept
    }

    /// Finds out whether the request makes sense on any dataset.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public func validate() throws(RequestError) { _ = try ResolvedRequest(self) }

    /// Finds out whether the request can be computed on a dataset, without computing it.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public func validate(on dataset: Dataset) throws(RequestError) {
        try validate(
            members: { $0.members(of: dataset) },
            canonical: { dimension, member in dimension.canonical(member, dataset) })
    }

    /// The same, where the members of a dimension (nil where they come from the records) and the code of a spelling
    /// are told by functions.
    package func validate(
        members knownMembers: (Dimension) -> [String]?, canonical: (Dimension, String) -> String
    ) throws(RequestError) {
        for (dimension, members) in try ResolvedRequest(self).filters {
            guard let known = knownMembers(dimension) else { continue }
            for member in members where member != "_U" {
                let code = canonical(dimension, member)
                guard known.contains(code) else {
                    throw .unknownMember(dimension: dimension.id, member: member, known: known)
                }
            }
        }
    }
}

/// The members of a dimension that stay as they are where its other known members come together as `_O`.
public struct LeadingMembers: Hashable, Sendable {
    /// Identifier of the dimension.
    public var dimension: String
    /// The members that stay; the unknown always does.
    public var members: Set<Summary.Member>

    /// Some members of a dimension.
    public init(dimension: String, members: Set<Summary.Member>) {
        self.dimension = dimension
        self.members = members
    }
}

/// Why a request cannot be computed.
public enum RequestError: Error, Hashable, Sendable {
    case unknownDimension(String)
    case unknownMeasure(String)
    /// The catalogue has the measure, and the engine cannot compute it.
    case unsupportedMeasure(String, reason: String)
    case unknownMember(dimension: String, member: String, known: [String])
    case repeatedDimension(String)
    case badFilter(String)
    case trainerDimension(String, measure: String)
    case trainerAndTrainee(String, String)
    case unknownTransform(String)
    case meaninglessTransform(String, measure: String)
    case transformNeedsTime(String)
    case transformNeeds(String, option: String)
    case noRate
    case meaninglessOrder(String, dimension: String)

    /// The misspelt name and the names that it could have been, where that is the trouble.
    public var misspelling: (text: String, candidates: [String])? {
        switch self {
        case .unknownDimension(let id): (id, Dimension.catalogue.map(\.id))
        case .unknownMeasure(let id): (id, Measure.catalogue.map(\.id))
        case .unknownMember(_, let member, let known): (member, known)
        case .unknownTransform(let id): (id, Transform.allCases.map(\.rawValue))
        case .unsupportedMeasure, .repeatedDimension, .badFilter, .trainerDimension, .trainerAndTrainee,
            .meaninglessTransform,
            .transformNeedsTime, .transformNeeds, .noRate, .meaninglessOrder:
            nil
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .unknownDimension(let id): "there is no dimension '\(id)'"
        case .unknownMeasure(let id): "there is no measure '\(id)'"
        case .unsupportedMeasure(let id, let reason): "the measure '\(id)' cannot be computed: \(reason)"
        case .unknownMember(let dimension, let member, _): "the dimension '\(dimension)' has no member '\(member)'"
        case .repeatedDimension(let id): "the dimension '\(id)' is asked for twice"
        case .badFilter(let text): "'\(text)' is not a filter; give DIMENSION=MEMBER[,MEMBER], such as state=KWT,QAT"
        case .trainerDimension(let dimension, let measure):
            "the trainer dimension '\(dimension)' goes with \(Measure.onTrainers.joined(separator: ", ")) alone, "
                + "not with '\(measure)'"
        case .unknownTransform(let id):
            "there is no transform '\(id)'; there are \(Transform.allCases.map(\.rawValue).joined(separator: ", "))"
        case .meaninglessTransform(let transform, let measure):
            "'\(transform)' of '\(measure)' has no meaning: it is a rate or a mean"
        case .transformNeedsTime(let transform):
            "'\(transform)' looks from one part of the calendar to the next: give one time dimension, such as year"
        case .transformNeeds(let transform, let option): "'\(transform)' has no meaning in a table without \(option)"
        case .noRate: "no measure is a rate of counted cases, such as completion-rate or pass-rate, and has an interval"
        case .meaninglessOrder(let measure, let dimension):
            "'\(measure)' orders no rows here: with the trainee dimension '\(dimension)' it has no value"
        case .trainerAndTrainee(let trainer, let trainee):
            "the trainer dimension '\(trainer)' cannot be combined with the trainee dimension '\(trainee)'"
        }
    }
}

/// A request whose names have been found in the catalogue and whose combination makes sense.
struct ResolvedRequest: Sendable {
    let dimensions: [Dimension]
    let rowCount: Int
    let measures: [Measure]
    let filters: [(dimension: Dimension, members: [String])]
    let period: Period?
    let today: CivilDate
    let totals: Bool
    let kept: LeadingMembers?

    /// Whether a trainee-side dimension is in the rows, columns or filters.
    let hasTraineeSide: Bool
    /// Whether a trainer dimension is in the rows, columns or filters.
    let hasTrainerSide: Bool
    /// Whether the profiles of persons and groups are looked at.
    let needsProfiles: Bool

    init(_ request: SummaryRequest) throws(RequestError) {
        dimensions = try (request.rows + request.columns).map(Self.dimension)
        rowCount = request.rows.count
        measures = try request.measures.map { (id) throws(RequestError) in
            try Measure.requested(id)
        }
        filters = try request.filters.map { (filter) throws(RequestError) in
            (try Self.dimension(filter.dimension), filter.members)
        }
        period = request.period
        today = request.today
        totals = request.totals
        kept = request.kept
        let all = dimensions + filters.map(\.dimension)
        hasTraineeSide = all.contains { $0.side == .trainee }
        hasTrainerSide = all.contains { $0.side == .trainer }
        needsProfiles = hasTraineeSide || measures.contains { $0.aggregate.looksAtProfiles }
        for (index, dimension) in dimensions.enumerated()
        where dimensions[..<index].contains(where: { $0.id == dimension.id }) {
            throw .repeatedDimension(dimension.id)
        }
        guard let trainer = all.first(where: { $0.side == .trainer }) else { return }
        if let trainee = all.first(where: { $0.side == .trainee }) { throw .trainerAndTrainee(trainer.id, trainee.id) }
        if let measure = measures.first(where: { !$0.goesWithTrainers }) {
            throw .trainerDimension(trainer.id, measure: measure.id)
        }
    }

    private static func dimension(_ id: String) throws(RequestError) -> Dimension {
        guard let dimension = Dimension.named(id) else { throw .unknownDimension(id) }
        return dimension
    }
}
