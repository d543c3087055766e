/// A natural number of any length, in limbs of 32 bits, the lowest first and no zero limb at the top.
struct BigNatural: Sendable, Equatable {
    private(set) var limbs: [UInt32]

    /// The number that an unsigned integer holds.
    init(_ value: UInt128) {
        limbs = []
        var rest = value
        while rest > 0 {
            limbs.append(UInt32(truncatingIfNeeded: rest))
            rest >>= 32
        }
    }

    private init(limbs: [UInt32]) {
        var trimmed = limbs
        while trimmed.last == 0 { trimmed.removeLast() }
        self.limbs = trimmed
    }

    var isZero: Bool { limbs.isEmpty }

    /// How many bits the number takes without leading zeros.
    var bitWidth: Int {
        guard let top = limbs.last else { return 0 }
        return limbs.count * 32 - top.leadingZeroBitCount
    }

    /// The sum of two numbers.
    static func + (left: BigNatural, right: BigNatural) -> BigNatural {
        var result: [UInt32] = []
        var carry: UInt64 = 0
        for index in 0..<max(left.limbs.count, right.limbs.count) {
            let first = index < left.limbs.count ? UInt64(left.limbs[index]) : 0
            let second = index < right.limbs.count ? UInt64(right.limbs[index]) : 0
            let sum = first + second + carry
            result.append(UInt32(truncatingIfNeeded: sum))
            carry = sum >> 32
        }
        result.append(UInt32(carry))
        return BigNatural(limbs: result)
    }

    /// The difference of two numbers, of which the left one is not the smaller.
    static func - (left: BigNatural, right: BigNatural) -> BigNatural {
        precondition(!(left < right), "a natural number has no negative difference")
        var result: [UInt32] = []
        var borrow: Int64 = 0
        for index in left.limbs.indices {
            let second = index < right.limbs.count ? Int64(right.limbs[index]) : 0
            var difference = Int64(left.limbs[index]) - second - borrow
            borrow = difference < 0 ? 1 : 0
            if difference < 0 { difference += 1 << 32 }
            result.append(UInt32(difference))
        }
        return BigNatural(limbs: result)
    }

    /// The product of two numbers, as on paper.
    static func * (left: BigNatural, right: BigNatural) -> BigNatural {
        var result = [UInt32](repeating: 0, count: left.limbs.count + right.limbs.count + 1)
        for (i, first) in left.limbs.enumerated() {
            var carry: UInt64 = 0
            for (j, second) in right.limbs.enumerated() {
                let product = UInt64(first) * UInt64(second) + UInt64(result[i + j]) + carry
                result[i + j] = UInt32(truncatingIfNeeded: product)
                carry = product >> 32
            }
            result[i + right.limbs.count] = UInt32(carry)
        }
        return BigNatural(limbs: result)
    }

    /// The number times two to a power.
    static func << (left: BigNatural, bits: Int) -> BigNatural {
        var result = [UInt32](repeating: 0, count: bits / 32)
        var carry: UInt32 = 0
        let shift = UInt32(bits % 32)
        for limb in left.limbs {
            result.append(limb << shift | carry)
            carry = shift == 0 ? 0 : limb >> (32 - shift)
        }
        result.append(carry)
        return BigNatural(limbs: result)
    }

    /// Whether the left number is the smaller one.
    static func < (left: BigNatural, right: BigNatural) -> Bool {
        guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
        for (first, second) in zip(left.limbs.reversed(), right.limbs.reversed()) where first != second {
            return first < second
        }
        return false
    }
}
