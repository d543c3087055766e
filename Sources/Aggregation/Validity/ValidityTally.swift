import Support
import TrainingStats

/// The answer to a question about certificates: of the known persons who is current, due, lapsed, or never had one.
package enum ValidityTally {
    /// The positions of the marks of a person in a group.
    private enum Mark: Int, CaseIterable { case current, due, lapsed, certified }

    /// The answer, from the certificates as of a reporting day; `persons` are the positions of identifiers that count.
    ///
    /// - Throws: ``RequestError`` for unknown names and members.
    package static func summary(
        _ question: ValidityQuestion, of dataset: Dataset, persons: [Int], _ register: CertificateRegister,
        in catalogue: Catalogue
    ) throws(RequestError) -> Summary {
        let scope = try ValidityScope(
            question, of: dataset, asOf: register.today, isPerson: dataset.isPerson(persons),
            isWanted: dataset.courses.map { $0.monthsOfValidity != nil }, in: catalogue)
        var groups = try PersonGroups(scope, marks: Mark.allCases.count)
        var last = -1
        for (certificate, status) in zip(register.certificates, register.statuses) {
            if certificate.person != last { groups.close() }
            last = certificate.person
            guard let group = groups.group(of: certificate.person, in: certificate.course) else { continue }
            groups.note(marks(of: status), in: group)
        }
        groups.close()
        return groups.summary(of: Measure.ofValidity(in: catalogue), totals: question.totals, in: dataset) {
            persons, counts, _ in
            [
                .count(persons), .count(counts[Mark.current.rawValue]), .count(counts[Mark.due.rawValue]),
                .count(counts[Mark.lapsed.rawValue]), .count(persons - counts[Mark.certified.rawValue]),
            ]
        }
    }

    /// The marks of a person with a certificate, as bits.
    private static func marks(of status: CertificateStatus) -> UInt {
        let marks: [Mark] =
            switch status {
            case .current: [.current, .certified]
            case .due: [.current, .due, .certified]
            case .lapsed: [.lapsed, .certified]
            case .renewedInTime, .renewedLate: [.certified]
            }
        return marks.reduce(0) { $0 | 1 << UInt($1.rawValue) }
    }
}

extension Dataset {
    /// Whether each identifier of `trainees.csv` is among those that count.
    func isPerson(_ persons: [Int]) -> [Bool] {
        var isPerson = [Bool](repeating: false, count: trainees.count)
        for person in persons { isPerson[person] = true }
        return isPerson
    }
}

/// The columns of tables of certificates that are no figures of records: whom they count is said by their definition, their
/// aggregate says of what records.
extension Measure {
    /// The columns of the table of certificates: measures of a catalogue under short headings, between two of its own.
    static func ofValidity(in catalogue: Catalogue) -> [Measure] {
        let shortened: [(id: String, heading: BilingualText?)] = [
            ("persons-current", .init(en: "Current", ar: "السارية")), (ofPersonsDue, nil),
            ("persons-lapsed", .init(en: "Lapsed", ar: "المنتهية")),
        ]
        let measures = shortened.compactMap { id, heading in
            catalogue.measure(id).map { measure in
                Measure(
                    id, heading: heading ?? measure.heading, definition: measure.definition, measure.aggregate)
            }
        }
        return [.knownPersons] + measures + [.neverCertified]
    }

    /// The persons who are known, whatever they took part in.
    static let knownPersons = Measure(
        "known-persons", heading: .init(en: "Known", ar: "المعروفون"),
        definition: .init(
            en: "Distinct persons in trainees.csv, whether they took part in anything or not.",
            ar: "عدد الأشخاص المختلفين في trainees.csv، شاركوا في شيء أم لم يشاركوا."),
        .distinct(.trainee, [.participations()]))

    /// The persons without any certificate.
    static let neverCertified = Measure(
        "persons-never", heading: .init(en: "Never", ar: "بلا شهادة"),
        definition: .init(
            en:
                "Persons in trainees.csv who by the reporting day never had a certificate in the course, or in any of several "
                + "courses.",
            ar:
                "الأشخاص المذكورون في trainees.csv الذين لم تكن لهم حتى يوم التقرير شهادة في الدورة، أو في أي من عدة دورات."
        ),
        .distinct(.trainee, [.participations()]))
}
