import Releases
import Reporting
import Support
import Writers

extension ReleaseSummary {
    /// What a report says at a glance in each of its languages; nil if it has no key figures.
    init?(_ documents: [Document]) {
        guard let missedTargets = documents.first?.keyFigures?.missedTargets else { return nil }
        let words = documents.compactMap { document in
            document.inItsDigits.keyFigures.map { Words($0, document) }
        }
        self.init(languages: words, missedTargets: missedTargets)
    }
}

extension ReleaseSummary.Words {
    fileprivate init(_ figures: KeyFigures, _ document: Document) {
        let language = document.language
        func text(_ cell: Cell) -> String {
            let text = cell.displayText(document.digits)
            // Among words from right to left, signs would change their side.
            return language.isRightToLeft && document.digits == .latn ? "\u{2066}\(text)\u{2069}" : text
        }
        func sentences(_ statements: [KeyFigures.Statement]) -> [String] { statements.map { $0.text(text) } }
        self.init(
            language: language.rawValue, caption: figures.caption, warnings: sentences(figures.warnings),
            figures: figures.tiles.map { tile in
                let change = tile.change.map { change in
                    ([text(change)] + [tile.relativeChange].compactMap(\.self).map { "(\(text($0)))" }
                        + [tile.comparison]).joined(separator: " ")
                }
                return ReleaseSummary.Figure(
                    name: tile.label, value: tile.value(language, text), change: change,
                    remarks: sentences(tile.remarks))
            }, findings: sentences(figures.findings),
            notes: Sentence.explaining(figures.tiles.map(\.figure.marks)).map { document.words(language($0)) })
    }
}
