/// What one of a whole number stands for, as a fraction in lowest terms: exact values are kept as whole numbers of a unit.
package struct Unit: Hashable, Sendable {
    package let numerator: Int128
    package let denominator: Int128

    /// A fraction of two numbers above 0.
    package init(_ numerator: Int128, over denominator: Int128) {
        let divisor = greatestCommonDivisor(numerator, denominator)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    /// The unit of whole numbers.
    package static let one = Unit(1, over: 1)
    /// The unit of ``ExactDecimal``.
    package static let millionth = Unit(1, over: ExactDecimal.scale)
}

/// The greatest number that divides two numbers above 0.
package func greatestCommonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
}
