import TestSupport
import Testing

@testable import Support

/// Sums of quotients of 64 bits are those of quotients of any length.
struct QuotientSumTests {
    @Test(arguments: 0..<200) func narrowQuotientsAreTheSame(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var (narrow, wide) = (QuotientSum(), QuotientSum())
        for _ in 0..<20 {
            // Of all lengths, so that some quotients are below 1 and some have no fraction.
            let upper = Int64(truncatingIfNeeded: random.next()) >> Int64(random.within(0...62))
            let lower = Int64(truncatingIfNeeded: random.next()) >> Int64(random.within(0...62))
            guard lower != 0 else { continue }
            narrow.add(narrow: upper, over: lower)
            wide.add(lower < 0 ? -Int128(upper) : Int128(upper), over: Int128(lower.magnitude))
        }
        #expect(narrow == wide, "seed \(seed)")
    }
}
