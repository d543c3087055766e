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
        let file = arguments.value(.definition)
        let definition = try file.map { try readDefinition($0, arguments, surroundings) } ?? .full
        let formats = try packFormats(arguments, definition)
        let languages = try arguments.languages(else: definition.languages)
        let profile = try arguments.profile(else: definition.profile)
        let run = try RecordsRun(arguments, surroundings)
        try naming(file) { () throws(DefinitionErrors) in try definition.check(on: run.dataset) }
        var builders = try languages.map {
            try ReportBuilder(definition, run.dataset, run.context(in: $0, of: definition))
        }
        let answers = try run.summaries(inAdvance: builders[0].requestsInAdvance)
        builders = builders.map { $0.knowing(answers) }
        let builder = builders[0]
        let summaries = try run.summaries(of: builder.requests)
        try run.settle()
        if let first = summaries.first { run.tellUnmatched(first) }
        let withRejected = try run.salvaged(builder.publishedRequests)
        let provenance = try run.provenance()
        let places = completeTables(formats)
        let documents = builders.map {
            $0.document(summaries, withRejected: withRejected, provenance, completeIn: places)
        }

        let batch = OutputBatch()
        if formats.contains(.md) { try writeMarkdown(documents, of: definition, to: folder, batch) }
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
            for (id, _) in ReportDefinition.full.tables + definition.tables
            where !tables.contains(where: { $0.id == id }) {
                batch.remove("\(folder)/tables/\(id).csv")
            }
        }
        var withoutSDMX: [String] = []
        if formats.contains(.sdmxCSV) {
            let writer = SDMXWriter(labels: try arguments.labels(), language: languages[0])
            withoutSDMX = try writeSDMX(documents[0], of: definition, with: writer, on: run.today, to: folder, batch)
        }
        try batch.commit()
        if !arguments.isOn(.quiet) {
            let context = try run.context(in: languages[0], of: definition)
            if !withoutSDMX.isEmpty {
                tell(context.language(Sentence.withoutSDMX, ["tables": context.language.list(withoutSDMX)]))
            }
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
    private func writeMarkdown(
        _ documents: [Document], of definition: ReportDefinition, to folder: String, _ batch: OutputBatch
    ) throws(OutputError) {
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
        for (id, _) in ReportDefinition.full.tables + definition.tables {
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

    /// The data of the tables and the structures that they follow; the identifiers of the tables that have none.
    private func writeSDMX(
        _ document: Document, of definition: ReportDefinition, with writer: SDMXWriter, on today: CivilDate,
        to folder: String, _ batch: OutputBatch
    ) throws(OutputError) -> [String] {
        var without: [String] = []
        for table in document.tables {
            if let data = writer.csv(of: table) {
                try batch.write(Array(data.utf8), to: "\(folder)/sdmx/\(table.id).csv")
            } else {
                without.append(table.id)
            }
        }
        for (id, _) in ReportDefinition.full.tables + definition.tables
        where !document.tables.contains(where: { $0.id == id }) {
            batch.remove("\(folder)/sdmx/\(id).csv")
        }
        try batch.write(
            Array(writer.structures(of: document.tables, reportingDay: today).utf8), to: folder + "/sdmx/structure.json")
        return without
    }

    /// Of two languages the files of the Arabic report have names of their own.
    private func ending(_ language: Language, of languages: [Language]) -> String {
        languages.count > 1 && language != .en ? ".\(language.rawValue)" : ""
    }

    /// What in a pack of these formats has all rows of all tables.
    private func completeTables(_ formats: Set<OutputFormat>) -> [CompleteTables] {
        let places: [(OutputFormat, CompleteTables)] = [(.csv, .csv), (.xlsx, .workbook), (.html, .page)]
        return places.filter { formats.contains($0.0) }.map(\.1)
    }

    /// The formats that a report pack can have.
    private var packFormats: [OutputFormat] { [.csv, .md, .xlsx, .html, .sdmxCSV] }

    /// Those that it has where nothing else is asked for.
    private var usualFormats: [OutputFormat] { [.csv, .md, .xlsx, .html] }

    private func packFormats(_ arguments: Arguments, _ definition: ReportDefinition) throws -> Set<OutputFormat> {
        let names = arguments.list(.format)
        guard !names.isEmpty else {
            return Set(definition.formats?.compactMap { OutputFormat(rawValue: $0) } ?? usualFormats)
        }
        return Set(
            try names.map { name in
                guard let format = packFormats.first(where: { $0.rawValue == name }) else {
                    let known = packFormats.map(\.rawValue)
                    let nearest = nearestSpelling(of: name, among: known).map { "did you mean '\($0)'?" }
                    throw CommandError.usage(
                        "--format: a report pack has no '\(name)'",
                        hint: nearest ?? "give some of \(known.joined(separator: ", "))")
                }
                return format
            })
    }

    /// Reads a report definition; of one that is wrong the dataset says which members there are, so that all is told at once.
    private func readDefinition(
        _ path: String, _ arguments: Arguments, _ surroundings: Surroundings
    ) throws(CommandError) -> ReportDefinition {
        guard fileMode(path) != S_IFDIR, let data = FileManager.default.contents(atPath: path) else {
            throw CommandError(code: .noInput, message: "\(path): there is no such file, or it cannot be read")
        }
        let decoder = DefinitionDecoder(
            formats: packFormats.map(\.rawValue), profiles: WorkbookProfile.allCases.map(\.rawValue))
        return try naming(path) { () throws(DefinitionErrors) in
            do throws(DefinitionErrors) {
                return try decoder.decode(Array(data))
            } catch {
                throw error.completed { try? RecordsRun(arguments, surroundings).dataset }
            }
        }
    }

    /// Names the file in what is wrong with a definition.
    private func naming<Result>(
        _ file: String?, _ work: () throws(DefinitionErrors) -> Result
    ) throws(CommandError) -> Result {
        do throws(DefinitionErrors) {
            return try work()
        } catch {
            let lines = error.problems.map { problem in
                let nearest = problem.misspelling.flatMap { nearestSpelling(of: $0.text, among: $0.candidates) }
                return [file ?? "", problem.path].filter { !$0.isEmpty }.joined(separator: ": ") + ": "
                    + problem.message + (nearest.map { "; did you mean '\($0)'?" } ?? "")
            }
            throw CommandError(
                code: .configuration, message: lines.first ?? "", further: Array(lines.dropFirst()))
        }
    }
}
