import Support
import TrainingStats

/// A statistic: one entry of the catalogue.
///
/// What it is made of stands in ``aggregate`` as data. The kernel, the records behind a figure, coverage and additivity
/// are derived from that, so that they cannot part ways.
public struct Measure: Hashable, Sendable {
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

    /// Identifier: `completion-rate`.
    public let id: String
    /// Heading of its column.
    public let heading: BilingualText
    /// What it is, one or two sentences.
    public let definition: BilingualText
    /// Where the definition comes from; nil where it is this project's own.
    public let source: String?
    /// How a value is shown.
    public let format: Format
    /// Which way it is to go.
    public let direction: Direction
    /// How records make it.
    package internal(set) var aggregate: Aggregate
    /// When it is unknown though it could be worked out; nil if never.
    var unknown: UnknownRule?
    /// The conditions that those of its base meet of whom it is known whether they are cases; of a share, else none.
    var knowing: [Condition]
    /// Of how many records a mean or share must be to be given: it is unknown of fewer; nil if it is always given.
    public let fewest: Int?
    /// Whether it can be broken down by a trainer dimension.
    public let allowsTrainerDimensions: Bool
    /// Identifier of the measure that it is a transform or an end of the interval of; nil of a measure of its own.
    public let derivedFrom: String?
    /// What its heading says behind that of the measure that it is derived from; nil of a measure of its own.
    package let derivation: BilingualText?

    /// An entry.
    ///
    /// - Parameters:
    ///   - id: Identifier.
    ///   - heading: Heading of its column.
    ///   - definition: What it is, one or two sentences.
    ///   - source: Where the definition comes from; nil where it is this project's own.
    ///   - format: How a value is shown.
    ///   - direction: Which way it is to go; that of its aggregate unless given.
    ///   - aggregate: How records make it.
    ///   - unknown: When it is unknown though it could be worked out.
    ///   - fewest: Of how many records a mean or share must be to be given.
    ///   - allowsTrainerDimensions: Whether it can be broken down by a trainer dimension.
    ///   - derivedFrom: Identifier of the measure that it is derived from.
    ///   - derivation: What its heading says behind that of this measure.
    init(
        _ id: String, heading: BilingualText, definition: BilingualText, source: String? = nil,
        format: Format = .count, direction: Direction? = nil, _ aggregate: Aggregate, unknown: UnknownRule? = nil,
        fewest: Int? = nil, allowsTrainerDimensions: Bool = false, derivedFrom: String? = nil,
        derivation: BilingualText? = nil
    ) {
        self.id = id
        self.heading = heading
        self.definition = definition
        self.source = source
        self.format = format
        self.direction = direction ?? aggregate.usualDirection
        self.aggregate = aggregate
        self.unknown = unknown
        knowing = derivedFrom == nil ? Self.knowing(aggregate.dimensionsOfCases) : []
        self.fewest = fewest
        self.allowsTrainerDimensions = allowsTrainerDimensions
        self.derivedFrom = derivedFrom
        self.derivation = derivation
    }
}
