import Support
import TrainingStats

extension Dimension {
    /// The names of the codes of closed dimensions, by dimension and code.
    package static let codeNames: [String: [String: BilingualText]] = [
        "membership": names(of: Membership.self), "sector": names(of: Sector.self), "sex": names(of: Sex.self),
        "age-band": [
            "under-25": .init(en: "Under 25", ar: "دون 25"), "25-34": .init(en: "25 to 34", ar: "25 إلى 34"),
            "35-44": .init(en: "35 to 44", ar: "35 إلى 44"), "45-54": .init(en: "45 to 54", ar: "45 إلى 54"),
            "55-over": .init(en: "55 and over", ar: "55 فأكثر"),
        ],
        "status": names(of: ParticipationStatus.self),
        "hours-band": [
            "under-6": .init(en: "Under 6 hours", ar: "دون 6 ساعات"),
            "6-11": .init(en: "6 to under 12 hours", ar: "من 6 إلى أقل من 12 ساعة"),
            "12-23": .init(en: "12 to under 24 hours", ar: "من 12 إلى أقل من 24 ساعة"),
            "24-35": .init(en: "24 to under 36 hours", ar: "من 24 إلى أقل من 36 ساعة"),
            "36-59": .init(en: "36 to under 60 hours", ar: "من 36 إلى أقل من 60 ساعة"),
            "60-over": .init(en: "60 hours and over", ar: "60 ساعة فأكثر"),
        ],
        "score-band": [
            "under-50": .init(en: "Under 50 %", ar: "دون 50%"),
            "50-59": .init(en: "50 to under 60 %", ar: "من 50% إلى أقل من 60%"),
            "60-69": .init(en: "60 to under 70 %", ar: "من 60% إلى أقل من 70%"),
            "70-79": .init(en: "70 to under 80 %", ar: "من 70% إلى أقل من 80%"),
            "80-89": .init(en: "80 to under 90 %", ar: "من 80% إلى أقل من 90%"),
            "90-100": .init(en: "90 % and over", ar: "90% فأكثر"),
        ],
        "weekday": names(of: Weekday.self),
        "duration-band": [
            "1": .init(en: "1 day", ar: "يوم واحد"), "2-3": .init(en: "2 to 3 days", ar: "من يومين إلى 3 أيام"),
            "4-5": .init(en: "4 to 5 days", ar: "من 4 إلى 5 أيام"),
            "6-10": .init(en: "6 to 10 days", ar: "من 6 إلى 10 أيام"),
            "11-20": .init(en: "11 to 20 days", ar: "من 11 إلى 20 يوماً"),
            "21-over": .init(en: "21 days and over", ar: "21 يوماً فأكثر"),
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
