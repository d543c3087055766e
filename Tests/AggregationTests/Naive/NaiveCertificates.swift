/// What has become of certificates, from the definition: each is held against all others of its person and course.
extension NaiveRecords {
    /// A certificate that counts by a day.
    private struct Certificate {
        var person: ByteText
        var course: ByteText
        var session: ByteText
        var issued: CivilDay
        var ends: CivilDay

        /// Whether it comes before another one: that is valid longer, or was issued later; of two that are alike the session's
        /// identifier decides.
        func precedes(_ other: Certificate) -> Bool {
            if ends != other.ends { return ends < other.ends }
            return issued == other.issued ? session < other.session : issued < other.issued
        }
    }

    private func certificate(of participation: NaiveParticipation, asOf today: CivilDay) -> Certificate? {
        let session = sessions[participation.session]
        guard participation.status == "completed", session.status == "held", session.end.map({ $0 <= today }) ?? true,
            session.course.canBeCompleted, let months = session.course.validMonths,
            let issued = participation.certifiedOn ?? session.end, issued <= today
        else { return nil }
        return Certificate(
            person: participation.trainee, course: session.course.id, session: session.id, issued: issued,
            ends: issued.later(byMonths: months))
    }

    /// The same records, each participation with what has become of its certificate by a day.
    func withCertificates(asOf today: CivilDay) -> NaiveRecords {
        guard courses.contains(where: { $0.validMonths != nil }) else { return self }
        var records = self
        let all = participations.map { certificate(of: $0, asOf: today) }
        for (index, own) in all.enumerated() {
            guard let own else { continue }
            let later = all.compactMap(\.self).filter {
                $0.person == own.person && $0.course == own.course && own.precedes($0)
            }
            let status: String
            if let next = later.map(\.issued).min() {
                status = next <= own.ends ? "renewed-in-time" : "renewed-late"
            } else if own.ends < today {
                status = "lapsed"
            } else {
                status = own.ends <= today.advanced(by: 90) ? "due" : "current"
            }
            records.participations[index].members["certificate-status"] = ByteText(status)
        }
        return records
    }
}

extension CivilDay {
    /// The same day so many months later, or the last one of that month.
    fileprivate func later(byMonths months: Int) -> CivilDay {
        var (year, month) = (self.year, self.month)
        for _ in 0..<months { (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1) }
        return CivilDay(year, month, min(day, CivilDay.length(ofMonth: month, in: year)))
    }
}
