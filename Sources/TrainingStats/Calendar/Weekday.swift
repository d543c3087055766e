import Support

/// A day of the week, from the first day of the working week of the Gulf.
public enum Weekday: String, NamedCode {
    case sunday, monday, tuesday, wednesday, thursday, friday, saturday

    /// The day of the week of a date.
    public init(of date: CivilDate) {
        // 1970-01-01 was a Thursday.
        let index = (Int(date.day) + 4) % 7
        self = Self.allCases[index < 0 ? index + 7 : index]
    }

    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .sunday: .init(en: "Sunday", ar: "الأحد")
        case .monday: .init(en: "Monday", ar: "الاثنين")
        case .tuesday: .init(en: "Tuesday", ar: "الثلاثاء")
        case .wednesday: .init(en: "Wednesday", ar: "الأربعاء")
        case .thursday: .init(en: "Thursday", ar: "الخميس")
        case .friday: .init(en: "Friday", ar: "الجمعة")
        case .saturday: .init(en: "Saturday", ar: "السبت")
        }
    }
}
