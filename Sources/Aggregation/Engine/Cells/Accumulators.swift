import Support
import TrainingStats

/// What takes in values of a cell.
///
/// Merging is adding, exact and in any order: a cell may be fed by any number of threads, and groups of cells are merged
/// for totals, with the same outcome to the last bit.
protocol Accumulator: Sendable {
    /// An accumulator of nothing.
    init()
    /// Takes in all that another has taken in.
    mutating func merge(_ other: Self)
}

extension Int: Accumulator {
    mutating func merge(_ other: Int) { self += other }
}
extension Moments: Accumulator {}
extension QuotientSum: Accumulator {}

/// A sum of values that some records state and others do not.
struct StatedSum: Accumulator {
    /// The sum of what is stated, exact.
    var sum = ExactDecimal.zero
    /// How many records state the value.
    var stated = 0
    /// How many records could.
    var applicable = 0

    /// Takes in one record.
    @inline(__always)
    mutating func add(_ value: ExactDecimal?) {
        applicable += 1
        guard let value else { return }
        sum += value
        stated += 1
    }

    mutating func merge(_ other: StatedSum) {
        sum += other.sum
        stated += other.stated
        applicable += other.applicable
    }

    /// The sum; unknown where there are records and none states a value; 0 of no records.
    var value: Value { applicable > 0 && stated == 0 ? .unknown : .decimal(sum) }
}

/// How often each value was met.
struct Distribution: Accumulator {
    /// How often, by the value in millionths.
    private var counts: [Int128: Int] = [:]

    mutating func add(_ value: ExactDecimal) { counts[value.millionths, default: 0] += 1 }

    mutating func merge(_ other: Distribution) { counts.merge(other.counts, uniquingKeysWith: +) }

    /// The quantile of type 7 (Hyndman and Fan): linear between the two values around (n - 1) p; nil of no values.
    func quantile(_ quantile: Aggregate.Quantile) -> Double? {
        let total = counts.values.reduce(0, +)
        guard total > 0 else { return nil }
        let sorted = counts.sorted { $0.key < $1.key }
        func value(at rank: Int) -> Int128 {
            var seen = 0
            for (value, count) in sorted {
                seen += count
                if seen > rank { return value }
            }
            return 0
        }
        let position = (total - 1) * quantile.numerator
        let parts = Int128(quantile.denominator)
        let (lower, fraction) = (position / quantile.denominator, Int128(position % quantile.denominator))
        let low = value(at: lower)
        let high = fraction == 0 ? low : value(at: lower + 1)
        return Double(quotient: low * (parts - fraction) + high * fraction, parts * ExactDecimal.scale)
    }
}
