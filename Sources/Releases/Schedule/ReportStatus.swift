import Records
import Support
import TrainingStats

/// Which releases of a report exist on a day, and which are missing.
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
    /// Deliveries that have not arrived, or may not have.
    package let undelivered: [DeliveryJournal.Entry]
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
        overdue = ledger.overdue
        undelivered = try DeliveryJournal(in: report.output).deliveries.filter { entry in
            guard entry.isUndelivered, let delivery = report.deliveries.first(where: { $0.name == entry.delivery })
            else { return false }
            // A run plans before the release appears, and may have been ended in between.
            return entry.state != .planned || delivery.when == .overdue
                || ReleaseName(entry.release).map { ledger.releases[$0.period]?.contains($0) == true } == true
        }
        nextDue = try schedule.nextDue(report, after: ledger.today, ledger.settings.calendar)
    }
}
