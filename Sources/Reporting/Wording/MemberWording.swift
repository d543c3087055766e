import Aggregation
import Support
import TrainingStats

/// The names of codes: statuses, claims, and members of closed dimensions.
package enum MemberWording {
    static let qualifiers: [Qualifier: BilingualText] = [
        .exactly: .init(en: "exactly", ar: "بالضبط"), .atLeast: .init(en: "at least", ar: "على الأقل"),
        .moreThan: .init(en: "more than", ar: "أكثر من"), .about: .init(en: "about", ar: "نحو"),
    ]

    static let statuses: [Reconciliation.Status: BilingualText] = [
        .met: .init(en: "met", ar: "مطابق"), .notMet: .init(en: "not met", ar: "غير مطابق"),
        .withinBounds: .init(en: "within bounds", ar: "ضمن الحدود"), .unknown: .init(en: "unknown", ar: "غير معروف"),
    ]

    /// Names of the codes of closed dimensions, by dimension.
    package static let members: [String: [String: BilingualText]] = [
        "membership": [
            "member": .init(en: "Member", ar: "عضو"), "invited": .init(en: "Invited", ar: "مدعوة"),
            "other": .init(en: "Other", ar: "أخرى"),
        ],
        "sector": [
            "military": .init(en: "Military", ar: "عسكري"), "police": .init(en: "Police", ar: "شرطي"),
            "civil": .init(en: "Civil", ar: "مدني"), "other": .init(en: "Other", ar: "أخرى"),
        ],
        "sex": ["F": .init(en: "Female", ar: "أنثى"), "M": .init(en: "Male", ar: "ذكر")],
        "age-band": [
            "under-25": .init(en: "Under 25", ar: "دون 25"), "25-34": .init(en: "25 to 34", ar: "25 إلى 34"),
            "35-44": .init(en: "35 to 44", ar: "35 إلى 44"), "45-54": .init(en: "45 to 54", ar: "45 إلى 54"),
            "55-over": .init(en: "55 and over", ar: "55 فأكثر"),
        ],
        "delivery": [
            "in-person": .init(en: "In person", ar: "حضوري"), "online": .init(en: "Online", ar: "عن بُعد"),
            "hybrid": .init(en: "Hybrid", ar: "مدمج"),
        ],
        "kind": [
            "course": .init(en: "Course", ar: "دورة"), "seminar": .init(en: "Seminar", ar: "ندوة"),
            "workshop": .init(en: "Workshop", ar: "ورشة"), "exercise": .init(en: "Exercise", ar: "تمرين"),
            "consultation": .init(en: "Consultation", ar: "استشارة"), "dialogue": .init(en: "Dialogue", ar: "حوار"),
        ],
        "level": [
            "basic": .init(en: "Basic", ar: "أساسي"), "intermediate": .init(en: "Intermediate", ar: "متوسط"),
            "advanced": .init(en: "Advanced", ar: "متقدم"),
        ],
        "trainer-affiliation": [
            "internal": .init(en: "Internal", ar: "من المركز"), "external": .init(en: "External", ar: "من خارج المركز"),
        ],
        "trainer-role": [
            "lead": .init(en: "Lead", ar: "مدرب رئيس"), "assistant": .init(en: "Assistant", ar: "مدرب مساعد"),
            "speaker": .init(en: "Speaker", ar: "متحدث"),
        ],
    ]
}
