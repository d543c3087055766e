import Reporting
import Support
import TrainingStats

/// What a page begins with: warnings, the key figures as tiles, what stands out, and the table with all key figures.
struct HTMLKeyFigures {
    private let figures: KeyFigures
    private let language: Language
    private let digits: Digits

    /// The key figures of a document, whose words have its digits.
    init(_ figures: KeyFigures, _ document: Document) {
        (self.figures, language, digits) = (figures, document.language, document.digits)
    }

    /// The part of the page, with the markup of the table.
    func text(with table: String) -> String {
        let id = markup(figures.table)
        var text = "<section class=\"key\" id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n"
        text += "<h2 id=\"\(id)-title\">\(markup(figures.title))</h2>\n"
        text += "<p class=\"caption\">\(prose(figures.caption, language))</p>\n"
        if !figures.warnings.isEmpty {
            text += "<ul class=\"warnings\">\n\(figures.warnings.map(item).joined())</ul>\n"
        }
        text +=
            "<ul class=\"tiles\(figures.tiles.count == 4 ? " four" : "")\">\n\(figures.tiles.map(tile).joined())</ul>\n"
        if !figures.findings.isEmpty {
            text += "<h3>\(markup(figures.headingOfFindings))</h3>\n"
            text += "<ul class=\"findings\">\n\(figures.findings.map(item).joined())</ul>\n"
        }
        return text + "<h3>\(markup(language(Phrase.allKeyFigures)))</h3>\n\(table)</section>\n"
    }

    private func item(_ statement: KeyFigures.Statement) -> String { "<li>\(linked(statement))</li>\n" }

    private func linked(_ statement: KeyFigures.Statement) -> String {
        let words = inDirection(statement.text { $0.displayText(digits) })
        return statement.table.map { "<a href=\"#\(markup($0))\">\(words)</a>" } ?? words
    }

    /// Running text, in which figures keep their own direction.
    private func inDirection(_ text: String) -> String {
        let text = prose(text, language)
        guard language.isRightToLeft, digits == .latn else { return text }
        return isolatingFigures(text) { "<bdi dir=\"ltr\">\($0)</bdi>" }
    }

    private func tile(_ tile: KeyFigures.Tile) -> String {
        var text = "<li class=\"tile\"><h3>\(markup(tile.label))</h3>\n"
        text += "<p class=\"figure\(size(of: tile))\">\(tile.value(language, figure))</p>\n"
        if let change = tile.change {
            let changes = [change] + [tile.relativeChange].compactMap(\.self)
            let shown = changes.enumerated().map { $0 == 0 ? figure($1) : "(\(figure($1)))" }.joined(separator: " ")
            text += "<p class=\"change\"><b>\(shown)</b> \(prose(tile.comparison, language))</p>\n"
        }
        text += trend(tile)
        for remark in tile.remarks {
            let kind = remark.isGood.map { $0 ? " class=\"good\"" : " class=\"bad\"" } ?? ""
            text += "<p\(kind)>\(linked(remark))</p>\n"
        }
        return text + "</li>\n"
    }

    /// The class of a figure that is too long for the usual letters of a narrow tile.
    private func size(of tile: KeyFigures.Tile) -> String {
        switch tile.figure.displayText.count + (tile.most.map { $0.displayText.count + 4 } ?? 0) {
        case ...10: ""
        case ...15: " long"
        default: " longest"
        }
    }

    /// A figure in its own direction: that of the page where it has Arabic digits or a unit in words.
    private func figure(_ cell: Cell) -> String {
        let shown = markup(cell.displayText(digits))
        guard language.isRightToLeft, digits == .arab || isInWords(cell) else {
            return "<bdi dir=\"ltr\">\(shown)</bdi>"
        }
        return "<bdi dir=\"rtl\">\(digits == .arab ? shown : withUnit(shown))</bdi>"
    }

    private func isInWords(_ cell: Cell) -> Bool {
        if case .points = cell.unmarked.unsigned { true } else { false }
    }

    /// The trend as small columns from 0, the last one standing out; it is told in words to those who do not see it.
    private func trend(_ tile: KeyFigures.Tile) -> String {
        guard let first = tile.trend.first, let last = tile.trend.last,
            let columns = Sparkline(tile.trend, language).element
        else { return "" }
        let words = tile.trend.map { "\($0.label): \($0.figure.displayText(digits))" }
        return "<div class=\"trend\" role=\"img\" aria-label=\"\(markup(language.listOfFigures(words)))\">\(columns)"
            + "<span>\(markup(first.label))</span><span>\(markup(last.label))</span></div>\n"
    }
}

extension Language {
    /// Figures with the names of their periods, beside each other.
    fileprivate func listOfFigures(_ figures: [String]) -> String {
        figures.joined(separator: self(Phrase.listSemicolon))
    }
}
