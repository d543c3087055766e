/// Days and times that a file has as text: in strict xlsx files and in ods.
enum ISOTime {
    /// Adds a text such as `2024-12-31`, `2024-12-31T09:30:00` or `09:30:00.000`; text of any other.
    static func append(_ text: some Collection<UInt8>, to bytes: inout [UInt8]) -> SheetCell.Kind {
        var rest = Array(text)
        if rest.last == UInt8(ascii: "Z") { rest.removeLast() }
        let sides = rest.split(separator: UInt8(ascii: "T"), maxSplits: 1)
        if sides.count == 2, isDate(sides[0]), let clock = clock(sides[1]) {
            bytes += sides[0]
            if clock.elementsEqual("00:00".utf8) { return .date }
            bytes += [UInt8(ascii: "T")] + clock
            return .dateTime
        }
        if isDate(rest[...]) {
            bytes += rest
            return .date
        }
        if let clock = clock(rest[...]) {
            bytes += clock
            return .time
        }
        bytes += text
        return .text
    }

    /// Adds a duration such as `PT09H30M00S`; text of any other.
    static func append(duration text: some Collection<UInt8>, to bytes: inout [UInt8]) -> SheetCell.Kind {
        var numbers: [UInt8: Int] = [:]
        var number = 0
        var isFraction = false
        guard text.starts(with: "PT".utf8) else { return .text }
        for byte in text.dropFirst(2) {
            switch byte {
            case 0x30...0x39 where !isFraction:
                guard number < 1_000_000 else { return .text }
                number = number * 10 + Int(byte - 0x30)
            case 0x30...0x39: break
            case UInt8(ascii: "."), UInt8(ascii: ","): isFraction = true
            case UInt8(ascii: "H"), UInt8(ascii: "M"), UInt8(ascii: "S"):
                numbers[byte] = number
                (number, isFraction) = (0, false)
            default: return .text
            }
        }
        let (hours, minutes, seconds) = (
            numbers[UInt8(ascii: "H")] ?? 0, numbers[UInt8(ascii: "M")] ?? 0, numbers[UInt8(ascii: "S")] ?? 0
        )
        let total = hours * 3_600 + minutes * 60 + seconds
        bytes += parts([total / 3_600, total / 60 % 60] + (total % 60 > 0 ? [total % 60] : []))
        return .time
    }

    private static func parts(_ numbers: [Int]) -> [UInt8] {
        Array(numbers.map { ($0 < 10 ? "0" : "") + "\($0)" }.joined(separator: ":").utf8)
    }

    private static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
        text.count == 10
            && text.enumerated().allSatisfy { $0 == 4 || $0 == 7 ? $1 == UInt8(ascii: "-") : $1 &- 0x30 < 10 }
    }

    /// Hours and minutes, and seconds if there are any; fractions of a second are passed over.
    private static func clock(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let clock = Array(text.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "+") })
        guard clock.count == 8 || clock.count == 5,
            clock.enumerated().allSatisfy({ $0 % 3 == 2 ? $1 == UInt8(ascii: ":") : $1 &- 0x30 < 10 })
        else { return nil }
        return clock.count == 8 && clock.suffix(3).elementsEqual(":00".utf8) ? Array(clock.prefix(5)) : clock
    }
}
