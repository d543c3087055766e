import Support

/// A fraction of two whole numbers of any length, rounded only when it is read as a `Double`.
struct ExactFraction: Sendable {
    private var isNegative: Bool
    private var top: BigNatural
    private var bottom: BigNatural

    /// The quotient of two whole numbers, of which the second is not zero.
    init(_ top: Int128, over bottom: Int128 = 1) {
        precondition(bottom != 0, "a fraction needs a denominator")
        isNegative = (top < 0) != (bottom < 0)
        self.top = BigNatural(top.magnitude)
        self.bottom = BigNatural(bottom.magnitude)
    }

    /// A whole number of any length.
    init(_ whole: BigNatural) { self.init(isNegative: false, top: whole, bottom: BigNatural(1)) }

    private init(isNegative: Bool, top: BigNatural, bottom: BigNatural) {
        self.isNegative = isNegative
        self.top = top
        self.bottom = bottom
    }

    /// A number that is held in millionths.
    static func millionths(_ scaled: Int128) -> ExactFraction {
        ExactFraction(scaled, over: 1_000_000)
    }

    var isZero: Bool { top.isZero }

    /// The exact sum.
    static func + (left: ExactFraction, right: ExactFraction) -> ExactFraction {
        let first = left.top * right.bottom
        let second = right.top * left.bottom
        let bottom = left.bottom * right.bottom
        if left.isNegative == right.isNegative {
            return ExactFraction(isNegative: left.isNegative, top: first + second, bottom: bottom)
        }
        if first < second {
            return ExactFraction(isNegative: right.isNegative, top: second - first, bottom: bottom)
        }
        return ExactFraction(isNegative: left.isNegative, top: first - second, bottom: bottom)
    }

    /// The exact product.
    static func * (left: ExactFraction, right: ExactFraction) -> ExactFraction {
        ExactFraction(
            isNegative: left.isNegative != right.isNegative, top: left.top * right.top,
            bottom: left.bottom * right.bottom)
    }

    /// The exact quotient by a fraction that is not zero.
    static func / (left: ExactFraction, right: ExactFraction) -> ExactFraction {
        precondition(!right.isZero, "no division by zero")
        return ExactFraction(
            isNegative: left.isNegative != right.isNegative, top: left.top * right.bottom,
            bottom: left.bottom * right.top)
    }

    /// The nearest `Double`, ties to even: 63 or 64 bits of the quotient by long division, the lowest one sticky.
    var nearestDouble: Double {
        if top.isZero { return 0 }
        let shift = 63 - (top.bitWidth - bottom.bitWidth)
        var rest = shift > 0 ? top << shift : top
        let divisor = shift < 0 ? bottom << -shift : bottom
        var quotient: UInt64 = 0
        for bit in (0..<64).reversed() {
            let part = divisor << bit
            if !(rest < part) {
                rest = rest - part
                quotient |= 1 << UInt64(bit)
            }
        }
        if !rest.isZero { quotient |= 1 }
        let value = Double(sign: .plus, exponent: -shift, significand: Double(quotient))
        return isNegative ? -value : value
    }
}

/// The plain decimal form of a number: the shortest that reads back as the same `Double`, without exponent.
func plainText(_ value: Double) -> String {
    if value == 0 { return "0" }
    let parts = value.magnitude.description.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    var digits = String(mantissa[0]) + fraction
    var point = mantissa[0].count + exponent
    if point <= 0 {
        digits = String(repeating: "0", count: 1 - point) + digits
        point = 1
    }
    if point > digits.count { digits += String(repeating: "0", count: point - digits.count) }
    let whole = digits.prefix(point)
    let rest = digits.dropFirst(point)
    let number = rest.isEmpty ? String(whole) : "\(whole).\(rest)"
    return (value < 0 ? "-" : "") + number
}
