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
                ar: "عدد الدورات المختلفة التي عُقدت لها جلسة تدريب واحدة على الأقل."),
            needs: .sessions
        ) { .count($0.courses) },
        Measure(
            "activities", .init(en: "Activities", ar: "الأنشطة"),
            .init(
                en: "Distinct courses of any kind, dialogue and consultations included, with a delivered session.",
                ar: "عدد الأنشطة المختلفة من أي نوع التي نُفذت."),
            needs: .sessions
        ) { .count($0.activities) },
        Measure(
            "sessions", .init(en: "Sessions", ar: "الانعقادات"),
            .init(
                en: "Delivered sessions of any kind: held, and ended by the reporting day or at a time not known.",
                ar: "الانعقادات المنفذة من أي نوع حتى يوم التقرير."),
            additivity: .onSessions, needs: .sessions
        ) { .count($0.sessions) },
        Measure(
            "planned-sessions", .init(en: "Planned sessions", ar: "الانعقادات المخططة"),
            .init(en: "Sessions with the status planned.", ar: "الانعقادات التي حالتها مخططة."),
            additivity: .onSessions, needs: .planned, isSessionSideOnly: true
        ) { .count($0.planned) },
        Measure(
            "cancelled-sessions", .init(en: "Cancelled sessions", ar: "الانعقادات الملغاة"),
            .init(en: "Sessions with the status cancelled.", ar: "الانعقادات التي حالتها ملغاة."),
            additivity: .onSessions, needs: .cancelled, isSessionSideOnly: true
        ) { .count($0.cancelled) },
    ]

    private static let people: [Measure] = [
        Measure(
            "attendances", .init(en: "Attendances", ar: "مرات الحضور"),
            .init(
                en: "Participations in delivered sessions of any kind whose status counts as trained, "
                    + "and the participants of headcounts.",
                ar: "مرات الحضور في الانعقادات المنفذة من أي نوع، ومنها من أُحصوا عدداً."),
            additivity: .everywhere
        ) { .count($0.attendances) },
        Measure(
            "enrolments", .init(en: "Enrolments", ar: "التسجيلات"),
            .init(
                en: "Participations of named persons, of any status, in training sessions.",
                ar: "تسجيلات الأشخاص المسمين في دورات التدريب أياً كانت حالتها."),
            additivity: .everywhere
        ) { .count($0.enrolments) },
        Measure(
            "participations", .init(en: "Participations", ar: "المشاركات"),
            .init(
                en: "Trained participations of named persons, and the participants of headcounts in training sessions.",
                ar: "مشاركات المتدربين المسمين، ومن أُحصوا عدداً في دورات التدريب."),
            additivity: .everywhere
        ) { .count($0.trained + $0.headcountTrained) },
        Measure(
            "trainees", .init(en: "Trainees", ar: "المتدربون"),
            .init(
                en: "Distinct persons with a trained participation. Headcounts name no persons: "
                    + "where there are any, the true number lies between the named persons and these plus the headcount.",
                ar: "عدد الأشخاص المختلفين الذين تدربوا مرة واحدة على الأقل."),
            needs: .persons
        ) { .count($0.trainees) },
        Measure(
            "repeat-trainees", .init(en: "Repeat trainees", ar: "المتدربون المتكررون"),
            .init(
                en: "Distinct persons with two or more trained participations within the cell.",
                ar: "عدد الأشخاص الذين تدربوا مرتين أو أكثر."),
            needs: .persons
        ) { .count($0.repeatTrainees) },
        Measure(
            "completions", .init(en: "Completions", ar: "حالات الإتمام"),
            .init(
                en: "Participations completed in training sessions, completions of headcounts included.",
                ar: "المشاركات المكتملة في دورات التدريب، ومنها ما أُحصي عدداً."),
            additivity: .everywhere
        ) {
            let nothingStated = $0.trainingHeadcounts > 0 && $0.headcountsStatingCompletions == 0
            return nothingStated && $0.enrolments == 0 ? .unknown : .count($0.completed + $0.headcountCompletions)
        },
        Measure(
            "withdrawals", .init(en: "Withdrawals", ar: "حالات الانسحاب"),
            .init(en: "Enrolments with the status withdrawn.", ar: "التسجيلات التي انسحب أصحابها."),
            additivity: .everywhere
        ) { .count($0.withdrawn) },
        Measure(
            "no-shows", .init(en: "No-shows", ar: "حالات الغياب"),
            .init(en: "Enrolments with the status no-show.", ar: "التسجيلات التي غاب أصحابها."),
            additivity: .everywhere
        ) { .count($0.absent) },
        Measure(
            "completion-rate", .init(en: "Completion rate", ar: "نسبة الإتمام"),
            .init(
                en: "Named completions over enrolments.", ar: "حالات إتمام المسمين مقسومة على التسجيلات."),
            format: .share
        ) { .ratio($0.completed, $0.enrolments) },
        Measure(
            "withdrawal-rate", .init(en: "Withdrawal rate", ar: "نسبة الانسحاب"),
            .init(en: "Withdrawals over enrolments.", ar: "حالات الانسحاب مقسومة على التسجيلات."),
            format: .share
        ) { .ratio($0.withdrawn, $0.enrolments) },
        Measure(
            "no-show-rate", .init(en: "No-show rate", ar: "نسبة الغياب"),
            .init(en: "No-shows over enrolments.", ar: "حالات الغياب مقسومة على التسجيلات."),
            format: .share
        ) { .ratio($0.absent, $0.enrolments) },
        Measure(
            "trainee-hours", .init(en: "Trainee-hours", ar: "ساعات التدريب"),
            .init(
                en: "Sum of the hours of trained participations.", ar: "مجموع ساعات مشاركات المتدربين."),
            additivity: .everywhere, format: .number(places: 1), needs: .hours,
            coverage: { Coverage(stated: $0.hours.stated, applicable: $0.hours.applicable) }
        ) { $0.hours.value },
        Measure(
            "trainee-days", .init(en: "Trainee-days", ar: "أيام التدريب"),
            .init(
                en: "Trainee-hours over the dataset's hours per day.",
                ar: "ساعات التدريب مقسومة على ساعات اليوم التدريبي."),
            additivity: .everywhere, format: .number(places: 1), needs: .hours,
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
            needs: .sessions
        ) { .count($0.trainers) },
        Measure(
            "trainer-hours", .init(en: "Trainer-hours", ar: "ساعات المدربين"),
            .init(
                en: "Sum of the hours of trainers' assignments in training sessions.",
                ar: "مجموع ساعات تكليف المدربين في دورات التدريب."),
            additivity: .onSessions, format: .number(places: 1), needs: .sessions,
            coverage: { Coverage(stated: $0.trainerHours.stated, applicable: $0.trainerHours.applicable) }
        ) { $0.trainerHours.value },
        Measure(
            "trainees-per-trainer", .init(en: "Trainees per trainer", ar: "متدرب لكل مدرب"),
            .init(en: "Trainees over trainers.", ar: "المتدربون مقسومون على المدربين."),
            format: .number(places: 1), needs: [.persons, .sessions]
        ) { .ratio($0.trainees, $0.trainers) },
        Measure(
            "seats", .init(en: "Seats", ar: "المقاعد"),
            .init(
                en: "Sum of the capacity of delivered sessions that state one.",
                ar: "مجموع سعة الانعقادات المنفذة التي ذُكرت سعتها."),
            additivity: .onSessions, needs: .sessions, isSessionSideOnly: true,
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
            format: .share, needs: .sessions, isSessionSideOnly: true
        ) {
            let seats = $0.seats.sum.millionths
            return seats == 0
                ? .notApplicable : .real(Double(quotient: Int128($0.attendancesOnSeats) * ExactDecimal.scale, seats))
        },
    ]

    private static let money: [Measure] = [
        Measure(
            "institutions", .init(en: "Institutions", ar: "الجهات"),
            .init(en: "Distinct known institutions with an attendance.", ar: "عدد الجهات المعروفة التي حضر منها أحد."),
            needs: .institutions
        ) { .count($0.institutions) },
        Measure(
            "participant-cost", .init(en: "Participant cost", ar: "تكلفة المشاركين"),
            .init(
                en: "Sum of the costs of attendances and headcounts in delivered sessions; "
                    + "what was spent on absentees is left out.",
                ar: "مجموع تكاليف الحاضرين في الانعقادات المنفذة؛ ولا تشمل ما أُنفق على الغائبين."),
            additivity: .everywhere, format: .money, needs: .cost,
            coverage: { Coverage(stated: $0.participantCost.stated, applicable: $0.participantCost.applicable) }
        ) { $0.participantCost.value },
        Measure(
            "cost", .init(en: "Cost", ar: "التكلفة"),
            .init(
                en: "Cost of delivered sessions as a whole plus participant cost.",
                ar: "تكلفة الانعقادات المنفذة مضافاً إليها تكلفة المشاركين."),
            additivity: .onSessions, format: .money, needs: [.cost, .sessions], isSessionSideOnly: true,
            coverage: { figures in
                var both = figures.sessionCost
                both.merge(figures.participantCost)
                return Coverage(stated: both.stated, applicable: both.applicable)
            }
        ) {
            var both = $0.sessionCost
            both.merge($0.participantCost)
            return both.value
        },
        Measure(
            "cost-per-participation", .init(en: "Cost per participation", ar: "تكلفة المشاركة"),
            .init(
                en: "Participant cost over attendances, over the records that state a cost.",
                ar: "تكلفة المشاركين مقسومة على مرات الحضور في السجلات التي ذُكرت تكلفتها."),
            format: .money, needs: .cost
        ) {
            $0.attendancesWithCost == 0
                ? .notApplicable
                : .real(
                    Double(
                        quotient: $0.participantCost.sum.millionths,
                        Int128($0.attendancesWithCost) * ExactDecimal.scale))
        },
        Measure(
            "trainees-per-100k", .init(en: "Trainees per 100,000", ar: "متدرب لكل 100 ألف نسمة"),
            .init(
                en: "Trainees over the population, times 100,000: the population of the cell's state, "
                    + "else of all states that the filters and the cell's membership admit (persons of unknown state left out).",
                ar: "المتدربون لكل مئة ألف من سكان الدولة أو الدول المعنية."),
            format: .number(places: 2), needs: [.persons, .population]
        ) {
            guard let population = $0.population, population > 0 else { return .notApplicable }
            let persons = $0.countsKnownStatesAlone ? $0.traineesOfKnownState : $0.trainees
            return .real(Double(quotient: Int128(persons) * 100_000, Int128(population)))
        },
    ]
}
