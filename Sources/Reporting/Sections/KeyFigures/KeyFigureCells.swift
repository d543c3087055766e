import Aggregation
import Support
import TrainingStats

/// The cells of a key figure: amounts of money without fractions for people, changes with their sign.
struct KeyFigureCells {
    private let measure: Measure
    private let currency: String
    private let language: Language
    /// Whether amounts have all digits of their currency.
    private let isExact: Bool

    init(_ measure: Measure, currency: String, _ language: Language, isExact: Bool) {
        (self.measure, self.currency, self.language, self.isExact) = (measure, currency, language, isExact)
    }

    /// A figure in the form of the measure.
    func figure(_ value: Value) -> Cell {
        switch value.cell(measure, currency: currency) {
        case .decimal(let amount, _) where measure.format == .money && !isExact: .decimal(amount, places: 0)
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
