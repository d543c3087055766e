import TrainingStats

/// What a participation says of a certificate, with its line.
struct CertificateNote: Sendable {
    /// Physical line of the participation.
    let line: Int
    /// What it says.
    let certificate: StatedCertificate
}

extension TableHeader<ParticipationColumn> {
    /// Whether the table has a column of certificates.
    var statesCertificates: Bool { position(of: .certificateNumber) != nil || position(of: .certifiedOn) != nil }
}

extension TableReader<ParticipationColumn> {
    /// What the current row says of a certificate, in a session if that is known; a day before its start is told.
    func certificate(inSession session: Session?) -> StatedCertificate? {
        let (number, day) = (text(.certificateNumber), date(.certifiedOn))
        if let day, let session, let start = session.start, day < start {
            report(
                .outOfRange, at: .certifiedOn, value: "\(day)",
                FindingText(RecordWording.certifiedBeforeStart, day, session.id.shortened(), start))
        }
        return StatedCertificate(number: number, day: day)
    }

    /// Tells a certificate of somebody who has not completed the session, or of a course that cannot be completed.
    func reportDoubts(about certificate: StatedCertificate, of status: ParticipationStatus, in course: Course) {
        guard status != .completed || course.completion == .no else { return }
        let column: ParticipationColumn = certificate.number != nil ? .certificateNumber : .certifiedOn
        report(
            .doubtfulCertificate, at: column,
            value: (certificate.number ?? certificate.day.map { "\($0)" } ?? "").shortened(),
            status == .completed
                ? FindingText(RecordWording.certificateOfNoCompletion, course.id.shortened())
                : FindingText(RecordWording.certificateWithoutCompletion, status.rawValue))
    }
}
