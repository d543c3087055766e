import TrainingStats

/// What can be made of a measure's values once they are there; a transform's name is its raw value.
public enum Transform: String, Sendable, CaseIterable {
    case share
    case shareOfRow = "share-of-row"
    case shareOfColumn = "share-of-column"
    case change
    case changePercent = "change-percent"
    case changeOnYear = "change-on-year"
    case changeOnYearPercent = "change-on-year-percent"
    case cumulative, rank

    /// Whether it holds a value against an earlier one.
    var isComparison: Bool {
        switch self {
        case .change, .changePercent, .changeOnYear, .changeOnYearPercent: true
        case .share, .shareOfRow, .shareOfColumn, .cumulative, .rank: false
        }
    }

    /// Whether it looks along the calendar.
    var needsTime: Bool { isComparison || self == .cumulative }

    /// How many parts of the calendar earlier its base is, in a table by parts of a kind; nil where it has none.
    func stepsBack(by kind: PeriodKind) -> Int? {
        switch self {
        case .change, .changePercent: 1
        case .changeOnYear, .changeOnYearPercent: kind.partsOfYear
        case .share, .shareOfRow, .shareOfColumn, .cumulative, .rank: nil
        }
    }

    /// The dimensions over which its shares are parts of one whole, given how many are in the rows and how many there are;
    /// nil if it is no share.
    package func dimensionsOfWhole(rows: Int, of count: Int) -> Range<Int>? {
        switch self {
        case .share: 0..<count
        case .shareOfRow: rows..<count
        case .shareOfColumn: 0..<rows
        case .change, .changePercent, .changeOnYear, .changeOnYearPercent, .cumulative, .rank: nil
        }
    }

    /// The transform whose values a measure has; nil of any other measure.
    package init?(of measure: Measure) {
        let found = Self.allCases.first { transform in
            measure.derivedFrom.map { transform.identifier(of: $0) == measure.id } ?? false
        }
        guard let found else { return nil }
        self = found
    }

    /// Whether it has a meaning for a measure: a share of a rate or of a mean has none.
    func applies(to measure: Measure) -> Bool {
        switch self {
        case .share, .shareOfRow, .shareOfColumn: measure.format == .count || measure.additivity != .nowhere
        case .changePercent, .changeOnYearPercent: measure.format != .share
        case .change, .changeOnYear, .cumulative, .rank: true
        }
    }

    /// The identifier of its values of a measure.
    package func identifier(of measure: String) -> String { measure + "-" + rawValue }

    /// The measure that its values are shown as.
    func shown(of measure: Measure) -> Measure {
        let format: Measure.Format =
            switch self {
            case .share, .shareOfRow, .shareOfColumn, .changePercent, .changeOnYearPercent: .share
            case .change, .changeOnYear, .cumulative: measure.format
            case .rank: .count
            }
        let heading = measure.format == .share ? headingOfRates : heading
        return Measure(
            identifier(of: measure.id),
            heading: .init(
                en: "\(measure.heading.en), \(heading.en)", ar: "\(measure.heading(.ar))، \(heading(.ar))"),
            definition: definition, format: format, measure.aggregate, derivedFrom: measure.id, derivation: heading)
    }
}
