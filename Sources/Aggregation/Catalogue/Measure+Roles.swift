/// The measures that built-in sections, messages and examples are about, by what the program asks them for.
///
/// The program asks for a role; which entry of the catalogue plays it is said here alone. A test holds that each is there.
extension Measure {
    /// How many distinct persons were trained.
    package static let ofPersons = "trainees"
    /// How many distinct trainers taught.
    package static let ofTrainers = "trainers"
    /// How many sessions were delivered.
    package static let ofSessions = "sessions"
    /// How many persons hold a certificate that lapses within the days of notice.
    package static let ofPersonsDue = "persons-due"
    /// How many attended sessions of any kind, named and counted.
    package static let ofAttendances = "attendances"
    /// How many took part in training, named and counted: a person as often as he or she did.
    package static let ofParticipations = "participations"
    /// How many of those who attended were counted, and not named.
    package static let ofCounted = "headcount-attendances"
    /// How many answers evaluation forms have.
    package static let ofEvaluations = "evaluation-count"
}
