import Support
import TrainingStats

/// The names of months and of parts of the calendar.
package enum CalendarWording {
    /// The months of the Hijri calendar.
    package static let hijriMonths: [BilingualText] = [
        .init(en: "Muharram", ar: "محرم"), .init(en: "Safar", ar: "صفر"),
        .init(en: "Rabi al-Awwal", ar: "ربيع الأول"), .init(en: "Rabi al-Thani", ar: "ربيع الآخر"),
        .init(en: "Jumada al-Ula", ar: "جمادى الأولى"), .init(en: "Jumada al-Akhira", ar: "جمادى الآخرة"),
        .init(en: "Rajab", ar: "رجب"), .init(en: "Shaban", ar: "شعبان"), .init(en: "Ramadan", ar: "رمضان"),
        .init(en: "Shawwal", ar: "شوال"), .init(en: "Dhu al-Qada", ar: "ذو القعدة"),
        .init(en: "Dhu al-Hijja", ar: "ذو الحجة"),
    ]

    /// The months of the Gregorian calendar, in Arabic with the names used in the Gulf.
    package static let months: [BilingualText] = [
        .init(en: "January", ar: "يناير"), .init(en: "February", ar: "فبراير"), .init(en: "March", ar: "مارس"),
        .init(en: "April", ar: "أبريل"), .init(en: "May", ar: "مايو"), .init(en: "June", ar: "يونيو"),
        .init(en: "July", ar: "يوليو"), .init(en: "August", ar: "أغسطس"), .init(en: "September", ar: "سبتمبر"),
        .init(en: "October", ar: "أكتوبر"), .init(en: "November", ar: "نوفمبر"), .init(en: "December", ar: "ديسمبر"),
    ]

    /// Halves and quarters of a year.
    static let halves: [BilingualText] = [
        .init(en: "H1", ar: "النصف الأول"), .init(en: "H2", ar: "النصف الثاني"),
    ]
    static let quarters: [BilingualText] = [
        .init(en: "Q1", ar: "الربع الأول"), .init(en: "Q2", ar: "الربع الثاني"), .init(en: "Q3", ar: "الربع الثالث"),
        .init(en: "Q4", ar: "الربع الرابع"),
    ]
}

extension Language {
    /// A day: in English as in data output; in Arabic with the name of the month and the Hijri day.
    package func day(_ date: CivilDate) -> String {
        guard self == .ar else { return date.description }
        let (year, month, day) = date.components
        let hijri = HijriDate(date)
        guard (1...12).contains(hijri.month) else { return date.description }
        return self(
            CalendarSentence.dayInBothCalendars,
            [
                "day": String(day), "month": CalendarWording.months[month - 1](self), "year": String(year),
                "hijriDay": String(hijri.day), "hijriMonth": CalendarWording.hijriMonths[hijri.month - 1](self),
                "hijriYear": String(hijri.year),
            ])
    }

    /// A day without that of the other calendar, for headings.
    func shortDay(_ date: CivilDate) -> String {
        guard self == .ar else { return date.description }
        let (year, month, day) = date.components
        return self(
            CalendarSentence.dayAlone,
            ["day": String(day), "month": CalendarWording.months[month - 1](self), "year": String(year)])
    }

    /// The name of the calendar period that has this label in data output; the label itself if it has no other name.
    package func period(_ label: String, _ kind: PeriodKind) -> String {
        let parts = label.filter { $0.isNumber || $0 == "-" }.split(separator: "-")
        guard let year = parts.first.map(String.init) else { return label }
        let number = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
        func named(_ names: [BilingualText], _ form: CalendarSentence) -> String {
            names.indices.contains(number - 1) ? self(form, ["part": names[number - 1](self), "year": year]) : label
        }
        switch kind {
        case .hijriYear: return self(CalendarSentence.hijriYear, ["year": year])
        case .hijriMonth: return named(CalendarWording.hijriMonths, .partOfHijriYear)
        case .year: return label
        case .half, .quarter, .month, .week, .day, .fiscalYear, .academicYear:
            // In English they are written as in data output.
            guard self == .ar else { return label }
        }
        switch kind {
        case .half: return named(CalendarWording.halves, .partOfYear)
        case .quarter: return named(CalendarWording.quarters, .partOfYear)
        case .month: return named(CalendarWording.months, .partOfYear)
        case .week: return self(CalendarSentence.weekOfYear, ["part": String(number), "year": year])
        case .day: return CivilDate(label).map(day) ?? label
        case .fiscalYear: return self(CalendarSentence.fiscalYear, ["year": year])
        case .academicYear: return self(CalendarSentence.academicYear, ["year": year])
        case .year, .hijriYear, .hijriMonth: return label
        }
    }

    /// The name of a requested period.
    package func period(_ label: String) -> String {
        let ends = label.split(separator: "..", maxSplits: 1).map { end in
            PeriodExpression.kind(of: String(end)).map { period(String(end), $0) } ?? String(end)
        }
        // In English parts of the calendar are written as in data output.
        return self == .ar ? ends.joined(separator: " – ") : label.replacing("..", with: " – ", maxReplacements: 1)
    }
}
