import Support
import TestSupport
import Testing

@testable import Aggregation

/// Quantiles of values of any length, which are kept in two ways.
struct DistributionTests {
    @Test(arguments: 0..<60) func quantilesAreThoseOfTheSortedValues(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let values = (0..<random.within(1...60)).map { _ in
            // A few of more than 64 bits, of both signs, and some that come again.
            let value = Int128(Int64(truncatingIfNeeded: random.next()) >> Int64(random.within(0...60)))
            return random.happens(30) ? value << 40 : value
        }
        var parts = [Distribution(), Distribution()]
        for value in values { parts[random.within(0...1)].add(value, times: 1) }
        var all = Distribution()
        for part in parts { all.merge(part) }
        let found = DistributionByUnit([all], in: [.one])
        #expect(found.count == values.count, "seed \(seed)")
        let sorted = values.sorted()
        for numerator in [0, 1, 2, 3, 4] where (values.count - 1) * numerator % 4 == 0 {
            let expected = LongFraction(sorted[(values.count - 1) * numerator / 4]).nearest
            let quantile = Aggregate.Quantile(numerator: numerator, denominator: 4)
            #expect(found.quantile(quantile) == expected, "seed \(seed), \(numerator) of 4")
        }
    }
}
