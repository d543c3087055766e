import Aggregation
import Records
import Reporting
import Releases
import Support
import TrainingStats
import Writers

/// Makes the files of releases from the records: report packs that know which release they are.
struct ReleasePack: ReleaseMaker {
    let process: ProcessEnvironment

    func make(_ order: ReleaseOrder, into folder: String) throws -> ReleaseOutcome {
        let arguments = try Arguments(dataset: order.report.dataset, options(order))
        let pack = try ReportPack(arguments, process, always: [.csv])
        let run = try RecordsRun(arguments, process)
        let context = try run.context(in: pack.languages[0], of: pack.definition)
        let sessions = SummaryRequest(
            rows: [], columns: [], measures: ["sessions"], filters: context.filters, period: context.period,
            today: run.today, totals: false)
        let figures = try pack.figures(run, besides: [sessions])
        try refuse(run, order)
        let drafts = try pack.drafts(of: figures, run)
        let inputs = drafts.inputs.map {
            Manifest.Input(file: $0.file, sha256: $0.sha256, rows: $0.rows, rejected: $0.rejected)
        }
        if order.report.nothingToReport == .skip, order.former == nil,
            try figures.answers.summary(of: sessions).total.values[0] == .count(0)
        {
            return .nothing(inputs: inputs)
        }
        let changes = try changes(since: order.former, try drafts.documents(nil), pack.writer).filter {
            // As of another day it is another figure.
            !Self.isBeyondPeriod($0.place) || order.former?.manifest.reportingDay == run.today.description
        }
        if let former = order.former?.manifest, former.provisionalUntil == order.planned.provisionalUntil?.description,
            !changes.contains(where: { !Self.isBeyondPeriod($0.place) })
        {
            return .unchanged(inputs: inputs)
        }
        let documents = try drafts.documents(
            ReleaseNote(
                period: order.planned.period, revision: order.revision,
                provisionalUntil: order.planned.provisionalUntil,
                changes: changes))
        let batch = AtomicFileBatch(mode: order.report.fileMode)
        try pack.writer.write(documents, to: folder, batch)
        try batch.commit()
        return .made(
            ReleaseContent(
                timeZone: run.dataset.settings.timeZone, tool: Tadrib.tool,
                definition: try order.report.definition.map {
                    Manifest.Digest(file: FilePath.parts(of: $0).name, sha256: try SHA256.hexadecimal(ofFileAt: $0))
                },
                inputs: inputs, tables: documents[0].tables.map { .init(id: $0.id, keys: $0.data.keyCount) }))
    }

    /// What the schedule says, as options of a report.
    private func options(_ order: ReleaseOrder) -> [(option: any DeclaredOption, text: String?)] {
        let report = order.report
        func list(_ words: [String]) -> String? { words.isEmpty ? nil : words.joined(separator: ",") }
        return [
            (Option.today, order.planned.reportingDay.description), (Option.period, order.planned.period.label),
            (Option.quiet, "true"), (Option.progress, "never"), (Option.maxRejects, order.maxRejects),
            (Option.definition, report.definition), (Option.profile, report.profile),
            (Option.packFormats, list(report.formats)), (Option.languages, list(report.languages.map(\.rawValue))),
        ]
    }

    /// Throws where the records have more errors than the schedule allows.
    private func refuse(_ run: RecordsRun, _ order: ReleaseOrder) throws {
        do {
            try run.refuse()
        } catch let error as CommandError {
            throw CommandError(
                code: error.code, message: "\(order.report.dataset): \(error.message)",
                hint: "tadrib check lists them; \"maxRejects\" in the schedule lets some pass")
        }
    }

    /// What differs from the release before, but for tables that are not about the period, and for tables and columns that
    /// only one of the two releases has.
    private func changes(
        since former: ReleaseOrder.Former?, _ documents: @autoclosure () throws -> [Document], _ writer: PackWriter
    ) throws -> [FigureChange] {
        guard let former else { return [] }
        let documents = try documents()
        let old = try former.manifest.data(in: former.folder)
        let new = documents[0].tables.map {
            TableComparison.Data(table: $0.id, keys: $0.data.keyCount, csv: writer.csv(of: $0, documents))
        }
        func columns(_ data: [TableComparison.Data]) -> [String: [String]] {
            Dictionary(data.map { ($0.table, $0.columns) }, uniquingKeysWith: { first, _ in first })
        }
        let (before, after) = (columns(old), columns(new))
        return TableComparison.changes(from: old, to: new).filter { change in
            let place = change.place
            return !Self.foreignTables.contains(place.table)
                && [before, after].allSatisfy { $0[place.table]?.contains(place.column) == true }
        }
    }

    /// Tables of what was read and published, whatever the period.
    private static let foreignTables = ["quality", "published"]

    /// Whether a figure takes in sessions outside of the period: records that follow change it every day.
    private static func isBeyondPeriod(_ place: FigurePlace) -> Bool {
        place.table == "brief" && place.column == "all-time"
    }
}
