/// What is said with the key figures of a report.
///
/// Names in capital letters stand for figures, which writers fill in.
package enum KeyFigureSentence: CatalogueEntry {
    /// Of which period they are, and what they are held against.
    case ofPeriod, heldAgainst, upTo, onPeriod, onPartOfPeriod
    /// What else is known of a figure.
    case target, targetAtMost, published, publishedOfAllTime, allTime
    /// What stands out.
    case leader, largestRise, largestFall, highest, lowest, notKnown, partOfList
    /// What a reader must know before.
    case untilReportingDay, recordsEnd, recordsBegin, notMet, targetsMissed, rejected
    /// The heading of the trend, and of a period that is known in part.
    case trend, inPart

    package var wording: (en: String, ar: String) {
        switch self {
        case .ofPeriod: ("{period}", "{period}")
        case .heldAgainst: ("{period}; change on {previous}", "{period}؛ التغير مقارنةً بـ {previous}")
        case .upTo: ("{period}, to {day}", "{period} حتى {day}")
        case .onPeriod: ("on {previous}", "مقارنةً بـ {previous}")
        case .onPartOfPeriod: ("on the same part of {previous}", "مقارنةً بالجزء نفسه من {previous}")
        case .target: ("Target {TARGET}: {status}", "المستهدف {TARGET}: {status}")
        case .targetAtMost: ("Target at most {TARGET}: {status}", "المستهدف {TARGET} على الأكثر: {status}")
        case .published: ("Published {claim} {PUBLISHED}: {status}", "المنشور {claim} {PUBLISHED}: {status}")
        case .publishedOfAllTime:
            (
                "All time {ALL}; published {claim} {PUBLISHED}: {status}",
                "كل الفترات {ALL}؛ المنشور {claim} {PUBLISHED}: {status}"
            )
        case .allTime: ("All time {ALL}", "كل الفترات {ALL}")
        case .leader:
            (
                "{measure} by {dimension}: {member} comes first, with {FIGURE} of {TOTAL} ({SHARE}).",
                "{measure} حسب {dimension}: الأول {member}، بعدد {FIGURE} من {TOTAL} ({SHARE})."
            )
        case .largestRise:
            (
                "Largest rise by {dimension}: {member}, from {BEFORE} to {AFTER} ({CHANGE}).",
                "أكبر زيادة حسب {dimension}: {member}، من {BEFORE} إلى {AFTER} ({CHANGE})."
            )
        case .largestFall:
            (
                "Largest fall by {dimension}: {member}, from {BEFORE} to {AFTER} ({CHANGE}).",
                "أكبر انخفاض حسب {dimension}: {member}، من {BEFORE} إلى {AFTER} ({CHANGE})."
            )
        case .highest:
            ("Higher than in any period since {first}: {measures}.", "أعلى من أي فترة منذ {first}: {measures}.")
        case .lowest:
            ("Lower than in any period since {first}: {measures}.", "أدنى من أي فترة منذ {first}: {measures}.")
        case .notKnown:
            ("Not known, of {TOTAL} {measure}: {list}.", "ما لا يُعرف من {measure} ({TOTAL}): {list}.")
        case .partOfList: ("{property} of {SHARE}", "{property} في {SHARE}")
        case .untilReportingDay:
            (
                "{period} is not over: its figures reach to {day}, and are held against {previous} to {other}.",
                "{period} لم تنته بعد: تصل أرقامها إلى {day}، وتُقارن بـ {previous} حتى {other}."
            )
        case .recordsEnd:
            (
                "The records end on {last}, before {period} does; its figures are held against {previous} to {other}.",
                "تنتهي السجلات في {last} قبل نهاية {period}؛ وتُقارن أرقامها بـ {previous} حتى {other}."
            )
        case .recordsBegin:
            (
                "The records begin on {first}, within {previous}: no change on it is shown.",
                "تبدأ السجلات في {first} خلال {previous}، فلا يُعرض التغير مقارنةً بها."
            )
        case .notMet:
            (
                "Published figures that the records do not meet: {FAILED} of {ALL}.",
                "الأرقام المنشورة التي لا تطابقها السجلات: {FAILED} من {ALL}."
            )
        case .targetsMissed:
            ("Targets missed: {MISSED}; behind: {BEHIND}.", "مستهدفات لم تتحقق: {MISSED}؛ ومتأخرة: {BEHIND}.")
        case .rejected:
            (
                "Records rejected: {REJECTED} of {ALL}; no figure has them.",
                "السجلات المرفوضة: {REJECTED} من {ALL}؛ ولا يشملها أي رقم."
            )
        case .trend: ("{first} to {last}", "من {first} إلى {last}")
        case .inPart: ("{period} (in part)", "{period} (جزء منها)")
        }
    }
}
