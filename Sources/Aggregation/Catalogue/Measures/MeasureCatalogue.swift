import Support
import TrainingStats

extension Measure {
    /// The measures of every dataset, in the order of the design's table.
    static let builtIn: [Measure] =
        activity + people + attendance + teaching + outcomes + reach + money + density + validity + afterTheCourse

    private static let activity: [Measure] = [
        Measure(
            "courses", heading: .init(en: "Courses", ar: "الدورات"),
            definition: .init(
                en: "Distinct courses with a training session (a delivered session of a kind that is training).",
                ar: "عدد الدورات المختلفة التي نُفذ لها انعقاد تدريبي واحد على الأقل (انعقاد منفذ من نوع يُعد تدريباً)."),
            .distinct(.course, [.sessions(.training)]), allowsTrainerDimensions: true),
        Measure(
            "activities", heading: .init(en: "Activities", ar: "الأنشطة"),
            definition: .init(
                en: "Distinct courses of any kind, dialogue and consultations included, with a delivered session.",
                ar: "عدد الأنشطة المختلفة من أي نوع، ومنها الحوارات والاستشارات، التي نُفذ لها انعقاد واحد على الأقل."),
            .distinct(.course, [.sessions(.delivered)])),
        Measure(
            "sessions", heading: .init(en: "Sessions", ar: "الانعقادات"),
            definition: .init(
                en: "Delivered sessions of any kind: held, and ended by the reporting day or at a time not known.",
                ar: "الانعقادات المنفذة من أي نوع: التي عُقدت وانتهت في يوم التقرير أو قبله، أو لا يُعرف متى انتهت."),
            .distinct(.session, [.sessions(.delivered)]), allowsTrainerDimensions: true),
        Measure(
            "planned-sessions", heading: .init(en: "Planned sessions", ar: "الانعقادات المخططة"),
            definition: .init(en: "Sessions with the status planned.", ar: "الانعقادات التي حالتها مخططة."),
            .distinct(.session, [.sessions(.sessionStatus(.planned))])),
        Measure(
            "cancelled-sessions", heading: .init(en: "Cancelled sessions", ar: "الانعقادات الملغاة"),
            definition: .init(en: "Sessions with the status cancelled.", ar: "الانعقادات التي حالتها ملغاة."),
            .distinct(.session, [.sessions(.sessionStatus(.cancelled))])),
    ]

    /// What is counted as completed.
    static let completed: [RecordSet] = [
        .participations(.training, .completable, .status(.completed)),
        .headcounts(.training, .completable, of: .number(.completions)),
    ]

    private static let people: [Measure] = [
        Measure(
            "attendances", heading: .init(en: "Attendances", ar: "مرات الحضور"),
            definition: .init(
                en: "Participations in delivered sessions of any kind whose status counts as trained, "
                    + "and the participants of headcounts.",
                ar: "المشاركات في الانعقادات المنفذة من أي نوع التي تُعد حالتها تدريباً، ومعها من أُحصوا عدداً."),
            .count([.participations(.attends), .headcounts(.attends)])),
        Measure(
            "named-attendances", heading: .init(en: "Attendances, named", ar: "مرات حضور المسمين"),
            definition: .init(
                en: "Attendances of named persons: participations in delivered sessions of any kind "
                    + "whose status counts as trained.",
                ar: "مرات حضور الأشخاص المسمين: المشاركات في الانعقادات المنفذة من أي نوع التي تُعد حالتها تدريباً."),
            .count([.participations(.attends)])),
        Measure(
            "headcount-attendances", heading: .init(en: "Attendances, counted only", ar: "مرات حضور مُحصاة دون أسماء"),
            definition: .init(
                en: "The participants of headcounts in delivered sessions of any kind: counted, and not named.",
                ar: "أعداد المشاركين الذين أُحصوا ولم تُذكر أسماؤهم في الانعقادات المنفذة من أي نوع."),
            .count([.headcounts(.attends)])),
        Measure(
            "enrolments", heading: .init(en: "Enrolments", ar: "التسجيلات"),
            definition: .init(
                en: "Participations of named persons, of any status, in training sessions.",
                ar: "تسجيلات الأشخاص المسمين في دورات التدريب أياً كانت حالتها."),
            .count([.participations(.training)]),
            unknown: .whereOnlyCounted(unless: .participations(.training))),
        Measure(
            "participations", heading: .init(en: "Participations", ar: "المشاركات"),
            definition: .init(
                en: "Trained participations of named persons, and the participants of headcounts in training sessions.",
                ar: "مشاركات المتدربين المسمين، ومن أُحصوا عدداً في دورات التدريب."),
            .count([.trained(), .headcounts(.training, .attends)]), allowsTrainerDimensions: true),
        Measure(
            "named-trainees", heading: .init(en: "Trainees, named", ar: "المتدربون المسمون"),
            definition: .init(
                en: "Distinct named persons with a trained participation.",
                ar: "عدد الأشخاص المسمين المختلفين الذين تدربوا مرة واحدة على الأقل."),
            .distinct(.trainee, [.trained()])),
        Measure(
            "trainees", heading: .init(en: "Trainees", ar: "المتدربون"),
            definition: .init(
                en: "The least number of distinct persons that the records prove: the named persons with a trained "
                    + "participation or, if that is more, all who were trained in one session, named and counted. "
                    + "Where some were counted, the true number lies between this and trainees-upper.",
                ar:
                    "أقل عدد من الأشخاص المختلفين تثبته السجلات: عدد المسمين الذين تدربوا مرة واحدة على الأقل، أو عدد من "
                    + "تدربوا في انعقاد واحد مسمين ومُحصين دون أسماء إن كان أكبر. وحيث أُحصي بعضهم يقع العدد الصحيح بين هذا "
                    + "العدد والحد الأعلى (trainees-upper)."),
            .trained(.least), allowsTrainerDimensions: true),
        Measure(
            "trainees-upper", heading: .init(en: "Trainees, at most", ar: "المتدربون، على الأكثر"),
            definition: .init(
                en: "The greatest number of distinct persons that the records admit: the named persons with a trained "
                    + "participation, and the participants of headcounts in training sessions as if none came twice.",
                ar:
                    "أكبر عدد من الأشخاص المختلفين تسمح به السجلات: عدد المسمين الذين تدربوا مرة واحدة على الأقل، ومعهم من "
                    + "أُحصوا عدداً في دورات التدريب على فرض أن أحداً منهم لم يتكرر حضوره."),
            .trained(.most)),
        Measure(
            "repeat-trainees", heading: .init(en: "Repeat trainees", ar: "المتدربون المتكررون"),
            definition: .init(
                en: "Distinct persons with two or more trained participations within the cell.",
                ar: "عدد الأشخاص المختلفين الذين تدربوا مرتين أو أكثر داخل الخلية."),
            .distinct(.trainee, [.trained()], atLeast: 2), unknown: .whereOnlyCounted(unless: .trained())),
        Measure(
            "completions", heading: .init(en: "Completions", ar: "حالات الإتمام"),
            definition: .init(
                en: "Participations completed in training sessions of courses that can be completed, "
                    + "completions of headcounts included.",
                ar: "المشاركات المكتملة في انعقادات دورات التدريب التي لها إتمام، ومنها ما أُحصي عدداً."),
            .count(completed),
            unknown: UnknownRule(
                whereAny: [.headcounts(.training, .completable, of: .one)],
                unlessAny: [
                    .headcounts(.training, .completable, .states(.completions), of: .one),
                    .participations(.training, .completable),
                ])),
        Measure(
            "withdrawals", heading: .init(en: "Withdrawals", ar: "حالات الانسحاب"),
            definition: .init(en: "Enrolments with the status withdrawn.", ar: "التسجيلات التي انسحب أصحابها."),
            .count([.participations(.training, .status(.withdrawn))]),
            unknown: .whereOnlyCounted(unless: .participations(.training))),
        Measure(
            "no-shows", heading: .init(en: "No-shows", ar: "حالات الغياب"),
            definition: .init(en: "Enrolments with the status no-show.", ar: "التسجيلات التي غاب أصحابها."),
            .count([.participations(.training, .status(.noShow))]),
            unknown: .whereOnlyCounted(unless: .participations(.training))),
        Measure(
            "completion-rate", heading: .init(en: "Completion rate", ar: "نسبة الإتمام"),
            definition: .init(
                en: "Named completions over enrolments, both in courses that can be completed.",
                ar: "حالات إتمام المسمين مقسومة على التسجيلات، وكلتاهما في الدورات التي لها إتمام."),
            format: .share, .share(.status(.completed), of: .participations(.training, .completable))),
        Measure(
            "withdrawal-rate", heading: .init(en: "Withdrawal rate", ar: "نسبة الانسحاب"),
            definition: .init(en: "Withdrawals over enrolments.", ar: "حالات الانسحاب مقسومة على التسجيلات."),
            format: .share, .share(.status(.withdrawn), of: .participations(.training))),
        Measure(
            "no-show-rate", heading: .init(en: "No-show rate", ar: "نسبة الغياب"),
            definition: .init(en: "No-shows over enrolments.", ar: "حالات الغياب مقسومة على التسجيلات."),
            format: .share, .share(.status(.noShow), of: .participations(.training))),
        Measure(
            "trainee-hours", heading: .init(en: "Trainee-hours", ar: "ساعات التدريب"),
            definition: .init(
                en: "Sum of the hours of trained participations. Where one states no hours, they follow from "
                    + "attendance.csv: the minutes of the days present over 60, and for a day present without minutes "
                    + "the dataset's hours per day.",
                ar: "مجموع ساعات مشاركات المتدربين. وإن لم تُذكر ساعات مشاركة حُسبت من attendance.csv: دقائق أيام الحضور "
                    + "مقسومة على 60، ولكل يوم حضور بلا دقائق عدد ساعات اليوم التدريبي في مجموعة البيانات."),
            format: .number(places: 1), .sum([.trained(of: .number(.value(.hours)))]),
            unknown: .whereOnlyCounted(unless: .trained())),
        Measure(
            "trainee-days", heading: .init(en: "Trainee-days", ar: "أيام التدريب"),
            definition: .init(
                en: "Trainee-hours over the dataset's hours per day.",
                ar: "ساعات التدريب مقسومة على عدد ساعات اليوم التدريبي في مجموعة البيانات."),
            format: .number(places: 1), .per(.hoursPerDay, .sum([.trained(of: .number(.value(.hours)))])),
            unknown: .whereOnlyCounted(unless: .trained())),
    ]

    private static let teaching: [Measure] = [
        Measure(
            "trainers", heading: .init(en: "Trainers", ar: "المدربون"),
            definition: .init(
                en: "Distinct trainers assigned to training sessions.", ar: "عدد المدربين المختلفين في دورات التدريب."),
            .distinct(.trainer, [.assignments(.training)]), allowsTrainerDimensions: true),
        Measure(
            "trainer-hours", heading: .init(en: "Trainer-hours", ar: "ساعات المدربين"),
            definition: .init(
                en: "Sum of the hours of trainers' assignments in training sessions.",
                ar: "مجموع ساعات تكليف المدربين في دورات التدريب."),
            format: .number(places: 1), .sum([.assignments(.training, of: .number(.assignmentHours))]),
            allowsTrainerDimensions: true),
        Measure(
            "trainees-per-trainer", heading: .init(en: "Trainees per trainer", ar: "متدرب لكل مدرب"),
            definition: .init(
                en: "Trainees over trainers; not known where headcounts leave the number of trainees open.",
                ar: "عدد المتدربين مقسوماً على عدد المدربين؛ وهو غير معروف إن ترك الإحصاء العددي عدد المتدربين مفتوحاً."),
            format: .number(places: 1), direction: .neither,
            .ratio(.trained(.least), over: .distinct(.trainer, [.assignments(.training)]))),
        Measure(
            "seats", heading: .init(en: "Seats", ar: "المقاعد"),
            definition: .init(
                en: "Sum of the capacity of delivered sessions that state one.",
                ar: "مجموع سعة الانعقادات المنفذة التي ذُكرت سعتها."),
            .sum([.sessions(.delivered, of: .number(.capacity))])),
        Measure(
            "fill-rate", heading: .init(en: "Fill rate", ar: "نسبة الإشغال"),
            definition: .init(
                en: "Attendances over seats, in the reported sessions that state a capacity.",
                ar: "مرات الحضور مقسومة على المقاعد في الانعقادات التي ذُكرت سعتها ووردت بيانات المشاركين فيها."),
            format: .share,
            .ratio(
                .count([
                    .participations(.attends, .states(.capacity)), .headcounts(.attends, .states(.capacity)),
                ]),
                over: .sum([.sessions(.delivered, .reported, .states(.capacity), of: .number(.capacity))]))),
    ]
}
