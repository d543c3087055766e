/// Titles and descriptions of charts, and why one that was asked for is not there.
package enum ChartSentence: CatalogueEntry {
    /// Why a chart that was asked for is not there.
    case noChart, chartOfOne, chartOfMany, chartWithGaps, chartOfSeveral, chartOfNothing, chartOfZeros, chartApart
    /// Titles of charts.
    case chartByYearAndState, chartByTopic, chartOfScores, chartByState, chartByProgramme, chartByYear,
        chartByCourse
    /// The description of a chart, what it leaves out, and its source.
    case chartInWords, cutChartInWords, notDrawn, unknownOf, drawnFirst, drawnLargest, othersTogether, dataOfChart
    /// What of a figure is open, and why a state on a map has none.
    case openFigure, atMost, leftOut, withoutRecords
    /// What a chart shows; names in capital letters stand for figures.
    case leaderByShare, leaderByFigure, highest, highestPeriod, largestRise

    package var wording: (en: String, ar: String) {
        switch self {
        case .noChart: ("No chart: {reason}.", "لا رسم بياني: {reason}.")
        case .chartOfOne: ("there is only one category to compare", "ليس فيه إلا فئة واحدة فلا مقارنة")
        case .chartOfMany:
            (
                "{count} categories are more than the {most} that can be read",
                "عدد الفئات {count}، ولا يُقرأ أكثر من {most}"
            )
        case .chartWithGaps:
            ("some of its figures are not known or not applicable", "بعض أرقامه غير معروف أو لا ينطبق")
        case .chartOfSeveral:
            ("the table has several figures in each place", "في كل موضع من الجدول أكثر من رقم")
        case .chartOfNothing: ("there is nothing to draw", "لا شيء يُرسم")
        case .chartOfZeros: ("all its figures are 0", "كل أرقامه صفر")
        case .chartApart:
            ("its measures do not stand side by side in the table", "مؤشراته غير متجاورة في الجدول")
        case .chartByYearAndState: ("{measure} by year and state", "{measure} حسب السنة والدولة")
        case .chartByTopic: ("{measure} by topic", "{measure} حسب المجال")
        case .chartOfScores: ("Mean scores before and after, by topic", "متوسط الدرجات القبلية والبعدية حسب المجال")
        case .chartByState: ("{measure} by state", "{measure} حسب الدولة")
        case .chartByCourse: ("{measure} by course", "{measure} حسب الدورة")
        case .chartByProgramme: ("{measure} by programme", "{measure} حسب البرنامج")
        case .chartByYear: ("{measure} by year", "{measure} حسب السنة")
        case .chartInWords:
            (
                "Highest: {most}. Lowest: {least}. All figures are in the table “{table}”.",
                "الأعلى: {most}. الأدنى: {least}. جميع الأرقام في الجدول «{table}»."
            )
        case .cutChartInWords:
            (
                "Highest: {most}. All figures are in the table “{table}”.",
                "الأعلى: {most}. جميع الأرقام في الجدول «{table}»."
            )
        case .openFigure: ("{least} to {most}", "{least} إلى {most}")
        case .atMost: ("{name}, at most {limit}", "{name}، {limit} على الأكثر")
        case .leftOut: ("left out", "مستبعدة")
        case .withoutRecords: ("no records", "لا سجلات")
        case .unknownOf: ("{dimension}: {name}", "{dimension}: {name}")
        case .notDrawn: ("Not drawn: {list}.", "غير مرسوم: {list}.")
        case .drawnFirst: ("Drawn: the first {shown} of {count}.", "المرسوم: أول {shown} من {count}.")
        case .drawnLargest: ("Drawn: the largest {shown} of {count}.", "المرسوم: أكبر {shown} من {count}.")
        case .othersTogether: ("The others together: {figure}.", "البقية معًا: {figure}.")
        case .leaderByShare: ("{name} has the largest share: {SHARE}", "أكبر حصة: {name}، {SHARE}")
        case .leaderByFigure: ("{name} has the most: {FIGURE}", "الأكثر: {name}، {FIGURE}")
        case .highest: ("Highest: {name}, {FIGURE}", "الأعلى: {name}، {FIGURE}")
        case .highestPeriod: ("Highest in {name}: {FIGURE}", "الأعلى في {name}: {FIGURE}")
        case .largestRise:
            ("Largest rise: {name}, from {BEFORE} to {AFTER}", "أكبر زيادة: {name}، من {BEFORE} إلى {AFTER}")
        case .dataOfChart: ("Data: {dataset}", "البيانات: {dataset}")
        }
    }
}
