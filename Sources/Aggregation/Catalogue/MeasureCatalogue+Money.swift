import Support
import TrainingStats

extension Measure {
    /// Institutions, costs, and trainees against the population.
    static let money: [Measure] = [
        Measure(
            "institutions", .init(en: "Institutions", ar: "الجهات"),
            .init(en: "Distinct known institutions with an attendance.", ar: "عدد الجهات المعروفة التي حضر منها أحد."),
            needs: .institutions,
            basis: .distinct(
                .institution, of: .participations { $0.attends && $0.institution != nil },
                .headcounts { $0.attends && $0.institution != nil })
        ) { .count($0.institutions) },
        Measure(
            "participant-cost", .init(en: "Participant cost", ar: "تكلفة المشاركين"),
            .init(
                en: "Sum of the costs of attendances and headcounts in delivered sessions; "
                    + "what was spent on absentees is left out.",
                ar: "مجموع تكاليف الحاضرين في الانعقادات المنفذة؛ ولا تشمل ما أُنفق على الغائبين."),
            additivity: .everywhere, format: .money, needs: .cost,
            basis: .sum(.cost, of: .participations { $0.attends }, .headcounts { $0.isDelivered }),
            coverage: { Coverage(stated: $0.participantCost.stated, applicable: $0.participantCost.applicable) }
        ) { $0.participantCost.value },
        Measure(
            "cost", .init(en: "Cost", ar: "التكلفة"),
            .init(
                en: "Cost of delivered sessions as a whole plus participant cost.",
                ar: "تكلفة الانعقادات المنفذة مضافاً إليها تكلفة المشاركين."),
            additivity: .onSessions, format: .money, needs: [.cost, .sessions], isSessionSideOnly: true,
            basis: .sum(
                .cost, of: .sessions { $0.isDelivered }, .participations { $0.attends }, .headcounts { $0.isDelivered }),
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
            format: .money, needs: .cost,
            basis: .ratio(
                of: .participations(part: { $0.cost }, whole: { _ in ExactDecimal(1) }) {
                    $0.attends && $0.cost != nil
                },
                .headcounts(part: { $0.cost }, whole: { $0.participants.map { ExactDecimal($0) } }) { $0.cost != nil })
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
                ar:
                    "المتدربون مقسومين على عدد السكان ومضروبين في 100,000: سكان دولة الخلية، وإلا فسكان كل الدول التي تشملها عوامل التصفية "
                    + "وعضوية الخلية (دون من لا تُعرف دولته)."),
            format: .number(places: 2), needs: [.persons, .population],
            basis: .distinct(.trainee, of: .participations { $0.isTrained && $0.hasKnownState })
        ) {
            guard let population = $0.population, population > 0 else { return .notApplicable }
            let persons = $0.countsKnownStatesAlone ? $0.traineesOfKnownState : $0.trainees
            return .real(Double(quotient: Int128(persons) * 100_000, Int128(population)))
        },
    ]
}
