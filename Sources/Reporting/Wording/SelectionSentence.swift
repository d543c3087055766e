/// Filters in words, selections without records, and reasons that hold for a part of the records.
package enum SelectionSentence: CatalogueEntry {
    /// Notes of the brief: a period without sessions, a year shown in place of the current one.
    case noSessions, lastYearOfRecords
    /// A selection without records: its period, its filters, and members that no record has.
    case noSessionsInPeriod, nothingSelected, nothingSelectedIn, noSuchMember, conditionOfMeasure, noSuchText,
        nearMember, memberToEscape, quotedMember
    /// The members of a filter that names those that are left out, or a text that they contain.
    case allBut, allKnown, containing
    /// A reason that holds for a part of the records.
    case inPeriod, underFilters, inPeriodUnderFilters
    /// The changes of a revision.
    case namedMember

    package var wording: (en: String, ar: String) {
        switch self {
        case .noSessions:
            ("No delivered session ends in {period}.", "لا ينتهي أي انعقاد منفذ في {period}.")
        case .namedMember: ("{member} ({name})", "{member} ({name})")
        case .noSessionsInPeriod:
            (
                "No delivered session ends in {period}; those of the records end from {first} to {last}.",
                "لا ينتهي أي انعقاد منفذ في {period}؛ فالانعقادات المنفذة في السجلات تنتهي من {first} إلى {last}."
            )
        case .nothingSelected:
            ("No record passes the filters.", "لا يجتاز أي سجل عوامل التصفية.")
        case .nothingSelectedIn:
            (
                "No delivered session that ends in {period} passes the filters.",
                "لا يجتاز عوامل التصفية أي انعقاد منفذ ينتهي في {period}."
            )
        case .quotedMember: ("'{member}'", "«{member}»")
        case .allBut: ("all but {members}", "الكل عدا {members}")
        case .allKnown: ("all that are known", "كل ما هو معروف")
        case .containing: ("containing {texts}", "ما يحتوي على {texts}")
        case .noSuchText: ("{filter}: no member contains {members}", "{filter}: لا تحتوي أي قيمة على {members}")
        case .conditionOfMeasure: ("a measure's condition on {dimension}", "شرط مقياس على {dimension}")
        case .noSuchMember: ("{filter}: no record has {members}", "{filter}: لا يذكر أي سجل {members}")
        case .nearMember:
            (
                "{filter}: no record has {members}; did you mean {nearest}?",
                "{filter}: لا يذكر أي سجل {members}؛ هل تقصد {nearest}؟"
            )
        case .memberToEscape:
            (
                "{filter}: no record has {members}; did you mean {nearest}? A backslash goes before a comma or semicolon of "
                    + "a member: {spelling}",
                "{filter}: لا يذكر أي سجل {members}؛ هل تقصد {nearest}؟ تسبق الشرطة المائلة العكسية الفاصلة التي في القيمة: "
                    + "{spelling}"
            )
        case .inPeriod: ("{reason} in this period", "{reason} في هذه الفترة")
        case .underFilters: ("{reason} under these filters", "{reason} ضمن عوامل التصفية هذه")
        case .inPeriodUnderFilters:
            ("{reason} in this period under these filters", "{reason} في هذه الفترة ضمن عوامل التصفية هذه")
        case .lastYearOfRecords:
            (
                "No delivered session ends in {current} by the reporting day; {shown} is the last year in which one does.",
                "لا ينتهي أي انعقاد منفذ في {current} حتى يوم التقرير، و{shown} آخر سنة ينتهي فيها انعقاد منفذ."
            )
        }
    }
}
