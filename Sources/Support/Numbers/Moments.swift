/// Count, sum and sum of squares of whole numbers of a unit, all exact, so that they can be merged in any order.
@usableFromInline
package struct Moments: Sendable, Hashable {
    /// How many values.
    @usableFromInline
    package internal(set) var count = 0
    /// Their sum.
    @usableFromInline
    package internal(set) var sum: Int128 = 0
    fileprivate var squares = WideUnsigned()

    package init() {}

    /// Takes one value in; without its square no deviation can be had.
    @inline(__always)
    package mutating func add(_ value: Int128, withSquare: Bool) {
        count += 1
        sum += value
        if withSquare { addSquare(of: value) }
    }

    /// Takes in a value of 64 bits.
    @inlinable
    @inline(__always)
    package mutating func add(narrow value: Int64, withSquare: Bool) {
        count += 1
        sum += Int128(value)
        if withSquare { addSquare(of: Int128(value)) }
    }

    /// Takes in several times one value.
    package mutating func add(_ value: Int128, times: Int, withSquare: Bool) {
        count += times
        sum += value * Int128(times)
        if withSquare { squares += WideUnsigned(product: value.magnitude, value.magnitude).times(times) }
    }

    @usableFromInline
    mutating func addSquare(of value: Int128) {
        squares += WideUnsigned(product: value.magnitude, value.magnitude)
    }

    /// Takes in all values of another.
    package mutating func merge(_ other: Moments) {
        count += other.count
        sum += other.sum
        squares += other.squares
    }
}

/// The moments of values that are kept in one unit or more, brought together exactly.
package struct MomentsByUnit: Sendable {
    private let parts: [(moments: Moments, unit: Unit)]

    /// Moments, each with the unit of its values; at least one.
    package init(_ moments: some Collection<Moments>, in units: [Unit]) {
        parts = zip(moments, units).map { (moments: $0, unit: $1) }
    }

    /// How many values.
    package var count: Int { parts.reduce(0) { $0 + $1.moments.count } }

    /// The mean, rounded once; nil of nothing.
    package var mean: Double? {
        let count = count
        guard count > 0 else { return nil }
        guard parts.count > 1 else {
            // The usual case, without any number that is longer than 128 bits.
            let (moments, unit) = parts[0]
            return Double(quotient: moments.sum * unit.numerator, Int128(count) * unit.denominator)
        }
        return (sum / UInt128(count)).nearest
    }

    /// The sample standard deviation (n - 1): the root of the variance, which is rounded once; nil of fewer than two values.
    package var standardDeviation: Double? {
        let count = count
        guard count > 1 else { return nil }
        // n * sum of squares - square of the sum, which is n (n - 1) times the variance; never negative (Cauchy-Schwarz).
        let spread = squares * LongFraction(Int128(count)) + -(sum * sum)
        return (spread / (UInt128(count) * UInt128(count - 1))).nearest.squareRoot()
    }

    private var sum: LongFraction {
        parts.reduce(LongFraction(0)) { $0 + LongFraction($1.moments.sum, of: $1.unit) }
    }

    private var squares: LongFraction {
        parts.reduce(LongFraction(0)) { $0 + LongFraction(squares: $1.moments.squares, of: $1.unit) }
    }
}
