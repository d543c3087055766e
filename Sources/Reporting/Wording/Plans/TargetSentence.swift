/// What is said of targets as a whole.
package enum TargetSentence: CatalogueEntry {
    /// How many there are of each status, as of which day.
    case counted, none, noneMissed, asOfDay
    /// What their statuses mean, and of which records they are.
    case pace, openFigures, withoutLimit, notBegun, undercut, lessIsBetter, ownRecords
    /// What is to be known of a figure, and of which targets.
    case ofFigures, andMore, withoutParticipants, withoutCompletions, withoutInstitution, undecided

    package var wording: (en: String, ar: String) {
        switch self {
        case .counted: ("Targets ({count}): {list}.", "المستهدفات ({count}): {list}.")
        case .none: ("There is no target to show.", "لا مستهدف يُعرض.")
        case .noneMissed:
            ("No target is proven to be missed.", "لا مستهدف ثبت أن أجله فات دون أن يتحقق.")
        case .asOfDay: ("as of {day}", "حتى {day}")
        case .pace:
            (
                "On track: at least as much of the way is done as of the period is over, the reporting day included.",
                "على المسار: ما تحقق لا يقل عما انقضى من الفترة، ويوم التقرير محسوب منها."
            )
        case .openFigures:
            (
                "Open: records do not state all that the figure is made of, so that it is only a bound, and whether the target is "
                    + "met or on track is not proven.",
                "غير محسوم: لا تذكر السجلات كل ما تُحسب منه القيمة، فهي حد فقط، ولم يثبت تحقق المستهدف ولا أنه على المسار."
            )
        case .withoutLimit:
            (
                "At most [x]: records do not state all that the figure is made of, and nothing limits how large it can be.",
                "على الأكثر [x]: لا تذكر السجلات كل ما تُحسب منه القيمة، ولا شيء يحدّ أكبر ما يمكن أن تكون."
            )
        case .lessIsBetter:
            (
                "A target without a baseline of a measure of which less is better is met where the figure is not above it; it has "
                    + "no share of a way [z].",
                "المستهدف بلا خط أساس لمقياس الأقل منه أفضل يتحقق إذا لم تزد عليه القيمة؛ ولا نسبة تحقق له [z]."
            )
        case .ofFigures: ("{figures}: {remark}", "{figures}: {remark}")
        case .andMore: ("{list} and {count} more", "{list} و{count} غيرها")
        case .withoutParticipants:
            (
                "Groups that do not state how many took part: {count}.",
                "مجموعات لم يُذكر كم شارك منها: {count}."
            )
        case .withoutCompletions:
            (
                "Groups that do not state how many completed: {count}.",
                "مجموعات لم يُذكر كم أتمّ منها: {count}."
            )
        case .withoutInstitution:
            (
                "Participations and groups that do not state an institution: {count}.",
                "مشاركات ومجموعات لم تُذكر جهتها: {count}."
            )
        case .undecided:
            (
                "Records of which it is not known whether they belong to the figure, since they do not state what it is of, or "
                    + "their session has no end: {count}.",
                "سجلات لا يُعرف أهي من القيمة أم لا، لأنها لا تذكر ما تسأل عنه أو لأن انعقادها بلا تاريخ نهاية: {count}."
            )
        case .notBegun:
            (
                "Not begun [z]: the period begins after the reporting day, and what is done of the way and what remains is not given.",
                "لم يبدأ [z]: تبدأ الفترة بعد يوم التقرير، فلا يُذكر ما تحقق ولا ما تبقى."
            )
        case .undercut:
            (
                "A target below its baseline is to be undercut: it is met where the figure is not above it.",
                "المستهدف الأدنى من خط أساسه حد لا يُتجاوز: يتحقق إذا لم تزد عليه القيمة."
            )
        case .ownRecords:
            (
                "Each target is of its own records, whatever the filters of the report.",
                "لكل مستهدف سجلاته، مهما كانت عوامل تصفية التقرير."
            )
        }
    }
}
