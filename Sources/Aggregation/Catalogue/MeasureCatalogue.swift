import Support
import TrainingStats

extension Measure {
    /// All measures, in the order of the design's table.
    public static let catalogue: [Measure] = activity + people + teaching + outcomes + money

    /// The measures that can be broken down by a trainer dimension.
    public static let onTrainers = ["trainers", "trainer-hours", "sessions", "courses"]

    private static let activity: [Measure] = [
        Measure(
            "courses", .init(en: "Courses", ar: "الدورات"),
            .init(
                en: "Distinct courses with a training session (a delivered session of a kind that is training).",
                ar: "عدد الدورات المختلفة التي نُفذ لها انعقاد تدريبي واحد على الأقل (انعقاد منفذ من نوع يُعد تدريباً)."),
            needs: .sessions,
            basis: .distinct(.course, showing: [.endDate], of: .sessions { $0.isTraining })
        ) { .count($0.courses) },
        Measure(
            "activities", .init(en: "Activities", ar: "الأنشطة"),
            .init(
                en: "Distinct courses of any kind, dialogue and consultations included, with a delivered session.",
                ar: "عدد الأنشطة المختلفة من أي نوع، ومنها الحوارات والاستشارات، التي نُفذ لها انعقاد واحد على الأقل."),
            needs: .sessions,
            basis: .distinct(.course, showing: [.endDate], of: .sessions { $0.isDelivered })
        ) { .count($0.activities) },
        Measure(
            "sessions", .init(en: "Sessions", ar: "الانعقادات"),
            .init(
                en: "Delivered sessions of any kind: held, and ended by the reporting day or at a time not known.",
                ar: "الانعقادات المنفذة من أي نوع: التي عُقدت وانتهت في يوم التقرير أو قبله، أو لا يُعرف متى انتهت."),
            additivity: .onSessions, needs: .sessions,
            basis: .distinct(.session, showing: [.course, .endDate], of: .sessions { $0.isDelivered })
        ) { .count($0.sessions) },
        Measure(
            "planned-sessions", .init(en: "Planned sessions", ar: "الانعقادات المخططة"),
            .init(en: "Sessions with the status planned.", ar: "الانعقادات التي حالتها مخططة."),
            additivity: .onSessions, needs: .planned, isSessionSideOnly: true,
            basis: .distinct(.session, showing: [.course, .endDate], of: .sessions { $0.sessionStatus == .planned })
        ) { .count($0.planned) },
        Measure(
            "cancelled-sessions", .init(en: "Cancelled sessions", ar: "الانعقادات الملغاة"),
            .init(en: "Sessions with the status cancelled.", ar: "الانعقادات التي حالتها ملغاة."),
            additivity: .onSessions, needs: .cancelled, isSessionSideOnly: true,
            basis: .distinct(.session, showing: [.course, .endDate], of: .sessions { $0.sessionStatus == .cancelled })
        ) { .count($0.cancelled) },
    ]

    private static let people: [Measure] = [
        Measure(
            "attendances", .init(en: "Attendances", ar: "مرات الحضور"),
            .init(
                en: "Participations in delivered sessions of any kind whose status counts as trained, "
                    + "and the participants of headcounts.",
                ar: "المشاركات في الانعقادات المنفذة من أي نوع التي تُعد حالتها تدريباً، ومعها من أُحصوا عدداً."),
            additivity: .everywhere,
            basis: .count(of: .participations { $0.attends }, .headcounts { $0.attends })
        ) { .count($0.attendances) },
        Measure(
            "named-attendances", .init(en: "Attendances, named", ar: "مرات حضور المسمين"),
            .init(
                en: "Attendances of named persons: participations in delivered sessions of any kind "
                    + "whose status counts as trained.",
                ar: "مرات حضور الأشخاص المسمين: المشاركات في الانعقادات المنفذة من أي نوع التي تُعد حالتها تدريباً."),
            additivity: .everywhere,
            basis: .count(of: .participations { $0.attends })
        ) { .count($0.attendances - $0.headcountAttendances) },
        Measure(
            "headcount-attendances", .init(en: "Attendances, counted only", ar: "مرات حضور مُحصاة دون أسماء"),
            .init(
                en: "The participants of headcounts in delivered sessions of any kind: counted, and not named.",
                ar: "أعداد المشاركين الذين أُحصوا ولم تُذكر أسماؤهم في الانعقادات المنفذة من أي نوع."),
            additivity: .everywhere,
            basis: .count(of: .headcounts { $0.attends })
        ) { .count($0.headcountAttendances) },
        Measure(
            "enrolments", .init(en: "Enrolments", ar: "التسجيلات"),
            .init(
                en: "Participations of named persons, of any status, in training sessions.",
                ar: "تسجيلات الأشخاص المسمين في دورات التدريب أياً كانت حالتها."),
            additivity: .everywhere,
            basis: .count(of: .participations { $0.isTraining })
        ) { .count($0.enrolments) },
        Measure(
            "participations", .init(en: "Participations", ar: "المشاركات"),
            .init(
                en: "Trained participations of named persons, and the participants of headcounts in training sessions.",
                ar: "مشاركات المتدربين المسمين، ومن أُحصوا عدداً في دورات التدريب."),
            additivity: .everywhere,
            basis: .count(of: .participations { $0.isTrained }, .headcounts { $0.isTraining && $0.attends })
        ) { .count($0.trained + $0.headcountTrained) },
        Measure(
            "trainees", .init(en: "Trainees", ar: "المتدربون"),
            .init(
                en: "Distinct persons with a trained participation. Headcounts name no persons: "
                    + "where there are any, the true number lies between the named persons and these plus the headcount.",
                ar:
                    "عدد الأشخاص المختلفين الذين تدربوا مرة واحدة على الأقل. والإحصاء العددي لا يسمي أشخاصاً: فحيث يوجد يقع العدد الصحيح بين عدد "
                    + "المسمين وعددهم مضافاً إليه من أُحصوا عدداً."),
            needs: .persons,
            basis: .distinct(.trainee, of: .participations { $0.isTrained })
        ) { .count($0.trainees) },
        Measure(
            "repeat-trainees", .init(en: "Repeat trainees", ar: "المتدربون المتكررون"),
            .init(
                en: "Distinct persons with two or more trained participations within the cell.",
                ar: "عدد الأشخاص المختلفين الذين تدربوا مرتين أو أكثر داخل الخلية."),
            needs: .persons,
            basis: .distinct(.trainee, recordsPerPerson: 2, of: .participations { $0.isTrained })
        ) { .count($0.repeatTrainees) },
        Measure(
            "completions", .init(en: "Completions", ar: "حالات الإتمام"),
            .init(
                en: "Participations completed in training sessions, completions of headcounts included.",
                ar: "المشاركات المكتملة في دورات التدريب، ومنها ما أُحصي عدداً."),
            additivity: .everywhere,
            basis: .count(
                of: .participations { $0.isTraining && $0.status == .completed },
                .headcounts(part: { $0.completions.map { ExactDecimal($0) } }) { $0.isTraining })
        ) {
            let nothingStated = $0.trainingHeadcounts > 0 && $0.headcountsStatingCompletions == 0
            return nothingStated && $0.enrolments == 0 ? .unknown : .count($0.completed + $0.headcountCompletions)
        },
        Measure(
            "withdrawals", .init(en: "Withdrawals", ar: "حالات الانسحاب"),
            .init(en: "Enrolments with the status withdrawn.", ar: "التسجيلات التي انسحب أصحابها."),
            additivity: .everywhere,
            basis: .count(of: .participations { $0.isTraining && $0.status == .withdrawn })
        ) { .count($0.withdrawn) },
        Measure(
            "no-shows", .init(en: "No-shows", ar: "حالات الغياب"),
            .init(en: "Enrolments with the status no-show.", ar: "التسجيلات التي غاب أصحابها."),
            additivity: .everywhere,
            basis: .count(of: .participations { $0.isTraining && $0.status == .noShow })
        ) { .count($0.absent) },
        Measure(
            "completion-rate", .init(en: "Completion rate", ar: "نسبة الإتمام"),
            .init(
                en: "Named completions over enrolments.", ar: "حالات إتمام المسمين مقسومة على التسجيلات."),
            basis: .ratio(of: .enrolments(ofWhich: .completed)),
            proportion: { Proportion(part: $0.completed, whole: $0.enrolments) }),
        Measure(
            "withdrawal-rate", .init(en: "Withdrawal rate", ar: "نسبة الانسحاب"),
            .init(en: "Withdrawals over enrolments.", ar: "حالات الانسحاب مقسومة على التسجيلات."),
            basis: .ratio(of: .enrolments(ofWhich: .withdrawn)),
            proportion: { Proportion(part: $0.withdrawn, whole: $0.enrolments) }),
        Measure(
            "no-show-rate", .init(en: "No-show rate", ar: "نسبة الغياب"),
            .init(en: "No-shows over enrolments.", ar: "حالات الغياب مقسومة على التسجيلات."),
            basis: .ratio(of: .enrolments(ofWhich: .noShow)),
            proportion: { Proportion(part: $0.absent, whole: $0.enrolments) }),
        Measure(
            "trainee-hours", .init(en: "Trainee-hours", ar: "ساعات التدريب"),
            .init(
                en: "Sum of the hours of trained participations.", ar: "مجموع ساعات مشاركات المتدربين."),
            additivity: .everywhere, format: .number(places: 1), needs: .hours,
            basis: .sum(.hours, of: .participations { $0.isTrained }),
            coverage: { Coverage(stated: $0.hours.stated, applicable: $0.hours.applicable) }
        ) { $0.hours.value },
        Measure(
            "trainee-days", .init(en: "Trainee-days", ar: "أيام التدريب"),
            .init(
                en: "Trainee-hours over the dataset's hours per day.",
                ar: "ساعات التدريب مقسومة على عدد ساعات اليوم التدريبي في مجموعة البيانات."),
            additivity: .everywhere, format: .number(places: 1), needs: .hours,
            basis: .sum(.hours, of: .participations { $0.isTrained }),
            coverage: { Coverage(stated: $0.hours.stated, applicable: $0.hours.applicable) }
        ) {
            guard case .decimal(let hours) = $0.hours.value else { return .unknown }
            return .real(Double(quotient: hours.millionths, $0.hoursPerDay.millionths))
        },
    ]

    private static let teaching: [Measure] = [
        Measure(
            "trainers", .init(en: "Trainers", ar: "المدربون"),
            .init(
                en: "Distinct trainers assigned to training sessions.", ar: "عدد المدربين المختلفين في دورات التدريب."),
            needs: .sessions,
            basis: .distinct(.trainer, of: .assignments { $0.isTraining })
        ) { .count($0.trainers) },
        Measure(
            "trainer-hours", .init(en: "Trainer-hours", ar: "ساعات المدربين"),
            .init(
                en: "Sum of the hours of trainers' assignments in training sessions.",
                ar: "مجموع ساعات تكليف المدربين في دورات التدريب."),
            additivity: .onSessions, format: .number(places: 1), needs: .sessions,
            basis: .sum(.hours, of: .assignments { $0.isTraining }),
            coverage: { Coverage(stated: $0.trainerHours.stated, applicable: $0.trainerHours.applicable) }
        ) { $0.trainerHours.value },
        Measure(
            "trainees-per-trainer", .init(en: "Trainees per trainer", ar: "متدرب لكل مدرب"),
            .init(en: "Trainees over trainers.", ar: "المتدربون مقسومون على المدربين."),
            format: .number(places: 1), needs: [.persons, .sessions],
            basis: .distinctRatio(
                .trainee, .trainer, of: .participations { $0.isTrained }, .assignments { $0.isTraining })
        ) { .ratio($0.trainees, $0.trainers) },
        Measure(
            "seats", .init(en: "Seats", ar: "المقاعد"),
            .init(
                en: "Sum of the capacity of delivered sessions that state one.",
                ar: "مجموع سعة الانعقادات المنفذة التي ذُكرت سعتها."),
            additivity: .onSessions, needs: .sessions, isSessionSideOnly: true,
            basis: .sum(.capacity, showing: [.course, .endDate], of: .sessions { $0.isDelivered }),
            coverage: { Coverage(stated: $0.seats.stated, applicable: $0.seats.applicable) }
        ) {
            guard case .decimal(let seats) = $0.seats.value else { return .unknown }
            return seats.whole.map { .count($0) } ?? .decimal(seats)
        },
        Measure(
            "fill-rate", .init(en: "Fill rate", ar: "نسبة الإشغال"),
            .init(
                en: "Attendances over seats, in the delivered sessions that state a capacity.",
                ar: "مرات الحضور مقسومة على المقاعد في الانعقادات التي ذُكرت سعتها."),
            format: .share, needs: .sessions, isSessionSideOnly: true,
            basis: .ratio(
                of: .participations { $0.attends && $0.capacity != nil },
                .headcounts { $0.attends && $0.capacity != nil },
                .sessions(whole: { $0.capacity.map { ExactDecimal($0) } }) { $0.isDelivered && $0.capacity != nil })
        ) {
            let seats = $0.seats.sum.millionths
            return seats == 0
                ? .notApplicable : .real(Double(quotient: Int128($0.attendancesOnSeats) * ExactDecimal.scale, seats))
        },
    ]
}
