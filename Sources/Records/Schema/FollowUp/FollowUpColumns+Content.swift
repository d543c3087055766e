import TrainingStats

extension EvaluationColumn {
    var content: FieldContent {
        switch self {
        case .sessionID: .reference(.sessions)
        case .item: .text
        case .value: .whole(Evaluation.values)
        }
    }
}

extension FollowUpColumn {
    var content: FieldContent {
        switch self {
        case .sessionID: .reference(.sessions)
        case .traineeID: .reference(.trainees)
        case .askedOn: .date
        case .applied: .code(of: FollowUpApplication.self)
        case .supervisorRating: .decimal(from: 1, to: 5)
        case .benefit: .decimal()
        }
    }
}
