import Reporting
import Support
import TrainingStats

/// Writes an explorer: one page, without any request, in which a reader chooses rows, columns, filters and a figure.
public struct ExplorerWriter: Sendable {
    private let translations: [HTMLWriter.Translation]
    private let files: [File]

    /// A file of the pack that has tables.
    public struct File: Sendable {
        /// Where it is, as seen from the page.
        public let path: String
        /// Whether it is the report as a page, to which the explorer leads back.
        public let isReport: Bool

        /// A file at a place.
        public init(path: String, isReport: Bool = false) {
            self.path = path
            self.isReport = isReport
        }
    }

    /// A writer of pages that lead to their translations and to the files of their pack.
    public init(translations: [HTMLWriter.Translation] = [], files: [File] = []) {
        self.translations = translations
        self.files = files
    }

    /// The file's text.
    package func text(of cube: FigureCube) -> String {
        let language = cube.language
        func words(_ text: String) -> String { cube.digits.words(text, in: language) }
        let title = words(language(ExplorerPhrase.exploreTitle, ["title": cube.title]))
        return """
            \(HTMLWriter.opening(in: language))
            <title>\(markup(title))</title>
            <style>
            \(PageStyle.rules)\(ExplorerStyle.rules)</style>
            </head>
            \(cube.digits == .arab && language.isRightToLeft ? "<body class=\"arab\">" : "<body>")
            <a class="skip" href="#result">\(markup(language(Phrase.skipToContent)))</a>
            <header>
            \(translationLinks(language))<h1>\(prose(title, language))</h1>
            <dl>
            \(cube.particulars.map { "<dt>\(markup(words($0.label)))</dt><dd>\(prose(words($0.value), language))</dd>\n" }.joined())</dl>
            \(reportLink(language))</header>
            <main>
            \(warning(of: cube, words))<noscript>
            <p>\(markup(language(ExplorerPhrase.withoutScripts)))</p>
            \(fileList)</noscript>
            <form id="choice" hidden></form>
            <div id="said" role="status"></div>
            <section id="result" tabindex="-1" hidden></section>
            \(notes(of: cube, words))</main>
            <script type="application/json" id="cube">
            \(CubeJSON(cube).text)
            </script>
            <script>
            \(ExplorerScript.text)
            </script>
            </body>
            </html>

            """
    }

    /// That the file has figures of few persons, where it has.
    private func warning(of cube: FigureCube, _ words: (String) -> String) -> String {
        guard let warning = cube.smallCells.warning else { return "" }
        return "<ul class=\"warnings\">\n<li>\(prose(words(warning(cube.language)), cube.language))</li>\n</ul>\n"
    }

    private func translationLinks(_ language: Language) -> String {
        let others = translations.filter { $0.language != language }.map { other in
            "<a href=\"\(markup(other.path))\" hreflang=\"\(other.language.rawValue)\" "
                + "lang=\"\(other.language.rawValue)\">\(markup(other.language(Phrase.languageName)))</a>"
        }
        return others.isEmpty ? "" : "<p class=\"languages\">\(others.joined(separator: " "))</p>\n"
    }

    private func reportLink(_ language: Language) -> String {
        guard let report = files.first(where: \.isReport) else { return "" }
        return "<p><a href=\"\(markup(report.path))\">\(markup(language(ExplorerPhrase.toReport)))</a></p>\n"
    }

    private var fileList: String {
        let links = files.map { "<li><a href=\"\(markup($0.path))\">\(markup($0.path))</a></li>\n" }
        return links.isEmpty ? "" : "<ul>\n\(links.joined())</ul>\n"
    }

    /// The notes on the records, and what the explorer does not have.
    private func notes(of cube: FigureCube, _ words: (String) -> String) -> String {
        let language = cube.language
        func list(_ id: String, _ heading: String, _ items: [String]) -> String {
            guard !items.isEmpty else { return "" }
            let lines = items.map { "<li>\(prose(words($0), language))</li>\n" }.joined()
            return "<section aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">\(markup(heading))</h2>\n"
                + "<ul class=\"notes\">\n\(lines)</ul>\n</section>\n"
        }
        let used = cube.figures.flatMap(\.values).map(\.marks)
        let marks = ([.notAvailable, .notApplicable] + Sentence.explaining(used)).map { language($0) }
        return list("notes", language(Phrase.notes), cube.notes + marks)
            + list("left-out", language(ExplorerPhrase.leftOut), Self.lines(of: cube.omissions, language))
    }

    /// What is left out, a line for each reason.
    private static func lines(of omissions: [FigureCube.Omission], _ language: Language) -> [String] {
        omissions.reduce(into: [(reason: String, headings: [String])]()) { lines, omission in
            if let line = lines.firstIndex(where: { $0.reason == omission.reason }) {
                lines[line].headings.append(omission.heading)
            } else {
                lines.append((omission.reason, [omission.heading]))
            }
        }.map { "\(language.list($0.headings)): \($0.reason)" }
    }
}
