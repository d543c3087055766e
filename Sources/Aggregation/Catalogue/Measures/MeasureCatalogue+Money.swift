import Support
import TrainingStats

extension Measure {
    private static let participantCost: [RecordSet] = [
        .participations(.attends, of: .number(.value(.cost))), .headcounts(.delivered, of: .number(.groupCost)),
    ]

    /// All that delivered sessions cost, as a whole and for each participant.
    static let allCost = [RecordSet.sessions(.delivered, of: .number(.sessionCost))] + participantCost

    /// What training costs.
    static let money: [Measure] = [
        Measure(
            "participant-cost", heading: .init(en: "Participant cost", ar: "تكلفة المشاركين"),
            definition: .init(
                en: "Sum of the costs of attendances and headcounts in delivered sessions; "
                    + "what was spent on absentees is left out.",
                ar: "مجموع تكاليف الحاضرين في الانعقادات المنفذة؛ ولا تشمل ما أُنفق على الغائبين."),
            format: .money, .sum(participantCost)),
        Measure(
            "cost", heading: .init(en: "Cost", ar: "التكلفة"),
            definition: .init(
                en: "Cost of delivered sessions as a whole plus participant cost.",
                ar: "تكلفة الانعقادات المنفذة مضافاً إليها تكلفة المشاركين."),
            format: .money, .sum(allCost)),
        Measure(
            "cost-per-trainee", heading: .init(en: "Cost per trainee", ar: "تكلفة المتدرب"),
            definition: .init(
                en: "Cost over trainees; not known where headcounts leave the number of trainees open.",
                ar: "التكلفة مقسومة على عدد المتدربين؛ وهي غير معروفة إن ترك الإحصاء العددي عدد المتدربين مفتوحاً."),
            format: .money, .ratio(.sum(allCost), over: .trained(.least))),
        Measure(
            "cost-per-completion", heading: .init(en: "Cost per completion", ar: "تكلفة الإتمام"),
            definition: .init(
                en: "Cost over completions; not known where a group that was counted does not state how many of it "
                    + "completed.",
                ar: "التكلفة مقسومة على حالات الإتمام؛ وهي غير معروفة إن وُجدت مجموعة أُحصيت عدداً ولم يُذكر كم أتمّ منها."),
            format: .money, .ratio(.sum(allCost), over: .count(completed)),
            unknown: UnknownRule(
                whereAny: [.headcounts(.training, .completable, .not(.states(.completions)), of: .one)], unlessAny: [])),
        Measure(
            "cost-per-participation", heading: .init(en: "Cost per participation", ar: "تكلفة المشاركة"),
            definition: .init(
                en: "Participant cost over attendances, over the records that state a cost.",
                ar: "تكلفة المشاركين مقسومة على مرات الحضور في السجلات التي ذُكرت تكلفتها."),
            format: .money,
            .ratio(
                .sum([
                    .participations(.attends, .states(.value(.cost)), of: .number(.value(.cost))),
                    .headcounts(.states(.groupCost), .states(.participants), of: .number(.groupCost)),
                ]),
                over: .count([
                    .participations(.attends, .states(.value(.cost))),
                    .headcounts(.states(.groupCost), .states(.participants)),
                ]))),
    ]
}
