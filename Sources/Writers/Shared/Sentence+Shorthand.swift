import Reporting

extension Sentence {
    /// The sentences that explain the shorthand and the marks in some cells.
    static func explaining(shorthandOf cells: some Sequence<Cell>) -> [Sentence] {
        func isShown(_ shorthand: Cell) -> Bool {
            cells.contains { $0.unmarked == shorthand || $0.unmarked.displayText == shorthand.displayText }
        }
        return [isShown(.unknown) ? .notAvailable : nil, isShown(.notApplicable) ? .notApplicable : nil]
            .compactMap(\.self) + explaining(cells.map(\.marks))
    }
}
