import Support

/// The forms that a phrase takes beside a count; `#` stands for the count.
package struct ArabicForms: Sendable {
    private let forms: [ArabicPlural: String]

    init(zero: String, one: String, two: String, few: String, many: String, other: String) {
        forms = [.zero: zero, .one: one, .two: two, .few: few, .many: many, .other: other]
    }

    /// The form for a class of counts.
    package subscript(plural: ArabicPlural) -> String { forms[plural] ?? "" }
}

/// Nouns with a count, as they are used in sentences.
package enum Counted: Sendable, CaseIterable {
    case recordsRead, recordsRejected, ofRecords, ofParticipations, ofPersons, ofSessions, ofAnswers, ofFollowUps
    case errors, warnings, more
    case met, notMet, withinBounds, unknown
    case undatedSessions, tables, spellings, identifiers, rows

    /// The forms in both languages.
    package var forms: (en: (one: String, other: String), ar: ArabicForms) {
        switch self {
        case .recordsRead:
            (
                ("# read", "# read"),
                .init(
                    zero: "لم يُقرأ أي سجل", one: "قُرئ سجل واحد", two: "قُرئ سجلان", few: "قُرئت # سجلات",
                    many: "قُرئ # سجلاً", other: "قُرئ # سجل")
            )
        case .recordsRejected:
            (
                ("# rejected", "# rejected"),
                .init(
                    zero: "لم يُرفض أي سجل", one: "رُفض سجل واحد", two: "رُفض سجلان", few: "رُفضت # سجلات",
                    many: "رُفض # سجلاً", other: "رُفض # سجل")
            )
        case .ofRecords:
            (
                ("# record", "# records"),
                .init(
                    zero: "# سجل", one: "سجل واحد", two: "سجلين", few: "# سجلات", many: "# سجلاً", other: "# سجل")
            )
        case .ofPersons:
            (
                ("# person", "# persons"),
                .init(
                    zero: "# شخص", one: "شخص واحد", two: "شخصين", few: "# أشخاص", many: "# شخصاً", other: "# شخص")
            )
        case .ofParticipations:
            (
                ("# participation", "# participations"),
                .init(
                    zero: "# مشاركة", one: "مشاركة واحدة", two: "مشاركتين", few: "# مشاركات", many: "# مشاركة",
                    other: "# مشاركة")
            )
        case .ofSessions:
            (
                ("# session", "# sessions"),
                .init(
                    zero: "# انعقاد", one: "انعقاد واحد", two: "انعقادين", few: "# انعقادات", many: "# انعقاداً",
                    other: "# انعقاد")
            )
        case .ofAnswers:
            (
                ("# answer", "# answers"),
                .init(
                    zero: "# إجابة", one: "إجابة واحدة", two: "إجابتين", few: "# إجابات", many: "# إجابة",
                    other: "# إجابة")
            )
        case .ofFollowUps:
            (
                ("# follow-up", "# follow-ups"),
                .init(
                    zero: "# متابعة", one: "متابعة واحدة", two: "متابعتين", few: "# متابعات", many: "# متابعة",
                    other: "# متابعة")
            )
        case .errors:
            (
                ("# error", "# errors"),
                .init(zero: "لا أخطاء", one: "خطأ واحد", two: "خطآن", few: "# أخطاء", many: "# خطأً", other: "# خطأ")
            )
        case .warnings:
            (
                ("# warning", "# warnings"),
                .init(
                    zero: "لا تنبيهات", one: "تنبيه واحد", two: "تنبيهان", few: "# تنبيهات", many: "# تنبيهاً",
                    other: "# تنبيه")
            )
        case .more:
            (
                ("# more", "# more"),
                .init(
                    zero: "لا غيرها", one: "واحد غيرها", two: "اثنان غيرها", few: "# غيرها", many: "# غيرها",
                    other: "# غيرها")
            )
        case .met:
            (
                ("# met", "# met"),
                .init(
                    zero: "لا أرقام مطابقة", one: "رقم واحد مطابق", two: "رقمان مطابقان", few: "# أرقام مطابقة",
                    many: "# رقماً مطابقاً", other: "# رقم مطابق")
            )
        case .notMet:
            (
                ("# not met", "# not met"),
                .init(
                    zero: "لا أرقام غير مطابقة", one: "رقم واحد غير مطابق", two: "رقمان غير مطابقين",
                    few: "# أرقام غير مطابقة", many: "# رقماً غير مطابق", other: "# رقم غير مطابق")
            )
        case .withinBounds:
            (
                ("# within bounds", "# within bounds"),
                .init(
                    zero: "لا أرقام ضمن الحدود", one: "رقم واحد ضمن الحدود", two: "رقمان ضمن الحدود",
                    few: "# أرقام ضمن الحدود", many: "# رقماً ضمن الحدود", other: "# رقم ضمن الحدود")
            )
        case .unknown:
            (
                ("# unknown", "# unknown"),
                .init(
                    zero: "لا أرقام غير معروفة", one: "رقم واحد غير معروف", two: "رقمان غير معروفين",
                    few: "# أرقام غير معروفة", many: "# رقماً غير معروف", other: "# رقم غير معروف")
            )
        case .undatedSessions:
            (
                (
                    "# delivered session has no known end and is in no report of a period.",
                    "# delivered sessions have no known end and are in no report of a period."
                ),
                .init(
                    zero: "تواريخ انتهاء الانعقادات المنفذة كلها معروفة.",
                    one: "انعقاد منفذ واحد لا يُعرف تاريخ انتهائه، ولا يدخل في أي تقرير عن فترة.",
                    two: "انعقادان منفذان لا يُعرف تاريخ انتهائهما، ولا يدخلان في أي تقرير عن فترة.",
                    few: "# انعقادات منفذة لا يُعرف تاريخ انتهائها، ولا تدخل في أي تقرير عن فترة.",
                    many: "# انعقاداً منفذاً لا يُعرف تاريخ انتهائها، ولا تدخل في أي تقرير عن فترة.",
                    other: "# انعقاد منفذ لا يُعرف تاريخ انتهائها، ولا تدخل في أي تقرير عن فترة.")
            )
        case .spellings:
            (
                ("# spelling", "# spellings"),
                .init(
                    zero: "لا صيغ", one: "صيغة واحدة", two: "صيغتان", few: "# صيغ", many: "# صيغة", other: "# صيغة")
            )
        case .identifiers:
            (
                ("# identifier", "# identifiers"),
                .init(
                    zero: "لا معرّفات", one: "معرّف واحد", two: "معرّفان", few: "# معرّفات", many: "# معرّفاً",
                    other: "# معرّف")
            )
        case .rows:
            (
                ("# row", "# rows"),
                .init(zero: "لا صفوف", one: "صف واحد", two: "صفان", few: "# صفوف", many: "# صفاً", other: "# صف")
            )
        case .tables:
            (
                ("# table", "# tables"),
                .init(
                    zero: "لا جداول", one: "جدول واحد", two: "جدولان", few: "# جداول", many: "# جدولاً",
                    other: "# جدول")
            )
        }
    }
}
