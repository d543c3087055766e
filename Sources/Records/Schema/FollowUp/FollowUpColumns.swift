/// Columns of `evaluations.csv`.
enum EvaluationColumn: String, TableColumn {
    case sessionID = "session_id"
    case item, value

    static let table = RecordTable.evaluations
    var need: ColumnNeed { .inEveryRow }
}

/// Columns of `followups.csv`.
enum FollowUpColumn: String, TableColumn {
    case sessionID = "session_id"
    case traineeID = "trainee_id"
    case askedOn = "asked_on"
    case applied
    case supervisorRating = "supervisor_rating"
    case benefit

    static let table = RecordTable.followups
    var need: ColumnNeed {
        switch self {
        case .sessionID, .traineeID: .inEveryRow
        case .askedOn, .applied, .supervisorRating, .benefit: .optional
        }
    }
}
