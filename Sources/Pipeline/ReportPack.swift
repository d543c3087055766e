import Aggregation
import Records
import Reporting
import Support
import TrainingStats
import Writers

/// A report pack: a report in its languages and formats.
package struct ReportPack {
    private let request: ReportRequest
    private let environment: PipelineEnvironment
    private let definition: ReportDefinition
    private let languages: [Language]
    let writer: PackWriter

    /// Prepares a report; if its definition is wrong, all problems are reported at once, including members of filters.
    ///
    /// - Throws: ``DefinitionFileError`` or ``PipelineError`` if the definition cannot be used.
    package init(_ request: ReportRequest, _ environment: PipelineEnvironment) throws {
        self.request = request
        self.environment = environment
        definition =
            try request.definitionFile.map { try Self.readDefinition($0, of: request.dataset, environment) } ?? .full
        languages = request.languages.isEmpty ? definition.languages ?? [.en] : request.languages
        let formats = request.formats.isEmpty ? definition.formats ?? OutputFormat.usualOfReports : request.formats
        writer = PackWriter(
            formats: Set(formats).union(request.requiredFormats),
            profile: request.profile ?? definition.profile ?? .analyst, style: request.dataStyle)
    }

    /// Reads the records and answers the requests of the report, including the number of delivered sessions if wanted.
    func answered(countingSessions: Bool = false) throws -> AnsweredReport {
        let run = try DatasetRun(request.dataset, environment)
        try DefinitionFileError.naming(request.definitionFile) { () throws(DefinitionErrors) in
            try definition.check(on: run.description)
        }
        return try AnsweredReport(
            definition, in: languages, digits: request.digits, selection: request.selection, on: run,
            explainsWithRejects: true,
            countsSessions: countingSessions, completeIn: writer.completeTables)
    }

    /// Makes the pack in a folder; files of an earlier pack that this one does not have are removed.
    package func make(in folder: String) throws -> MadePack {
        let report = try answered()
        let documents = try report.documents()
        let batch = AtomicFileBatch()
        let pack = PackFolder(folder, batch)
        try writer.write(documents, to: pack)
        try pack.replaceEarlierPack()
        try batch.commit()
        return MadePack(
            context: report.context, tables: documents[0].tables.count,
            withoutSDMX: writer.withoutSDMX(documents[0]))
    }

    private static func readDefinition(
        _ path: String, of dataset: DatasetRequest, _ environment: PipelineEnvironment
    ) throws -> ReportDefinition {
        let bytes = try DefinitionFile.bytes(of: path)
        return try DefinitionFileError.naming(path) { () throws(DefinitionErrors) in
            do throws(DefinitionErrors) {
                return try DefinitionDecoder().decode(bytes)
            } catch {
                // Members of filters are checked against the dataset. If it cannot be read, only the other problems are
                // reported.
                throw error.completed { try? DatasetRun(dataset, environment).description }
            }
        }
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
