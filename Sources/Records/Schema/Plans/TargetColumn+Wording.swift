import Support

extension TargetColumn {
    var heading: BilingualText {
        switch self {
        case .measure: .init(en: "Measure", ar: "المقياس")
        case .filter: .init(en: "Of which records", ar: "من أي سجلات")
        case .period: .init(en: "Period", ar: "الفترة")
        case .target: .init(en: "Target", ar: "المستهدف")
        case .baseline: .init(en: "Baseline", ar: "خط الأساس")
        case .source: .init(en: "Source", ar: "المصدر")
        }
    }

    var meaning: BilingualText {
        switch self {
        case .measure: .init(en: "A measure, such as trainees.", ar: "مقياس، مثل trainees.")
        case .filter:
            .init(
                en: "Filters, joined by semicolons, such as state=OMN; empty: all records.",
                ar: "شروط تفصل بينها فاصلة منقوطة، مثل state=OMN، وإن تُركت فارغة فكل السجلات.")
        case .period:
            .init(
                en: "The period by whose end it is to be reached, such as 2025 or FY2025.",
                ar: "الفترة التي يُراد بلوغ المستهدف بنهايتها، مثل 2025 أو FY2025.")
        case .target:
            .init(
                en: "The figure to be reached; of a share a fraction, such as 0.9, or 90%.",
                ar: "القيمة المراد بلوغها، وفي النسب كسر مثل 0.9 أو 90%.")
        case .baseline:
            .init(
                en:
                    "The figure from which progress is counted; empty: 0. A target below it is to be undercut; without it the "
                    + "measure says whether more or less is better.",
                ar:
                    "القيمة التي يُقاس التقدم منها، وإن تُركت فارغة فهي 0. والمستهدف الأدنى منها حد لا يُتجاوز؛ وبدونها يحدد المقياس "
                    + "أيهما أفضل: الأكثر أم الأقل.")
        case .source: .init(en: "Who set it, or where it stands.", ar: "من حدده، أو أين ورد.")
        }
    }
}
