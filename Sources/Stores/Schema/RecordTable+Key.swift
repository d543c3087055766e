import Records

extension RecordTable {
    /// The columns that tell its rows apart; nil if rows may be alike, such as answers without persons.
    var keyColumns: [String]? {
        switch self {
        case .states: ["state"]
        case .topics: ["topic"]
        case .courses: ["course_id"]
        case .sessions: ["session_id"]
        case .trainers: ["trainer_id"]
        case .assignments: ["session_id", "trainer_id", "role"]
        case .trainees: ["trainee_id"]
        case .affiliations: ["trainee_id", "from"]
        case .labels: ["dimension", "member"]
        case .participations, .followups: ["session_id", "trainee_id"]
        case .attendance: ["session_id", "trainee_id", "date"]
        case .targets: ["measure", "where", "period"]
        case .rates: ["currency", "from"]
        case .persons, .headcounts, .requirements, .evaluations, .published: nil
        }
    }
}
