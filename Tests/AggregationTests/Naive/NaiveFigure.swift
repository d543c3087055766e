/// A figure worked out from its definition.
enum NaiveFigure {
    case exact(ExactFraction)
    case root(ExactFraction)
    case unknown
    case notApplicable

    static func count(_ number: Int) -> NaiveFigure { .exact(ExactFraction(Int128(number))) }

    /// A quotient, which is not applicable where there is nothing to divide by.
    static func ratio(_ top: ExactFraction, _ bottom: Int128) -> NaiveFigure {
        bottom == 0 ? .notApplicable : .exact(top / ExactFraction(bottom))
    }

    /// A sum of what the records state: unknown where there are records and none states a value.
    static func sum(_ values: [Int128?]) -> NaiveFigure {
        let stated = values.compactMap { $0 }
        return stated.isEmpty && !values.isEmpty ? .unknown : .exact(.millionths(stated.reduce(0, +)))
    }

    /// The mean of some exact values.
    static func mean(_ values: [ExactFraction]) -> NaiveFigure {
        .ratio(values.reduce(ExactFraction(0), +), Int128(values.count))
    }

    /// The mean of some values.
    static func mean(_ values: CommonFractions) -> NaiveFigure {
        guard !values.numerators.isEmpty else { return .notApplicable }
        let sum = ExactFraction(values.numerators.reduce(0, +), over: values.denominator)
        return .exact(sum / ExactFraction(Int128(values.numerators.count)))
    }

    /// The sample standard deviation of values: mean first, then the squares around it.
    static func deviation(_ values: CommonFractions) -> NaiveFigure {
        guard values.numerators.count > 1 else { return .notApplicable }
        let count = Int128(values.numerators.count)
        let sum = values.numerators.reduce(0, +)
        // What each value is off the mean by, times count and denominator.
        let squares = values.numerators.reduce(BigNatural(0)) { total, value in
            let off = BigNatural((value * count - sum).magnitude)
            return total + off * off
        }
        let unit = ExactFraction(1, over: count) * ExactFraction(1, over: values.denominator)
        return .root(ExactFraction(squares) * unit * unit / ExactFraction(count - 1))
    }

    /// The quantile of type 7: linear between the two values around (n - 1) p, p being a number of quarters.
    static func quantile(_ values: CommonFractions, quarters: Int) -> NaiveFigure {
        guard !values.numerators.isEmpty else { return .notApplicable }
        let sorted = values.numerators.sorted()
        let below = (sorted.count - 1) * quarters / 4
        let above = min(below + 1, sorted.count - 1)
        let part = ExactFraction(Int128((sorted.count - 1) * quarters % 4), over: 4)
        let between = ExactFraction(sorted[below]) + part * ExactFraction(sorted[above] - sorted[below])
        return .exact(between / ExactFraction(values.denominator))
    }
}

/// Exact values as whole numbers over one denominator that they have in common.
struct CommonFractions {
    let numerators: [Int128]
    let denominator: Int128

    /// Values in millionths.
    init(millionths values: [Int128]) { (numerators, denominator) = (values, 1_000_000) }

    /// Points in percent of the highest score of each.
    init(percentages: [(points: Int128, highest: Int128)]) {
        let common = Set(percentages.map(\.highest)).reduce(Int128(1)) { multiple, highest in
            var (larger, smaller) = (multiple, highest)
            while smaller > 0 { (larger, smaller) = (smaller, larger % smaller) }
            return multiple / larger * highest
        }
        numerators = percentages.map { $0.points * 100 * (common / $0.highest) }
        denominator = common
    }
}
