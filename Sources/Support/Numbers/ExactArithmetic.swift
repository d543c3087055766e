extension Double {
    /// The double nearest to numerator / denominator, rounded once, ties to even.
    ///
    /// - Precondition: `denominator` is not zero.
    package init(quotient numerator: Int128, _ denominator: Int128) {
        let exact: UInt128 = 1 << 53
        if numerator.magnitude <= exact, denominator.magnitude <= exact {
            // Doubles hold both, and a division of doubles is rounded once.
            self = Double(Int64(numerator)) / Double(Int64(denominator))
            return
        }
        let isNegative = (numerator < 0) != (denominator < 0)
        let magnitude = Self.quotient(WideUnsigned(low: numerator.magnitude), denominator.magnitude)
        self = isNegative ? -magnitude : magnitude
    }

    /// The double nearest to numerator / denominator: the quotient's leading 64 bits, the rest as a sticky bit.
    static func quotient(_ numerator: WideUnsigned, _ denominator: UInt128) -> Double {
        guard !numerator.isZero else { return 0 }
        let numeratorShift = numerator.leadingZeroBitCount
        let divisor = denominator << denominator.leadingZeroBitCount
        // Both start with a set bit; one right shift keeps the high half below the divisor.
        let dividend = numerator.shiftedLeft(numeratorShift)
        let high = dividend.high >> 1
        let low = (dividend.high << 127) | (dividend.low >> 1)
        let (quotient, remainder) = divisor.dividingFullWidth((high, low))
        let lost = remainder != 0 || dividend.low & 1 != 0
        let shift = quotient.leadingZeroBitCount
        let leading = quotient << shift
        var bits = UInt64(truncatingIfNeeded: leading >> 64)
        if lost || UInt64(truncatingIfNeeded: leading) != 0 { bits |= 1 }
        let exponent = 64 - shift + 1 - numeratorShift + denominator.leadingZeroBitCount
        return Double(sign: .plus, exponent: exponent, significand: Double(bits))
    }
}

/// An unsigned integer of 256 bits, with the few operations that exact moments need.
package struct WideUnsigned: Sendable, Hashable, Comparable {
    var high: UInt128
    var low: UInt128

    package init(high: UInt128 = 0, low: UInt128 = 0) {
        self.high = high
        self.low = low
    }

    /// The full product of two magnitudes.
    package init(product left: UInt128, _ right: UInt128) {
        let full = left.multipliedFullWidth(by: right)
        self.init(high: full.high, low: full.low)
    }

    var isZero: Bool { high == 0 && low == 0 }

    var leadingZeroBitCount: Int { high == 0 ? 128 + low.leadingZeroBitCount : high.leadingZeroBitCount }

    func shiftedLeft(_ count: Int) -> WideUnsigned {
        if count >= 128 { return WideUnsigned(high: low << (count - 128), low: 0) }
        return count == 0 ? self : WideUnsigned(high: (high << count) | (low >> (128 - count)), low: low << count)
    }

    package static func < (left: WideUnsigned, right: WideUnsigned) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    package static func += (left: inout WideUnsigned, right: WideUnsigned) {
        let (low, carry) = left.low.addingReportingOverflow(right.low)
        left.low = low
        left.high &+= right.high &+ (carry ? 1 : 0)
    }

    /// So many times the number; what does not fit is cut off, as it is by adding.
    func times(_ count: Int) -> WideUnsigned {
        let factor = UInt128(count.magnitude)
        let product = low.multipliedFullWidth(by: factor)
        return WideUnsigned(high: high &* factor &+ product.high, low: product.low)
    }

    static func - (left: WideUnsigned, right: WideUnsigned) -> WideUnsigned {
        let (low, borrow) = left.low.subtractingReportingOverflow(right.low)
        return WideUnsigned(high: left.high &- right.high &- (borrow ? 1 : 0), low: low)
    }
}

/// A sum of quotients that does not depend on their order, in fixed point with 128 bits of fraction.
///
/// Each quotient is cut off at 2^-128, so that the mean is within 2^-128 of the exact one.
package struct QuotientSum: Sendable, Hashable {
    /// How many quotients.
    package private(set) var count = 0
    private var positive = WideUnsigned()
    private var negative = WideUnsigned()

    package init() {}

    /// Takes numerator / denominator in.
    ///
    /// - Precondition: `denominator` is positive.
    package mutating func add(_ numerator: Int128, over denominator: Int128) {
        add(numerator, over: denominator, times: 1)
    }

    /// The same of numbers of 64 bits, the lower of which is not 0.
    package mutating func add(narrow numerator: Int64, over denominator: Int64) {
        count += 1
        let divisor = denominator.magnitude
        let (whole, rest) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
        let (first, second) = divisor.dividingFullWidth((rest, 0))
        let fraction = UInt128(first) << 64 | UInt128(divisor.dividingFullWidth((second, 0)).quotient)
        let quotient = WideUnsigned(high: UInt128(whole), low: fraction)
        if (numerator < 0) != (denominator < 0) { negative += quotient } else { positive += quotient }
    }

    /// Takes numerator / denominator in, several times.
    ///
    /// - Precondition: `denominator` is positive.
    package mutating func add(_ numerator: Int128, over denominator: Int128, times: Int) {
        count += times
        let divisor = denominator.magnitude
        let (whole, remainder) = numerator.magnitude.quotientAndRemainder(dividingBy: divisor)
        let fraction = divisor.dividingFullWidth((remainder, 0)).quotient
        var quotient = WideUnsigned(high: whole, low: fraction)
        if times != 1 { quotient = quotient.times(times) }
        if numerator < 0 { negative += quotient } else { positive += quotient }
    }

    /// Takes in all quotients of another.
    package mutating func merge(_ other: QuotientSum) {
        count += other.count
        positive += other.positive
        negative += other.negative
    }

    /// The mean, or nil of nothing.
    package var mean: Double? {
        guard count > 0 else { return nil }
        let isNegative = positive < negative
        let sum = isNegative ? negative - positive : positive - negative
        // What is left of quotients that cancel out exactly is the parts cut off, at most one unit for each.
        if sum.high == 0 && sum.low <= UInt128(count) { return 0 }
        let mean = Double.quotient(sum, UInt128(count)) * 0x1p-128
        return isNegative ? -mean : mean
    }
}
