import Reporting
import Support

extension Sentence {
    /// The sentences that explain the shorthand and the marks in some cells.
    static func explaining(shorthandOf cells: some Sequence<Cell>) -> [Sentence] {
        let (unknown, notApplicable) = (Cell.unknown.displayText, Cell.notApplicable.displayText)
        var shown = (unknown: false, notApplicable: false)
        for cell in cells {
            guard let text = cell.unmarked.shownText else { continue }
            if text == unknown { shown.unknown = true }
            if text == notApplicable { shown.notApplicable = true }
        }
        return [shown.unknown ? .notAvailable : nil, shown.notApplicable ? .notApplicable : nil]
            .compactMap(\.self) + explaining(cells.map(\.marks))
    }

    /// The same of a grid in one line; nil where it has neither.
    static func explanation(of grid: Grid, _ language: Language) -> String? {
        let sentences = explaining(shorthandOf: grid.rows.lazy.flatMap(\.cells)).map { language($0) }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}

extension Cell {
    /// The text of a cell that shows no number, which may be shorthand; nil of numbers and days.
    fileprivate var shownText: String? {
        switch self {
        case .whole, .decimal, .date, .empty: nil
        case .signed(let cell): cell.shownText
        case .real(let number, _), .share(let number), .points(let number, _): number.isFinite ? nil : displayText
        default: displayText
        }
    }
}
