/// What mails about releases say.
package enum DeliverySentence: CatalogueEntry {
    /// A release.
    case subject, text
    /// A release that was due and is not made.
    case overdueSubject, overdueText
    /// Key figures, each in a line or in columns.
    case figure, figureWithChange, value, change
    /// What `status` says of a delivery that has not arrived.
    case planned, failed, refused, uncertain

    package var wording: (en: String, ar: String) {
        switch self {
        case .subject: ("{report}: {period}", "{report}: {period}")
        case .text:
            (
                "The report {report} is released: {period}, revision {revision}, {state}.\n\n{figures}\n\n"
                    + "Figures as of {day}. A program has sent this message; please do not answer it.",
                "صدر التقرير {report}: {period}، النسخة {revision}، {state}.\n\n{figures}\n\n"
                    + "الأرقام كما في {day}. أرسل هذه الرسالة برنامج، فنرجو عدم الرد عليها."
            )
        case .overdueSubject: ("{report}: {period} is overdue", "{report}: تأخر إصدار {period}")
        case .overdueText:
            (
                "The report {report} was due on {day} for {period}, and it is not made. tadrib run says why.",
                "كان التقرير {report} عن {period} مستحقاً في {day} ولم يُعدّ. ويذكر tadrib run السبب."
            )
        case .figure: ("{name}: {value}", "{name}: {value}")
        case .figureWithChange: ("{name}: {value}; {change}", "{name}: {value}؛ {change}")
        case .value: ("Value", "القيمة")
        case .change: ("Change", "التغير")
        case .planned:
            (
                "{release} is not delivered yet to '{delivery}'; tadrib run delivers it",
                "لم يُسلَّم {release} بعد إلى «{delivery}»؛ ويسلّمه tadrib run"
            )
        case .failed:
            (
                "{release} was not delivered to '{delivery}': {reason}; the next tadrib run tries again",
                "لم يُسلَّم {release} إلى «{delivery}»: {reason}؛ ويعيد tadrib run التالي المحاولة"
            )
        case .refused:
            (
                "{release} was not delivered to '{delivery}': {reason}; put this right, then "
                    + "tadrib run --resend {which}, or --acknowledge {which}",
                "لم يُسلَّم {release} إلى «{delivery}»: {reason}؛ صحّح ذلك ثم شغّل tadrib run --resend {which} "
                    + "أو --acknowledge {which}"
            )
        case .uncertain:
            (
                "{release} may have been delivered to '{delivery}': {reason}; ask there, then tadrib run "
                    + "--acknowledge {which} if it has arrived, --resend {which} if not",
                "ربما سُلِّم {release} إلى «{delivery}»: {reason}؛ اسأل هناك، ثم شغّل tadrib run "
                    + "--acknowledge {which} إن وصل، أو --resend {which} إن لم يصل"
            )
        }
    }
}
