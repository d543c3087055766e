import Support

/// A condition on figures, such as `fill-rate<0.5 and sessions>=3`.
public indirect enum FigureCondition: Hashable, Sendable {
    /// A figure is held against a number.
    case comparison(Comparison)
    /// All of these hold.
    case all([FigureCondition])
    /// One of these holds.
    case any([FigureCondition])

    /// A figure and what it is held against.
    public struct Comparison: Hashable, Sendable {
        /// The identifier of a measure, or of a transform of one: `trainees`, `trainees-share`.
        public let figure: String
        /// How they are held against each other.
        public let relation: Relation
        /// The number.
        public let number: ExactDecimal
        /// The number as it was written: `0.5`, `50%`.
        public let written: String
    }

    /// How a figure is held against a number; the raw value is the sign.
    public enum Relation: String, Hashable, Sendable, CaseIterable {
        case less = "<"
        case atMost = "<="
        case greater = ">"
        case atLeast = ">="
        case equal = "="
        case different = "!="

        fileprivate func holds<Number: Comparable>(_ left: Number, _ right: Number) -> Bool {
            switch self {
            case .less: left < right
            case .atMost: left <= right
            case .greater: left > right
            case .atLeast: left >= right
            case .equal: left == right
            case .different: left != right
            }
        }
    }

    /// The identifiers of its figures, in their order.
    package var figures: [String] {
        switch self {
        case .comparison(let comparison): [comparison.figure]
        case .all(let conditions), .any(let conditions): conditions.flatMap(\.figures)
        }
    }

    /// Makes sure that a catalogue has all figures but some that are looked after elsewhere, and transforms of these.
    ///
    /// - Throws: ``RequestError`` for the first that it does not have.
    package func checkNames(in catalogue: Catalogue, besides others: Set<String>) throws(RequestError) {
        let known = others.union(others.flatMap { other in Transform.allCases.map { $0.identifier(of: other) } })
        for figure in figures where !known.contains(figure) { _ = try ConditionFigure(figure, in: catalogue) }
    }

    /// Whether it holds for figures; what is not known or not applicable meets no comparison.
    package func holds(for value: (_ figure: String) -> Value?) -> Bool {
        switch self {
        case .comparison(let comparison): value(comparison.figure)?.meets(comparison) ?? false
        case .all(let conditions): conditions.allSatisfy { $0.holds(for: value) }
        case .any(let conditions): conditions.contains { $0.holds(for: value) }
        }
    }
}

extension Value {
    /// Whether it has a number that meets a comparison.
    fileprivate func meets(_ comparison: FigureCondition.Comparison) -> Bool {
        switch self {
        case .count(let count): comparison.relation.holds(ExactDecimal(count), comparison.number)
        case .decimal(let decimal): comparison.relation.holds(decimal, comparison.number)
        case .real(let real): comparison.relation.holds(real, comparison.number.double)
        case .unknown, .notApplicable: false
        }
    }
}
