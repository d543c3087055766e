import Support
import Testing

/// Fractions of long numbers are exact until they are read.
struct LongFractionTests {
    private func third(_ number: Int128) -> LongFraction { LongFraction(number, of: Unit(1, over: 3)) }

    @Test func sumsProductsAndQuotients() {
        let half = third(1) + LongFraction(1, of: Unit(1, over: 6))
        #expect(half == LongFraction(1, of: Unit(1, over: 2)))
        #expect(half.nearest == 0.5)
        #expect((third(2) * third(-2)).nearest == -4.0 / 9)
        #expect((LongFraction(7) / 4).nearest == 1.75)
        #expect((third(1) + third(-1)).nearest == 0)
        #expect(third(-1) < third(1) && third(-2) < third(-1) && !(third(1) < third(1)))
    }

    @Test func unitsAreInLowestTerms() {
        #expect(Unit(100, over: 30_000_000) == Unit(1, over: 300_000))
        #expect(greatestCommonDivisor(84, 36) == 12)
    }

    /// Rounded to the nearest double, ties to even, just above a tie up.
    @Test func roundedOnce() {
        let tie = LongFraction(9_007_199_254_740_993)
        #expect(tie.nearest == 9_007_199_254_740_992)
        #expect((tie + LongFraction(1, of: Unit(1, over: 1_000_000_007))).nearest == 9_007_199_254_740_994)
        #expect(LongFraction(1, of: Unit(1, over: 3)).nearest == 1.0 / 3)
    }

    /// Twenty factors of 120 bits each leave nothing behind when they are taken away again.
    @Test func longNumbersKeepAllDigits() {
        let large: Int128 = (1 << 120) - 1_093
        var product = LongFraction(1)
        for _ in 0..<20 { product = product * LongFraction(large) }
        for _ in 0..<20 { product = product / UInt128(large) }
        #expect(product == LongFraction(1))
        #expect(product.nearest == 1)
    }
}
