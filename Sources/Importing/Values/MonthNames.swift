import Support

/// Names of months and weekdays, in English and in both sets of Arabic names, and of the months of the Hijra.
enum MonthNames {
    /// A month of one of the calendars.
    struct Month: Hashable {
        /// 1 to 12.
        var number: Int
        /// Whether it is one of the Hijra.
        var isHijri = false
    }

    /// The month that one or two folded words name, with how many they are.
    static func month(beginning words: [String]) -> (month: Month, words: Int)? {
        for count in [3, 2, 1] where count <= words.count {
            if let month = months[words.prefix(count).joined()] { return (month, count) }
        }
        return nil
    }

    /// Whether a folded word names a day of the week, or stands before such a name.
    static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }

    private static let months: [String: Month] = {
        var months: [String: Month] = [:]
        for (names, isHijri) in [(gregorian, false), (hijri, true)] {
            for (index, spellings) in names.enumerated() {
                for name in spellings { months[Spelling.folded(name)] = Month(number: index + 1, isHijri: isHijri) }
            }
        }
        return months
    }()

    private static let gregorian: [[String]] = [
        ["January", "Jan", "يناير", "كانون الثاني", "جانفي"],
        ["February", "Feb", "فبراير", "شباط", "فيفري"],
        ["March", "Mar", "مارس", "آذار"],
        ["April", "Apr", "أبريل", "إبريل", "نيسان", "أفريل"],
        ["May", "مايو", "أيار", "ماي"],
        ["June", "Jun", "يونيو", "يونيه", "حزيران", "جوان"],
        ["July", "Jul", "يوليو", "يوليه", "تموز", "جويلية"],
        ["August", "Aug", "أغسطس", "آب", "أوت"],
        ["September", "Sep", "Sept", "سبتمبر", "أيلول"],
        ["October", "Oct", "أكتوبر", "تشرين الأول"],
        ["November", "Nov", "نوفمبر", "تشرين الثاني"],
        ["December", "Dec", "ديسمبر", "كانون الأول"],
    ]

    private static let hijri: [[String]] = [
        ["محرم", "المحرم", "محرم الحرام", "Muharram"],
        ["صفر", "Safar"],
        ["ربيع الأول", "ربيع أول", "Rabi al-Awwal", "Rabi I"],
        ["ربيع الآخر", "ربيع الثاني", "ربيع ثاني", "Rabi al-Thani", "Rabi al-Akhir", "Rabi II"],
        ["جمادى الأولى", "جمادى الأول", "جمادى أول", "Jumada al-Ula", "Jumada al-Awwal", "Jumada I"],
        [
            "جمادى الآخرة", "جمادى الثانية", "جمادى الآخر", "جمادى الثاني", "Jumada al-Thani", "Jumada al-Akhirah",
            "Jumada II",
        ],
        ["رجب", "Rajab"],
        ["شعبان", "Shaban"],
        ["رمضان", "Ramadan"],
        ["شوال", "Shawwal"],
        ["ذو القعدة", "ذي القعدة", "Dhu al-Qadah", "Dhul Qadah"],
        ["ذو الحجة", "ذي الحجة", "Dhu al-Hijjah", "Dhul Hijjah"],
    ]

    private static let weekdays: Set<String> = {
        let names = [
            "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sun", "Mon", "Tue", "Tues",
            "Wed",
            "Thu", "Thur", "Thurs", "Fri", "Sat", "يوم", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء",
            "الخميس",
            "الجمعة", "السبت", "أحد", "اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت",
        ]
        return Set(names.map { Spelling.folded($0) })
    }()
}
