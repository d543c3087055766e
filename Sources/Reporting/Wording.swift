import Aggregation
import TrainingStats

/// The words of reports that belong to no dimension or measure, in both languages.
enum Wording {
    static let total = BilingualText(en: "Total", ar: "المجموع")
    static let rest = BilingualText(en: "The rest", ar: "البقية")
    static let unknown = BilingualText(en: "Not known", ar: "غير معروف")
    static let lower = BilingualText(en: "at least", ar: "على الأقل")
    static let upper = BilingualText(en: "at most", ar: "على الأكثر")
    static let reportTitle = BilingualText(en: "Training statistics", ar: "إحصاءات التدريب")
    static let allTime = BilingualText(en: "all time", ar: "كل الفترات")
    static let period = BilingualText(en: "Period", ar: "الفترة")
    static let reportingDay = BilingualText(en: "Reporting day", ar: "يوم التقرير")
    static let custodian = BilingualText(en: "Custodian", ar: "الجهة المسؤولة")
    static let filters = BilingualText(en: "Filters", ar: "عوامل التصفية")
    static let records = BilingualText(en: "Records", ar: "السجلات")
    static let madeBy = BilingualText(en: "Made by", ar: "أُعد بواسطة")
    static let contents = BilingualText(en: "Contents", ar: "المحتويات")
    static let notes = BilingualText(en: "Notes", ar: "ملاحظات")
    static let about = BilingualText(en: "About this report", ar: "عن هذا التقرير")
    static let omitted = BilingualText(en: "Tables left out", ar: "جداول غير مدرجة")
    static let table = BilingualText(en: "Table", ar: "الجدول")
    static let reason = BilingualText(en: "Reason", ar: "السبب")
    static let shorthand = BilingualText(
        en: "[x] not available: the figure exists and is not known. [z] not applicable: there can be no such figure.",
        ar: "[x] غير متاح: الرقم موجود ولكنه غير معروف. [z] لا ينطبق: لا يمكن أن يوجد رقم.")
    static let cutNote = BilingualText(en: "(cut to fit)", ar: "(مختصر)")
    static let figure = BilingualText(en: "Figure", ar: "المؤشر")
    static let published = BilingualText(en: "Published", ar: "المنشور")
    static let computed = BilingualText(en: "From the records", ar: "من السجلات")
    static let computedUpper = BilingualText(en: "At most", ar: "على الأكثر")
    static let withRejected = BilingualText(en: "With rejected", ar: "مع المرفوضة")
    static let reconciliation = BilingualText(en: "Published figures", ar: "الأرقام المنشورة")
    static let difference = BilingualText(en: "Difference", ar: "الفرق")
    static let status = BilingualText(en: "Status", ar: "الحالة")
    static let qualifier = BilingualText(en: "Claim", ar: "الصيغة")
    static let file = BilingualText(en: "File", ar: "الملف")
    static let rowsRead = BilingualText(en: "Records read", ar: "السجلات المقروءة")
    static let rowsRejected = BilingualText(en: "Rejected", ar: "المرفوضة")
    static let shareRejected = BilingualText(en: "Share rejected", ar: "نسبة المرفوض")
    static let emptyLines = BilingualText(en: "Empty lines", ar: "أسطر فارغة")
    static let dimension = BilingualText(en: "Property", ar: "الخاصية")
    static let member = BilingualText(en: "Member", ar: "القيمة")
    static let change = BilingualText(en: "Change", ar: "التغير")
    static let changePercent = BilingualText(en: "Change in %", ar: "التغير بالنسبة المئوية")
    static let unknownCount = BilingualText(en: "Of unknown value", ar: "غير معروفة القيمة")
    static let name = BilingualText(en: "Name", ar: "الاسم")
    static let place = BilingualText(en: "Record", ar: "موضع السجل")
    static let unknownShare = BilingualText(en: "Share unknown", ar: "نسبة غير المعروف")

    static let qualifiers: [Qualifier: BilingualText] = [
        .exactly: .init(en: "exactly", ar: "بالضبط"), .atLeast: .init(en: "at least", ar: "على الأقل"),
        .moreThan: .init(en: "more than", ar: "أكثر من"), .about: .init(en: "about", ar: "نحو"),
    ]

    static let statuses: [Reconciliation.Status: BilingualText] = [
        .met: .init(en: "met", ar: "مطابق"), .notMet: .init(en: "not met", ar: "غير مطابق"),
        .withinBounds: .init(en: "within bounds", ar: "ضمن الحدود"), .unknown: .init(en: "unknown", ar: "غير معروف"),
    ]

    /// Names of the codes of closed dimensions, by dimension.
    static let members: [String: [String: BilingualText]] = [
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

    /// The labels that writers need.
    static func labels(_ language: Language) -> DocumentLabels {
        DocumentLabels(
            contents: contents(language), notes: notes(language), about: about(language), omitted: omitted(language),
            table: table(language), reason: reason(language), shorthand: shorthand(language),
            cutNote: cutNote(language))
    }
}
