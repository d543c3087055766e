import Records
import Support
import TrainingStats

/// One run over a schedule: makes what is due, the oldest first, and says what went wrong.
package struct ScheduleRun {
    /// Why some of a report's releases are missing.
    package struct Failure: Error {
        /// The report.
        package let report: String
        /// What kept it from being released.
        package let error: any Error
    }

    /// What is due.
    package struct Item: Sendable {
        /// Why.
        package enum Reason: Sendable { case new, final, records }

        /// The report.
        package let report: String
        /// Period and reporting day.
        package let planned: PlannedRelease
        /// Why it is due.
        package let reason: Reason
    }

    let schedule: Schedule
    private let maker: any ReleaseMaker
    let today: (DatasetSettings) -> CivilDate
    private let limit: Int
    let courier: (any Courier)?
    let wishes: DeliveryWishes

    /// A run as of a day, which may depend on the dataset's time zone; no more new releases than `limit` are made.
    ///
    /// Without a courier nothing is delivered, now or later, of what this run makes; `wishes` say what is to become
    /// of what was refused or is uncertain.
    package init(
        _ schedule: Schedule, limit: Int? = nil, maker: any ReleaseMaker, courier: (any Courier)? = nil,
        wishes: DeliveryWishes = DeliveryWishes(), today: @escaping (DatasetSettings) -> CivilDate
    ) {
        self.schedule = schedule
        self.courier = courier
        self.wishes = wishes
        self.limit = limit ?? .max
        self.maker = maker
        self.today = today
    }

    /// Does what is due.
    ///
    /// - Returns: One failure for each report of which releases are missing, and then one for each delivery that has not arrived.
    /// - Throws: ``ReleaseError`` where another run is at work.
    package func run(wait seconds: Double) throws(ReleaseError) -> [Failure] {
        let deadline = ContinuousClock.now.advanced(by: .seconds(seconds))
        var failures: [String: any Error] = [:]
        var locks: [String: RunLock] = [:]
        // In one order for all runs, so that no two wait for each other.
        for report in schedule.reports.sorted(by: { $0.output < $1.output }) {
            do throws(ReleaseError) {
                locks[report.name] = try RunLock(report.output, folderMode: report.folderMode, deadline: deadline)
            } catch {
                if case .locked = error { throw error }
                failures[report.name] = error
            }
        }
        var ledgers: [String: ReportLedger] = [:]
        var tasks: [ReportLedger.Task] = []
        for report in schedule.reports where failures[report.name] == nil {
            do {
                var ledger = try ReportLedger(report, of: schedule, today: today)
                try ledger.archive.removeLeftOvers()
                tasks += try ledger.tasks(besides: ledgers.values)
                ledgers[report.name] = ledger
            } catch {
                failures[report.name] = error
            }
        }
        let ordered = inOrder(tasks)
        for (index, task) in ordered.enumerated() where failures[task.report.name] == nil {
            // Nothing more is made of reports that have failed.
            let following = ordered[(index + 1)...].lazy.filter { failures[$0.report.name] == nil }
            do {
                try perform(task, before: { following.map(question) }, &ledgers)
            } catch {
                failures[task.report.name] = error
            }
        }
        for report in schedule.reports {
            do { try finish(&ledgers[report.name]) } catch { failures[report.name] = failures[report.name] ?? error }
            if failures[report.name] == nil { locks[report.name]?.noteSuccess() }
        }
        let missing = schedule.reports.compactMap { report in
            failures[report.name].map { Failure(report: report.name, error: $0) }
        }
        return withExtendedLifetime(locks) { missing + deliver(ledgers, lockedReports: Set(locks.keys)) }
    }

    /// What a run would do.
    ///
    /// Nothing is done, and other runs are not kept away.
    package func due() throws -> [Item] {
        var tasks: [ReportLedger.Task] = []
        var ledgers: [ReportLedger] = []
        for report in schedule.reports {
            var ledger = try ReportLedger(report, of: schedule, today: today)
            tasks += try ledger.tasks(besides: ledgers)
            ledgers.append(ledger)
        }
        return inOrder(tasks).map { task in
            let reason: Item.Reason =
                switch task.reason {
                case .new: .new
                case .final: .final
                case .records: .records
                }
            return Item(report: task.report.name, planned: task.planned, reason: reason)
        }
    }

    /// The oldest first; of those of one day the shorter period, then as the schedule has them; new ones up to the limit.
    private func inOrder(_ tasks: [ReportLedger.Task]) -> [ReportLedger.Task] {
        func key(_ task: ReportLedger.Task) -> (CivilDate, Int32) {
            (task.planned.reportingDay, task.planned.period.last.day - task.planned.period.first.day)
        }
        let ordered = tasks.enumerated().sorted {
            let (left, right) = (key($0.element), key($1.element))
            return left == right ? $0.offset < $1.offset : left < right
        }
        var made = 0
        return ordered.map(\.element).filter { task in
            guard task.reason != .records else { return true }
            made += 1
            return made <= limit
        }
    }

    private func question(_ task: ReportLedger.Task) -> ReleaseQuestion {
        ReleaseQuestion(report: task.report, rejectionLimit: schedule.rejectionLimit, planned: task.planned)
    }

    private func perform(
        _ task: ReportLedger.Task, before following: () -> [ReleaseQuestion],
        _ ledgers: inout [String: ReportLedger]
    ) throws {
        guard var ledger = ledgers[task.report.name] else { return }
        defer { ledgers[task.report.name] = ledger }
        let (archive, period) = (ledger.archive, task.planned.period)
        let newest = ledger.newest(of: period)
        let name = ReleaseName(period: period.label, revision: (newest?.revision ?? 0) + 1)
        let former = try newest.map { newest in
            ReleaseOrder.Former(folder: archive.path(newest), manifest: try Manifest(ofReleaseIn: archive.path(newest)))
        }
        let order = ReleaseOrder(question: question(task), revision: name.revision, former: former)
        let start = ContinuousClock.now
        let staging = try archive.stage(name)
        do {
            let outcome = try maker.make(order, into: staging, before: following)
            if case .made(let content) = outcome {
                try content.summary?.write(into: staging)
                try planDeliveries(of: name, task.report)
                try archive.publish(name, from: staging, with: Manifest(order, content))
                ledger.add(
                    name, isProvisional: task.planned.provisionalUntil != nil,
                    seconds: (ContinuousClock.now - start) / .seconds(1))
                if let latest = ledger.latest { try archive.link(latest: latest) }
            } else {
                try FileSystem.removeTree(staging)
            }
            ledger.note(outcome, period)
        } catch {
            // The error to be told is the first one; the next run removes what is left.
            try? FileSystem.removeTree(staging)
            throw error
        }
    }

    /// Makes the link lead to the newest release, removes those that are kept no longer, and saves the state for the next run.
    private func finish(_ ledger: inout ReportLedger?) throws {
        guard let ledger else { return }
        if let latest = ledger.latest { try ledger.archive.link(latest: latest) }
        let expired = ledger.expired
        for name in expired { try ledger.archive.remove(name) }
        if !expired.isEmpty {
            var journal = try DeliveryJournal(in: ledger.report.output)
            if journal.forget(expired.map(\.description)) {
                try journal.save(in: ledger.report.output, mode: ledger.report.fileMode)
            }
        }
        if ledger.isStateNew { try ledger.state.save(in: ledger.report.output) }
    }
}

extension Manifest {
    /// The manifest of a release, but for the files that it consists of.
    init(_ order: ReleaseOrder, _ content: ReleaseContent) {
        let planned = order.planned
        self.init(
            report: order.report.name, recurrence: order.report.recurrence.rawValue,
            period: Days(
                label: planned.period.label, first: planned.period.first.description,
                last: planned.period.last.description),
            revision: order.revision, reportingDay: planned.reportingDay.description,
            provisionalUntil: planned.provisionalUntil?.description, timeZone: content.timeZone, tool: content.tool,
            definition: content.definition, inputs: content.inputs,
            rejectedRows: content.inputs.reduce(0) { $0 + $1.rejected }, tables: content.tables, outputs: [])
    }
}
