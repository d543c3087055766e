import Support
import TrainingStats

/// Numbers as text: plain for programs, grouped and rounded for people.
///
/// There are no exponents, and locales have no influence.
enum PlainNumber {
    /// A number in data output: an integer in full, else the shortest form that reads back as the same Double.
    static func data(_ number: Double) -> String {
        var digits = number.magnitude.description
        if let mark = digits.utf8.firstIndex(of: UInt8(ascii: "e")) {
            let exponent = Int(digits[digits.index(after: mark)...]) ?? 0
            digits = shifted(withoutEmptyFraction(String(digits[..<mark])), by: exponent)
        }
        return (number < 0 ? "-" : "") + withoutEmptyFraction(digits)
    }

    private static func withoutEmptyFraction(_ digits: String) -> String {
        digits.utf8.suffix(2).elementsEqual(".0".utf8) ? String(digits.dropLast(2)) : digits
    }

    /// A decimal in data output.
    static func data(_ decimal: ExactDecimal) -> String {
        decimal.millionths % ExactDecimal.scale == 0
            ? String(decimal.millionths / ExactDecimal.scale) : data(decimal.double)
    }

    /// A plain number with its decimal point moved to the right, or to the left for a negative count.
    static func shifted(_ plain: String, by places: Int) -> String {
        let parts = Parts(plain)
        let zero = UInt8(ascii: "0")
        let lead = [UInt8](repeating: zero, count: max(0, -places - parts.whole.count + 1))
        let tail = [UInt8](repeating: zero, count: max(0, places - parts.fraction.count))
        let digits = lead + parts.whole + parts.fraction + tail
        let point = lead.count + parts.whole.count + places
        let left = digits[..<point].drop { $0 == zero }
        let right = digits[point...].reversed().drop { $0 == zero }.reversed()
        var result = parts.isNegative ? [UInt8(ascii: "-")] : []
        result += left.isEmpty ? [zero] : left
        if !right.isEmpty { result += [UInt8(ascii: ".")] + right }
        return String(decoding: result, as: UTF8.self)
    }

    /// A plain number for people: so many digits after the point, halves rounded away from zero, commas between groups.
    static func display(_ plain: String, places: Int) -> String {
        let parts = Parts(plain)
        let zero = UInt8(ascii: "0")
        var digits = Array((parts.whole.isEmpty ? [zero] : parts.whole) + parts.fraction.prefix(places))
        digits += [UInt8](repeating: zero, count: max(0, places - parts.fraction.count))
        let next = parts.fraction.dropFirst(places).first ?? zero
        if next >= UInt8(ascii: "5") { increment(&digits) }
        var result: [UInt8] = []
        if parts.isNegative, digits.contains(where: { $0 != zero }) { result.append(UInt8(ascii: "-")) }
        let wholeCount = digits.count - places
        for (index, digit) in digits.enumerated() {
            if index == wholeCount {
                result.append(UInt8(ascii: "."))
            } else if index > 0, index < wholeCount, (wholeCount - index) % 3 == 0 {
                result.append(UInt8(ascii: ","))
            }
            result.append(digit)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// A whole number for people, with commas between groups.
    static func display(_ number: Int) -> String {
        let plain = String(number.magnitude).utf8
        guard plain.count > 3 else { return String(number) }
        var result: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
        result.reserveCapacity(plain.count + plain.count / 3 + 1)
        for (index, digit) in plain.enumerated() {
            if index > 0, (plain.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
            result.append(digit)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The parts of a plain number, as bytes.
    private struct Parts {
        let isNegative: Bool
        let whole: ArraySlice<UInt8>
        let fraction: ArraySlice<UInt8>

        init(_ plain: String) {
            let bytes = Array(plain.utf8)
            isNegative = bytes.first == UInt8(ascii: "-")
            let digits = bytes.dropFirst(isNegative ? 1 : 0)
            let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.endIndex
            whole = digits[..<point]
            fraction = digits[point...].dropFirst()
        }
    }

    private static func increment(_ digits: inout [UInt8]) {
        for index in digits.indices.reversed() {
            guard digits[index] == UInt8(ascii: "9") else {
                digits[index] += 1
                return
            }
            digits[index] = UInt8(ascii: "0")
        }
        digits.insert(UInt8(ascii: "1"), at: 0)
    }
}
