import Support

/// The states of reports in the text format of Prometheus, one sample a report and metric.
package struct Metrics {
    private let schedule: Schedule
    private let statuses: [ReportStatus]

    /// Metrics of the reports of a schedule, so far as their states are known.
    package init(_ schedule: Schedule, _ statuses: [ReportStatus]) {
        self.schedule = schedule
        self.statuses = statuses
    }

    /// The text of the file.
    package var text: String {
        let successes = schedule.reports.map { ($0.name, RunLock.lastSuccess(in: $0.output)) }
        return metric(
            "last_success_timestamp_seconds", help: "When a run last ended well for the report.", values: successes)
            + metric("release_timestamp_seconds", help: "When the newest release was made.") { $0.made }
            + metric("release_duration_seconds", help: "How long the making of the newest release took.") { $0.seconds }
            + metric("rejected_rows", help: "Rows with errors that the newest release leaves out.") {
                $0.latest.map { Double($0.rejectedRows) }
            }
            + metric("overdue_releases", help: "Releases that were due on an earlier day and are not made.") {
                Double($0.overdue.count)
            }
            + metric("undelivered_releases", help: "Deliveries that have not arrived, or may not have.") {
                $0.report.deliveries.isEmpty ? nil : Double($0.undelivered.count)
            }
    }

    /// Writes the text to a file, which appears as a whole.
    package func write(to path: String) throws(FileError) {
        try AtomicFile.write(Array(text.utf8), to: path, mode: schedule.reports.first?.fileMode ?? 0o640)
    }

    private func metric(_ name: String, help: String, value: (ReportStatus) -> Double?) -> String {
        metric(name, help: help, values: statuses.map { ($0.report.name, value($0)) })
    }

    private func metric(_ name: String, help: String, values: [(report: String, value: Double?)]) -> String {
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
