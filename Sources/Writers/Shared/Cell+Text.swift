import Reporting
import Support
import TrainingStats

extension Cell {
    /// The cell in data output: plain numbers, markers as in SDMX.
    var dataText: String {
        switch self {
        case .text(let text): text
        case .whole(let number): String(number)
        case .decimal(let decimal, _): PlainNumber.data(decimal)
        case .real(let number, _), .share(let number), .points(let number, _):
            number.isFinite ? PlainNumber.data(number) : "_Z"
        case .date(let date): date.description
        case .notApplicable, .unknown: dataMarker ?? ""
        case .signed(let cell), .marked(let cell, _): cell.dataText
        case .empty: ""
        }
    }

    /// The cell in documents, with these digits; the words of text cells have them already.
    package func displayText(_ digits: Digits) -> String {
        switch self {
        case .text(let text): text
        case .marked(let cell, let marks): cell.displayText(digits) + " " + marks.shorthand
        default: digits.figure(displayText)
        }
    }

    /// The cell in documents with Latin digits: grouped and rounded numbers, shares in percent, shorthand in brackets.
    package var displayText: String {
        switch self {
        case .text(let text): text
        case .whole(let number): PlainNumber.display(number)
        case .decimal(let decimal, let places): PlainNumber.display(decimal.description, places: places)
        case .real(let number, let places):
            number.isFinite ? PlainNumber.display(PlainNumber.data(number), places: places) : "[z]"
        case .share(let share): share.isFinite ? Self.percentage(share) + "%" : "[z]"
        case .points(let difference, let unit):
            difference.isFinite ? Self.percentage(difference) + " " + unit : "[z]"
        case .date(let date): date.description
        case .notApplicable, .unknown: shorthand ?? ""
        case .signed(let cell): Self.withSign(cell.displayText, cell.finite)
        case .marked(let cell, let marks): cell.displayText + " " + marks.shorthand
        case .empty: ""
        }
    }

    /// The text of a difference with a sign of the same width for more and for less; none where it is shown as nothing.
    private static func withSign(_ text: String, _ number: Double?) -> String {
        guard let number, text.contains(where: { ("1"..."9").contains($0) }) else { return text }
        return number > 0 ? "+" + text : "\u{2212}" + text.drop { $0 == "-" }
    }

    /// A fraction of one times a hundred.
    private static func percentage(_ fraction: Double) -> String {
        PlainNumber.display(PlainNumber.shifted(PlainNumber.data(fraction), by: 2), places: 1)
    }
}
