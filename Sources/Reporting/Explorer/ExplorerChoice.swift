import Aggregation
import Support

/// The measures and dimensions among which readers of an explorer choose.
///
/// Dimensions: state, topic, part of the calendar, sex and sector, which readers ask for most; the attributes that the dataset
/// declares, which it declares because they are asked for; then kind and delivery, and what the report has in its tables.
/// Measures: the key figures, then those of the tables of the report.
struct ExplorerChoice {
    /// The dimensions in the order in which they are taken while there is room.
    private(set) var dimensions: [Dimension] = []
    /// The measures.
    private(set) var measures: [Measure] = []
    /// What is known to be left out before any figure is computed.
    private(set) var omissions: [Omission] = []

    /// A dimension or measure that is left out.
    struct Omission {
        let heading: BilingualText
        let reason: ExplorerPhrase
    }

    /// How many dimensions an explorer has at most: each further one doubles the number of subtotals.
    static let mostDimensions = 7
    /// How many measures an explorer has at most.
    static let mostMeasures = 32

    private static let first = ["state", "topic"]
    private static let next = ["sex", "sector"]
    private static let last = ["kind", "delivery"]

    /// The choice for a report.
    init(_ definition: ReportDefinition, in scope: ReportScope) {
        let catalogue = scope.dataset.catalogue
        let tables = definition.parts.compactMap { if case .table(let table) = $0 { table } else { nil } }
        let named = tables.flatMap { $0.rows + $0.columns }.compactMap(catalogue.dimension)
        let time = named.first(where: \.isTime)?.id ?? "year"
        let own = catalogue.dimensions.filter(\.isOfDataset).map(\.id)
        let wanted =
            (Self.first + [time] + Self.next + own + Self.last).compactMap(catalogue.dimension)
            + named.filter { !$0.isTime }
        for dimension in wanted where !dimensions.contains(dimension) && !isOmitted(dimension.heading) {
            take(dimension, in: scope)
        }
        let usual = ReportCatalogue.keyMeasures(scope.dataset)
        let inTables = tables.flatMap(\.measures).compactMap { $0.measure(for: scope.dataset) }
        for measure in (usual + inTables).compactMap(catalogue.measure)
        where !measures.contains(where: { $0.id == measure.id }) && !isOmitted(measure.heading) {
            take(measure, in: scope)
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

    private func isOmitted(_ heading: BilingualText) -> Bool {
        omissions.contains { $0.heading == heading }
    }

    private mutating func take(_ dimension: Dimension, in scope: ReportScope) {
        if dimension.side == .trainer || dimension.side == .evaluation || dimension.isOfPersons
            || dimension.isOfCertificates
        {
            omissions.append(.init(heading: dimension.heading, reason: .onlyInTables))
        } else if dimensions.count == Self.mostDimensions {
            omissions.append(.init(heading: dimension.heading, reason: .manyDimensions))
        } else {
            dimensions.append(dimension)
        }
    }

    /// Certificates need a reading of their own and evaluations do not go with properties of trainees: they stay in their tables.
    private mutating func take(_ measure: Measure, in scope: ReportScope) {
        if measure.isOfCertificates || measure.takesEvaluations
            || !Self.isPossible(measure, along: dimensionsOfSessions, in: scope)
        {
            omissions.append(.init(heading: measure.heading, reason: .onlyInTables))
        } else if measures.count == Self.mostMeasures {
            omissions.append(.init(heading: measure.heading, reason: .manyMeasures))
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
