import TrainingStats

/// Numbers as text: plain for programs, grouped and rounded for people.
///
/// No exponent, and no locale has a say.
enum PlainNumber {
    /// A number in data output: an integer in full, else the shortest form that reads back as the same Double.
    static func data(_ number: Double) -> String {
        let text = number.magnitude.description
        let parts = text.split(separator: "e", maxSplits: 1)
        var digits = String(parts.first ?? "0")
        if digits.hasSuffix(".0") { digits.removeLast(2) }
        if parts.count == 2, let exponent = Int(parts[1]) { digits = shifted(digits, by: exponent) }
        return (number < 0 ? "-" : "") + digits
    }

    /// A decimal in data output.
    static func data(_ decimal: ExactDecimal) -> String {
        decimal.millionths % ExactDecimal.scale == 0
            ? String(decimal.millionths / ExactDecimal.scale) : data(decimal.double)
    }

    /// A plain number with its decimal point moved to the right, or to the left for a negative count.
    static func shifted(_ plain: String, by places: Int) -> String {
        let isNegative = plain.hasPrefix("-")
        let parts = plain.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        let whole = parts.first.map(String.init) ?? "0"
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        let lead = String(repeating: "0", count: max(0, -places - whole.count + 1))
        let tail = String(repeating: "0", count: max(0, places - fraction.count))
        let digits = Array(lead + whole + fraction + tail)
        let point = lead.count + whole.count + places
        let left = String(digits[..<point]).drop { $0 == "0" }
        var right = Substring(String(digits[point...]))
        while right.hasSuffix("0") { right = right.dropLast() }
        return (isNegative ? "-" : "") + (left.isEmpty ? "0" : left) + (right.isEmpty ? "" : "." + right)
    }

    /// A plain number for people: so many digits after the point, halves rounded away from zero, commas between groups.
    static func display(_ plain: String, places: Int) -> String {
        let isNegative = plain.hasPrefix("-")
        let parts = plain.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        let fraction = parts.count == 2 ? Array(parts[1]) : []
        var digits = Array(parts.first ?? "0") + fraction.prefix(places)
        digits += [Character](repeating: "0", count: max(0, places - fraction.count))
        if fraction.count > places, fraction[places] >= "5" { increment(&digits) }
        let isZero = digits.allSatisfy { $0 == "0" }
        let whole = grouped(digits.dropLast(places))
        return (isNegative && !isZero ? "-" : "") + whole + (places > 0 ? "." + String(digits.suffix(places)) : "")
    }

    private static func increment(_ digits: inout [Character]) {
        for index in digits.indices.reversed() {
            guard digits[index] == "9" else {
                digits[index] = Character(String((digits[index].wholeNumberValue ?? 0) + 1))
                return
            }
            digits[index] = "0"
        }
        digits.insert("1", at: 0)
    }

    private static func grouped(_ digits: ArraySlice<Character>) -> String {
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }
}
