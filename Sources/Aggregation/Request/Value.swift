import Support
import TrainingStats

/// The value of a measure in a cell.
public enum Value: Hashable, Sendable {
    /// A count.
    case count(Int)
    /// An exact sum.
    case decimal(ExactDecimal)
    /// A computed number, rounded once.
    case real(Double)
    /// It exists and is not known.
    case unknown
    /// It cannot be.
    case notApplicable

    /// The value as a number, or nil where it has none.
    public var number: Double? {
        switch self {
        case .count(let count): Double(count)
        case .decimal(let decimal): decimal.double
        case .real(let real): real
        case .unknown, .notApplicable: nil
        }
    }

    /// A mean or deviation; not applicable of nothing.
    static func optional(_ number: Double?) -> Value { number.map { .real($0) } ?? .notApplicable }
}
