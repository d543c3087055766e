import Support

/// A figure of a condition: a measure, or a transform of one.
struct ConditionFigure: Sendable {
    let id: String
    let measure: Measure
    let transform: Transform?

    /// The figure of an identifier.
    init(_ id: String, in catalogue: Catalogue) throws(RequestError) {
        self.id = id
        if let measure = catalogue.measure(id) {
            (self.measure, transform) = (measure, nil)
            return
        }
        for transform in Transform.allCases where id.hasSuffix("-" + transform.rawValue) {
            guard let measure = catalogue.measure(String(id.dropLast(transform.rawValue.count + 1))) else { continue }
            (self.measure, self.transform) = (measure, transform)
            return
        }
        let known = catalogue.measures.map(\.id)
        let isProperty = catalogue.dimension(id) != nil || catalogue.numbers.contains { $0.name == id }
        throw isProperty ? .memberAsFigure(id, known: known) : .unknownMeasure(id, known: known)
    }

    /// Its heading.
    var heading: BilingualText { transform?.shown(of: measure).heading ?? measure.heading }

    /// Finds out whether whole rows of a request have such a figure.
    func validate(for request: SummaryRequest, in catalogue: Catalogue) throws(RequestError) {
        guard !request.rows.isEmpty else { throw .conditionWithoutRows(id) }
        if measure.isSessionSideOnly {
            let dimensions = request.rows + request.columns + request.filters.map(\.dimension)
            if let trainee = dimensions.first(where: { catalogue.dimension($0)?.side == .trainee }) {
                throw .meaninglessCondition(id, dimension: trainee)
            }
        }
        if transform?.needsTime == true,
            let time = request.columns.first(where: { catalogue.dimension($0)?.isTime == true })
        {
            throw .conditionOnColumns(id, dimension: time)
        }
    }
}
