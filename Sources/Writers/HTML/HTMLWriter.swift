import Reporting
import Support
import TrainingStats

/// Writes a report as one page for browsers that needs nothing else: no file beside it, no request, and no script to be
/// read; a few lines of script let headings sort.
public struct HTMLWriter: Sendable {
    /// The same report in another language.
    public struct Translation: Sendable {
        /// Its language.
        public let language: Language
        /// Where it is, as seen from the page.
        public let path: String

        /// A translation at a place.
        public init(language: Language, path: String) {
            self.language = language
            self.path = path
        }
    }

    private let translations: [Translation]
    /// Where the explorer of the report is, as seen from the page; nil if there is none.
    private let explorer: String?

    private let reload: PageReload?

    /// A writer of pages that lead to their translations, and to an explorer if there is one, and that show the newest report if
    /// there is a `reload`.
    package init(translations: [Translation] = [], explorer: String? = nil, reload: PageReload? = nil) {
        self.translations = translations
        self.explorer = explorer
        self.reload = reload
    }

    /// The file's text.
    public func text(of document: Document) -> String {
        let document = document.inItsDigits
        let language = document.language
        // Arabic-Indic figures have sign and percent where Arabic has them.
        let body = document.digits == .arab && language.isRightToLeft ? "<body class=\"arab\">" : "<body>"
        let hasContents = document.tables.count > 1
        return """
            \(Self.opening(in: language, readsScriptBesides: reload != nil))
            <meta name="description" content="\(markup(document.subject))">
            <meta name="author" content="\(markup(document.author))">
            <title>\(markup(document.title))</title>
            <style>
            \(PageStyle.rules)\(document.digits == .arab ? PageStyle.arabicPageNumbers : "")</style>
            </head>
            \(body)
            <a class="skip" href="#tables">\(markup(language(Phrase.skipToContent)))</a>
            \(head(document, hasContents: hasContents))<main>
            \(keyFigures(document))\(hasContents ? contents(document) : "")\
            <div id="tables">
            \(document.tables.filter { $0.id != keyTable(document)?.id }.map { section($0, document, isAlone: !hasContents) }.joined())\
            \(about(document))</div>
            </main>
            <script>
            \(PageScript.text)
            \(PictureScript.text)
            </script>
            \(reload?.script ?? "")</body>
            </html>

            """
    }

    /// The first lines of a page, up to what its head says of itself.
    ///
    /// Nothing is loaded from elsewhere, and markup that records might smuggle in may do nothing; the pictures that a page saves
    /// are made on it. While somebody works on the report, the script beside the page is read too.
    static func opening(in language: Language, readsScriptBesides: Bool = false) -> String {
        let scripts = readsScriptBesides ? "'unsafe-inline' 'self' file:" : "'unsafe-inline'"
        let policy =
            "default-src 'none'; style-src 'unsafe-inline'; script-src \(scripts); img-src data:; base-uri 'none'; "
            + "form-action 'none'"
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" dir="\(language.isRightToLeft ? "rtl" : "ltr")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            """
    }

    private func head(_ document: Document, hasContents: Bool) -> String {
        let others = translations.filter { $0.language != document.language }.map { other in
            let name = other.language(Phrase.languageName)
            return "<a href=\"\(markup(other.path))\" hreflang=\"\(other.language.rawValue)\" "
                + "lang=\"\(other.language.rawValue)\">\(markup(name))</a>"
        }
        var text = "<header>\n"
        if !others.isEmpty { text += "<p class=\"languages\">\(others.joined(separator: " "))</p>\n" }
        // The title of a table that stands alone is that of the page.
        let name =
            hasContents || document.keyFigures != nil
            ? nil : document.tables.first.map { " id=\"\(markup($0.id))-title\"" }
        text += "<h1\(name ?? "")>\(prose(document.title, document.language))</h1>\n"
        if !document.lead.isEmpty { text += "<p class=\"lead\">\(prose(document.lead, document.language))</p>\n" }
        if let explorer {
            let words = document.language(ExplorerPhrase.explore)
            text += "<p class=\"explore\"><a href=\"\(markup(explorer))\">\(markup(words))</a></p>\n"
        }
        return text + "</header>\n"
    }

    private func contents(_ document: Document) -> String {
        let language = document.language
        let items = document.tables.map { "<li><a href=\"#\(markup($0.id))\">\(markup($0.title))</a></li>\n" }
        var text = "<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">\(markup(language(Phrase.contents)))</h2>\n"
        text += "<ul>\n\(items.joined())</ul>\n</nav>\n"
        guard !document.omissions.isEmpty else { return text }
        let omitted = document.omissions.map { "<li>\(markup($0.title)): \(markup($0.reason))</li>\n" }
        return text + "<nav aria-labelledby=\"omitted\">\n<h2 id=\"omitted\">\(markup(language(Phrase.omitted)))</h2>\n"
            + "<ul>\n\(omitted.joined())</ul>\n</nav>\n"
    }

    /// The table of the key figures; nil where the report has none.
    private func keyTable(_ document: Document) -> Table? {
        document.keyFigures.flatMap { figures in document.tables.first { $0.id == figures.table } }
    }

    private func keyFigures(_ document: Document) -> String {
        guard let figures = document.keyFigures, var table = keyTable(document) else { return "" }
        // What the figures are about stands over the tiles.
        table.subtitle = ""
        return HTMLKeyFigures(figures, document).text(with: body(of: table, document))
    }

    private func section(_ table: Table, _ document: Document, isAlone: Bool = false) -> String {
        let id = markup(table.id)
        let heading = isAlone ? "" : "<h2 id=\"\(id)-title\">\(markup(table.title))</h2>\n"
        let paper = HTMLTable(table, document.language, document.digits).paper
        return "<section id=\"\(id)\"\(paper.isEmpty ? "" : " class=\"\(paper)\"")>\n"
            + "\(heading)\(body(of: table, document))</section>\n"
    }

    /// A table with its pictures and notes.
    private func body(of table: Table, _ document: Document) -> String {
        let (language, digits) = (document.language, document.digits)
        var text = ""
        // A table whose cells are shaded is its own picture.
        for picture in TablePicture.all(of: table, language, digits)
        where !(picture.isShading && table.isShaded) {
            text += figure(picture, language)
        }
        text += HTMLTable(table, language, digits).text
        if !table.notes.isEmpty {
            text += "<ul class=\"notes\">\n\(table.notes.map { "<li>\(prose($0, language))</li>\n" }.joined())</ul>\n"
        }
        if let shorthand = Sentence.explanation(of: table.display, language) {
            text += "<p class=\"shorthand\">\(markup(shorthand))</p>\n"
        }
        return text
    }

    /// A picture, in a box that scrolls if phones have no room for it.
    private func figure(_ picture: TablePicture, _ language: Language) -> String {
        let save = "data-save=\"\(markup(language(Phrase.savePicture)))\" data-name=\"\(markup(picture.name))\""
        let drawings = picture.elements.joined(separator: "\n")
        guard !picture.fitsPhones else { return "<figure \(save)>\n\(drawings)\n</figure>\n" }
        return "<p class=\"cue\" aria-hidden=\"true\">\(markup(language(Phrase.swipe)))</p>\n"
            + "<figure \(save) class=\"box\" tabindex=\"0\" role=\"group\" aria-label=\"\(markup(picture.title))\">\n"
            + "\(drawings)\n</figure>\n"
    }

    /// The definitions of terms, what the report is, and the files read.
    private func about(_ document: Document) -> String {
        let language = document.language
        var text = ""
        if !document.particulars.isEmpty {
            let lines = document.particulars.map {
                "<dt>\(markup($0.label))</dt><dd>\(prose($0.value, language))</dd>\n"
            }
            text += "<section>\n<h2>\(markup(language(Phrase.about)))</h2>\n<dl>\n\(lines.joined())</dl>\n</section>\n"
        }
        if !document.definitions.isEmpty {
            let lines = document.definitions.map { "<dt>\(markup($0.term))</dt><dd>\(prose($0.text, language))</dd>\n" }
            text += "<section>\n"
            text += "<h2>\(markup(language(Phrase.definitions)))</h2>\n"
            text += "<dl>\n\(lines.joined())</dl>\n</section>\n"
        }
        guard !document.inputs.isEmpty else { return text }
        let files = Grid(
            columns: [
                .init(id: "file", heading: language(Phrase.file), isNumeric: false),
                .init(id: "rows", heading: language(Phrase.rowsRead), isNumeric: true),
                .init(id: "rejected", heading: language(Phrase.rowsRejected), isNumeric: true),
                .init(id: "digest", heading: language(Phrase.digest), isNumeric: false),
            ],
            rows: document.inputs.map {
                Grid.Row([.text($0.file), .whole($0.rows), .whole($0.rejected), .text($0.sha256)])
            })
        let title = language(Phrase.inputs)
        return text + section(Table(id: "inputs-read", title: title, subtitle: "", display: files), document)
    }
}
