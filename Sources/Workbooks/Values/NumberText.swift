import Foundation

/// Numbers as text: in full, without exponent, in the 15 digits that spreadsheet programs show.
enum NumberText {
    private static let mostDigits = 15

    /// Whether a text is a plain number of so few digits that it can stay as it is.
    ///
    /// A leading or trailing zero, a sign `+` and an exponent want to be rewritten.
    @inline(always)
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        if text.count > 0, text[0] == UInt8(ascii: "-") { index = 1 }
        guard text.count > index, text.count - index <= mostDigits else { return false }
        let start = index
        while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
        guard index > start, text[start] != UInt8(ascii: "0") || index == start + 1 else { return false }
        if index == text.count { return text[start] != UInt8(ascii: "0") || start == 0 }
        guard text[index] == UInt8(ascii: "."), index + 1 < text.count else { return false }
        index += 1
        while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
        return index == text.count && text[index - 1] != UInt8(ascii: "0")
    }

    /// The number that a text in a file stands for; nil of any other text.
    static func number(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        guard text.count > 0, text.count <= 64 else { return nil }
        // Neither hexadecimal nor `infinity`, which the library would take as well.
        let isNumeric = text.allSatisfy {
            $0 &- 0x30 < 10 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0)
        }
        guard isNumeric, let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite else { return nil }
        return number
    }

    /// Adds a number: the shortest text that reads back, or 15 digits where that is longer.
    static func append(_ number: Double, to bytes: inout [UInt8]) {
        var (digits, exponent) = parts("\(number.magnitude)")
        if digits.count > mostDigits {
            (digits, exponent) = parts(String(format: "%.14e", number.magnitude))
        }
        while digits.last == 0x30 { digits.removeLast() }
        guard !digits.isEmpty else { return bytes.append(0x30) }
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        // The point stands behind so many digits.
        let whole = exponent + 1
        if whole <= 0 {
            bytes += [0x30, UInt8(ascii: ".")] + [UInt8](repeating: 0x30, count: -whole) + digits
        } else if whole >= digits.count {
            bytes += digits + [UInt8](repeating: 0x30, count: whole - digits.count)
        } else {
            bytes += digits[..<whole] + [UInt8(ascii: ".")] + digits[whole...]
        }
    }

    /// The digits of a text without leading zeros, and the power of ten of the first one.
    private static func parts(_ text: String) -> (digits: [UInt8], exponent: Int) {
        let sides = text.utf8.split(separator: UInt8(ascii: "e"))
        let mantissa = sides.first.map(Array.init) ?? []
        var exponent = sides.count > 1 ? Int(String(decoding: sides[1], as: UTF8.self)) ?? 0 : 0
        let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mantissa.count
        var digits = mantissa.filter { $0 != UInt8(ascii: ".") }
        exponent += point - 1
        while digits.first == 0x30 {
            digits.removeFirst()
            exponent -= 1
        }
        return (digits, exponent)
    }

    /// Adds a whole number with at least so many digits; false where the number is none or has more than 15.
    static func append(_ number: Double, digits count: Int, to bytes: inout [UInt8]) -> Bool {
        guard number.magnitude < 1e15, number.rounded() == number else { return false }
        let text = Array("\(Int(number.magnitude))".utf8)
        if number < 0 { bytes.append(UInt8(ascii: "-")) }
        bytes += [UInt8](repeating: 0x30, count: max(0, min(count, 255) - text.count)) + text
        return true
    }
}
