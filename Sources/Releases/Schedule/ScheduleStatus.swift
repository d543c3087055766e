import Records
import Support
import TrainingStats

/// How the releases of a report stand on a day.
package struct ReportStatus: Sendable {
    /// The report.
    package let report: ScheduledReport
    /// The manifest of the newest release of the newest period.
    package let latest: Manifest?
    /// When that was made, in seconds since 1970.
    package let made: Double?
    /// How long that took, in seconds, where it is known.
    package let seconds: Double?
    /// Releases that are due and not made.
    package let missing: [PlannedRelease]
    /// Those of them that were due before the day.
    package let overdue: [PlannedRelease]
    /// When the next period is due that is not due yet.
    package let nextDue: CivilDate

    /// The state of a report; nothing is read of the records.
    ///
    /// - Throws: ``ReleaseError`` or `ReadError` where folder, manifest or dataset cannot be read.
    package init(_ report: ScheduledReport, of schedule: Schedule, today: (DatasetSettings) -> CivilDate) throws {
        let ledger = try ReportLedger(report, of: schedule, today: today)
        self.report = report
        let folder = ledger.latest.map { ledger.archive.path($0) }
        latest = try folder.map { (folder) throws(ReleaseError) in try Manifest(ofReleaseIn: folder) }
        made = folder.flatMap { FileStatus($0 + "/" + Manifest.fileName)?.modified }
        seconds = ledger.state.last?.seconds
        missing = ledger.missing
        overdue = missing.filter { $0.reportingDay < ledger.today }
        nextDue = try schedule.nextDue(report, after: ledger.today, ledger.settings.calendar)
    }
}

/// Writes how reports stand in the text format of Prometheus.
package struct Metrics {
    private let schedule: Schedule
    private let statuses: [ReportStatus]

    /// Metrics of the reports of a schedule, so far as their states are known.
    package init(_ schedule: Schedule, _ statuses: [ReportStatus]) {
        self.schedule = schedule
        self.statuses = statuses
    }

    /// The text, one sample a report and metric.
    package var text: String {
        let successes = schedule.reports.map { ($0.name, RunLock.lastSuccess(in: $0.output)) }
        return metric("last_success_timestamp_seconds", "When a run last ended well for the report.", successes)
            + metric("release_timestamp_seconds", "When the newest release was made.") { $0.made }
            + metric("release_duration_seconds", "How long the making of the newest release took.") { $0.seconds }
            + metric("rejected_rows", "Rows with errors that the newest release leaves out.") {
                $0.latest.map { Double($0.rejectedRows) }
            }
            + metric("overdue_releases", "Releases that were due on an earlier day and are not made.") {
                Double($0.overdue.count)
            }
    }

    /// Puts the text into a file in one step.
    package func write(to path: String) throws(FileError) {
        try AtomicFile.write(Array(text.utf8), to: path, mode: schedule.reports.first?.fileMode ?? 0o640)
    }

    private func metric(_ name: String, _ help: String, _ value: (ReportStatus) -> Double?) -> String {
        metric(name, help, statuses.map { ($0.report.name, value($0)) })
    }

    private func metric(_ name: String, _ help: String, _ values: [(report: String, value: Double?)]) -> String {
        let samples = values.compactMap { report, value in
            value.map { "tadrib_\(name){report=\"\(report)\"} \(Self.number($0))\n" }
        }
        return samples.isEmpty
            ? "" : "# HELP tadrib_\(name) \(help)\n# TYPE tadrib_\(name) gauge\n" + samples.joined()
    }

    /// A number to the thousandth, which says enough of times.
    private static func number(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(Double(Int((number * 1000).rounded())) / 1000)
    }
}
