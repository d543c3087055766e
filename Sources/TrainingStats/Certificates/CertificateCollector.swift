/// Takes the certificates of a dataset from its participations: those completed in sessions that were held, of courses whose
/// completion is valid for some months.
package struct CertificateCollector: ParticipationSink, Sendable {
    /// For each session how many months a completion is valid; 0 where it gives no certificate.
    private let months: [Int]
    private let sessions: [Session]
    /// The place of each session's identifier among all of them.
    private let orders: [Int]
    private var certificates: [Certificate] = []

    /// A collector of nothing yet.
    package init(of dataset: Dataset) {
        sessions = dataset.sessions
        var orders = [Int](repeating: 0, count: dataset.sessions.count)
        let sorted = dataset.sessions.indices.sorted {
            dataset.sessions[$0].id.utf8.lexicographicallyPrecedes(dataset.sessions[$1].id.utf8)
        }
        for (order, session) in sorted.enumerated() { orders[session] = order }
        self.orders = orders
        months = dataset.sessions.map { session in
            session.status == .held ? dataset.courses[session.course].monthsOfValidity ?? 0 : 0
        }
    }

    /// The certificates as of a reporting day; those that lapse within so many days are due.
    package func register(asOf today: CivilDate, within notice: Int) -> CertificateRegister {
        CertificateRegister(certificates.sorted(by: Certificate.isBefore), asOf: today, within: notice)
    }

    package func emptyCopy() -> CertificateCollector {
        var copy = self
        copy.certificates = []
        return copy
    }

    package mutating func add(_ block: borrowing ParticipationBlock) {
        let completed = ParticipationStatus.completed.code
        for row in 0..<block.count where block.statuses[row] == completed && months[Int(block.sessions[row])] > 0 {
            let session = Int(block.sessions[row])
            add(
                block.certificates[row], of: Int(block.trainees[row]), in: session, months: months[session],
                line: block.lines[row])
        }
    }

    /// Takes in a single participation.
    package mutating func add(_ participation: Participation) {
        guard participation.status == .completed, months[participation.session] > 0 else { return }
        add(
            participation.certificate, of: participation.trainee, in: participation.session,
            months: months[participation.session], line: participation.line)
    }

    private mutating func add(
        _ stated: StatedCertificate?, of person: Int, in session: Int, months: Int, line: Int
    ) {
        // Of a session that ended at a time not known nobody knows until when its certificates are valid.
        guard let issued = stated?.day ?? sessions[session].end else { return }
        certificates.append(
            Certificate(
                person: person, course: sessions[session].course, session: session, issued: issued,
                validUntil: issued.advanced(byMonths: months), number: stated?.number, line: line,
                sessionEnd: sessions[session].end, sessionOrder: orders[session]))
    }

    package mutating func merge(_ other: consuming CertificateCollector) { certificates += other.certificates }
}
