import Support
import TrainingStats

extension Measure {
    /// Where the people come from.
    static let reach: [Measure] = [
        Measure(
            "institutions", heading: .init(en: "Institutions", ar: "الجهات"),
            definition: .init(
                en: "Distinct known institutions with an attendance.", ar: "عدد الجهات المعروفة التي حضر منها أحد."),
            .distinct(
                .institution,
                [
                    .participations(.attends, .known(.institution)),
                    .headcounts(.attends, .known(.institution), of: .one),
                ]))
    ]

    /// Trainees against the population.
    static let density: [Measure] = [
        Measure(
            "trainees-per-100k", heading: .init(en: "Trainees per 100,000", ar: "متدرب لكل 100 ألف نسمة"),
            definition: .init(
                en: "Trainees over the population, times 100,000: the population of the cell's state, "
                    + "else of all states that the filters and the cell's membership admit (persons of unknown state left out); "
                    + "not known where headcounts leave the number of trainees open.",
                ar:
                    "عدد المتدربين مقسوماً على عدد السكان ومضروباً في 100,000: سكان دولة الخلية، وإلا فسكان كل الدول التي تشملها عوامل التصفية "
                    + "وعضوية الخلية (دون من لا تُعرف دولته)؛ وهو غير معروف إن ترك الإحصاء العددي عدد المتدربين مفتوحاً."),
            format: .number(places: 2),
            .per(.population, .trained(.least, .known(.state)), times: 100_000))
    ]
}
