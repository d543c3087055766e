import Aggregation
import Records
import Releases
import Reporting
import Stores
import Support
import TrainingStats
import Writers

/// Makes the files of releases from the records: report packs that know which release they are.
///
/// The figures of a release are answered together with those of the next ones of the same dataset, and kept until these are
/// ordered.
package final class ReleasePackMaker: ReleaseMaker {
    /// So many requests are answered at once, or kept answered, however many releases are due; more make other groups.
    private static let mostRequests = 4_000

    private let environment: PipelineEnvironment
    private var answered: [ReleaseQuestion: Result<AnsweredRelease, any Error>] = [:]
    /// Those whose group could not be read, so that each is to be read for alone.
    private var alone: Set<ReleaseQuestion> = []

    /// A maker of releases, without messages about the records.
    package init(_ environment: PipelineEnvironment) {
        var environment = environment
        environment.listener = SilentListener()
        self.environment = environment
    }

    package func make(
        _ order: ReleaseOrder, into folder: String, before following: () -> [ReleaseQuestion]
    ) throws -> ReleaseOutcome {
        let release = try release(order.question, before: following)
        let (report, inputs) = (release.report, release.inputs)
        if order.report.nothingToReport == .skip, order.former == nil, report.deliveredSessions == .count(0) {
            return .nothing(inputs: inputs)
        }
        let (changes, isRevised) = try changes(
            since: order.former, try report.documents(), release.writer, reportingDay: report.context.today)
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
        try release.writer.write(documents, exploring: report.cubes(as: note), to: PackFolder(folder, batch))
        try batch.commit()
        return .made(
            ReleaseContent(
                timeZone: report.dataset.settings.timeZone, tool: environment.tool,
                definition: release.definition, inputs: inputs,
                tables: documents[0].tables.map {
                    .init(
                        id: $0.id, keys: $0.data.keyCount, otherPeriods: $0.columnsOfOtherPeriods,
                        otherRows: $0.keysOfOtherPeriods)
                }, summary: ReleaseSummary(documents)))
    }

    /// A release with its answers; records that are refused are told as whoever wrote the schedule knows them.
    private func release(
        _ question: ReleaseQuestion, before following: () -> [ReleaseQuestion]
    ) throws -> AnsweredRelease {
        if answered[question] == nil { try answer(question, before: following) }
        do {
            guard let release = try answered.removeValue(forKey: question)?.get() else {
                throw UnansweredRelease(question: question)
            }
            return release
        } catch PipelineError.refused(let refusal) {
            throw PipelineError.refusedForSchedule(dataset: question.report.dataset, refusal)
        }
    }

    /// Answers a release, and those of the following ones that are read for together with it.
    private func answer(_ question: ReleaseQuestion, before following: () -> [ReleaseQuestion]) throws {
        let others =
            alone.contains(question)
            ? [] : following().filter { $0.isReadWith(question) && answered[$0] == nil && !alone.contains($0) }
        let kept = answered.values.reduce(0) { sum, release in
            if case .success(let release) = release { sum + release.weight } else { sum }
        }
        func group(_ others: [ReleaseQuestion]) throws -> [ReleaseQuestion: Result<AnsweredRelease, any Error>] {
            try ReleaseGroup(question, others, room: Self.mostRequests - kept, environment).answered()
        }
        let found: [ReleaseQuestion: Result<AnsweredRelease, any Error>]
        do {
            found = try group(others)
        } catch  where !others.isEmpty {
            // What is wrong with the records may have come from a request of another release, or be over in a moment.
            alone.formUnion(others)
            found = try group([])
        }
        answered.merge(found) { $1 }
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

/// A release that nobody has answered: a fault of the program.
private struct UnansweredRelease: Error {
    let question: ReleaseQuestion
}
