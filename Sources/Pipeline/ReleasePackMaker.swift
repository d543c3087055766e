import Aggregation
import Records
import Releases
import Reporting
import Stores
import Support
import TrainingStats
import Writers

/// Makes the files of releases from the records: report packs that know which release they are.
package struct ReleasePackMaker: ReleaseMaker {
    private let environment: PipelineEnvironment

    /// A maker of releases, without messages about the records.
    package init(_ environment: PipelineEnvironment) {
        var environment = environment
        environment.listener = SilentListener()
        environment.makeProgress = { nil }
        self.environment = environment
    }

    package func make(_ order: ReleaseOrder, into folder: String) throws -> ReleaseOutcome {
        let pack = try ReportPack(try ReportRequest(order), environment)
        let report = try answered(pack, order)
        let inputs = report.provenance.inputs.map {
            Manifest.Input(
                file: $0.file, sha256: $0.sha256, rows: $0.rows, rejected: $0.rejected, snapshot: $0.snapshot)
        }
        if order.report.nothingToReport == .skip, order.former == nil, report.deliveredSessions == .count(0) {
            return .nothing(inputs: inputs)
        }
        let (changes, isRevised) = try changes(
            since: order.former, try report.documents(), pack.writer, reportingDay: report.context.today)
        if let former = order.former?.manifest, former.provisionalUntil == order.planned.provisionalUntil?.description,
            !isRevised
        {
            return .unchanged(inputs: inputs)
        }
        let note = ReleaseNote(
            period: order.planned.period, revision: order.revision,
            provisionalUntil: order.planned.provisionalUntil, changes: changes)
        let documents = try report.documents(as: note)
        let batch = AtomicFileBatch(mode: order.report.fileMode)
        try pack.writer.write(documents, exploring: report.cubes(as: note), to: PackFolder(folder, batch))
        try batch.commit()
        return .made(
            ReleaseContent(
                timeZone: report.dataset.settings.timeZone, tool: environment.tool,
                definition: try order.report.definition.map {
                    Manifest.Digest(file: FilePath.parts(of: $0).name, sha256: try SHA256.hexadecimal(ofFileAt: $0))
                },
                inputs: inputs,
                tables: documents[0].tables.map {
                    .init(
                        id: $0.id, keys: $0.data.keyCount, otherPeriods: $0.columnsOfOtherPeriods,
                        otherRows: $0.keysOfOtherPeriods)
                }, summary: ReleaseSummary(documents)))
    }

    /// The answers of a pack; records that are refused are told as whoever wrote the schedule knows them.
    private func answered(_ pack: ReportPack, _ order: ReleaseOrder) throws -> AnsweredReport {
        do {
            return try pack.answered(countingSessions: true)
        } catch PipelineError.refused(let refusal) {
            throw PipelineError.refusedForSchedule(dataset: order.report.dataset, refusal)
        }
    }

    /// The differences from the previous release, without tables and columns that only one of the two releases has; and
    /// whether one of them is in a figure of the period.
    private func changes(
        since former: ReleaseOrder.Former?, _ documents: @autoclosure () throws -> [Document], _ writer: PackWriter,
        reportingDay: CivilDate
    ) throws -> (changes: [FigureChange], isRevised: Bool) {
        guard let former else { return ([], false) }
        let documents = try documents()
        let old = try former.manifest.data(in: former.folder)
        let new = documents[0].tables.map {
            TableComparison.Data(
                table: $0.id, keys: $0.data.keyCount, columnsOfOtherPeriods: $0.columnsOfOtherPeriods,
                keysOfOtherPeriods: $0.keysOfOtherPeriods,
                csv: writer.csv(of: $0, documents))
        }
        func byName(_ data: [TableComparison.Data]) -> [String: TableComparison.Data] {
            Dictionary(data.map { ($0.table, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (before, after) = (byName(old), byName(new))
        let changes = TableComparison.changes(
            from: old, to: new, onSameReportingDay: former.manifest.reportingDay == reportingDay.description
        ).filter { change in
            [before, after].allSatisfy { $0[change.place.table]?.columns.contains(change.place.column) == true }
        }
        return (changes, changes.contains { after[$0.place.table]?.isOfOtherPeriod($0.place) == false })
    }
}

extension ReportRequest {
    /// The request for a scheduled report: a period as of its reporting day, with CSV files for later comparison.
    fileprivate init(_ order: ReleaseOrder) throws(ReadError) {
        let report = order.report
        self.init(
            dataset: DatasetRequest(
                source: try DatasetPath.source(report.dataset), today: order.planned.reportingDay,
                rejectionLimit: order.rejectionLimit),
            selection: Selection(period: PeriodExpression(order.planned.period.label)),
            definitionFile: report.definition, languages: report.languages,
            digits: report.digits, formats: report.formats, profile: report.profile)
        requiredFormats = [.csv]
    }
}
