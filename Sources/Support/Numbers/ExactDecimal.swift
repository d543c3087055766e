/// A decimal number with six digits after the point, held exactly; the unit of every sum.
///
/// Input fields have at most 18 digits; 128 bits hold the sum of more than 10^13 of the largest.
public struct ExactDecimal: Hashable, Comparable, Sendable {
    /// The number times 1,000,000.
    public var millionths: Int128

    /// One, in millionths.
    public static let scale: Int128 = 1_000_000

    /// Zero.
    public static let zero = ExactDecimal(millionths: 0)

    /// A number given in millionths.
    public init(millionths: Int128) { self.millionths = millionths }

    /// A whole number.
    public init(_ whole: Int) { millionths = Int128(whole) * Self.scale }

    /// A plain decimal: sign, digits, one point; at most 18 digits, 6 of them after the point.
    public init?(_ text: String) {
        self.init(utf8: Array(text.utf8).span)
    }

    /// A plain decimal from its bytes, or nil.
    package init?(utf8 bytes: Span<UInt8>) {
        var index = 0
        var isNegative = false
        if bytes.count > 0, bytes[0] == 0x2D || bytes[0] == 0x2B {
            isNegative = bytes[0] == 0x2D
            index = 1
        }
        var value: Int64 = 0
        var digits = 0
        var fractionDigits = -1
        while index < bytes.count {
            let byte = bytes[index]
            let digit = byte &- 0x30
            if digit < 10 {
                digits += 1
                guard digits <= 18 else { return nil }
                value = value * 10 + Int64(digit)
                if fractionDigits >= 0 { fractionDigits += 1 }
            } else if byte == 0x2E, fractionDigits < 0 {
                fractionDigits = 0
            } else {
                return nil
            }
            index += 1
        }
        guard digits > 0, fractionDigits <= 6, fractionDigits != 0 else { return nil }
        var scaled = Int128(value)
        for _ in max(fractionDigits, 0)..<6 { scaled *= 10 }
        millionths = isNegative ? -scaled : scaled
    }

    /// The whole number that this is, or nil if it has a fraction or does not fit.
    public var whole: Int? {
        millionths % Self.scale == 0 ? Int(exactly: millionths / Self.scale) : nil
    }

    /// How many digits after the point its plain form has, 0 to 6.
    public var fractionDigits: Int {
        var rest = Int(millionths % Self.scale)
        guard rest != 0 else { return 0 }
        var digits = 6
        while rest % 10 == 0 {
            rest /= 10
            digits -= 1
        }
        return digits
    }

    /// The nearest double.
    public var double: Double { Double(quotient: millionths, Self.scale) }

    /// Whether one comes before the other.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool { left.millionths < right.millionths }
    /// The exact sum.
    public static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        ExactDecimal(millionths: left.millionths + right.millionths)
    }
    /// The exact difference.
    public static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
        ExactDecimal(millionths: left.millionths - right.millionths)
    }
    /// Adds in place, exactly.
    public static func += (left: inout ExactDecimal, right: ExactDecimal) { left.millionths += right.millionths }
}

extension ExactDecimal: CustomStringConvertible {
    /// The plain form in full, without trailing zeros: `1250.5`.
    public var description: String {
        let magnitude = millionths.magnitude
        let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: UInt128(Self.scale))
        var text = (millionths < 0 ? "-" : "") + String(whole)
        if fraction > 0 {
            var digits = padded(Int(fraction), to: 6)
            while digits.hasSuffix("0") { digits.removeLast() }
            text += "." + digits
        }
        return text
    }
}
