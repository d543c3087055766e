import TrainingStats

extension ScheduleRun {
    /// Delivers what is open, after all releases are made: a slow server keeps no release back.
    func deliver(_ ledgers: [String: ReportLedger], lockedReports: Set<String>) -> [Failure] {
        guard let courier else { return [] }
        var failures: [Failure] = []
        var outage: DeliveryFailure?
        for report in schedule.reports where !report.deliveries.isEmpty && lockedReports.contains(report.name) {
            do {
                // Where the dataset cannot be read, the calendar is the usual one: what is overdue is to be told above all then.
                let ledger =
                    try ledgers[report.name]
                    ?? ReportLedger(report, of: schedule, with: DatasetSettings(), today: today)
                var round = try DeliveryRound(
                    report, of: schedule, by: courier, overdue: ledger.overdue, wishes: wishes)
                failures += try round.run(&outage).map { Failure(report: report.name, error: $0) }
            } catch let fault as JournalFault {
                failures.append(Failure(report: report.name, error: fault.error))
            } catch {
                failures.append(Failure(report: report.name, error: error))
            }
        }
        return failures
    }

    /// Notes what is to be delivered of a release before it appears: a run that is killed in between leaves nothing undelivered.
    func planDeliveries(of name: ReleaseName, _ report: ScheduledReport) throws {
        guard courier != nil else { return }
        let deliveries = report.deliveries.filter { delivery in
            switch delivery.when {
            case .always, .missedTarget: true
            case .revision: name.revision > 1
            case .overdue: false
            }
        }
        guard !deliveries.isEmpty else { return }
        var journal = try DeliveryJournal(in: report.output)
        if journal.plan(deliveries, of: name.description) {
            try journal.save(in: report.output, mode: report.fileMode)
        }
    }
}
