import Support

/// Reads shares of a hundred: `62%`, `62 %`, `٨٥٪`, `%62`, `82,50 %`, and 0.85 of a cell that is shown as a percentage.
package struct PercentReader: Sendable {
    private let numbers: NumberReader

    /// A reader of percentages with a sign before the fraction.
    package init(mark: DecimalMark = .point) { numbers = NumberReader(mark: mark) }

    /// The percentage of a text with a per cent sign, 62 of `62%`; nil of a text without.
    package func callAsFunction(_ text: String) -> ExactDecimal? {
        let tidy = CellText.unguarded(text)
        guard let sign = tidy.first(where: Self.isSign), tidy.first == sign || tidy.last == sign else { return nil }
        let rest = tidy.first == sign ? tidy.dropFirst() : tidy.dropLast()
        guard let number = numbers.measured(String(rest)), number.unit.isEmpty else { return nil }
        return number.value
    }

    /// The percentage of a fraction as a cell holds it, 85 of 0.85, rounded to six decimals.
    package static func percentage(ofFraction text: String) -> ExactDecimal? {
        NumberReader.rounded(hundredfold(text))
    }

    /// A plain decimal with its point two places further on: 0.857 is 85.7.
    private static func hundredfold(_ text: String) -> String {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = (parts.count == 2 ? String(parts[1]) : "") + "00"
        return "\(parts.first ?? "")\(fraction.prefix(2)).\(fraction.dropFirst(2))0"
    }

    private static func isSign(_ character: Character) -> Bool {
        character == "%" || character == "٪" || character == "％"
    }
}
