import Aggregation
import Support
import TrainingStats

/// The names of codes: statuses, and members of closed dimensions.
package enum MemberWording {
    static let statuses: [Reconciliation.Status: BilingualText] = [
        .met: .init(en: "met", ar: "مطابق"), .notMet: .init(en: "not met", ar: "غير مطابق"),
        .withinBounds: .init(en: "within bounds", ar: "ضمن الحدود"), .unknown: .init(en: "unknown", ar: "غير معروف"),
    ]

    /// Names of the codes of closed dimensions, by dimension.
    package static let members: [String: [String: BilingualText]] = [
        "membership": names(of: Membership.self), "sector": names(of: Sector.self), "sex": names(of: Sex.self),
        "age-band": [
            "under-25": .init(en: "Under 25", ar: "دون 25"), "25-34": .init(en: "25 to 34", ar: "25 إلى 34"),
            "35-44": .init(en: "35 to 44", ar: "35 إلى 44"), "45-54": .init(en: "45 to 54", ar: "45 إلى 54"),
            "55-over": .init(en: "55 and over", ar: "55 فأكثر"),
        ],
        "delivery": names(of: DeliveryMode.self), "kind": names(of: ActivityKind.self),
        "level": names(of: CourseLevel.self), "trainer-affiliation": names(of: TrainerAffiliation.self),
        "trainer-role": names(of: TrainerRole.self),
    ]

    private static func names<Code: NamedCode>(of type: Code.Type) -> [String: BilingualText] {
        Dictionary(
            Code.allCases.compactMap { code in code.name.map { (code.rawValue, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}
