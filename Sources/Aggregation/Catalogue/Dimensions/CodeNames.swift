import Support
import TrainingStats

extension Dimension {
    /// The names of the codes of closed dimensions, by dimension and code.
    package static let codeNames: [String: [String: BilingualText]] = [
        "membership": names(of: Membership.self), "sector": names(of: Sector.self), "sex": names(of: Sex.self),
        "status": names(of: ParticipationStatus.self),
        "certificate-status": names(of: CertificateStatus.self),
        "weekday": names(of: Weekday.self),
        "delivery": names(of: DeliveryMode.self), "kind": names(of: ActivityKind.self),
        "level": names(of: CourseLevel.self), "trainer-affiliation": names(of: TrainerAffiliation.self),
        "trainer-role": names(of: TrainerRole.self), "applied": names(of: FollowUpApplication.self),
        "evaluation-value": answers,
    ]

    /// Answers to evaluation forms: a number alone says nothing of the scale.
    private static let answers = Dictionary(
        uniqueKeysWithValues: Evaluation.values.map { value in
            let most = Evaluation.values.upperBound
            return (String(value), BilingualText(en: "\(value) of \(most)", ar: "\(value) من \(most)"))
        })

    private static func names<Code: NamedCode>(of type: Code.Type) -> [String: BilingualText] {
        Dictionary(
            Code.allCases.compactMap { code in code.name.map { (code.rawValue, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}
