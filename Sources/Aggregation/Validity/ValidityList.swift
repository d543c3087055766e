import TrainingStats

/// Persons with what has become of the certificate that decides in each course, for a list.
package struct ValidityList: Sendable {
    /// What can be said of a person in a course.
    package enum Standing: String, CaseIterable, Sendable {
        case current, due, lapsed, never
    }

    /// A person in a course.
    package struct Entry: Sendable {
        /// Position in `Dataset.trainees`.
        package let person: Int
        /// Position in `Dataset.courses`.
        package let course: Int
        /// What can be said.
        package let standing: Standing
        /// The certificate that decides; nil if there never was one.
        package let certificate: Certificate?
    }

    /// The persons, those whose certificates lapse or lapsed first at the head, those without one at the end.
    package let entries: [Entry]
    /// Members that a filter names and nobody has.
    package let unmatchedMembers: [Filter]

    /// The persons of a question of whom one of some standings can be said; `persons` are the positions of identifiers that
    /// count.
    ///
    /// - Throws: ``RequestError`` for unknown names and members.
    package init(
        _ question: ValidityQuestion, of standings: Set<Standing>, in dataset: Dataset, persons: [Int],
        _ register: CertificateRegister, catalogue: Catalogue
    ) throws(RequestError) {
        let scope = try ValidityScope(
            question, of: dataset, asOf: register.today, isPerson: dataset.isPerson(persons),
            isWanted: dataset.courses.map { $0.monthsOfValidity != nil }, in: catalogue)
        func isAsked(_ person: Int, _ course: Int) -> Bool {
            scope.persons.numbers[person] >= 0 && scope.courses.numbers[course] >= 0
        }
        var entries: [Entry] = []
        var certified: Set<[Int]> = []
        for (certificate, status) in zip(register.certificates, register.statuses) {
            guard let standing = Standing(status), isAsked(certificate.person, certificate.course) else { continue }
            certified.insert([certificate.person, certificate.course])
            guard standings.contains(standing) else { continue }
            entries.append(
                Entry(
                    person: certificate.person, course: certificate.course, standing: standing,
                    certificate: certificate))
        }
        if standings.contains(.never) {
            for course in dataset.courses.indices {
                for person in persons where isAsked(person, course) && !certified.contains([person, course]) {
                    entries.append(Entry(person: person, course: course, standing: .never, certificate: nil))
                }
            }
        }
        self.entries = entries.sorted { left, right in
            let days = (left.certificate?.validUntil.day ?? .max, right.certificate?.validUntil.day ?? .max)
            return (days.0, left.course, left.person) < (days.1, right.course, right.person)
        }
        unmatchedMembers = scope.unmatched
    }
}

extension ValidityList.Standing {
    /// What is said of a person whose certificate has become that; nil of one that was renewed.
    fileprivate init?(_ status: CertificateStatus) {
        switch status {
        case .current: self = .current
        case .due: self = .due
        case .lapsed: self = .lapsed
        case .renewedInTime, .renewedLate: return nil
        }
    }
}
