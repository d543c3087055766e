import Support
import TrainingStats

/// A statistic: one entry of the catalogue.
public struct Measure: Sendable {
    /// Along which dimensions cells add up to their total.
    public enum Additivity: String, Sendable {
        /// Along all.
        case everywhere = "yes"
        /// Along session, course and time dimensions.
        case onSessions = "over session, course and time dimensions"
        /// Along none.
        case nowhere = "no"
    }

    /// How a value is shown.
    public enum Format: Hashable, Sendable {
        /// A whole number.
        case count
        /// A fraction, in percent.
        case share
        /// A number with so many digits after the point.
        case number(places: Int)
        /// An amount of the dataset's currency.
        case money
    }

    /// What the engine has to collect for it.
    struct Ingredients: OptionSet, Sendable {
        let rawValue: UInt16
        static let hours = Ingredients(rawValue: 1)
        static let cost = Ingredients(rawValue: 2)
        static let preScores = Ingredients(rawValue: 4)
        static let postScores = Ingredients(rawValue: 8)
        static let gains = Ingredients(rawValue: 16)
        static let normalisedGains = Ingredients(rawValue: 32)
        static let ratings = Ingredients(rawValue: 64)
        static let postScoreCounts = Ingredients(rawValue: 128)
        static let persons = Ingredients(rawValue: 256)
        static let institutions = Ingredients(rawValue: 512)
        static let sessions = Ingredients(rawValue: 1024)
        static let population = Ingredients(rawValue: 2048)
        static let planned = Ingredients(rawValue: 4096)
        static let cancelled = Ingredients(rawValue: 8192)
        /// Squares beside sums, for deviations.
        static let squares = Ingredients(rawValue: 16384)
    }

    /// Identifier: `completion-rate`.
    public let id: String
    /// Heading of its column.
    public let heading: BilingualText
    /// What it is, one or two sentences.
    public let definition: BilingualText
    /// Where the definition comes from; nil where it is this project's own.
    public let source: String?
    /// Along which dimensions it adds up.
    public let additivity: Additivity
    /// How a value is shown.
    public let format: Format
    let ingredients: Ingredients
    /// Whether it has no meaning where a trainee-side dimension is involved.
    let isSessionSideOnly: Bool
    /// The records that it is made of.
    public let basis: RecordBasis
    let evaluate: @Sendable (Figures) -> Value
    /// Of a rate of cases among cases: both numbers.
    let proportion: (@Sendable (Figures) -> Proportion)?
    /// Identifier of the measure that it is a transform or an end of the interval of; nil of a measure of its own.
    public internal(set) var base: String?
    /// How many records state what the measure sums or averages, of those that could.
    let coverage: (@Sendable (Figures) -> Coverage)?

    init(
        _ id: String, _ heading: BilingualText, _ definition: BilingualText,
        source: String? = nil, additivity: Additivity = .nowhere,
        format: Format = .count, needs ingredients: Ingredients = [], isSessionSideOnly: Bool = false,
        basis: RecordBasis,
        coverage: (@Sendable (Figures) -> Coverage)? = nil, evaluate: @escaping @Sendable (Figures) -> Value
    ) {
        self.id = id
        self.heading = heading
        self.definition = definition
        self.source = source
        self.additivity = additivity
        self.format = format
        self.ingredients = ingredients
        self.isSessionSideOnly = isSessionSideOnly
        self.coverage = coverage
        self.basis = basis
        self.evaluate = evaluate
        proportion = nil
    }

    /// A rate of cases among cases.
    init(
        _ id: String, _ heading: BilingualText, _ definition: BilingualText, needs ingredients: Ingredients = [],
        basis: RecordBasis, coverage: (@Sendable (Figures) -> Coverage)? = nil,
        proportion: @escaping @Sendable (Figures) -> Proportion
    ) {
        self.id = id
        self.heading = heading
        self.definition = definition
        source = nil
        additivity = .nowhere
        format = .share
        self.ingredients = ingredients
        isSessionSideOnly = false
        self.coverage = coverage
        self.basis = basis
        self.proportion = proportion
        evaluate = {
            let cases = proportion($0)
            return .ratio(cases.part, cases.whole)
        }
    }

    /// Whether cells add up along a dimension when all dimensions of the request are as given.
    public func isAdditive(along dimension: Dimension, in dimensions: [Dimension]) -> Bool {
        switch additivity {
        case .everywhere: return true
        case .nowhere: return false
        case .onSessions:
            return dimension.side != .trainer && !dimensions.contains { $0.side == .trainee }
        }
    }

    /// Whether it counts distinct persons, or is made of such a count: where there are headcounts too, the true figure is
    /// not known.
    public var countsPersons: Bool {
        ingredients.contains(.persons) || base.flatMap(Self.named)?.countsPersons == true
    }

    /// The entry of an identifier, or nil.
    public static func named(_ id: String) -> Measure? {
        catalogue.first { $0.id == id } ?? intervals.first { $0.id == id }
    }
}

/// How many records state a value, of those that could.
public struct Coverage: Hashable, Sendable {
    /// Records that state it.
    public let stated: Int
    /// Records that could.
    public let applicable: Int
}
