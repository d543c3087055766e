/// A whole number from 0 up, of any length: limbs of 64 bits, the lowest first, and no 0 at the top.
package struct LongNatural: Hashable, Sendable, Comparable {
    private var limbs: [UInt64] = []

    /// The number that an integer holds.
    package init(_ value: UInt128) { self.init(WideUnsigned(low: value)) }

    /// The number that an integer of 256 bits holds.
    package init(_ value: WideUnsigned) {
        limbs = [value.low, value.high].flatMap { part in
            [UInt64(truncatingIfNeeded: part), UInt64(truncatingIfNeeded: part >> 64)]
        }
        trim()
    }

    private init(limbs: [UInt64]) {
        self.limbs = limbs
        trim()
    }

    private mutating func trim() { while limbs.last == 0 { limbs.removeLast() } }

    package var isZero: Bool { limbs.isEmpty }

    /// How many bits it takes, without zeros in front.
    var bitWidth: Int { limbs.last.map { limbs.count * 64 - $0.leadingZeroBitCount } ?? 0 }

    package static func < (left: LongNatural, right: LongNatural) -> Bool {
        guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
        return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
    }

    package static func + (left: LongNatural, right: LongNatural) -> LongNatural {
        let (long, short) = left.limbs.count < right.limbs.count ? (right, left) : (left, right)
        var sum = long.limbs
        var carry = false
        for index in sum.indices {
            let other = index < short.limbs.count ? short.limbs[index] : 0
            let (first, overflow) = sum[index].addingReportingOverflow(other)
            let (second, further) = first.addingReportingOverflow(carry ? 1 : 0)
            sum[index] = second
            carry = overflow || further
        }
        if carry { sum.append(1) }
        return LongNatural(limbs: sum)
    }

    /// Takes a number away that is not larger.
    static func -= (left: inout LongNatural, right: LongNatural) {
        var borrow = false
        for index in left.limbs.indices {
            let other = index < right.limbs.count ? right.limbs[index] : 0
            let (first, overflow) = left.limbs[index].subtractingReportingOverflow(other)
            let (second, further) = first.subtractingReportingOverflow(borrow ? 1 : 0)
            left.limbs[index] = second
            borrow = overflow || further
        }
        left.trim()
    }

    package static func * (left: LongNatural, right: LongNatural) -> LongNatural {
        var product = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
        for (place, factor) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (other, limb) in right.limbs.enumerated() {
                let full = factor.multipliedFullWidth(by: limb)
                // Two additions to a product of two limbs stay within two limbs.
                let sum = UInt128(full.high) << 64 | UInt128(full.low)
                let total = sum + UInt128(product[place + other]) + UInt128(carry)
                product[place + other] = UInt64(truncatingIfNeeded: total)
                carry = UInt64(truncatingIfNeeded: total >> 64)
            }
            product[place + right.limbs.count] = carry
        }
        return LongNatural(limbs: product)
    }

    /// Times two to the power of a number of bits.
    func shiftedLeft(_ bits: Int) -> LongNatural {
        var shifted = [UInt64](repeating: 0, count: bits / 64)
        let rest = UInt64(bits % 64)
        var carry: UInt64 = 0
        for limb in limbs {
            shifted.append(limb << rest | carry)
            carry = rest == 0 ? 0 : limb >> (64 - rest)
        }
        shifted.append(carry)
        return LongNatural(limbs: shifted)
    }
}

extension Double {
    /// The double nearest to a quotient of long numbers, rounded once, ties to even; the divisor is not 0.
    init(quotient dividend: LongNatural, _ divisor: LongNatural) {
        guard !dividend.isZero else {
            self = 0
            return
        }
        // Dividend and divisor are brought to the same length, so that the quotient lies between 1/2 and 2; then it has 63 or
        // 64 bits when 63 are taken behind the point.
        let shift = dividend.bitWidth - divisor.bitWidth
        var rest = shift < 0 ? dividend.shiftedLeft(-shift) : dividend
        let scaled = shift > 0 ? divisor.shiftedLeft(shift) : divisor
        var bits: UInt64 = 0
        for _ in 0..<64 {
            bits <<= 1
            if !(rest < scaled) {
                rest -= scaled
                bits |= 1
            }
            rest = rest.shiftedLeft(1)
        }
        if !rest.isZero { bits |= 1 }
        self = Double(sign: .plus, exponent: shift - 63, significand: Double(bits))
    }
}
