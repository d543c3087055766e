import Foundation
import Records
import Reporting
import Support
import TrainingStats
import Writers

/// The files of a report pack.
struct PackWriter {
    let definition: ReportDefinition
    let formats: Set<OutputFormat>
    let profile: WorkbookProfile
    let style: DataStyle

    /// The files of the pack that hold all rows of all tables.
    var completeTables: [CompleteTables] {
        let places: [(OutputFormat, CompleteTables)] = [(.csv, .csv), (.xlsx, .workbook), (.html, .page)]
        return places.filter { formats.contains($0.0) }.map(\.1)
    }

    /// The tables that cannot be written as SDMX, if the pack has SDMX.
    func withoutSDMX(_ document: Document) -> [String] {
        formats.contains(.sdmxCSV) ? document.tables.filter { $0.structure == nil }.map(\.id) : []
    }

    /// Writes the report in its languages to a folder, and removes files that an earlier pack left there.
    func write(_ documents: [Document], to folder: String, _ batch: AtomicFileBatch) throws {
        if formats.contains(.md) { try writeMarkdown(documents, to: folder, batch) }
        if formats.contains(.html) { try writePages(documents, to: folder, batch) }
        if formats.contains(.xlsx) {
            try batch.write(to: folder + "/report.xlsx") { place throws(WriteError) in
                try writeWorkbook(documents, profile: profile, to: place)
            }
        }
        if formats.contains(.csv) {
            for table in documents[0].tables {
                try batch.write(csv(of: table, documents), to: "\(folder)/tables/\(table.id).csv")
            }
            removeObsolete(documents[0].tables, in: folder + "/tables", batch)
        }
        if formats.contains(.sdmxCSV) { try writeSDMX(documents[0], to: folder + "/sdmx", batch) }
    }

    /// The CSV file of a table, for a report in these languages.
    func csv(of table: Table, _ documents: [Document]) -> [UInt8] {
        let writer = DelimitedWriter.csv(
            hasByteOrderMark: style.hasByteOrderMark || documents.contains { $0.language.isRightToLeft },
            guardsInjection: style.guardsInjection)
        return Array(writer.text(of: table).utf8)
    }

    /// Removes the files of tables that only an earlier pack had, because readers would take them for a part of this one.
    private func removeObsolete(_ tables: [Table], in folder: String, _ batch: AtomicFileBatch) {
        for (id, _) in ReportDefinition.full.tables + definition.tables where !tables.contains(where: { $0.id == id }) {
            batch.removeOnCommit("\(folder)/\(id).csv")
        }
    }

    private func writeSDMX(_ document: Document, to folder: String, _ batch: AtomicFileBatch) throws(FileError) {
        let writer = SDMXWriter(labels: style.labels, language: document.language)
        for table in document.tables {
            guard let data = writer.csv(of: table) else { continue }
            try batch.write(Array(data.utf8), to: "\(folder)/\(table.id).csv")
        }
        removeObsolete(document.tables, in: folder, batch)
        try batch.write(
            Array(writer.structures(of: document.tables, reportingDay: document.reportingDay).utf8),
            to: folder + "/structure.json")
    }

    /// Writes the report in Markdown, with its pictures in files beside it.
    private func writeMarkdown(
        _ documents: [Document], to folder: String, _ batch: AtomicFileBatch
    ) throws(FileError) {
        let languages = documents.map(\.language)
        var written: Set<String> = []
        for document in documents {
            let ending = ending(document.language, of: languages)
            func path(_ picture: String) -> String { "charts/\(picture)\(ending).svg" }
            let text = MarkdownWriter().text(of: document, picturePath: path)
            try batch.write(Array(text.utf8), to: "\(folder)/report\(ending).md")
            for picture in document.tables.flatMap({ TablePicture.all(of: $0, document.language) }) {
                try batch.write(Array(picture.file.utf8), to: "\(folder)/\(path(picture.name))")
                written.insert(path(picture.name))
            }
        }
        if languages.count == 1 { batch.removeOnCommit("\(folder)/report\(ending(.ar, of: Language.allCases)).md") }
        // Pictures of an earlier pack that this one does not have.
        for (id, _) in ReportDefinition.full.tables + definition.tables {
            for name in [id, id + "-2", id + ".ar", id + "-2.ar"] where !written.contains("charts/\(name).svg") {
                batch.removeOnCommit("\(folder)/charts/\(name).svg")
            }
        }
    }

    /// Writes the report as pages for browsers, with links between the languages.
    private func writePages(_ documents: [Document], to folder: String, _ batch: AtomicFileBatch) throws(FileError) {
        let languages = documents.map(\.language)
        let writer = HTMLWriter(
            translations: languages.map { .init(language: $0, path: "report\(ending($0, of: languages)).html") })
        for document in documents {
            let name = "report\(ending(document.language, of: languages)).html"
            try batch.write(Array(writer.text(of: document).utf8), to: "\(folder)/\(name)")
        }
        if languages.count == 1 { batch.removeOnCommit("\(folder)/report\(ending(.ar, of: Language.allCases)).html") }
    }

    /// The ending before the file extension; in a report of two languages, the Arabic files have one.
    private func ending(_ language: Language, of languages: [Language]) -> String {
        languages.count > 1 && language != .en ? ".\(language.rawValue)" : ""
    }
}
