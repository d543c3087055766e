import Aggregation
import Support
import TrainingStats

/// What figures are held against: a target, and which way the figure is to go.
struct TargetGoal {
    private let target: Target
    /// Whether a figure may not be above the target.
    let isUndercut: Bool

    init(_ target: Target, _ measure: Measure) {
        self.target = target
        isUndercut = target.isUndercut(measure)
    }

    /// Where the way begins: at the baseline, and without one at 0.
    ///
    /// A figure that need not rise has no way without a baseline.
    private var start: ExactDecimal? { target.baseline ?? (isUndercut ? nil : .zero) }

    /// Whether there is a way, of which a share can be done.
    var hasWay: Bool { start.map { $0 != target.value } ?? false }

    /// Whether the figure is where it is to be.
    func isReached(by figure: TargetFigureValue) -> Bool {
        switch figure {
        case .exact(let number): isUndercut ? number <= target.value : number >= target.value
        case .real(let number): isUndercut ? number <= target.value.double : number >= target.value.double
        }
    }

    /// The share of the way that is done; nil where there is no way.
    func share(_ figure: TargetFigureValue) -> Double? {
        guard let start, hasWay else { return nil }
        let way = target.value - start
        switch figure {
        case .exact(let number): return Double(quotient: (number - start).millionths, way.millionths)
        case .real(let number): return (number - start.double) / way.double
        }
    }

    /// How far a figure is from the target.
    func gap(from figure: TargetFigureValue) -> Value {
        switch figure {
        case .exact(let number):
            let gap = ExactDecimal(millionths: Int128((target.value - number).millionths.magnitude))
            return gap.whole.map { .count($0) } ?? .decimal(gap)
        case .real(let number): return .real(abs(target.value.double - number))
        }
    }
}

/// A figure that can be held against a target: exact, or the double nearest to what it is.
enum TargetFigureValue {
    case exact(ExactDecimal)
    case real(Double)

    init?(_ value: Value) {
        switch value {
        case .count(let count): self = .exact(ExactDecimal(count))
        case .decimal(let decimal): self = .exact(decimal)
        case .real(let real) where real.isFinite: self = .real(real)
        case .real, .unknown, .notApplicable: return nil
        }
    }

    /// Nothing, of the same kind.
    var zero: Value {
        switch self {
        case .exact: .count(0)
        case .real: .real(0)
        }
    }
}
