import Support
import TrainingStats

extension Dimension {
    /// All dimensions, in the order of the design's table.
    public static let catalogue: [Dimension] = onTrainee + onSession + onCourse + onTime + onTrainer

    private static let onTrainee: [Dimension] = [
        Dimension(
            "state", .init(en: "State", ar: "الدولة"),
            .init(
                en: "The state that the trainee belongs to on the day on which the session starts.",
                ar: "الدولة التي ينتمي إليها المتدرب يوم بدء الدورة."),
            .field(.state)),
        Dimension(
            "membership", .init(en: "Membership", ar: "العضوية"),
            .init(
                en: "The standing of the trainee's state in the initiative: member, invited or other.",
                ar: "صفة دولة المتدرب في المبادرة: عضو أو مدعوة أو غير ذلك."),
            .ofState(.membership)),
        Dimension(
            "institution", .init(en: "Institution", ar: "الجهة"),
            .init(
                en: "The agency that the trainee belongs to on the day on which the session starts.",
                ar: "الجهة التي ينتمي إليها المتدرب يوم بدء الدورة."),
            .field(.institution)),
        Dimension(
            "sector", .init(en: "Sector", ar: "القطاع"),
            .init(
                en: "The part of the state that the trainee serves in: military, police, civil or other.",
                ar: "القطاع الذي يعمل فيه المتدرب: عسكري أو شرطي أو مدني أو غير ذلك."),
            .field(.sector)),
        Dimension(
            "sex", .init(en: "Sex", ar: "الجنس"),
            .init(en: "The trainee's sex: F or M.", ar: "جنس المتدرب: أنثى أو ذكر."),
            .field(.sex)),
        Dimension(
            "age-band", .init(en: "Age band", ar: "الفئة العمرية"),
            .init(
                en: "The trainee's age at the start of the session: the start's year minus the year of birth.",
                ar: "عمر المتدرب عند بدء الدورة: سنة البدء ناقص سنة الميلاد."),
            .band(
                of: .age,
                Bands(
                    cuts: [25, 35, 45, 55], codes: ["under-25", "25-34", "35-44", "45-54", "55-over"]))),
    ]

    private static let onSession: [Dimension] = [
        Dimension(
            "session", .init(en: "Session", ar: "الانعقاد"),
            .init(en: "The single holding of a course.", ar: "انعقاد واحد لبرنامج."),
            .field(.session)),
        Dimension(
            "host-state", .init(en: "Host state", ar: "الدولة المضيفة"),
            .init(en: "The state in which the session takes place.", ar: "الدولة التي تُعقد فيها الدورة."),
            .field(.hostState)),
        Dimension(
            "venue", .init(en: "Venue", ar: "المكان"),
            .init(en: "Where the session takes place.", ar: "مكان انعقاد الدورة."),
            .field(.venue)),
        Dimension(
            "provider", .init(en: "Provider", ar: "مقدم التدريب"),
            .init(en: "Who provides the session.", ar: "الجهة التي تقدم الدورة."),
            .field(.provider)),
        Dimension(
            "programme", .init(en: "Programme", ar: "البرنامج"),
            .init(en: "The programme that the session belongs to.", ar: "البرنامج الذي تتبعه الدورة."),
            .field(.programme)),
        Dimension(
            "language", .init(en: "Language", ar: "اللغة"),
            .init(en: "The language in which the session is held.", ar: "لغة الدورة."),
            .field(.language)),
        Dimension(
            "delivery", .init(en: "Delivery", ar: "طريقة التنفيذ"),
            .init(
                en: "How the session is delivered: in person, online or hybrid.",
                ar: "طريقة تنفيذ الدورة: حضورياً أو عن بُعد أو مدمجة."),
            .field(.delivery)),
    ]

    private static let onCourse: [Dimension] = [
        Dimension(
            "course", .init(en: "Course", ar: "الدورة"),
            .init(en: "The course or other activity that the session is a holding of.", ar: "الدورة أو النشاط."),
            .field(.course)),
        Dimension(
            "topic", .init(en: "Topic", ar: "المجال"),
            .init(en: "The field of training of the course.", ar: "مجال التدريب."),
            .field(.topic)),
        Dimension(
            "kind", .init(en: "Kind", ar: "النوع"),
            .init(
                en: "What kind of activity it is: course, seminar, workshop, exercise, consultation or dialogue.",
                ar: "نوع النشاط: دورة أو ندوة أو ورشة أو تمرين أو استشارة أو حوار."),
            .field(.kind)),
        Dimension(
            "level", .init(en: "Level", ar: "المستوى"),
            .init(en: "How demanding the course is.", ar: "مستوى الدورة."),
            .field(.level)),
    ]

    private static let onTime: [Dimension] = [
        time(.year, .init(en: "Year", ar: "السنة"), "calendar year", "السنة الميلادية"),
        time(.half, .init(en: "Half-year", ar: "نصف السنة"), "half-year", "نصف السنة"),
        time(.quarter, .init(en: "Quarter", ar: "الربع"), "quarter", "ربع السنة"),
        time(.month, .init(en: "Month", ar: "الشهر"), "month", "الشهر"),
        time(.fiscalYear, .init(en: "Fiscal year", ar: "السنة المالية"), "fiscal year", "السنة المالية"),
        time(.academicYear, .init(en: "Academic year", ar: "السنة الدراسية"), "academic year", "السنة الدراسية"),
        time(
            .hijriYear, .init(en: "Hijri year", ar: "السنة الهجرية"), "Hijri year (Umm al-Qura)",
            "السنة الهجرية (أم القرى)"),
        time(
            .hijriMonth, .init(en: "Hijri month", ar: "الشهر الهجري"), "Hijri month (Umm al-Qura)",
            "الشهر الهجري (أم القرى)"),
    ]

    private static let onTrainer: [Dimension] = [
        Dimension(
            "trainer-nationality", .init(en: "Trainer's nationality", ar: "جنسية المدرب"),
            .init(en: "The trainer's nationality.", ar: "جنسية المدرب."),
            .field(.trainerNationality)),
        Dimension(
            "trainer-affiliation", .init(en: "Trainer's affiliation", ar: "تبعية المدرب"),
            .init(en: "Whether the trainer belongs to the centre.", ar: "هل المدرب من المركز أم من خارجه."),
            .field(.trainerAffiliation)),
        Dimension(
            "trainer-organisation", .init(en: "Trainer's organisation", ar: "جهة المدرب"),
            .init(en: "The organisation that the trainer comes from.", ar: "الجهة التي يتبعها المدرب."),
            .field(.trainerOrganisation)),
        Dimension(
            "trainer-role", .init(en: "Trainer's role", ar: "دور المدرب"),
            .init(en: "What the trainer does in the session.", ar: "دور المدرب في الدورة."),
            .field(.trainerRole)),
    ]

    private static func time(
        _ kind: PeriodKind, _ heading: BilingualText, _ english: String, _ arabic: String
    ) -> Dimension {
        Dimension(
            kind.rawValue, heading,
            .init(en: "The \(english) in which the session ends.", ar: "\(arabic) التي ينتهي فيها الانعقاد."),
            .period(kind))
    }
}
