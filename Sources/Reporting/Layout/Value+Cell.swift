import Aggregation
import Support
import TrainingStats

extension Value {
    /// The value as a share.
    var shareCell: Cell {
        switch self {
        case .unknown: .unknown
        default: number.map { .share($0) } ?? .notApplicable
        }
    }

    /// The value as a cell in the form of its measure.
    func cell(_ measure: Measure, currency: String) -> Cell {
        let digits: Int =
            switch measure.format {
            case .count, .share: 0
            case .number(let places): places
            case .money: places(of: currency)
            }
        switch self {
        case .count(let count): return .whole(count)
        case .decimal(let decimal): return .decimal(decimal, places: digits)
        case .real(let real): return measure.format == .share ? .share(real) : .real(real, places: digits)
        case .unknown: return .unknown
        case .notApplicable: return .notApplicable
        }
    }
}

extension ExactDecimal {
    /// A number that somebody stated of a measure, such as a target or a published figure, in the form of its figures.
    func cell(_ measure: Measure, currency: String) -> Cell {
        switch measure.format {
        case .share: .share(double)
        case .count: whole.map { .whole($0) } ?? .asStated(self)
        case .number(let places): .decimal(self, places: max(places, fractionDigits))
        case .money: .decimal(self, places: max(places(of: currency), fractionDigits))
        }
    }
}

extension Cell {
    /// The difference of two shares in percentage points; other cells as they are.
    func inPoints(_ language: Language) -> Cell {
        switch self {
        case .share(let difference): .points(difference, unit: language(Phrase.percentagePoints))
        case .signed(let cell): .signed(cell.inPoints(language))
        case .marked(let cell, let marks): .marked(cell.inPoints(language), marks)
        default: self
        }
    }
}

extension Measure {
    /// Whether it is the difference of two shares.
    var isDifferenceOfShares: Bool {
        format == .share && [.change, .changeOnYear].contains(Transform(of: self))
    }
}

extension Measure {
    /// The currency of its amounts in words; nil of a figure that is no amount of money.
    func unit(_ currency: String, _ language: Language) -> String? {
        format == .money ? language.currency(currency) : nil
    }
}

/// The digits after the point of a currency's amounts (ISO 4217).
func places(of currency: String) -> Int {
    switch currency {
    case "KWD", "BHD", "OMR", "IQD", "JOD", "LYD", "TND": 3
    case "JPY", "KRW", "VND": 0
    default: 2
    }
}
