import Reporting
import Support

extension Sentence {
    /// The sentences that explain the shorthand and the marks in some cells.
    static func explaining(shorthandOf cells: some Sequence<Cell>) -> [Sentence] {
        func isShown(_ shorthand: Cell) -> Bool {
            cells.contains { $0.unmarked == shorthand || $0.unmarked.displayText == shorthand.displayText }
        }
        return [isShown(.unknown) ? .notAvailable : nil, isShown(.notApplicable) ? .notApplicable : nil]
            .compactMap(\.self) + explaining(cells.map(\.marks))
    }

    /// The same of a grid in one line; nil where it has neither.
    static func explanation(of grid: Grid, _ language: Language) -> String? {
        let sentences = explaining(shorthandOf: grid.rows.lazy.flatMap(\.cells)).map { language($0) }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}
