import Foundation
import Records
import Reporting
import TrainingStats
import Writers

extension Command {
    /// The report pack.
    func report(_ arguments: Arguments, _ surroundings: Surroundings) throws -> ExitCode {
        guard let folder = arguments.value(.output), folder != "-" else {
            throw CommandError.usage("no folder is given for the report pack", hint: "for instance -o pack")
        }
        let formats = try packFormats(arguments)
        let languages = try arguments.languages()
        let profile = try arguments.profile()
        let run = try RecordsRun(arguments, surroundings)
        let builders = try languages.map { try ReportBuilder(.full, run.dataset, run.context(in: $0)) }
        guard let builder = builders.first else { return .done }
        let summaries = try run.summaries(of: builder.requests)
        try run.settle()
        if let first = summaries.first { run.tellUnmatched(first) }
        let withRejected = try run.salvaged(builder.publishedRequests)
        let provenance = try run.provenance()
        let documents = builders.map { $0.document(summaries, withRejected: withRejected, provenance) }

        let batch = OutputBatch()
        if formats.contains(.md) { try writeMarkdown(documents, to: folder, batch) }
        if formats.contains(.html) { try writePages(documents, to: folder, batch) }
        if formats.contains(.xlsx) {
            try batch.write(to: folder + "/report.xlsx") { place throws(WriteError) in
                try writeWorkbook(documents, profile: profile, to: place)
            }
        }
        if formats.contains(.csv) {
            let writer = DelimitedWriter.csv(
                hasByteOrderMark: arguments.isOn(.bom) || languages.contains { $0.isRightToLeft },
                guardsInjection: !arguments.isOn(.noInjectionGuard))
            let tables = documents[0].tables
            for table in tables {
                try batch.write(Array(writer.text(of: table).utf8), to: "\(folder)/tables/\(table.id).csv")
            }
            // A table that an earlier pack had and this one cannot have would be taken for one of this pack.
            for (id, _) in ReportPack.full.tables where !tables.contains(where: { $0.id == id }) {
                batch.remove("\(folder)/tables/\(id).csv")
            }
        }
        try batch.commit()
        if !arguments.isOn(.quiet) {
            let context = try run.context(in: languages[0])
            tell(
                context.language(
                    Sentence.packMade,
                    [
                        "folder": folder, "tables": context.language(Counted.tables, documents[0].tables.count),
                        "period": context.periodText, "day": context.language.day(context.today),
                    ]))
        }
        return .done
    }

    /// The report in Markdown, with its pictures beside it.
    private func writeMarkdown(_ documents: [Document], to folder: String, _ batch: OutputBatch) throws(OutputError) {
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
        if languages.count == 1 { batch.remove("\(folder)/report\(ending(.ar, of: Language.allCases)).md") }
        // Pictures of an earlier pack that this one does not have.
        for (id, _) in ReportPack.full.tables {
            for name in [id, id + "-2", id + ".ar", id + "-2.ar"] where !written.contains("charts/\(name).svg") {
                batch.remove("\(folder)/charts/\(name).svg")
            }
        }
    }

    /// The report as pages for browsers, which lead to each other.
    private func writePages(_ documents: [Document], to folder: String, _ batch: OutputBatch) throws(OutputError) {
        let languages = documents.map(\.language)
        let writer = HTMLWriter(
            translations: languages.map { .init(language: $0, path: "report\(ending($0, of: languages)).html") })
        for document in documents {
            let name = "report\(ending(document.language, of: languages)).html"
            try batch.write(Array(writer.text(of: document).utf8), to: "\(folder)/\(name)")
        }
        if languages.count == 1 { batch.remove("\(folder)/report\(ending(.ar, of: Language.allCases)).html") }
    }

    /// Of two languages the files of the Arabic report have names of their own.
    private func ending(_ language: Language, of languages: [Language]) -> String {
        languages.count > 1 && language != .en ? ".\(language.rawValue)" : ""
    }

    private func packFormats(_ arguments: Arguments) throws -> Set<OutputFormat> {
        let possible: [OutputFormat] = [.csv, .md, .xlsx, .html]
        let names = arguments.list(.format)
        guard !names.isEmpty else { return Set(possible) }
        return Set(
            try names.map { name in
                guard let format = possible.first(where: { $0.rawValue == name }) else {
                    let known = possible.map(\.rawValue)
                    let nearest = nearestSpelling(of: name, among: known).map { "did you mean '\($0)'?" }
                    throw CommandError.usage(
                        "--format: a report pack has no '\(name)'",
                        hint: nearest ?? "give some of \(known.joined(separator: ", "))")
                }
                return format
            })
    }
}
