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
        let bytes = try request.definitionFile.map(DefinitionFile.bytes)
        let run = try DatasetRun(request.dataset, environment) { (catalogue) throws(RequestError) in
            try request.selection.checkNames(in: catalogue)
            // A definition may have measures of its own.
            if bytes == nil { try request.selection.checkPersons(in: catalogue) }
        }
        try self.init(request, bytes, on: run)
    }

    /// A report pack on an open dataset, whose definition is in a file of these bytes.
    ///
    /// - Throws: As for one whose dataset is opened for it.
    init(_ request: ReportRequest, _ bytes: [UInt8]?, on run: DatasetRun) throws {
        self.request = request
        self.run = run
        let description = run.description
        definition =
            try bytes.map { bytes in
                try DefinitionFileError.naming(request.definitionFile) { () throws(DefinitionErrors) in
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
            printer: run.environment.printer, reload: request.reloadStamp.map { PageReload(stamp: $0) })
        if writer.formats.contains(.pdf) { try run.environment.printer.check() }
    }

    /// What the report asks of the records, and how many sessions were delivered, for those who answer it together with others.
    func inquiry() throws -> ReportInquiry {
        try ReportInquiry(
            definition, on: run.description,
            in: try run.contexts(request.selection, in: languages, digits: request.digits, of: definition),
            countsSessions: true, hasExplorer: writer.formats.contains(.explore))
    }

    /// Makes the pack in a folder; files of an earlier pack that this one does not have are removed.
    package func make(in folder: String) throws -> MadePack {
        let report = try AnsweredReport(
            definition, in: languages, digits: request.digits, selection: request.selection, on: run,
            explainsWithRejects: true, hasExplorer: writer.formats.contains(.explore),
            completeIn: writer.completeTables)
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
