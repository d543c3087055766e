import Foundation
import Records
import Reporting
import Support
import TrainingStats
import Writers

/// The files of a report pack.
struct PackWriter {
    let formats: Set<OutputFormat>
    let profile: WorkbookProfile
    let style: DataStyle
    let printer: PagePrinter
    /// What lets open pages show the newest report; nil of packs that are handed out.
    let reload: PageReload?

    /// The files of the pack that hold all rows of all tables.
    var completeTables: [CompleteTables] {
        let places: [(OutputFormat, CompleteTables)] = [(.csv, .csv), (.xlsx, .workbook), (.html, .page)]
        return places.filter { formats.contains($0.0) }.map(\.1)
    }

    /// The tables that cannot be written as SDMX, if the pack has SDMX.
    func withoutSDMX(_ document: Document) -> [String] {
        formats.contains(.sdmxCSV) ? document.tables.filter { $0.structure == nil }.map(\.id) : []
    }

    /// Writes the report in its languages to a folder, and the explorers of these languages.
    ///
    /// The workbook, which takes as long as most others together, is written beside them. Pages are printed afterwards: a program does
    /// that, which is not to be started while a library's messages are kept from standard error.
    func write(_ documents: [Document], exploring cubes: [FigureCube], to folder: PackFolder) throws {
        typealias Writer = (format: OutputFormat, write: ([Document], PackFolder) throws -> Void)
        func write(_ writers: [Writer]) throws {
            for writer in writers where formats.contains(writer.format) { try writer.write(documents, folder) }
        }
        let lanes: [[Writer]] = [
            [
                (.md, writeMarkdown), (.html, writePages), (.csv, writeTables), (.sdmxCSV, writeSDMX),
                (.explore, { try writeExplorers(cubes, $0, to: $1) }),
            ],
            [(.xlsx, writeBook)],
        ]
        _ = try mapTogether(lanes.filter { $0.contains { formats.contains($0.format) } }, write)
        try write([(.pdf, printPages)])
        // The last file that gets to its place: when a page sees it, the page that it is about is there.
        if let reload, formats.contains(.html) { try folder.write(Array(reload.file.utf8), to: PageReload.fileName) }
    }

    /// Writes one workbook with the report in all its languages.
    private func writeBook(_ documents: [Document], to folder: PackFolder) throws {
        try folder.writeWorkbook(to: "report.xlsx") { place throws(WriteError) in
            try writeWorkbook(documents, profile: profile, to: place)
        }
    }

    /// Writes each table as a CSV file, which is the same in all languages.
    private func writeTables(_ documents: [Document], to folder: PackFolder) throws {
        for table in documents[0].tables {
            try folder.write(csv(of: table, documents), to: "tables/\(table.id).csv")
        }
    }

    /// The CSV file of a table, for a report in these languages.
    func csv(of table: Table, _ documents: [Document]) -> [UInt8] {
        let writer = DelimitedWriter.csv(
            hasByteOrderMark: style.hasByteOrderMark || documents.contains { $0.language.isRightToLeft },
            guardsInjection: style.guardsInjection, labels: style.labels)
        return Array(writer.text(of: table).utf8)
    }

    /// Writes the tables that SDMX can have, and their structures.
    private func writeSDMX(_ documents: [Document], to folder: PackFolder) throws(FileError) {
        let document = documents[0]
        let writer = SDMXWriter(labels: style.labels, language: document.language)
        for table in document.tables {
            guard let data = writer.csv(of: table) else { continue }
            try folder.write(Array(data.utf8), to: "sdmx/\(table.id).csv")
        }
        try folder.write(
            Array(writer.structures(of: document.tables, reportingDay: document.reportingDay).utf8),
            to: "sdmx/structure.json")
    }

    /// Writes the report in Markdown, with its pictures in files beside it.
    private func writeMarkdown(_ documents: [Document], to folder: PackFolder) throws(FileError) {
        let languages = documents.map(\.language)
        for document in documents {
            let ending = ending(document.language, of: languages)
            func path(_ picture: String) -> String { "charts/\(picture)\(ending).svg" }
            let text = MarkdownWriter().text(of: document, picturePath: path)
            try folder.write(Array(text.utf8), to: "report\(ending).md")
            for picture in document.tables.flatMap({ TablePicture.all(of: $0, document.language, document.digits) }) {
                try folder.write(Array(picture.file.utf8), to: path(picture.name))
            }
        }
    }

    /// Writes the report as pages for browsers, with links between the languages.
    private func writePages(_ documents: [Document], to folder: PackFolder) throws(FileError) {
        let languages = documents.map(\.language)
        for document in documents {
            let writer = HTMLWriter(
                translations: translations("report", languages),
                explorer: formats.contains(.explore) ? explorerPath(document.language, of: languages) : nil,
                reload: reload)
            let name = "report\(ending(document.language, of: languages)).html"
            try folder.write(Array(writer.text(of: document).utf8), to: name)
        }
    }

    /// Writes the report as PDF, a file for each language.
    private func printPages(_ documents: [Document], to folder: PackFolder) throws {
        let languages = documents.map(\.language)
        for document in documents {
            let page = HTMLWriter().text(of: document)
            try folder.write(
                try printer.pdf(of: page, day: document.reportingDay),
                to: "report\(ending(document.language, of: languages)).pdf")
        }
    }

    /// Writes the explorers, which lead to the other files of the pack.
    private func writeExplorers(
        _ cubes: [FigureCube], _ documents: [Document], to folder: PackFolder
    ) throws(FileError) {
        let languages = documents.map(\.language)
        for cube in cubes {
            let ending = ending(cube.language, of: languages)
            let named: [(OutputFormat, String)] = [
                (.html, "report\(ending).html"), (.md, "report\(ending).md"), (.xlsx, "report.xlsx"),
            ]
            let tables = formats.contains(.csv) ? documents[0].tables.map { "tables/\($0.id).csv" } : []
            let files =
                named.filter { formats.contains($0.0) }.map { ExplorerWriter.File(path: $1, isReport: $0 == .html) }
                + tables.map { .init(path: $0) }
            let writer = ExplorerWriter(translations: translations("explore", languages), files: files)
            try folder.write(Array(writer.text(of: cube).utf8), to: explorerPath(cube.language, of: languages))
        }
    }

    private func explorerPath(_ language: Language, of languages: [Language]) -> String {
        "explore\(ending(language, of: languages)).html"
    }

    /// The pages of a name in all languages.
    private func translations(_ name: String, _ languages: [Language]) -> [HTMLWriter.Translation] {
        languages.map { .init(language: $0, path: "\(name)\(ending($0, of: languages)).html") }
    }

    /// The ending before the file extension; in a report of two languages, the Arabic files have one.
    private func ending(_ language: Language, of languages: [Language]) -> String {
        languages.count > 1 && language != .en ? ".\(language.rawValue)" : ""
    }
}
