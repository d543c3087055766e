import Aggregation
import Records
import Reporting
import Support
import TrainingStats
import Writers

/// A report pack: a report in its languages and formats.
package struct ReportPack {
    private let request: ReportRequest
    private let run: DatasetRun
    private let definition: ReportDefinition
    private let languages: [Language]
    let writer: PackWriter

    /// Opens a dataset for a report; if the definition of the report is wrong, all problems are reported at once, including
    /// members of filters.
    ///
    /// - Throws: ``DefinitionFileError`` or ``PipelineError`` if the definition cannot be used, and errors of reading.
    package init(_ request: ReportRequest, _ environment: PipelineEnvironment) throws {
        self.request = request
        let file = try request.definitionFile.map { ($0, try DefinitionFile.bytes(of: $0)) }
        run = try DatasetRun(request.dataset, environment) { (catalogue) throws(RequestError) in
            try request.selection.checkNames(in: catalogue)
            // A definition may have measures of its own.
            if file == nil { try request.selection.checkPersons(in: catalogue) }
        }
        let description = run.description
        definition =
            try file.map { path, bytes in
                try DefinitionFileError.naming(path) { () throws(DefinitionErrors) in
                    try Self.definition(bytes, of: description)
                }
            } ?? .full
        run.take(definition)
        try request.selection.checkPersons(in: run.catalogue)
        languages = request.languages.isEmpty ? definition.languages ?? [.en] : request.languages
        let formats = request.formats.isEmpty ? definition.formats ?? OutputFormat.usualOfReports : request.formats
        writer = PackWriter(
            formats: Set(formats).union(request.requiredFormats),
            profile: request.profile ?? definition.profile ?? .analyst, style: request.dataStyle,
            printer: environment.printer, reload: request.reloadStamp.map { PageReload(stamp: $0) })
        if writer.formats.contains(.pdf) { try environment.printer.check() }
    }

    /// Reads the records and answers the requests of the report, including the number of delivered sessions if wanted.
    func answered(countingSessions: Bool = false) throws -> AnsweredReport {
        try AnsweredReport(
            definition, in: languages, digits: request.digits, selection: request.selection, on: run,
            explainsWithRejects: true,
            countsSessions: countingSessions, hasExplorer: writer.formats.contains(.explore),
            completeIn: writer.completeTables)
    }

    /// Makes the pack in a folder; files of an earlier pack that this one does not have are removed.
    package func make(in folder: String) throws -> MadePack {
        let report = try answered()
        let documents = try report.documents()
        let cubes = try report.cubes()
        let batch = AtomicFileBatch()
        let pack = PackFolder(folder, batch)
        try writer.write(documents, exploring: cubes, to: pack)
        try pack.replaceEarlierPack()
        try batch.commit()
        if let warning = cubes.first?.smallCells.warning { run.tell(warning) }
        return MadePack(
            context: report.context, tables: documents[0].tables.count,
            withoutSDMX: writer.withoutSDMX(documents[0]))
    }

    /// The definition in a file, whose names are those of the dataset.
    private static func definition(
        _ bytes: [UInt8], of dataset: DatasetDescription
    ) throws(DefinitionErrors) -> ReportDefinition {
        let definition: ReportDefinition
        do throws(DefinitionErrors) {
            definition = try DefinitionDecoder(on: dataset).decode(bytes)
        } catch {
            throw error.completed(on: dataset)
        }
        try definition.check(on: dataset)
        return definition
    }
}

/// Facts about a pack that has been made.
package struct MadePack: Sendable {
    /// What the pack is about, in its first language.
    package let context: ReportContext
    /// How many tables it has.
    package let tables: Int
    /// The tables that SDMX cannot hold, if the pack has SDMX.
    package let withoutSDMX: [String]
}

/// Files that define reports and schedules.
package enum DefinitionFile {
    /// The bytes of a file.
    ///
    /// - Throws: ``PipelineError`` if it cannot be read.
    package static func bytes(of path: String) throws(PipelineError) -> [UInt8] {
        do throws(FileError) {
            return try FileSystem.bytes(of: path)
        } catch {
            throw .unreadableDefinition(path: path)
        }
    }
}
