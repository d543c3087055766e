/// The certificates of a dataset as of a reporting day, each with what has become of it.
///
/// Of each person and course the certificate that is valid longest decides; each earlier one was renewed by the next.
/// It is a class, so that loops over rows hand it on by reference.
package final class CertificateRegister: Sendable {
    /// Within how many days a certificate lapses that is due, unless somebody chooses otherwise.
    package static let usualNotice = 90
    /// How many days of notice can be chosen.
    package static let possibleNotices = 0...36_600

    /// The reporting day.
    package let today: CivilDate
    /// Within how many days a certificate lapses that is due.
    package let notice: Int
    /// The certificates that count on the reporting day, by person and course; the last one of these decides.
    package let certificates: [Certificate]
    /// What has become of each of them.
    package let statuses: [CertificateStatus]
    /// All certificates in their order, whether they count or not.
    private let all: [Certificate]
    /// The position of the status among all statuses, by person and session.
    private let codes: [UInt64: UInt8]

    /// The register of certificates in their order.
    init(_ all: [Certificate], asOf today: CivilDate, within notice: Int) {
        self.all = all
        self.today = today
        self.notice = notice
        let counted = all.filter { $0.counts(on: today) }
        certificates = counted
        var statuses: [CertificateStatus] = []
        statuses.reserveCapacity(counted.count)
        for (index, certificate) in counted.enumerated() {
            let next = index + 1 < counted.count ? counted[index + 1] : nil
            if let next, next.person == certificate.person, next.course == certificate.course {
                statuses.append(next.issued <= certificate.validUntil ? .renewedInTime : .renewedLate)
            } else if certificate.validUntil < today {
                statuses.append(.lapsed)
            } else {
                let left = Int(certificate.validUntil.day) - Int(today.day)
                statuses.append(left <= notice ? .due : .current)
            }
        }
        self.statuses = statuses
        let positions = Dictionary(
            CertificateStatus.allCases.enumerated().map { ($1, UInt8($0)) }, uniquingKeysWith: { first, _ in first })
        codes = Dictionary(
            zip(counted, statuses).map { (Self.key($0.person, $0.session), positions[$1] ?? 0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The same certificates as of another day.
    package func asOf(_ day: CivilDate) -> CertificateRegister {
        asOf(day, within: notice)
    }

    /// The same certificates as of another day, and with another notice.
    package func asOf(_ day: CivilDate, within notice: Int) -> CertificateRegister {
        day == today && notice == self.notice ? self : CertificateRegister(all, asOf: day, within: notice)
    }

    /// How many certificates there are, whether they count or not.
    package var count: Int { all.count }

    /// What has become of a person's certificate of a session, as a position among all statuses; -1 where there is none.
    package func code(ofPerson person: Int, in session: Int) -> Int {
        codes[Self.key(person, session)].map(Int.init) ?? -1
    }

    private static func key(_ person: Int, _ session: Int) -> UInt64 {
        UInt64(truncatingIfNeeded: person) << 32 | UInt64(truncatingIfNeeded: session)
    }
}
