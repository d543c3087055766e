/// The measures and dimensions that requests on a dataset can name.
///
/// Requests, filters and definitions hold identifiers. Whoever finds out what they mean has the catalogue in hand: it is made
/// when the description of a dataset has been read, and ``builtIn`` stands where there is none.
public struct Catalogue: Hashable, Sendable {
    /// The measures, in the order in which people see them.
    public let measures: [Measure]
    /// The dimensions, in the order in which people see them.
    public let dimensions: [Dimension]
    /// The numbers that records state in columns which the dataset declares, for measures of its own.
    package let numbers: [OwnNumber]
    /// The ends of the intervals of those measures that are rates.
    let intervals: [Measure]

    /// A catalogue of some measures and dimensions.
    package init(measures: [Measure], dimensions: [Dimension], numbers: [OwnNumber] = []) {
        self.measures = measures
        self.dimensions = dimensions
        self.numbers = numbers
        intervals = measures.flatMap(\.intervalEnds)
    }

    /// What every dataset has.
    public static let builtIn = Catalogue(measures: Measure.builtIn, dimensions: Dimension.builtIn)

    /// The measure of an identifier, or the end of an interval; nil if there is none.
    public func measure(_ id: String) -> Measure? {
        measures.first { $0.id == id } ?? intervals.first { $0.id == id }
    }

    /// The dimension of an identifier, or nil.
    public func dimension(_ id: String) -> Dimension? {
        dimensions.first { $0.id == id }
    }

    /// The identifiers that no attribute of a dataset can have: those of columns of tables.
    package var takenNames: [String] {
        let transforms = Transform.allCases.flatMap { transform in measures.map { transform.identifier(of: $0.id) } }
        let names = dimensions.map { $0.id + Dimension.endingOfNames }
        return measures.map(\.id) + intervals.map(\.id) + transforms + dimensions.map(\.id) + names
    }

    /// The identifiers of the measures that can be broken down by a trainer dimension.
    public var measuresOnTrainers: [String] { measures.filter(\.allowsTrainerDimensions).map(\.id) }

    /// Those of some measures that are shown in percent and have no interval, since they are one figure over another.
    package func sharesWithoutInterval(_ ids: [String]) -> [String] {
        ids.filter { measure($0)?.isShareWithoutInterval == true }
    }

    /// The identifiers of the measures that can be broken down by a dimension of evaluations.
    var measuresOfEvaluations: [String] { measures.filter(\.isOfEvaluationsAlone).map(\.id) }

    /// Identifiers of measures with those of the interval of each rate behind it.
    public func withIntervals(_ ids: [String]) -> [String] {
        ids.flatMap { id in [id] + (measure(id)?.intervalEnds.map(\.id) ?? []) }
    }
}

extension Catalogue {
    /// The same catalogue with more measures behind its own.
    package func adding(_ more: [Measure]) -> Catalogue {
        Catalogue(measures: measures + more, dimensions: dimensions, numbers: numbers)
    }

    /// The dimension of an identifier, as a request may ask for it.
    ///
    /// - Throws: ``RequestError`` if there is none.
    package func requestedDimension(_ id: String) throws(RequestError) -> Dimension {
        guard let dimension = dimension(id) else {
            if numbers.contains(where: { $0.name == id }) { throw .numberWithoutBands(id) }
            throw .unknownDimension(id, known: dimensions.map(\.id))
        }
        return dimension
    }

    /// The measure of an identifier, as a request may ask for it.
    ///
    /// - Throws: ``RequestError`` if there is none, or if the engine cannot compute it.
    package func requestedMeasure(_ id: String) throws(RequestError) -> Measure {
        guard let measure = measure(id) else { throw .unknownMeasure(id, known: measures.map(\.id)) }
        return try measure.supported()
    }
}
