/// Numbers of cells as the records take them.
enum SheetNumber {
    /// How many digits records have behind the point.
    private static let mostDecimals = 6

    /// Adds a number, rounded to the digits that records have: a formula gives more of them than anybody typed.
    static func append(_ number: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        guard number.count > mostDecimals, let point = number.firstIndex(of: UInt8(ascii: ".")),
            number.endIndex - point - 1 > mostDecimals
        else { return bytes.append(contentsOf: number) }
        var kept = Array(number[...(point + mostDecimals)])
        if number[point + mostDecimals + 1] >= UInt8(ascii: "5") { addOne(to: &kept) }
        while kept.last == 0x30 { kept.removeLast() }
        if kept.last == UInt8(ascii: ".") { kept.removeLast() }
        bytes += kept == [UInt8(ascii: "-"), 0x30] ? [0x30] : kept
    }

    /// Adds a fraction as the percentage that its cell shows: no column of the records takes one, and so it is told.
    static func append(percentage fraction: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        let point = fraction.firstIndex(of: UInt8(ascii: ".")) ?? fraction.endIndex
        var digits = Array(fraction[..<point])
        let decimals = Array(fraction[min(point + 1, fraction.endIndex)...])
        digits += decimals.prefix(2) + [UInt8](repeating: 0x30, count: max(0, 2 - decimals.count))
        let isNegative = digits.first == UInt8(ascii: "-")
        let whole = digits.drop { $0 == 0x30 || $0 == UInt8(ascii: "-") }
        if isNegative { bytes.append(UInt8(ascii: "-")) }
        bytes += whole.isEmpty ? [0x30] : Array(whole)
        if decimals.count > 2 { bytes += [UInt8(ascii: ".")] + decimals.dropFirst(2) }
        bytes.append(UInt8(ascii: "%"))
    }

    /// Adds one to the last digit of a number.
    private static func addOne(to digits: inout [UInt8]) {
        var index = digits.count
        var first = 0
        while index > 0 {
            index -= 1
            if digits[index] == UInt8(ascii: ".") { continue }
            if digits[index] == UInt8(ascii: "-") {
                first = index + 1
                break
            }
            if digits[index] < UInt8(ascii: "9") {
                digits[index] += 1
                return
            }
            digits[index] = 0x30
        }
        digits.insert(UInt8(ascii: "1"), at: first)
    }
}
