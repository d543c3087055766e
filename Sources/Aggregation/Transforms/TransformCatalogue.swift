import Support
import TrainingStats

extension Transform {
    /// What stands behind the measure's heading.
    public var heading: BilingualText {
        switch self {
        case .share: .init(en: "share", ar: "النسبة من الكل")
        case .shareOfRow: .init(en: "share of row", ar: "النسبة من الصف")
        case .shareOfColumn: .init(en: "share of column", ar: "النسبة من العمود")
        case .change: .init(en: "change", ar: "التغير")
        case .changePercent: .init(en: "change in %", ar: "التغير بالنسبة المئوية")
        case .changeOnYear: .init(en: "change on year", ar: "التغير عن السنة السابقة")
        case .changeOnYearPercent: .init(en: "change on year in %", ar: "التغير عن السنة السابقة بالنسبة المئوية")
        case .cumulative: .init(en: "cumulative", ar: "التراكمي")
        case .rank: .init(en: "rank", ar: "الترتيب")
        }
    }

    /// What stands behind the heading of a rate: its changes are in points.
    var headingOfRates: BilingualText {
        switch self {
        case .change: .init(en: "change in percentage points", ar: "التغير بالنقاط المئوية")
        case .changeOnYear:
            .init(en: "change on year in percentage points", ar: "التغير عن السنة السابقة بالنقاط المئوية")
        case .share, .shareOfRow, .shareOfColumn, .changePercent, .changeOnYearPercent, .cumulative, .rank: heading
        }
    }

    /// What it is, one or two sentences.
    public var definition: BilingualText {
        switch self {
        case .share:
            .init(
                en: "The value over the total of the table, which is computed from the records.",
                ar: "القيمة مقسومة على مجموع الجدول المحسوب من السجلات.")
        case .shareOfRow:
            .init(en: "The value over the total of its row.", ar: "القيمة مقسومة على مجموع صفها.")
        case .shareOfColumn:
            .init(en: "The value over the total of its column.", ar: "القيمة مقسومة على مجموع عمودها.")
        case .change:
            .init(
                en: "The value minus that of the period before, in all records under the table's other filters; "
                    + "of shares, in points.",
                ar:
                    "القيمة ناقص قيمة الفترة السابقة، في كل السجلات مع عوامل التصفية الأخرى للجدول؛ وفي النسب بالنقاط المئوية."
            )
        case .changePercent:
            .init(
                en: "The change over the value of the period before.", ar: "التغير مقسوماً على قيمة الفترة السابقة.")
        case .changeOnYear:
            .init(
                en:
                    "The value minus that of the same period of the year before, in all records under the table's other "
                    + "filters; of shares, in points.",
                ar: "القيمة ناقص قيمة الفترة نفسها من السنة السابقة، في كل السجلات مع عوامل التصفية الأخرى للجدول؛ "
                    + "وفي النسب بالنقاط المئوية.")
        case .changeOnYearPercent:
            .init(
                en: "The change on year over the value of the same period of the year before.",
                ar: "التغير عن السنة السابقة مقسوماً على قيمة الفترة نفسها من تلك السنة.")
        case .cumulative:
            .init(
                en:
                    "The figure over all records up to the end of the period, computed from the records: persons count once.",
                ar: "المؤشر على كل السجلات حتى نهاية الفترة، محسوباً من السجلات: كل شخص يُحسب مرة واحدة.")
        case .rank:
            .init(
                en: "The place among the members of its column, the largest first; equal values share a place.",
                ar: "الترتيب بين قيم العمود من الأكبر إلى الأصغر؛ والقيم المتساوية لها الترتيب نفسه.")
        }
    }
}
