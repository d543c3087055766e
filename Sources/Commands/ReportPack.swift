import Aggregation
import Foundation
import Records
import Reporting
import Support
import TrainingStats
import Writers

/// A report as options ask for it: its tables, languages, formats.
struct ReportPack {
    let definition: ReportDefinition
    let languages: [Language]
    let writer: PackWriter
    private let file: String?

    /// The first summary of the report, whose filters are those of the report.
    func firstSummary(_ figures: Figures) throws -> Summary? {
        try figures.builders[0].requests.first.map { try figures.answers.summary(of: $0) }
    }

    /// What is summed up for a report, and what makes it into documents.
    struct Figures {
        fileprivate let builders: [ReportBuilder]
        /// The answers to what the report asks, and to what was asked besides.
        let answers: DisclosedAnswers
    }

    /// A pack of at least those formats that `always` has.
    ///
    /// - Throws: ``CommandError`` where the definition is wrong, or a format, language or profile is none.
    init(_ arguments: Arguments, _ process: ProcessEnvironment, always: Set<OutputFormat> = []) throws {
        file = arguments.value(.definition)
        definition = try file.map { try Self.readDefinition($0, arguments, process) } ?? .full
        languages = try arguments.languages(else: definition.languages)
        writer = PackWriter(
            definition: definition, formats: Self.formats(arguments, definition).union(always),
            profile: try arguments.profile(else: definition.profile), labels: try arguments.labels(),
            hasByteOrderMark: arguments.isOn(.bom), guardsInjection: !arguments.isOn(.noInjectionGuard))
    }

    /// Sums up what the report needs, and other requests, in one reading, or in two where ranks come first.
    func figures(_ run: RecordsRun, besides further: [SummaryRequest] = []) throws -> Figures {
        try Self.naming(file) { () throws(DefinitionErrors) in try definition.check(on: run.description) }
        var builders = try languages.map {
            try ReportBuilder(definition, on: run.description, run.context(in: $0, of: definition))
        }
        let ranks = try run.answers(inAdvanceTo: builders.flatMap(\.rankRequests))
        builders = try builders.map { try $0.ranked(by: ranks) }
        let answers = try run.answers(to: builders.flatMap(\.requests) + further)
        return Figures(builders: builders, answers: disclosed(answers))
    }

    /// The report in its languages.
    func documents(of figures: Figures, _ run: RecordsRun) throws -> [Document] {
        try drafts(of: figures, run).documents(nil)
    }

    /// The files that were read, and what makes the report in its languages, as a release where a note says so.
    func drafts(
        of figures: Figures, _ run: RecordsRun
    ) throws -> (inputs: [InputRecord], documents: (ReleaseNote?) throws -> [Document]) {
        let withRejected = try run.salvaged(figures.builders[0].publishedRequests).map { disclosed($0) }
        let provenance = try run.provenance()
        let documents = { (note: ReleaseNote?) in
            try figures.builders.map { builder in
                try (note.map { builder.releasing($0) } ?? builder)
                    .document(
                        figures.answers, withRejected: withRejected, provenance, completeIn: writer.completeTables)
            }
        }
        return (provenance.inputs, documents)
    }

    /// The formats that a report pack can have.
    static var packFormats: [OutputFormat] { [.csv, .md, .xlsx, .html, .sdmxCSV] }

    /// Those that it has where nothing else is asked for.
    private static var usualFormats: [OutputFormat] { [.csv, .md, .xlsx, .html] }

    private static func formats(_ arguments: Arguments, _ definition: ReportDefinition) -> Set<OutputFormat> {
        if let formats = arguments[.packFormats], !formats.isEmpty { return Set(formats) }
        return Set(definition.formats?.compactMap { OutputFormat(rawValue: $0) } ?? usualFormats)
    }

    /// Reads a report definition; of one that is wrong the dataset says which members there are, so that all is told at once.
    private static func readDefinition(
        _ path: String, _ arguments: Arguments, _ process: ProcessEnvironment
    ) throws(CommandError) -> ReportDefinition {
        guard FileStatus.kind(of: path) != .folder, let data = FileManager.default.contents(atPath: path) else {
            throw CommandError(code: .noInput, message: "\(path): there is no such file, or it cannot be read")
        }
        let decoder = DefinitionDecoder(
            formats: packFormats.map(\.rawValue), profiles: WorkbookProfile.allCases.map(\.rawValue))
        return try naming(path) { () throws(DefinitionErrors) in
            do throws(DefinitionErrors) {
                return try decoder.decode(Array(data))
            } catch {
                throw error.completed { try? RecordsRun(arguments, process).description }
            }
        }
    }

    /// Names the file in what is wrong with a definition.
    static func naming<Result>(
        _ file: String?, _ work: () throws(DefinitionErrors) -> Result
    ) throws(CommandError) -> Result {
        do throws(DefinitionErrors) {
            return try work()
        } catch {
            let lines = error.problems.map { problem in
                [file ?? "", problem.path].filter { !$0.isEmpty }.joined(separator: ": ") + ": "
                    + problem.advice
            }
            throw CommandError(
                code: .configuration, message: lines.first ?? "", further: Array(lines.dropFirst()))
        }
    }
}
