import Support

/// The values of a quantity in one course, each with how often it was met.
struct OutlierSample {
    /// How many values say what is usual; of fewer nothing is told.
    static let leastCount = 10
    /// The modified z-score above which a value is an outlier (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993).
    static let limit = 3.5

    private var counts: [ExactDecimal: Int] = [:]

    /// Takes in a value.
    mutating func add(_ value: ExactDecimal) { counts[value, default: 0] += 1 }

    /// Takes in another sample.
    mutating func merge(_ other: OutlierSample) { counts.merge(other.counts, uniquingKeysWith: +) }

    /// How far each outlying value is from the median; empty of too few values and where most values are equal.
    var outliers: OutlyingValues {
        let total = counts.values.reduce(0, +)
        guard total >= Self.leastCount else { return OutlyingValues(count: total, median: 0, scores: [:]) }
        let values = counts.map { (number: Double($0.key.millionths) / 1e6, count: $0.value) }
        let median = Self.median(of: values)
        let spread = Self.median(of: values.map { (abs($0.number - median), $0.count) })
        // With more than half of the values equal the score is not defined: nothing says what a usual distance is.
        guard spread > 0 else { return OutlyingValues(count: total, median: median, scores: [:]) }
        var scores: [ExactDecimal: Double] = [:]
        for value in counts.keys {
            // 0.6745 is the 75th percentile of the standard normal distribution.
            let score = 0.6745 * (Double(value.millionths) / 1e6 - median) / spread
            if abs(score) > Self.limit { scores[value] = score }
        }
        return OutlyingValues(count: total, median: median, scores: scores)
    }

    /// The median of values, each met so many times.
    private static func median(of values: [(number: Double, count: Int)]) -> Double {
        let sorted = values.sorted { $0.number < $1.number }
        let total = sorted.reduce(0) { $0 + $1.count }
        func value(at rank: Int) -> Double {
            var seen = 0
            for (number, count) in sorted {
                seen += count
                if seen > rank { return number }
            }
            return 0
        }
        return (value(at: (total - 1) / 2) + value(at: total / 2)) / 2
    }
}

/// The values of a sample that are far from the others.
struct OutlyingValues {
    /// How many values there are.
    var count: Int
    /// Their median.
    var median: Double
    /// The modified z-score of each outlying value.
    var scores: [ExactDecimal: Double]
}
