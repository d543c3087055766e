/// Days and parts of the calendar.
package enum CalendarSentence: CatalogueEntry {
    /// Days and parts of the calendar.
    case dayInBothCalendars, dayAlone, periodWithDays, partOfYear, weekOfYear, partOfHijriYear, hijriYear, fiscalYear,
        academicYear

    package var wording: (en: String, ar: String) {
        switch self {
        case .dayInBothCalendars:
            (
                "{day} {month} {year} ({hijriDay} {hijriMonth} {hijriYear} AH)",
                "{day} {month} {year} ({hijriDay} {hijriMonth} {hijriYear} هـ)"
            )
        case .dayAlone: ("{day} {month} {year}", "{day} {month} {year}")
        case .periodWithDays: ("{period} ({first} – {last})", "{period}: من {first} إلى {last}")
        case .partOfYear: ("{part} {year}", "{part} {year}")
        case .weekOfYear: ("week {part} of {year}", "الأسبوع {part} من سنة {year}")
        case .partOfHijriYear: ("{part} {year}", "{part} {year} هـ")
        case .hijriYear: ("AH {year}", "{year} هـ")
        case .fiscalYear: ("fiscal year {year}", "السنة المالية {year}")
        case .academicYear: ("academic year {year}", "السنة الدراسية {year}")
        }
    }
}
