import Support

/// How often each value was met, as a whole number of a unit.
struct Distribution: Accumulator {
    fileprivate private(set) var counts: [Int128: Int] = [:]

    mutating func add(_ value: Int128, times: Int = 1) { counts[value, default: 0] += times }

    mutating func merge(_ other: Distribution) { counts.merge(other.counts, uniquingKeysWith: +) }
}

/// The distributions of values that are kept in one unit or more, brought together exactly.
struct DistributionByUnit {
    /// The values in ascending order, each with how often it was met.
    private let sorted: [(value: Int128, unit: Unit, count: Int)]

    /// Distributions, each with the unit of its values.
    init(_ distributions: some Collection<Distribution>, in units: [Unit]) {
        let all = zip(distributions, units).flatMap { distribution, unit in
            distribution.counts.map { (value: $0.key, unit: unit, count: $0.value) }
        }
        sorted = all.sorted { left, right in
            left.unit == right.unit
                ? left.value < right.value
                : LongFraction(left.value, of: left.unit) < LongFraction(right.value, of: right.unit)
        }
    }

    /// How many values there are.
    var count: Int { sorted.reduce(0) { $0 + $1.count } }

    /// The quantile of type 7 (Hyndman and Fan): linear between the two values around (n - 1) p, rounded once; nil of no
    /// values.
    func quantile(_ quantile: Aggregate.Quantile) -> Double? {
        let total = count
        guard total > 0 else { return nil }
        func value(at rank: Int) -> LongFraction {
            var seen = 0
            for (value, unit, count) in sorted {
                seen += count
                if seen > rank { return LongFraction(value, of: unit) }
            }
            return LongFraction(0)
        }
        let position = (total - 1) * quantile.numerator
        let parts = quantile.denominator
        let (lower, fraction) = (position / parts, position % parts)
        let low = value(at: lower)
        guard fraction > 0 else { return low.nearest }
        let between =
            low * LongFraction(Int128(parts - fraction)) + value(at: lower + 1) * LongFraction(Int128(fraction))
        return (between / UInt128(parts)).nearest
    }
}
