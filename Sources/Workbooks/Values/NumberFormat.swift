/// How a cell shows its number, as far as that says what the number is.
struct NumberFormat: Hashable, Sendable {
    /// What a section of a format shows.
    enum Shape: Hashable, Sendable {
        case number
        /// A whole number with at least so many digits.
        case digits(Int)
        case percent
        case date
        case dateTime
        case time
        /// Hours, minutes or seconds that may be more than a clock has.
        case duration
    }

    /// What numbers above zero, below it and zero itself are shown as.
    let positive: Shape
    let negative: Shape
    let zero: Shape

    /// The format of cells that have none.
    static let general = NumberFormat(.number)

    /// A format that shows all numbers alike.
    init(_ shape: Shape) { self.init(positive: shape, negative: shape, zero: shape) }

    private init(positive: Shape, negative: Shape, zero: Shape) {
        self.positive = positive
        self.negative = negative
        self.zero = zero
    }

    /// The format of a code, such as `dd/mm/yyyy` or `0.0%;[Red]-0.0%`.
    init(code: String) {
        let sections = Self.sections(of: Array(code.utf8.prefix(1_024)))
        let shapes = sections.map(\.shape)
        let first = shapes.first ?? .number
        // Conditions such as [>=100] say which numbers a section is for; the first one stands for all then.
        guard !sections.contains(where: \.isConditional) else {
            self.init(first)
            return
        }
        self.init(
            positive: first, negative: shapes.count > 1 ? shapes[1] : first, zero: shapes.count > 2 ? shapes[2] : first)
    }

    /// The format of an identifier that every program knows; nil of those that a file must explain.
    init?(builtIn identifier: Int) {
        switch identifier {
        case 9, 10: self.init(.percent)
        case 14...17, 27...31, 34...36, 50...58: self.init(.date)
        case 18...21, 32, 33, 45, 47: self.init(.time)
        case 22: self.init(.dateTime)
        case 46: self.init(.duration)
        case 0...49, 59...81: self.init(.number)
        default: return nil
        }
    }

    /// The shape of a number.
    func shape(of number: Double) -> Shape { number > 0 ? positive : number < 0 ? negative : zero }

    /// What a section of a code consists of.
    private struct Section {
        var hasDay = false
        var hasMonth = false
        var hasClock = false
        var isElapsed = false
        var hasPercent = false
        var isConditional = false
        var zeros = 0
        var hasOtherDigits = false

        var shape: Shape {
            if isElapsed { return .duration }
            if hasDay { return hasClock ? .dateTime : .date }
            // A month beside hours is minutes.
            if hasClock { return .time }
            if hasMonth { return .date }
            if hasPercent { return .percent }
            return zeros > 1 && !hasOtherDigits ? .digits(zeros) : .number
        }
    }

    private static func sections(of code: [UInt8]) -> [Section] {
        var sections = [Section()]
        var index = 0
        /// Whether a word follows, in any case of its letters.
        func follows(_ word: String) -> Bool {
            code[index...].prefix(word.utf8.count).map { $0 | 0x20 }.elementsEqual(word.utf8.map { $0 | 0x20 })
        }
        while index < code.count {
            let last = sections.count - 1
            let byte = code[index]
            switch byte {
            case UInt8(ascii: ";"): sections.append(Section())
            case UInt8(ascii: "\""):
                index = code[(index + 1)...].firstIndex(of: byte) ?? code.count
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): index += 1
            case UInt8(ascii: "["):
                let end = code[index...].firstIndex(of: UInt8(ascii: "]")) ?? code.count
                let inside = code[(index + 1)..<max(end, index + 1)]
                if let first = inside.first {
                    if inside.allSatisfy({ $0 | 0x20 == first | 0x20 }), "hms".utf8.contains(first | 0x20) {
                        sections[last].isElapsed = true
                    } else if "<>=".utf8.contains(first) {
                        sections[last].isConditional = true
                    }
                }
                index = end
            case _ where follows("General"): index += 6
            case _ where follows("AM/PM"):
                sections[last].hasClock = true
                index += 4
            case _ where follows("A/P"):
                sections[last].hasClock = true
                index += 2
            // An exponent, not the year of an era.
            case _ where follows("E+") || follows("E-"):
                sections[last].hasOtherDigits = true
                index += 1
            case UInt8(ascii: "%"): sections[last].hasPercent = true
            case UInt8(ascii: "0"): sections[last].zeros += 1
            case UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"):
                sections[last].hasOtherDigits = true
            default:
                switch byte | 0x20 {
                case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "b"):
                    sections[last].hasDay = true
                case UInt8(ascii: "m"): sections[last].hasMonth = true
                case UInt8(ascii: "h"), UInt8(ascii: "s"): sections[last].hasClock = true
                default: break
                }
            }
            index += 1
        }
        return sections
    }
}
