import Support
import TrainingStats

/// What a run does about the deliveries of a report: all that is open, the oldest first, each step written down before it is taken.
struct DeliveryRound {
    let schedule: Schedule
    let report: ScheduledReport
    let archive: ReleaseArchive
    let courier: any Courier
    /// Releases that are due since an earlier day and not made.
    let overdue: [PlannedRelease]
    /// Whether what was refused or is uncertain is delivered again.
    let repeats: Bool
    private var journal: DeliveryJournal

    init(
        _ report: ScheduledReport, of schedule: Schedule, by courier: any Courier, overdue: [PlannedRelease],
        repeats: Bool
    ) throws(ReleaseError) {
        self.schedule = schedule
        self.report = report
        archive = ReleaseArchive(report)
        self.courier = courier
        self.overdue = overdue
        self.repeats = repeats
        journal = try DeliveryJournal(in: report.output)
    }

    /// Delivers what is open.
    ///
    /// - Returns: What has not arrived, or may not have.
    mutating func run() throws -> [UndeliveredRelease] {
        var failures = try tellOfInterrupted()
        let notices = report.deliveries.filter { $0.when == .overdue }
        var isNew = false
        for planned in overdue { isNew = journal.plan(notices, of: planned.period.label) || isNew }
        if isNew { try save() }
        for entry in journal.deliveries where entry.isOpen {
            guard let delivery = report.deliveries.first(where: { $0.name == entry.delivery }) else { continue }
            guard let content = try content(of: entry, for: delivery) else { continue }
            guard try isNeeded(delivery, content) else {
                try note(.notNeeded, of: entry)
                continue
            }
            let parcel = Parcel(delivery: delivery, route: schedule.mail, report: report, content: content)
            if let failure = try deliver(parcel, entry) { failures.append(failure) }
        }
        return failures
    }

    /// What was on its way when a run was killed may have arrived, and is not sent again unless somebody asks for it.
    private mutating func tellOfInterrupted() throws -> [UndeliveredRelease] {
        var failures: [UndeliveredRelease] = []
        for entry in journal.deliveries {
            if repeats, [.sent, .refused, .uncertain].contains(entry.state) {
                try note(.planned, of: entry)
            } else if entry.state == .sent {
                let failure = DeliveryFailure(
                    .uncertain,
                    .init(
                        en: "the run ended while it was being sent, and it may have arrived",
                        ar: "انتهى التشغيل في أثناء الإرسال، وربما وصل"))
                failures.append(UndeliveredRelease(entry: try note(.uncertain, of: entry, failure), failure: failure))
            }
        }
        return failures
    }

    /// What an entry is about; nil if that is not there, or not there yet.
    private mutating func content(of entry: DeliveryJournal.Entry, for delivery: Delivery) throws -> Parcel.Content? {
        if delivery.when == .overdue {
            if let planned = overdue.first(where: { $0.period.label == entry.release }) { return .overdue(planned) }
            try note(.notNeeded, of: entry)
            return nil
        }
        guard let name = ReleaseName(entry.release),
            FileStatus.kind(of: archive.path(name) + "/" + Manifest.fileName, followsLinks: false) == .file
        else { return nil }
        return .release(name, folder: archive.path(name), try Manifest(ofReleaseIn: archive.path(name)))
    }

    private func isNeeded(_ delivery: Delivery, _ content: Parcel.Content) throws -> Bool {
        guard case .release(let name, let folder, let manifest) = content else { return true }
        return switch delivery.when {
        case .always, .overdue: true
        case .revision: name.revision > 1
        case .missedTarget: try courier.missesTarget(manifest, in: folder)
        }
    }

    /// Tries a delivery as often as the schedule says.
    private mutating func deliver(_ parcel: Parcel, _ entry: DeliveryJournal.Entry) throws -> UndeliveredRelease? {
        var (entry, isMail) = (entry, false)
        if case .mail = parcel.delivery.way { isMail = true }
        let attempts = isMail ? parcel.route?.attempts ?? 1 : 1
        for attempt in 1...attempts {
            entry.attempts += 1
            entry = try note(.begun, of: entry)
            do {
                try courier.deliver(parcel) { entry = try note(.sent, of: entry) }
                try note(.delivered, of: entry)
                return nil
            } catch let failure as DeliveryFailure {
                let state: DeliveryJournal.State =
                    switch failure.kind {
                    case .later, .denied: .failed
                    case .refused: .refused
                    case .uncertain: .uncertain
                    }
                entry = try note(state, of: entry, failure)
                guard failure.kind == .later, attempt < attempts else {
                    return UndeliveredRelease(entry: entry, failure: failure)
                }
                courier.wait(seconds: parcel.route?.pause ?? 0)
            }
        }
        return nil
    }

    /// Writes down how far a delivery is.
    @discardableResult private mutating func note(
        _ state: DeliveryJournal.State, of entry: DeliveryJournal.Entry, _ failure: DeliveryFailure? = nil
    ) throws(FileError) -> DeliveryJournal.Entry {
        var entry = entry
        entry.state = state
        entry.time = courier.time
        entry.reason = failure.map { .init(en: $0.reason.en, ar: $0.reason(.ar)) }
        journal[entry.release, entry.delivery] = entry
        try save()
        return entry
    }

    private func save() throws(FileError) { try journal.save(in: report.output, mode: report.fileMode) }
}
