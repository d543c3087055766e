import Support
import TrainingStats

/// What a run does about the deliveries of a report: all that is open, the oldest first, each step written down before it is taken.
struct DeliveryRound {
    private let schedule: Schedule
    private let report: ScheduledReport
    private let archive: ReleaseArchive
    private let courier: any Courier
    /// Releases that are due since an earlier day and not made.
    private let overdue: [PlannedRelease]
    private let wishes: DeliveryWishes
    private var journal: DeliveryJournal

    init(
        _ report: ScheduledReport, of schedule: Schedule, by courier: any Courier, overdue: [PlannedRelease],
        wishes: DeliveryWishes
    ) throws(ReleaseError) {
        self.schedule = schedule
        self.report = report
        archive = ReleaseArchive(report)
        self.courier = courier
        self.overdue = overdue
        self.wishes = wishes
        journal = try DeliveryJournal(in: report.output)
    }

    /// Delivers what is open: everything once, then again what is to be tried again, as often as the schedule says.
    ///
    /// `outage` is why no mail gets through in this run, where that is known.
    ///
    /// - Returns: What has not arrived, or may not have.
    /// - Throws: ``JournalFault`` if the journal cannot be written: without it, something might be delivered twice.
    mutating func run(_ outage: inout DeliveryFailure?) throws(JournalFault) -> [UndeliveredRelease] {
        var failures = try settle()
        try planOverdue()
        var open = journal.deliveries.filter(\.isOpen)
        let attempts = schedule.mail?.attempts ?? 1
        for attempt in 1...attempts {
            var again: [DeliveryJournal.Entry] = []
            var silence: DeliveryFailure?
            for entry in open {
                guard let delivery = report.deliveries.first(where: { $0.name == entry.delivery }) else { continue }
                let known = delivery.isMail ? outage ?? silence : nil
                guard let undelivered = try deliver(entry, delivery, unless: known) else { continue }
                guard delivery.isMail else {
                    failures.append(undelivered)
                    continue
                }
                switch undelivered.failure.kind {
                case .denied: outage = undelivered.failure
                case .unreachable: silence = undelivered.failure
                case .later, .unreadable, .refused, .uncertain: break
                }
                let isWorthIt = [.later, .unreachable].contains(undelivered.failure.kind)
                if isWorthIt, outage == nil, attempt < attempts {
                    again.append(undelivered.entry)
                } else {
                    failures.append(undelivered)
                }
            }
            open = again
            guard !open.isEmpty else {
                outage = outage ?? silence
                break
            }
            courier.wait(seconds: schedule.mail?.pause ?? 0)
        }
        return failures
    }

    // MARK: Before anything is delivered

    /// What was on its way when a run was killed may have arrived, and is not sent again unless somebody asks for it.
    private mutating func settle() throws(JournalFault) -> [UndeliveredRelease] {
        var failures: [UndeliveredRelease] = []
        for entry in journal.deliveries where entry.isUndelivered {
            func isMeant(_ selections: [DeliverySelection]) -> Bool {
                selections.contains { $0.holds(entry, of: report) }
            }
            if isMeant(wishes.acknowledged), entry.state != .planned {
                try note(.acknowledged, of: entry)
            } else if isMeant(wishes.resent), !entry.isOpen {
                try note(.planned, of: entry)
            } else if entry.state == .sent {
                let failure = DeliveryFailure(
                    .uncertain,
                    .init(
                        en: "the run ended while it was being sent, and it may have arrived",
                        ar: "انتهى التشغيل في أثناء الإرسال، وربما وصل"))
                failures.append(try fail(entry, failure))
            }
        }
        return failures
    }

    private mutating func planOverdue() throws(JournalFault) {
        let notices = report.deliveries.filter { $0.when == .overdue }
        var isNew = false
        for planned in overdue { isNew = journal.plan(notices, of: planned.period.label) || isNew }
        if isNew { try save() }
    }

    // MARK: One delivery

    /// What a delivery has come to.
    private enum Prospect {
        /// The release is not there yet.
        case waits
        /// Its occasion has not come.
        case isNotNeeded
        case parcel(Parcel)
    }

    private func prospect(of entry: DeliveryJournal.Entry, _ delivery: Delivery) throws -> Prospect {
        let content: Parcel.Content
        if delivery.when == .overdue {
            guard let planned = overdue.first(where: { $0.period.label == entry.release }) else { return .isNotNeeded }
            content = .overdue(planned)
        } else {
            guard let name = ReleaseName(entry.release) else { return .waits }
            let folder = archive.path(name)
            guard FileStatus.kind(of: folder + "/" + Manifest.fileName, followsLinks: false) == .file else {
                return .waits
            }
            let manifest = try Manifest(ofReleaseIn: folder)
            if delivery.when == .revision, name.revision < 2 { return .isNotNeeded }
            if delivery.when == .missedTarget, try !courier.missesTarget(manifest, in: folder) { return .isNotNeeded }
            content = .release(name, folder: folder, manifest)
        }
        return .parcel(
            Parcel(
                delivery: delivery, route: schedule.mail, report: report, content: content,
                arrivedAt: entry.arrivedAt ?? []))
    }

    /// Tries a delivery once, unless it is known that nothing gets through.
    ///
    /// - Returns: The failure; nil if it has arrived, or there is nothing to deliver.
    private mutating func deliver(
        _ entry: DeliveryJournal.Entry, _ delivery: Delivery, unless outage: DeliveryFailure?
    ) throws(JournalFault) -> UndeliveredRelease? {
        let prospect: Prospect
        do {
            prospect = try self.prospect(of: entry, delivery)
        } catch let failure as DeliveryFailure {
            return try fail(entry, failure)
        } catch {
            // What is wrong with one release keeps no other from being delivered.
            return try fail(entry, DeliveryFailure(.unreadable, Self.text(of: error)))
        }
        switch prospect {
        case .waits: return nil
        case .isNotNeeded:
            try note(.notNeeded, of: entry)
            return nil
        case .parcel(let parcel):
            guard parcel.isOpen else {
                try note(.delivered, of: entry)
                return nil
            }
            if let outage { return try fail(entry, outage) }
            return try send(parcel, entry)
        }
    }

    private mutating func send(
        _ parcel: Parcel, _ entry: DeliveryJournal.Entry
    ) throws(JournalFault) -> UndeliveredRelease? {
        var entry = entry
        entry.attempts += 1
        entry = try note(.begun, of: entry)
        let failure: DeliveryFailure?
        do {
            try courier.deliver(parcel) { entry = try note(.sent, of: entry) }
            failure = nil
        } catch let fault as JournalFault {
            throw fault
        } catch let error as DeliveryFailure {
            failure = error
        } catch {
            // What was sent may have arrived, whatever went wrong after it.
            failure = DeliveryFailure(entry.state == .sent ? .uncertain : .unreadable, Self.text(of: error))
        }
        if let failure { return try fail(entry, failure) }
        try note(.delivered, of: entry)
        return nil
    }

    private static func text(of error: any Error) -> BilingualText {
        switch error {
        case let error as FileError: error.text
        case let error as ReleaseError: error.text
        default: .init(en: "\(error)")
        }
    }

    // MARK: The journal

    private mutating func fail(
        _ entry: DeliveryJournal.Entry, _ failure: DeliveryFailure
    ) throws(JournalFault) -> UndeliveredRelease {
        let state: DeliveryJournal.State =
            switch failure.kind {
            case .later, .unreachable, .denied, .unreadable: .failed
            case .refused: .refused
            case .uncertain: .uncertain
            }
        var entry = entry
        let arrivedAt = (entry.arrivedAt ?? []) + failure.arrivedAt
        entry.arrivedAt = arrivedAt.isEmpty ? nil : arrivedAt
        return UndeliveredRelease(
            report: report.name, entry: try note(state, of: entry, failure), failure: failure)
    }

    /// Writes down how far a delivery is.
    @discardableResult private mutating func note(
        _ state: DeliveryJournal.State, of entry: DeliveryJournal.Entry, _ failure: DeliveryFailure? = nil
    ) throws(JournalFault) -> DeliveryJournal.Entry {
        var entry = entry
        entry.state = state
        entry.time = courier.time
        entry.reason = failure.map { .init(en: $0.reason.en, ar: $0.reason(.ar)) }
        journal[entry.release, entry.delivery] = entry
        try save()
        return entry
    }

    private func save() throws(JournalFault) {
        do throws(FileError) {
            try journal.save(in: report.output, mode: report.fileMode)
        } catch {
            throw JournalFault(error: error)
        }
    }
}

/// Why the journal cannot be written.
struct JournalFault: Error {
    let error: FileError
}
