import Records
import Stores
import TrainingStats

/// The releases of a report that exist, and those that are due.
struct ReportLedger {
    /// A release to be made, or to be looked at again.
    struct Task {
        /// Why it is on the list.
        enum Reason: Sendable {
            /// The period has no release.
            case new
            /// The period's figures are final by now, and its releases are provisional.
            case final
            /// The records are not those that its newest release comes from.
            case records
        }

        let report: ScheduledReport
        let planned: PlannedRelease
        let reason: Reason
    }

    let report: ScheduledReport
    let archive: ReleaseArchive
    let settings: DatasetSettings
    let today: CivilDate
    var state: RunState
    /// Whether the state is to be kept.
    var isStateNew = false
    private let due: [[PlannedRelease]]
    private(set) var releases: [String: [ReleaseName]]

    /// Looks into the folder of a report's releases.
    init(_ report: ScheduledReport, of schedule: Schedule, today: (DatasetSettings) -> CivilDate) throws {
        try self.init(
            report, of: schedule, with: try DatasetPath.source(report.dataset).contents().datasetSettings(),
            today: today)
    }

    /// Looks into the folder of a report's releases, for a dataset with these settings.
    init(
        _ report: ScheduledReport, of schedule: Schedule, with settings: DatasetSettings,
        today: (DatasetSettings) -> CivilDate
    ) throws {
        self.report = report
        archive = ReleaseArchive(report)
        self.settings = settings
        self.today = today(settings)
        due = try schedule.due(report, on: self.today, settings.calendar)
        releases = try archive.releases()
        state = RunState(in: report.output)
    }

    /// The newest release of a period.
    func newest(of period: Period) -> ReleaseName? { releases[period.label]?.last }

    /// The newest release of the newest period.
    var latest: ReleaseName? { due.last { newest(of: $0[0].period) != nil }.flatMap { newest(of: $0[0].period) } }

    /// Periods that are due and not released, without those that are known to have nothing to report.
    var missing: [PlannedRelease] {
        due.compactMap(\.first).filter { newest(of: $0.period) == nil && !state.empty.contains($0.period.label) }
    }

    /// Those of them that were due before the day.
    var overdue: [PlannedRelease] { missing.filter { $0.reportingDay < today } }

    /// What is to be done.
    ///
    /// Files of the dataset that have changed are read for their digests, unless the ledger of another report has done so.
    mutating func tasks(besides others: some Collection<ReportLedger>) throws -> [Task] {
        if !due.isEmpty {
            let seen = others.filter { $0.report.dataset == report.dataset }.flatMap(\.state.inputs)
            isStateNew = try state.look(
                at: try DatasetPath.source(report.dataset).contents().inputs, besides: seen)
        }
        var tasks: [Task] = []
        for planned in due {
            let label = planned[0].period.label
            guard let newest = newest(of: planned[0].period) else {
                guard !state.empty.contains(label) else { continue }
                tasks += planned.enumerated().map { Task(report: report, planned: $1, reason: $0 == 0 ? .new : .final) }
                continue
            }
            guard let last = planned.last else { continue }
            if last.provisionalUntil == nil, report.provisionalDays > 0, try isProvisional(newest) {
                tasks.append(Task(report: report, planned: last, reason: .final))
            } else if !state.current.contains(label) {
                if try Manifest(ofReleaseIn: archive.path(newest)).digests == state.digests {
                    state.current.insert(label)
                    isStateNew = true
                } else {
                    tasks.append(Task(report: report, planned: last, reason: .records))
                }
            }
        }
        return tasks
    }

    /// Releases of periods that are older than the schedule keeps.
    var expired: [ReleaseName] {
        guard let retention = report.retention, due.count == retention, let oldest = due.first?.first else { return [] }
        return releases.values.flatMap(\.self).filter { name in
            let days = try? PeriodExpression(name.period).resolve(today: today, settings: settings.calendar)
            return days.map { $0.last < oldest.period.first } ?? false
        }.sorted()
    }

    /// Takes note of a release that has been made.
    mutating func add(_ name: ReleaseName, isProvisional: Bool, seconds: Double) {
        releases[name.period, default: []].append(name)
        state.isProvisional[name.description] = isProvisional
        state.last = .init(seconds: seconds)
        isStateNew = true
    }

    /// Takes note of the files that a period has been compared with.
    mutating func note(_ outcome: ReleaseOutcome, _ period: Period) {
        let read = outcome.inputs.map { Manifest.Digest(file: $0.file, sha256: $0.sha256) }
        // If the files changed meanwhile, the next run looks again.
        guard read == state.digests else { return }
        if case .nothing = outcome { state.empty.insert(period.label) } else { state.current.insert(period.label) }
        isStateNew = true
    }

    private mutating func isProvisional(_ name: ReleaseName) throws -> Bool {
        if let known = state.isProvisional[name.description] { return known }
        let isProvisional = try Manifest(ofReleaseIn: archive.path(name)).provisionalUntil != nil
        state.isProvisional[name.description] = isProvisional
        isStateNew = true
        return isProvisional
    }
}
