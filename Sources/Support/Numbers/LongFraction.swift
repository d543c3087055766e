/// A quotient of whole numbers of any length, exact, rounded when it is read as a `Double` and not before.
package struct LongFraction: Sendable, Comparable {
    private var isNegative: Bool
    private var top: LongNatural
    private var bottom: LongNatural

    /// A number of units.
    package init(_ number: Int128, of unit: Unit = .one) {
        isNegative = number < 0
        top = LongNatural(WideUnsigned(product: number.magnitude, unit.numerator.magnitude))
        bottom = LongNatural(unit.denominator.magnitude)
    }

    /// A number of squared units.
    package init(squares: WideUnsigned, of unit: Unit) {
        isNegative = false
        top =
            LongNatural(squares)
            * LongNatural(WideUnsigned(product: unit.numerator.magnitude, unit.numerator.magnitude))
        bottom = LongNatural(WideUnsigned(product: unit.denominator.magnitude, unit.denominator.magnitude))
    }

    private init(isNegative: Bool, top: LongNatural, bottom: LongNatural) {
        self.isNegative = isNegative
        self.top = top
        self.bottom = bottom
    }

    package static func + (left: LongFraction, right: LongFraction) -> LongFraction {
        let isAlike = left.bottom == right.bottom
        var (first, second) = isAlike ? (left.top, right.top) : (left.top * right.bottom, right.top * left.bottom)
        let bottom = isAlike ? left.bottom : left.bottom * right.bottom
        if left.isNegative == right.isNegative {
            return LongFraction(isNegative: left.isNegative, top: first + second, bottom: bottom)
        }
        if first < second {
            second -= first
            return LongFraction(isNegative: right.isNegative, top: second, bottom: bottom)
        }
        first -= second
        return LongFraction(isNegative: left.isNegative && !first.isZero, top: first, bottom: bottom)
    }

    package static prefix func - (number: LongFraction) -> LongFraction {
        LongFraction(isNegative: !number.isNegative && !number.top.isZero, top: number.top, bottom: number.bottom)
    }

    package static func * (left: LongFraction, right: LongFraction) -> LongFraction {
        LongFraction(
            isNegative: left.isNegative != right.isNegative, top: left.top * right.top,
            bottom: left.bottom * right.bottom)
    }

    /// The quotient by a whole number above 0.
    package static func / (left: LongFraction, right: UInt128) -> LongFraction {
        LongFraction(isNegative: left.isNegative, top: left.top, bottom: left.bottom * LongNatural(right))
    }

    package static func < (left: LongFraction, right: LongFraction) -> Bool { (left + -right).isNegative }

    package static func == (left: LongFraction, right: LongFraction) -> Bool { (left + -right).top.isZero }

    /// The nearest double.
    package var nearest: Double {
        let magnitude = Double(quotient: top, bottom)
        return isNegative ? -magnitude : magnitude
    }
}
