/// Releases: their state, what they change, which are due.
package enum ReleaseSentence: CatalogueEntry {
    /// The state of a release: its revision, and until when it is provisional.
    case revisionOf, provisionalUntil, final
    /// The changes of a revision.
    case revisionsSince, noRevisions, movesWithReportingDay, filesDiffer, overdue

    package var wording: (en: String, ar: String) {
        switch self {
        case .movesWithReportingDay:
            (
                "Figures of another period than the release's move with the reporting day; they are not revisions.",
                "أرقام الفترات الأخرى غير فترة الإصدار تتغير مع يوم التقرير، وليست تعديلات."
            )
        case .overdue:
            (
                "{report}: {period} was due on {day}, and {count} in all; tadrib run makes what is missing",
                "{report}: استحق إصدار {period} في {day}، وعدد الإصدارات المتأخرة {count}؛ ويُعدّ tadrib run ما ينقص"
            )
        case .filesDiffer: ("Files read that differ: {list}.", "الملفات المقروءة المختلفة: {list}.")
        case .revisionOf: ("{period}, revision {number}; {state}", "{period}، النسخة {number}؛ {state}")
        case .provisionalUntil: ("provisional until {day}", "أولي حتى {day}")
        case .final: ("final", "نهائي")
        case .revisionsSince:
            (
                "What differs from the release before, figure by figure.",
                "ما يختلف عن الإصدار السابق، رقماً رقماً."
            )
        case .noRevisions:
            ("No figure differs from the release before.", "لا يختلف أي رقم عن الإصدار السابق.")
        }
    }
}
