import Aggregation
import Support
import TrainingStats

/// The cells of a key figure: amounts of money without fractions for people, unless they are small, and changes with their sign.
struct KeyFigureCells {
    /// Below this amount of money fractions say something.
    private static let leastWithoutFractions = ExactDecimal(1_000)

    private let measure: Measure
    private let currency: String
    private let language: Language
    /// Whether figures are those of data, which are never rounded.
    private let isExact: Bool
    private let hasFractions: Bool

    /// The cells of a measure with its figures in the period and in the one before.
    ///
    /// Amounts are shown with their fractions where they are small, or where whole ones would contradict their change.
    init(
        _ measure: Measure, current: Value, earlier: Value, currency: String, _ language: Language, isExact: Bool
    ) {
        (self.measure, self.currency, self.language, self.isExact) = (measure, currency, language, isExact)
        let amounts = [current, earlier].compactMap(\.amount)
        let isSmall = amounts.contains { $0 != .zero && $0 < Self.leastWithoutFractions }
        let isContradicted =
            amounts.count == 2
            && amounts[0].roundedToWhole - amounts[1].roundedToWhole != (amounts[0] - amounts[1]).roundedToWhole
        hasFractions = amounts.contains { $0.fractionDigits > 0 } && (isSmall || isContradicted)
    }

    /// A figure in the form of the measure.
    func figure(_ value: Value) -> Cell {
        switch value.cell(measure, currency: currency) {
        case .decimal(let amount, _) where measure.format == .money && !isExact && !hasFractions:
            .decimal(amount, places: 0)
        case let cell: cell
        }
    }

    /// A number that somebody stated, such as a target, in the form of the figures.
    ///
    /// Amounts have fractions also where it or the one beside it has any.
    func stated(_ number: ExactDecimal, beside other: ExactDecimal = .zero) -> Cell {
        let hasFractions = hasFractions || number.fractionDigits > 0 || other.fractionDigits > 0
        return measure.format == .money && !hasFractions
            ? .decimal(number, places: 0) : number.cell(measure, currency: currency)
    }

    /// The difference between a figure and what was published of it; that of a share is in percentage points.
    func difference(_ difference: ExactDecimal, from published: ExactDecimal) -> Cell {
        let cell = stated(difference, beside: published)
        return isExact ? cell : signed(measure.format == .share ? cell.inPoints(language) : cell)
    }

    /// The change of a figure; that of a share is in percentage points.
    func change(_ value: Value) -> Cell {
        let cell = figure(value)
        return signed(measure.format == .share ? cell.inPoints(language) : cell)
    }

    /// The change as a share of the earlier figure.
    func relativeChange(_ value: Value) -> Cell { signed(value.shareCell) }

    private func signed(_ cell: Cell) -> Cell { cell.isNumber ? .signed(cell) : cell }
}

extension Value {
    /// The value as an exact amount.
    fileprivate var amount: ExactDecimal? { if case .decimal(let amount) = self { amount } else { nil } }
}

extension ExactDecimal {
    /// The nearest whole number; halves are rounded away from zero.
    fileprivate var roundedToWhole: Int128 {
        (millionths + (millionths < 0 ? -Self.scale / 2 : Self.scale / 2)) / Self.scale
    }
}
