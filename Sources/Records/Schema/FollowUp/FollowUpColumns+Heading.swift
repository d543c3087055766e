import Support

extension EvaluationColumn {
    var heading: BilingualText {
        switch self {
        case .sessionID: .init(en: "Session ID", ar: "رمز الانعقاد")
        case .item: .init(en: "Item", ar: "بند التقييم")
        case .value: .init(en: "Answer", ar: "الإجابة")
        }
    }
}

extension FollowUpColumn {
    var heading: BilingualText {
        switch self {
        case .sessionID: .init(en: "Session ID", ar: "رمز الانعقاد")
        case .traineeID: .init(en: "Trainee ID", ar: "رقم المتدرب")
        case .askedOn: .init(en: "Asked on", ar: "تاريخ السؤال")
        case .applied: .init(en: "Applied", ar: "التطبيق في العمل")
        case .supervisorRating: .init(en: "Supervisor's rating", ar: "تقييم المشرف")
        case .benefit: .init(en: "Benefit", ar: "العائد")
        }
    }
}
