/// What is said of targets as a whole.
package enum TargetSentence: CatalogueEntry {
    /// How many there are of each status, as of which day.
    case counted, none, noneMissed, asOfDay
    /// What their statuses mean, and of which records they are.
    case pace, undercut, ownRecords

    package var wording: (en: String, ar: String) {
        switch self {
        case .counted: ("Targets ({count}): {list}.", "المستهدفات ({count}): {list}.")
        case .none: ("There is no target to show.", "لا مستهدف يُعرض.")
        case .noneMissed: ("No target is missed.", "لا مستهدف فات أجله دون أن يتحقق.")
        case .asOfDay: ("as of {day}", "حتى {day}")
        case .pace:
            (
                "On track: at least as much of the way is done as of the period is over, the reporting day included.",
                "على المسار: ما تحقق لا يقل عما انقضى من الفترة، ويوم التقرير محسوب منها."
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
