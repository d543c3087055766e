import Support
import TrainingStats

/// Which sign stands before the fraction of a number.
package enum DecimalMark: String, NamedCode {
    /// 1,250.5.
    case point
    /// 1.250,5.
    case comma
}

/// A number with what it counts.
package struct MeasuredNumber: Hashable, Sendable {
    /// The number.
    package var value: ExactDecimal
    /// The word or sign beside it, folded: kd of `90 KD`; empty if there is none.
    package var unit: String
}

/// Reads numbers as offices write them: `1,200`, `1.250,5`, `90 KD`, `٩٠٫٥ د.ك`, `$ 9,999`, `(12)`.
package struct NumberReader: Sendable {
    private let mark: DecimalMark

    /// A reader of numbers with a sign before the fraction.
    package init(mark: DecimalMark = .point) { self.mark = mark }

    /// The number that a text is; nil if it is none, or none with this sign.
    package func callAsFunction(_ text: String) -> ExactDecimal? { measured(text)?.value }

    /// The number that a text is, with the unit before or behind it.
    package func measured(_ text: String) -> MeasuredNumber? {
        let scalars = Array(CellText.unguarded(text).unicodeScalars)
        guard scalars.count <= 80, let first = scalars.firstIndex(where: Self.isDigit),
            let last = scalars.lastIndex(where: Self.isDigit)
        else { return nil }
        // A fraction may begin with its sign: .5
        var start = first
        if first > 0, isDecimalSign(scalars[first - 1]), first == 1 || !scalars[first - 2].properties.isAlphabetic {
            start -= 1
        }
        let before = Self.text(scalars[..<start])
        let after = Self.text(scalars[(last + 1)...])
        guard let number = plain(scalars[start...last]) else { return nil }
        let sign = before.filter { "-−+".contains($0) }
        let isInBrackets = before.hasPrefix("(") && after.hasSuffix(")")
        guard sign.count <= 1, after.allSatisfy({ !"-−+".contains($0) }) || after == "/-" else { return nil }
        let units = [before, after].map { Self.unit($0) }
        guard let units = units as? [String], units[0].isEmpty || units[1].isEmpty else { return nil }
        let isNegative = isInBrackets || (!sign.isEmpty && sign != "+")
        let value = isNegative ? ExactDecimal(millionths: -number.millionths) : number
        return MeasuredNumber(value: value, unit: units[0] + units[1])
    }

    private func isDecimalSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "٫" || scalar == (mark == .point ? "." : ",")
    }

    /// Digits with groups of three and a fraction.
    private func plain(_ scalars: ArraySlice<Unicode.Scalar>) -> ExactDecimal? {
        var digits = ""
        var group: Int?
        var hasFraction = false
        for scalar in scalars {
            if Self.isDigit(scalar) {
                digits.unicodeScalars.append(scalar)
                group = group.map { $0 + 1 }
            } else if isDecimalSign(scalar), !hasFraction {
                guard group == nil || group == 3 else { return nil }
                (hasFraction, group) = (true, nil)
                digits += digits.isEmpty ? "0." : "."
            } else if Self.groupSigns(mark).contains(scalar), !hasFraction, group == nil || group == 3 {
                guard group != nil || (1...3).contains(digits.utf8.count) else { return nil }
                group = 0
            } else {
                return nil
            }
        }
        guard hasFraction || group == nil || group == 3 else { return nil }
        return ExactDecimal(digits)
    }

    private static func groupSigns(_ mark: DecimalMark) -> Set<Unicode.Scalar> {
        [mark == .point ? "," : ".", "٬", "'", "’", " "]
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return CellText.tidied(String(view))
    }

    /// What stands beside a number, folded, if it is a currency; nil of anything else: Office 3 is no number.
    private static func unit(_ text: String) -> String? {
        let signs = text.unicodeScalars.filter { $0.properties.generalCategory == .currencySymbol }
        let folded = Spelling.folded(text)
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.generalCategory == .currencySymbol
                || " .-−+()=/[]".unicodeScalars.contains(scalar)
        }
        guard isPlain, folded.isEmpty || currencies.contains(folded) else { return nil }
        return folded + String(String.UnicodeScalarView(signs))
    }

    private static let currencies: Set<String> = {
        let names = [
            "KD", "KWD", "SAR", "SR", "AED", "DH", "Dhs", "QAR", "QR", "OMR", "RO", "BHD", "BD", "USD", "US", "EUR",
            "GBP", "N",
            "dinar", "dinars", "riyal", "riyals", "rial", "rials", "dirham", "dirhams", "dollar", "dollars", "euro",
            "euros",
            "د.ك", "دينار", "دنانير", "دينار كويتي", "ر.س", "ريال", "ريالات", "د.إ", "درهم", "دراهم", "ر.ق", "ر.ع",
            "د.ب", "دولار", "يورو",
        ]
        return Set(names.map { Spelling.folded($0) })
    }()

    /// A plain decimal with more decimals than count, as programs store fractions; it is rounded.
    static func rounded(_ text: String) -> ExactDecimal? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.count > 6, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let cut = ExactDecimal("\(parts[0]).\(parts[1].prefix(6))")
        else { return ExactDecimal(text) }
        let roundsUp = parts[1].utf8.dropFirst(6).first.map { $0 >= 0x35 } ?? false
        return roundsUp ? ExactDecimal(millionths: cut.millionths + (text.hasPrefix("-") ? -1 : 1)) : cut
    }
}

/// What the values of a column say about the sign before a fraction.
package struct DecimalMarkEvidence: Sendable {
    private var counts: [DecimalMark: Int] = [:]
    /// How many could have either: 1,200.
    package private(set) var open = 0

    /// No values yet.
    package init() {}

    /// Takes the next value into account.
    package mutating func add(_ text: String) {
        let tidy = CellText.unguarded(text)
        guard tidy.contains(where: { $0 == "," || $0 == "." }) else { return }
        let bare = tidy.filter { $0 != "%" && $0 != "٪" }
        let readings = DecimalMark.allCases.filter { NumberReader(mark: $0)(bare) != nil }
        if readings.count == 2, NumberReader(mark: .point)(bare) != NumberReader(mark: .comma)(bare) { open += 1 }
        if readings.count == 1, let only = readings.first { counts[only, default: 0] += 1 }
    }

    /// The sign that the values decide; nil where none or both are proven.
    package var mark: DecimalMark? { counts.count == 1 ? counts.keys.first : nil }
}
