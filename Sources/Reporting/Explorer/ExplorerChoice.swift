import Aggregation
import Support

/// The measures and dimensions among which readers of an explorer choose.
///
/// Dimensions: state, topic, part of the calendar, sex and sector, which readers ask for most; the attributes that the dataset
/// declares, which it declares because they are asked for; then kind and delivery, and what the report has in its tables.
/// Measures: the key figures, then those of the tables of the report.
struct ExplorerChoice {
    /// The dimensions for which there is room.
    private(set) var dimensions: [Dimension] = []
    /// Further dimensions in the order in which they are taken while there is room.
    private(set) var candidates: [Dimension] = []
    /// The measures.
    private(set) var measures: [Measure] = []
    /// What is left out.
    private(set) var omissions: [Omission] = []

    /// A dimension or measure that is left out.
    struct Omission {
        let heading: BilingualText
        let reason: BilingualText

        init(_ heading: BilingualText, _ reason: ExplorerPhrase) {
            self.heading = heading
            self.reason = reason.text
        }

        init(_ heading: BilingualText, unmet need: Need) {
            self.heading = heading
            reason = need.unmetReason.text
        }
    }

    /// How many dimensions an explorer has at most: each further one doubles the number of subtotals.
    static let mostDimensions = 7
    /// How many measures an explorer has at most.
    static let mostMeasures = 32

    private static let first = ["state", "topic"]
    private static let second = ["sex", "sector"]
    private static let third = ["kind", "delivery"]

    /// All that readers of a report may want; ``keepTelling(_:)`` and ``take(where:)`` decide among the dimensions.
    init(_ definition: ReportDefinition, in scope: ReportScope) {
        let catalogue = scope.dataset.catalogue
        let tables = definition.parts.compactMap { if case .table(let table) = $0 { table } else { nil } }
        let named = tables.flatMap { $0.rows + $0.columns }.compactMap(catalogue.dimension)
        let time = named.first(where: \.isTime)?.id ?? "year"
        let own = catalogue.dimensions.filter(\.isOfDataset).map(\.id)
        let wanted =
            (Self.first + [time] + Self.second + own + Self.third).compactMap(catalogue.dimension)
            + named.filter { !$0.isTime }
        for dimension in wanted where !candidates.contains(dimension) && !isOmitted(dimension.heading) {
            take(dimension)
        }
        let usual = ReportCatalogue.keyMeasures(scope.dataset).map { (choice: MeasureChoice($0), needs: [Need]()) }
        let inTables = tables.flatMap { table in table.measures.map { (choice: $0, needs: table.needs) } }
        for (choice, needs) in usual + inTables where needs.allSatisfy(scope.dataset.has) {
            if let measure = choice.measure(for: scope.dataset).flatMap(catalogue.measure) { take(measure, in: scope) }
        }
        for (choice, needs) in inTables {
            let unmet = ([choice.need].compactMap(\.self) + needs).first { !scope.dataset.has($0) }
            guard let unmet, let measure = catalogue.measure(choice.measure), !isTaken(measure) else { continue }
            omissions.append(.init(measure.heading, unmet: unmet))
        }
    }

    /// The dimensions that are no property of trainees.
    var dimensionsOfSessions: [Dimension] { dimensions.filter { $0.side != .trainee } }

    /// The measures of sessions that were delivered, or of others too; these make cells where nothing was delivered.
    func measures(ofPlans: Bool) -> [Measure] { measures.filter { $0.reachesUndelivered == ofPlans } }

    /// Those of the measures that have a meaning along dimensions.
    func measures(along dimensions: [Dimension], in scope: ReportScope) -> [Measure] {
        measures.filter { Self.isPossible($0, along: dimensions, in: scope) }
    }

    /// The dimensions that are tried next: as many as are missing, and some more in case that there is no room for these.
    var next: [Dimension] { Array(candidates.prefix(max(3, Self.mostDimensions - dimensions.count))) }

    /// Leaves out the dimensions that do not tell records apart, by the members that records have.
    mutating func keepTelling(_ members: (Dimension) throws(UnansweredRequest) -> Set<Summary.Member>)
        throws(UnansweredRequest)
    {
        var telling: [Dimension] = []
        for dimension in candidates {
            let known = try members(dimension)
            if known.count > 1 {
                telling.append(dimension)
            } else {
                omissions.append(.init(dimension.heading, known == [.unknown] ? .notStated : .sameMember))
            }
        }
        candidates = telling
    }

    /// Takes those of the ``next`` dimensions for which there is room; when there are ``mostDimensions``, all others are left out.
    mutating func take(where hasRoom: (Dimension) -> Bool) {
        for dimension in next where dimensions.count < Self.mostDimensions {
            candidates.removeFirst()
            if hasRoom(dimension) {
                dimensions.append(dimension)
            } else {
                omissions.append(.init(dimension.heading, .tooLarge))
            }
        }
        guard dimensions.count == Self.mostDimensions else { return }
        omissions += candidates.map { Omission($0.heading, .manyDimensions) }
        candidates = []
    }

    private func isOmitted(_ heading: BilingualText) -> Bool {
        omissions.contains { $0.heading == heading }
    }

    private func isTaken(_ measure: Measure) -> Bool {
        measures.contains { $0.id == measure.id } || isOmitted(measure.heading)
    }

    private mutating func take(_ dimension: Dimension) {
        if dimension.side == .trainer || dimension.side == .evaluation || dimension.isOfPersons
            || dimension.isOfCertificates
        {
            omissions.append(.init(dimension.heading, .onlyInTables))
        } else {
            candidates.append(dimension)
        }
    }

    /// Certificates need a reading of their own and evaluations do not go with properties of trainees: they stay in their tables.
    private mutating func take(_ measure: Measure, in scope: ReportScope) {
        guard !isTaken(measure) else { return }
        if measure.isOfCertificates || measure.takesEvaluations
            || !Self.isPossible(measure, along: candidates.filter { $0.side != .trainee }, in: scope)
        {
            omissions.append(.init(measure.heading, .onlyInTables))
        } else if measures.count == Self.mostMeasures {
            omissions.append(.init(measure.heading, .manyMeasures))
        } else {
            measures.append(measure)
        }
    }

    private static func isPossible(_ measure: Measure, along dimensions: [Dimension], in scope: ReportScope) -> Bool {
        let request = scope.context.request(rows: dimensions.map(\.id), [measure.id])
        do throws(RequestError) {
            try request.validate(in: scope.dataset.catalogue)
            return true
        } catch {
            return false
        }
    }
}

extension Dimension {
    /// Whether the dataset declares it.
    fileprivate var isOfDataset: Bool { if case .attribute = rule { true } else { false } }
}
