import Support

/// What a courier is given.
package struct Parcel: Sendable {
    /// The delivery.
    package let delivery: Delivery
    /// How mails are sent; nil if the schedule does not say it.
    package let route: MailRoute?
    /// The report.
    package let report: ScheduledReport
    /// What it is about.
    package let content: Content
    /// The addresses of a mail that have it from an earlier attempt.
    package var arrivedAt: [String] = []

    /// What a delivery is about.
    package enum Content: Sendable {
        /// A release that is whole.
        case release(ReleaseName, folder: String, Manifest)
        /// A release that is not made.
        case overdue(PlannedRelease)
    }

    /// The addresses of a mail that do not have it yet; none of a command.
    package var addresses: [String] {
        guard case .mail(let mail) = delivery.way else { return [] }
        return mail.to.filter { !arrivedAt.contains($0) }
    }

    /// Whether there is somebody who does not have it yet.
    var isOpen: Bool { !delivery.isMail || !addresses.isEmpty }

    /// The text by which the same delivery is known again: the same for every attempt.
    package var identity: String {
        let subject =
            switch content {
            case .release(let name, _, let manifest): "\(name) \(manifest.seal)"
            case .overdue(let planned): "overdue \(planned.period.label)"
            }
        return "\(report.name) \(delivery.name) \(subject)"
    }
}

/// Why something has not arrived, or may not have.
package struct DeliveryFailure: Error, Hashable, Sendable {
    /// What is to be done about it.
    package enum Kind: Hashable, Sendable {
        /// Try again, in this run and in later ones.
        case later
        /// The same, and nothing else gets through meanwhile: nobody answers.
        case unreachable
        /// Try again in later runs, and nothing else in this one: the other side does not let in.
        case denied
        /// Try again in later runs: the release itself cannot be read.
        case unreadable
        /// Do not try again: it will not succeed.
        case refused
        /// Do not try again: it may have arrived.
        case uncertain
    }

    /// What is to be done about it.
    package let kind: Kind
    /// What went wrong.
    package let reason: BilingualText
    /// The addresses that have the mail all the same.
    package let arrivedAt: [String]

    /// A failure for a reason.
    package init(_ kind: Kind, _ reason: BilingualText, arrivedAt: [String] = []) {
        self.kind = kind
        self.reason = reason
        self.arrivedAt = arrivedAt
    }
}

/// Brings releases to people and programs.
///
/// The module does not know how.
package protocol Courier {
    /// Delivers one parcel.
    ///
    /// `isSending` is called once, before the first step after which it may have arrived; if it throws, nothing is sent.
    ///
    /// - Throws: ``DeliveryFailure``, or what `isSending` throws.
    func deliver(_ parcel: Parcel, isSending: () throws -> Void) throws
    /// Whether a target is missed in a release.
    func missesTarget(_ manifest: Manifest, in folder: String) throws -> Bool
    /// The time now, in UTC: `2026-11-28T06:00:00Z`.
    var time: String { get }
    /// Waits between two attempts.
    func wait(seconds: Int)
}

/// A delivery that has failed, as a run tells it.
package struct UndeliveredRelease: Error, Sendable {
    /// The name of the report.
    package let report: String
    /// What was to be delivered.
    package let entry: DeliveryJournal.Entry
    /// Why it was not.
    package let failure: DeliveryFailure
}

/// A mail that waits in the folder of releases for the program that sends it.
package enum ReleasedMail {
    /// Name of the file; a run removes it when the program has ended, or the next run.
    package static let fileName = ".tadrib-mail"
}
