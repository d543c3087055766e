/// What is said with the key figures of a report.
///
/// Names in capital letters stand for figures, which writers fill in.
package enum KeyFigureSentence: CatalogueEntry {
    /// Of which period they are, and what they are held against.
    case ofPeriod, heldAgainst, upTo, onPeriod, onPartOfPeriod, atLeast, between
    /// What else is known of a figure.
    case target, targetAtMost, targetsAtMost, published, publishedOfPeriod, publishedOfAllTime, allTime, allBetween
    /// What stands out.
    case leader, leaderAtLeast, largestRise, largestRiseAtLeast, largestFall, largestFallAtLeast, highest, lowest,
        notKnown, nothingProven, partOfList
    /// What a reader must know before.
    case untilReportingDay, recordsEnd, recordsBegin, noRecordsBefore, notMet, targetsMissed, rejected, unreported
    /// The heading of the trend, and of a period that is known in part; a note with the period of which it is.
    case trend, inPart, noteOf

    package var wording: (en: String, ar: String) {
        switch self {
        case .ofPeriod: ("{period}", "{period}")
        case .heldAgainst: ("{period}; change on {previous}", "{period}؛ التغير مقارنةً بـ {previous}")
        case .upTo: ("{period}, to {day}", "{period} حتى {day}")
        case .onPeriod: ("on {previous}", "مقارنةً بـ {previous}")
        case .onPartOfPeriod: ("on the same part of {previous}", "مقارنةً بالجزء نفسه من {previous}")
        case .atLeast: ("at least, {comparison}", "على الأقل، {comparison}")
        case .between: ("{LEAST} to {MOST}", "من {LEAST} إلى {MOST}")
        case .target: ("Target {TARGET}: {status}", "المستهدف {TARGET}: {status}")
        case .targetAtMost: ("Target at most {TARGET}: {status}", "المستهدف {TARGET} على الأكثر: {status}")
        case .targetsAtMost:
            (
                "Targets that figures are not to exceed: {measures}.",
                "مستهدفات ينبغي ألا تتجاوزها الأرقام: {measures}."
            )
        case .published: ("Published {claim} {PUBLISHED}: {status}", "المنشور {claim} {PUBLISHED}: {status}")
        case .publishedOfPeriod:
            ("Published of {period} {claim} {PUBLISHED}: {status}", "المنشور عن {period} {claim} {PUBLISHED}: {status}")
        case .publishedOfAllTime:
            (
                "All time {ALL}; published {claim} {PUBLISHED}: {status}",
                "كل الفترات {ALL}؛ المنشور {claim} {PUBLISHED}: {status}"
            )
        case .allTime: ("All time {ALL}", "كل الفترات {ALL}")
        case .allBetween: ("{ALL} to {MOST}", "من {ALL} إلى {MOST}")
        case .leader:
            (
                "{measure} by {dimension}: {member} comes first, with {FIGURE} of {TOTAL} ({SHARE}).",
                "{measure} حسب {dimension}: الأول {member}، بعدد {FIGURE} من {TOTAL} ({SHARE})."
            )
        case .leaderAtLeast:
            (
                "{measure} by {dimension}: {member} comes first, with at least {FIGURE}.",
                "{measure} حسب {dimension}: الأول {member}، بعدد لا يقل عن {FIGURE}."
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
        case .largestRiseAtLeast:
            (
                "Largest rise by {dimension}: {member}, by at least {CHANGE}.",
                "أكبر زيادة حسب {dimension}: {member}، بما لا يقل عن {CHANGE}."
            )
        case .largestFallAtLeast:
            (
                "Largest fall by {dimension}: {member}, by at least {CHANGE}.",
                "أكبر انخفاض حسب {dimension}: {member}، بما لا يقل عن {CHANGE}."
            )
        case .highest:
            ("Higher than in any period since {first}: {measures}.", "أعلى من أي فترة منذ {first}: {measures}.")
        case .lowest:
            ("Lower than in any period since {first}: {measures}.", "أدنى من أي فترة منذ {first}: {measures}.")
        case .nothingProven:
            (
                "Which state or topic comes first or changed most is not proven: sessions without an end and rejected "
                    + "records could change it.",
                "لا يثبت أي دولة أو مجال يأتي أولاً أو تغير أكثر من غيره: فقد تغيّر ذلك انعقادات بلا تاريخ انتهاء وسجلات "
                    + "مرفوضة."
            )
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
        case .noRecordsBefore:
            (
                "No change on {previous} is shown: the records have no delivered session of that year.",
                "لا يُعرض التغير مقارنةً بـ {previous}: فالسجلات لا تتضمن أي انعقاد منفذ في تلك السنة."
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
        case .unreported:
            (
                "Participants in training are reported by {REPORTED} of {ALL} sessions of {period}.",
                "وردت بيانات المشاركين في التدريب عن {REPORTED} من {ALL} من انعقادات {period}."
            )
        case .trend: ("{first} to {last}", "من {first} إلى {last}")
        case .inPart: ("{period} (in part)", "{period} (جزء منها)")
        case .noteOf: ("{period} · {note}", "{period} · {note}")
        }
    }
}
