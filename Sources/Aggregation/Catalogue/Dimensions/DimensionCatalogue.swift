import Support
import TrainingStats

extension Dimension {
    /// The dimensions of every dataset, in the order of the design's table.
    static let builtIn: [Dimension] =
        onTrainee + onParticipation + onSession + onCourse + onTime + onTrainer + afterTheCourse

    private static let onTrainee: [Dimension] = [
        Dimension(
            "state", heading: .init(en: "State", ar: "الدولة"),
            definition: .init(
                en: "The state that the trainee belongs to on the day on which the session starts.",
                ar: "الدولة التي ينتمي إليها المتدرب يوم بدء الانعقاد."),
            .field(.state)),
        Dimension(
            "membership", heading: .init(en: "Membership", ar: "العضوية"),
            definition: .init(
                en: "The standing of the trainee's state in the initiative: member, invited or other.",
                ar: "صفة دولة المتدرب في المبادرة: عضو أو مدعوة أو غير ذلك."),
            .ofState(.membership)),
        Dimension(
            "institution", heading: .init(en: "Institution", ar: "الجهة"),
            definition: .init(
                en: "The agency that the trainee belongs to on the day on which the session starts.",
                ar: "الجهة التي ينتمي إليها المتدرب يوم بدء الانعقاد."),
            .field(.institution)),
        Dimension(
            "sector", heading: .init(en: "Sector", ar: "القطاع"),
            definition: .init(
                en: "The part of the state that the trainee serves in: military, police, civil or other.",
                ar: "القطاع الذي يعمل فيه المتدرب: عسكري أو شرطي أو مدني أو غير ذلك."),
            .field(.sector)),
        Dimension(
            "sex", heading: .init(en: "Sex", ar: "الجنس"),
            definition: .init(en: "The trainee's sex: F or M.", ar: "جنس المتدرب: أنثى أو ذكر."),
            .field(.sex)),
        Dimension(
            BandedDimension.age.rawValue, heading: .init(en: "Age band", ar: "الفئة العمرية"),
            definition: .init(
                en:
                    "The trainee's age at the start of the session: the start's year minus the year of birth; an age below "
                    + "10 is not believed, and unknown.",
                ar: "عمر المتدرب عند بدء الانعقاد: سنة البدء ناقص سنة الميلاد؛ والعمر دون العاشرة يُعدّ غير معروف."),
            .band(of: .age, BandedDimension.age.usual)),
        Dimension(
            TraineeTable.dimension, heading: .init(en: "Trainee", ar: "المتدرب"),
            definition: .init(
                en: "The single trainee, by identifier; identifiers that persons.csv says are one person are one. "
                    + "People who were only counted are not known.",
                ar:
                    "المتدرب الواحد بمعرّفه؛ والمعرّفات التي يذكر persons.csv أنها لشخص واحد تُعد واحداً. ومن أُحصوا عدداً غير معروفين."
            ),
            .field(.trainee)),
    ]

    private static let onParticipation: [Dimension] = [
        Dimension(
            "status", heading: .init(en: "Status", ar: "حالة المشاركة"),
            definition: .init(
                en: "How far the participation went: registered, attended, completed, withdrawn or no-show. "
                    + "People who were only counted have no status.",
                ar: "ما انتهت إليه المشاركة: مسجَّل أو حضر أو أتمّ أو انسحب أو لم يحضر. ولا حالة لمن أُحصوا عدداً دون أسماء."
            ),
            .field(.status)),
        Dimension(
            BandedDimension.hours.rawValue, heading: .init(en: "Hours band", ar: "فئة الساعات"),
            definition: .init(
                en: "The hours of the single participation, in bands; people who were only counted state none.",
                ar: "ساعات المشاركة الواحدة في فئات؛ ولا ساعات لمن أُحصوا عدداً دون أسماء."),
            .band(of: .value(.hours), BandedDimension.hours.usual)),
        Dimension(
            BandedDimension.score.rawValue, heading: .init(en: "Score band", ar: "فئة الدرجة"),
            definition: .init(
                en: "The score after, in percent of the course's highest score, in bands.",
                ar: "الدرجة البعدية، نسبةً مئوية من الدرجة العظمى للدورة، في فئات."),
            .band(of: .percentage(.postScore), BandedDimension.score.usual)),
        .ofCertificates,
    ]

    private static let onSession: [Dimension] = [
        Dimension(
            "session", heading: .init(en: "Session", ar: "الانعقاد"),
            definition: .init(en: "The single holding of a course.", ar: "انعقاد واحد لدورة."),
            .field(.session)),
        Dimension(
            "host-state", heading: .init(en: "Host state", ar: "الدولة المضيفة"),
            definition: .init(en: "The state in which the session takes place.", ar: "الدولة التي يجري فيها الانعقاد."),
            .field(.hostState)),
        Dimension(
            "venue", heading: .init(en: "Venue", ar: "المكان"),
            definition: .init(en: "Where the session takes place.", ar: "المكان الذي يجري فيه الانعقاد."),
            .field(.venue)),
        Dimension(
            "provider", heading: .init(en: "Provider", ar: "مقدم التدريب"),
            definition: .init(en: "Who provides the session.", ar: "الجهة التي تقدم الانعقاد."),
            .field(.provider)),
        Dimension(
            "programme", heading: .init(en: "Programme", ar: "البرنامج"),
            definition: .init(en: "The programme that the session belongs to.", ar: "البرنامج الذي يتبعه الانعقاد."),
            .field(.programme)),
        Dimension(
            "language", heading: .init(en: "Language", ar: "اللغة"),
            definition: .init(en: "The language in which the session is held.", ar: "لغة الانعقاد."),
            .field(.language)),
        Dimension(
            "delivery", heading: .init(en: "Delivery", ar: "طريقة التنفيذ"),
            definition: .init(
                en: "How the session is delivered: in person, online or hybrid.",
                ar: "طريقة تنفيذ الانعقاد: حضورياً أو عن بُعد أو مدمجاً."),
            .field(.delivery)),
        Dimension(
            "weekday", heading: .init(en: "Weekday", ar: "يوم الأسبوع"),
            definition: .init(
                en: "The day of the week on which the session starts.", ar: "اليوم من الأسبوع الذي يبدأ فيه الانعقاد."),
            .field(.weekday)),
        Dimension(
            BandedDimension.duration.rawValue, heading: .init(en: "Duration", ar: "المدة"),
            definition: .init(
                en: "How many days the session spans, from its first day to its last, both included, in bands.",
                ar: "عدد أيام الانعقاد من أول يوم إلى آخر يوم، بما فيهما، في فئات."),
            .band(of: .sessionDays, BandedDimension.duration.usual)),
    ]

    private static let onCourse: [Dimension] = [
        Dimension(
            "course", heading: .init(en: "Course", ar: "الدورة"),
            definition: .init(
                en: "The course or other activity that the session is a holding of.", ar: "الدورة أو النشاط."),
            .field(.course)),
        Dimension(
            "topic", heading: .init(en: "Topic", ar: "المجال"),
            definition: .init(en: "The field of training of the course.", ar: "مجال التدريب."),
            .field(.topic)),
        Dimension(
            "kind", heading: .init(en: "Kind", ar: "النوع"),
            definition: .init(
                en: "What kind of activity it is: course, seminar, workshop, exercise, consultation or dialogue.",
                ar: "نوع النشاط: دورة أو ندوة أو ورشة أو تمرين أو استشارة أو حوار."),
            .field(.kind)),
        Dimension(
            "level", heading: .init(en: "Level", ar: "المستوى"),
            definition: .init(en: "How demanding the course is.", ar: "مستوى الدورة."),
            .field(.level)),
    ]

    private static let onTime: [Dimension] = [
        time(.year, heading: .init(en: "Year", ar: "السنة"), english: "calendar year", arabic: "السنة الميلادية"),
        time(.half, heading: .init(en: "Half-year", ar: "نصف السنة"), english: "half-year", arabic: "نصف السنة"),
        time(.quarter, heading: .init(en: "Quarter", ar: "الربع"), english: "quarter", arabic: "ربع السنة"),
        time(.month, heading: .init(en: "Month", ar: "الشهر"), english: "month", arabic: "الشهر"),
        time(
            .fiscalYear, heading: .init(en: "Fiscal year", ar: "السنة المالية"), english: "fiscal year",
            arabic: "السنة المالية"),
        time(
            .academicYear, heading: .init(en: "Academic year", ar: "السنة الدراسية"), english: "academic year",
            arabic: "السنة الدراسية"),
        time(
            .hijriYear, heading: .init(en: "Hijri year", ar: "السنة الهجرية"), english: "Hijri year (Umm al-Qura)",
            arabic: "السنة الهجرية (أم القرى)"),
        time(
            .hijriMonth, heading: .init(en: "Hijri month", ar: "الشهر الهجري"), english: "Hijri month (Umm al-Qura)",
            arabic: "الشهر الهجري (أم القرى)"),
        start(
            .year, heading: .init(en: "Starting year", ar: "سنة البدء"), english: "calendar year",
            arabic: "السنة الميلادية"),
        start(
            .half, heading: .init(en: "Starting half-year", ar: "نصف سنة البدء"), english: "half-year",
            arabic: "نصف السنة"),
        start(
            .quarter, heading: .init(en: "Starting quarter", ar: "ربع البدء"), english: "quarter", arabic: "ربع السنة"),
        start(.month, heading: .init(en: "Starting month", ar: "شهر البدء"), english: "month", arabic: "الشهر"),
    ]

    private static let onTrainer: [Dimension] = [
        Dimension(
            "trainer", heading: .init(en: "Trainer", ar: "المدرب"),
            definition: .init(en: "The single trainer, by identifier.", ar: "المدرب الواحد بمعرّفه."),
            .field(.trainer)),
        Dimension(
            "trainer-nationality", heading: .init(en: "Trainer's nationality", ar: "جنسية المدرب"),
            definition: .init(en: "The trainer's nationality.", ar: "جنسية المدرب."),
            .field(.trainerNationality)),
        Dimension(
            "trainer-affiliation", heading: .init(en: "Trainer's affiliation", ar: "تبعية المدرب"),
            definition: .init(en: "Whether the trainer belongs to the centre.", ar: "هل المدرب من المركز أم من خارجه."),
            .field(.trainerAffiliation)),
        Dimension(
            "trainer-organisation", heading: .init(en: "Trainer's organisation", ar: "جهة المدرب"),
            definition: .init(en: "The organisation that the trainer comes from.", ar: "الجهة التي يتبعها المدرب."),
            .field(.trainerOrganisation)),
        Dimension(
            "trainer-role", heading: .init(en: "Trainer's role", ar: "دور المدرب"),
            definition: .init(en: "What the trainer does in the session.", ar: "دور المدرب في الانعقاد."),
            .field(.trainerRole)),
    ]

    private static func time(
        _ kind: PeriodKind, heading: BilingualText, english: String, arabic: String
    ) -> Dimension {
        Dimension(
            kind.rawValue, heading: heading,
            definition: .init(
                en: "The \(english) in which the session ends.", ar: "\(arabic) \(kind.arabicRelative) الانعقاد."),
            .period(kind, of: .last))
    }

    private static func start(
        _ kind: PeriodKind, heading: BilingualText, english: String, arabic: String
    ) -> Dimension {
        Dimension(
            "start-" + kind.rawValue, heading: heading,
            definition: .init(
                en: "The \(english) in which the session starts. Periods (--period) go by the day on which it ends.",
                ar: "\(arabic) \(kind == .year ? "التي" : "الذي") يبدأ \(kind == .year ? "فيها" : "فيه") الانعقاد. "
                    + "أما الفترة (--period) فبحسب يوم انتهائه."),
            .period(kind, of: .first))
    }
}

extension PeriodKind {
    /// The Arabic for "in which it ends", which agrees with the word for the period: years are feminine, others masculine.
    fileprivate var arabicRelative: String {
        switch self {
        case .year, .fiscalYear, .academicYear, .hijriYear: "التي ينتهي فيها"
        default: "الذي ينتهي فيه"
        }
    }
}
