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

    /// The cells of a measure whose figures stand beside each other.
    ///
    /// Amounts are shown with their fractions where there are some and an amount, or a change, is small.
    init(_ measure: Measure, beside figures: [Value], currency: String, _ language: Language, isExact: Bool) {
        (self.measure, self.currency, self.language, self.isExact) = (measure, currency, language, isExact)
        let amounts = figures.compactMap { value -> ExactDecimal? in
            if case .decimal(let amount) = value { amount } else { nil }
        }
        hasFractions =
            amounts.contains { $0.fractionDigits > 0 }
            && amounts.contains {
                $0.millionths != 0 && $0.millionths.magnitude < Self.leastWithoutFractions.millionths.magnitude
            }
    }

    /// A figure in the form of the measure.
    func figure(_ value: Value) -> Cell {
        switch value.cell(measure, currency: currency) {
        case .decimal(let amount, _) where measure.format == .money && !isExact && !hasFractions:
            .decimal(amount, places: 0)
        case let cell: cell
        }
    }

    /// A number that somebody stated, such as a target.
    func stated(_ number: ExactDecimal) -> Cell {
        measure.format == .share ? .share(number.double) : number.whole.map { .whole($0) } ?? .asStated(number)
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
