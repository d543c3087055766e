/// What a person holds who completed a course whose completion is valid for some months.
package struct Certificate: Hashable, Sendable {
    /// Position in ``Dataset/trainees``.
    package let person: Int
    /// Position in ``Dataset/courses``.
    package let course: Int
    /// Position in ``Dataset/sessions``.
    package let session: Int
    /// The day on which it was issued: the stated one, else the last day of the session.
    package let issued: CivilDate
    /// The last day on which it is valid.
    package let validUntil: CivilDate
    /// Its number, if one is stated.
    package let number: String?
    /// Physical line of the participation.
    package let line: Int
    /// The last day of the session, or nil if not known.
    let sessionEnd: CivilDate?
    /// The place of the session's identifier among all of them, by their bytes.
    let sessionOrder: Int

    /// Whether it counts on a day: it was issued by then, and its session was delivered.
    func counts(on today: CivilDate) -> Bool { issued <= today && sessionEnd ?? today <= today }

    /// The order of the certificates of a person in a course: the last one is valid longest.
    ///
    /// Of two that are alike the identifiers of the sessions decide, and not the order of the rows.
    static func isBefore(_ left: Certificate, _ right: Certificate) -> Bool {
        (left.person, left.course, left.validUntil, left.issued, left.sessionOrder)
            < (right.person, right.course, right.validUntil, right.issued, right.sessionOrder)
    }
}

extension Course {
    /// How many months a completion is valid; nil if it does not lapse or there is none.
    package var monthsOfValidity: Int? { completion == .yes ? validMonths : nil }
}

extension Dataset {
    /// Whether a completion of any course is valid for some months only.
    package var hasValidity: Bool { courses.contains { $0.monthsOfValidity != nil } }
}
