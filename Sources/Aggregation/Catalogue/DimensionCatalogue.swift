import Support
import TrainingStats

extension Dimension {
    /// All dimensions, in the order of the design's table.
    public static let catalogue: [Dimension] = onTrainee + onSession + onCourse + onTime + onTrainer

    private static let onTrainee: [Dimension] = [
        Dimension(
            "state", .trainee, .init(en: "State", ar: "الدولة"),
            .init(
                en: "The state that the trainee belongs to on the day on which the session starts.",
                ar: "الدولة التي ينتمي إليها المتدرب يوم بدء الدورة."),
            yield: .profile(code: { profile, _ in Int(profile.state) }, members: { $0.states.map(\.code) }),
            closedMembers: { $0.states.map(\.code) }, firstInData: { $0.states.map(\.code) }),
        Dimension(
            "membership", .trainee, .init(en: "Membership", ar: "العضوية"),
            .init(
                en: "The standing of the trainee's state in the initiative: member, invited or other.",
                ar: "صفة دولة المتدرب في المبادرة: عضو أو مدعوة أو غير ذلك."),
            yield: .profile(
                code: { profile, dataset in
                    guard profile.state >= 0, let standing = dataset.states[Int(profile.state)].membership else {
                        return -1
                    }
                    return Membership.allCases.firstIndex(of: standing) ?? -1
                }, members: { _ in codes(of: Membership.self) }),
            closedMembers: { _ in codes(of: Membership.self) }),
        Dimension(
            "institution", .trainee, .init(en: "Institution", ar: "الجهة"),
            .init(
                en: "The agency that the trainee belongs to on the day on which the session starts.",
                ar: "الجهة التي ينتمي إليها المتدرب يوم بدء الدورة."),
            yield: .profile(
                code: { profile, _ in Int(profile.institution) }, members: { $0.institutions.keys })),
        Dimension(
            "sector", .trainee, .init(en: "Sector", ar: "القطاع"),
            .init(
                en: "The part of the state that the trainee serves in: military, police, civil or other.",
                ar: "القطاع الذي يعمل فيه المتدرب: عسكري أو شرطي أو مدني أو غير ذلك."),
            yield: .profile(code: { profile, _ in Int(profile.sector) }, members: { _ in codes(of: Sector.self) }),
            closedMembers: { _ in codes(of: Sector.self) }),
        Dimension(
            "sex", .trainee, .init(en: "Sex", ar: "الجنس"),
            .init(en: "The trainee's sex: F or M.", ar: "جنس المتدرب: أنثى أو ذكر."),
            yield: .profile(code: { profile, _ in Int(profile.sex) }, members: { _ in codes(of: Sex.self) }),
            closedMembers: { _ in codes(of: Sex.self) }),
        Dimension(
            "age-band", .trainee, .init(en: "Age band", ar: "الفئة العمرية"),
            .init(
                en: "The trainee's age at the start of the session: the start's year minus the year of birth.",
                ar: "عمر المتدرب عند بدء الدورة: سنة البدء ناقص سنة الميلاد."),
            yield: .ageBand, closedMembers: { _ in AgeBand.codes }),
    ]

    private static let onSession: [Dimension] = [
        Dimension(
            "session", .session, .init(en: "Session", ar: "الانعقاد"),
            .init(en: "The single holding of a course.", ar: "انعقاد واحد لبرنامج."),
            yield: .session { session, _ in session.id }),
        Dimension(
            "host-state", .session, .init(en: "Host state", ar: "الدولة المضيفة"),
            .init(en: "The state in which the session takes place.", ar: "الدولة التي تُعقد فيها الدورة."),
            yield: .session { session, dataset in session.hostState.map { dataset.states[$0].code } },
            closedMembers: { $0.states.map(\.code) }, firstInData: { $0.states.map(\.code) }),
        Dimension(
            "venue", .session, .init(en: "Venue", ar: "المكان"),
            .init(en: "Where the session takes place.", ar: "مكان انعقاد الدورة."),
            yield: .session { session, dataset in session.venue.map { dataset.venues[$0] } }),
        Dimension(
            "provider", .session, .init(en: "Provider", ar: "مقدم التدريب"),
            .init(en: "Who provides the session.", ar: "الجهة التي تقدم الدورة."),
            yield: .session { session, dataset in session.provider.map { dataset.providers[$0] } }),
        Dimension(
            "programme", .session, .init(en: "Programme", ar: "البرنامج"),
            .init(en: "The programme that the session belongs to.", ar: "البرنامج الذي تتبعه الدورة."),
            yield: .session { session, dataset in session.programme.map { dataset.programmes[$0] } }),
        Dimension(
            "language", .session, .init(en: "Language", ar: "اللغة"),
            .init(en: "The language in which the session is held.", ar: "لغة الدورة."),
            yield: .session { session, dataset in session.language.map { dataset.languages[$0] } }),
        Dimension(
            "delivery", .session, .init(en: "Delivery", ar: "طريقة التنفيذ"),
            .init(
                en: "How the session is delivered: in person, online or hybrid.",
                ar: "طريقة تنفيذ الدورة: حضورياً أو عن بُعد أو مدمجة."),
            yield: .session { session, _ in session.delivery?.rawValue },
            closedMembers: { _ in codes(of: DeliveryMode.self) }),
    ]

    private static let onCourse: [Dimension] = [
        Dimension(
            "course", .course, .init(en: "Course", ar: "الدورة"),
            .init(en: "The course or other activity that the session is a holding of.", ar: "الدورة أو النشاط."),
            yield: .session { session, dataset in dataset.courses[session.course].id }),
        Dimension(
            "topic", .course, .init(en: "Topic", ar: "المجال"),
            .init(en: "The field of training of the course.", ar: "مجال التدريب."),
            yield: .session { session, dataset in
                dataset.courses[session.course].topic.map { dataset.topics[$0].code }
            },
            closedMembers: { $0.topics.map(\.code) }, firstInData: { $0.topics.map(\.code) }),
        Dimension(
            "kind", .course, .init(en: "Kind", ar: "النوع"),
            .init(
                en: "What kind of activity it is: course, seminar, workshop, exercise, consultation or dialogue.",
                ar: "نوع النشاط: دورة أو ندوة أو ورشة أو تمرين أو استشارة أو حوار."),
            yield: .session { session, dataset in dataset.courses[session.course].kind.rawValue },
            closedMembers: { _ in codes(of: ActivityKind.self) }),
        Dimension(
            "level", .course, .init(en: "Level", ar: "المستوى"),
            .init(en: "How demanding the course is.", ar: "مستوى الدورة."),
            yield: .session { session, dataset in dataset.courses[session.course].level?.rawValue },
            closedMembers: { _ in codes(of: CourseLevel.self) }),
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
            "trainer-nationality", .trainer, .init(en: "Trainer's nationality", ar: "جنسية المدرب"),
            .init(en: "The trainer's nationality.", ar: "جنسية المدرب."),
            yield: .assignment { _, trainer, dataset in trainer.nationality.map { dataset.nationalities[$0] } },
            firstInData: { $0.states.map(\.code) }),
        Dimension(
            "trainer-affiliation", .trainer, .init(en: "Trainer's affiliation", ar: "تبعية المدرب"),
            .init(en: "Whether the trainer belongs to the centre.", ar: "هل المدرب من المركز أم من خارجه."),
            yield: .assignment { _, trainer, _ in trainer.affiliation?.rawValue },
            closedMembers: { _ in codes(of: TrainerAffiliation.self) }),
        Dimension(
            "trainer-organisation", .trainer, .init(en: "Trainer's organisation", ar: "جهة المدرب"),
            .init(en: "The organisation that the trainer comes from.", ar: "الجهة التي يتبعها المدرب."),
            yield: .assignment { _, trainer, dataset in trainer.organisation.map { dataset.organisations[$0] } }),
        Dimension(
            "trainer-role", .trainer, .init(en: "Trainer's role", ar: "دور المدرب"),
            .init(en: "What the trainer does in the session.", ar: "دور المدرب في الدورة."),
            yield: .assignment { assignment, _, _ in assignment.role?.rawValue },
            closedMembers: { _ in codes(of: TrainerRole.self) }),
    ]

    private static func time(
        _ kind: PeriodKind, _ heading: BilingualText, _ english: String, _ arabic: String
    ) -> Dimension {
        Dimension(
            kind.rawValue, .time, heading,
            .init(en: "The \(english) in which the session ends.", ar: "\(arabic) التي ينتهي فيها الانعقاد."),
            yield: .session { session, dataset in
                session.end.map { kind.period(holding: $0, dataset.settings.calendar).label }
            })
    }

    private static func codes<Code: RawRepresentable & CaseIterable>(of type: Code.Type) -> [String]
    where Code.RawValue == String {
        Code.allCases.map(\.rawValue)
    }
}
