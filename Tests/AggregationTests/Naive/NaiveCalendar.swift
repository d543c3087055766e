import Foundation

/// A day of the Gregorian calendar.
struct CivilDay: Hashable, Comparable, Sendable {
    var year: Int
    var month: Int
    var day: Int

    init(_ year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that an ISO 8601 date names, and nil for an empty field.
    init?(_ text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        self.init(parts[0], parts[1], parts[2])
    }

    static func < (left: CivilDay, right: CivilDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// How many days the month of a year has.
    static func length(ofMonth month: Int, in year: Int) -> Int {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// The day after.
    var next: CivilDay {
        if day < CivilDay.length(ofMonth: month, in: year) { return CivilDay(year, month, day + 1) }
        return month < 12 ? CivilDay(year, month + 1, 1) : CivilDay(year + 1, 1, 1)
    }

    /// The day before.
    var previous: CivilDay {
        if day > 1 { return CivilDay(year, month, day - 1) }
        if month == 1 { return CivilDay(year - 1, 12, 31) }
        return CivilDay(year, month - 1, CivilDay.length(ofMonth: month - 1, in: year))
    }

    /// The day some days later, counted one by one.
    func advanced(by days: Int) -> CivilDay {
        var result = self
        for _ in 0..<days { result = result.next }
        return result
    }

    /// The English name of its day of the week.
    var weekday: String {
        // From a Sunday day by day; a day back is six days on.
        var (day, steps) = (CivilDay(2017, 1, 1), 0)
        while day < self {
            day = day.next
            steps += 1
        }
        while self < day {
            day = day.previous
            steps += 6
        }
        return ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"][steps % 7]
    }

    /// The ISO 8601 form.
    var text: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
}

/// A number below 100 in two digits.
func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}

/// The years, halves, quarters and months of a dataset, straight from their definitions.
struct NaiveCalendar: Sendable {
    var fiscalStart: (month: Int, day: Int)
    var academicStart: (month: Int, day: Int)
    var fiscalNamedByEnd: Bool

    /// The member of a dimension on time that holds a day.
    func member(_ dimension: String, of day: CivilDay) -> String {
        switch dimension {
        case "year": return "\(day.year)"
        case "half": return "\(day.year)-H\(day.month <= 6 ? 1 : 2)"
        case "quarter": return "\(day.year)-Q\((day.month + 2) / 3)"
        case "month": return "\(day.year)-\(twoDigits(day.month))"
        case "fiscal-year": return "FY\(fiscalName(startYear: startYear(of: day, fiscalStart)))"
        case "academic-year": return "AY\(startYear(of: day, academicStart))"
        case "hijri-year": return "\(hijri(day).year)"
        case "hijri-month": return "\(hijri(day).year)-\(twoDigits(hijri(day).month))"
        default: fatalError("no dimension on time: \(dimension)")
        }
    }

    /// The member of a dimension on the start of sessions that holds a day.
    func startMember(_ dimension: String, of day: CivilDay) -> String {
        member(String(dimension.dropFirst("start-".count)), of: day)
    }

    /// The days of a period, or nil for all time.
    func days(of period: String, today: CivilDay) -> ClosedRange<CivilDay>? {
        if period == "all" { return nil }
        if period.contains("..") {
            let dots = period.replacingOccurrences(of: "..", with: "\n")
            let ends = dots.split(separator: "\n").map { simple(String($0)) }
            return ends[0].lowerBound...ends[1].upperBound
        }
        guard period.hasPrefix("this-") || period.hasPrefix("last-") else { return simple(period) }
        let dimension = String(period.dropFirst(5))
        let this = simple(member(dimension, of: today))
        return period.hasPrefix("this-") ? this : simple(member(dimension, of: this.lowerBound.previous))
    }

    /// The days of one named month, quarter, half or year of any of the calendars.
    private func simple(_ name: String) -> ClosedRange<CivilDay> {
        if name.hasPrefix("FY"), let number = Int(name.dropFirst(2)) {
            let first = fiscalName(startYear: number) == number ? number : number - 1
            return year(from: first, fiscalStart)
        }
        if name.hasPrefix("AY"), let number = Int(name.dropFirst(2)) { return year(from: number, academicStart) }
        if name.hasPrefix("AH"), let number = Int(name.dropFirst(2)) { return hijriYear(number) }
        let parts = name.split(separator: "-").map(String.init)
        guard let number = Int(parts[0]) else { fatalError("no period: \(name)") }
        if parts.count == 1 { return months(1...12, of: number) }
        if parts[1].hasPrefix("H"), let half = Int(parts[1].dropFirst()) {
            return months(half * 6 - 5...half * 6, of: number)
        }
        if parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()) {
            return months(quarter * 3 - 2...quarter * 3, of: number)
        }
        guard let month = Int(parts[1]) else { fatalError("no period: \(name)") }
        return months(month...month, of: number)
    }

    private func months(_ months: ClosedRange<Int>, of year: Int) -> ClosedRange<CivilDay> {
        let last = months.upperBound
        return CivilDay(year, months.lowerBound, 1)...CivilDay(year, last, CivilDay.length(ofMonth: last, in: year))
    }

    private func year(from first: Int, _ start: (month: Int, day: Int)) -> ClosedRange<CivilDay> {
        CivilDay(first, start.month, start.day)...CivilDay(first + 1, start.month, start.day).previous
    }

    private func startYear(of day: CivilDay, _ start: (month: Int, day: Int)) -> Int {
        day < CivilDay(day.year, start.month, start.day) ? day.year - 1 : day.year
    }

    private func fiscalName(startYear: Int) -> Int {
        let last = year(from: startYear, fiscalStart).upperBound
        return fiscalNamedByEnd ? last.year : startYear
    }

    /// The Hijri year and month (Umm al-Qura) of a day.
    private func hijri(_ day: CivilDay) -> (year: Int, month: Int) {
        var zone = Calendar(identifier: .gregorian)
        var hijri = Calendar(identifier: .islamicUmmAlQura)
        zone.timeZone = .gmt
        hijri.timeZone = .gmt
        let noon = DateComponents(year: day.year, month: day.month, day: day.day, hour: 12)
        guard let date = zone.date(from: noon) else { fatalError("no such day: \(day.text)") }
        return (hijri.component(.year, from: date), hijri.component(.month, from: date))
    }

    /// The days of a Hijri year, found by walking from a day that is surely before it.
    private func hijriYear(_ number: Int) -> ClosedRange<CivilDay> {
        var first = CivilDay(622 + (number - 1) * 354 / 365, 1, 1)
        while hijri(first).year < number - 1 { first = CivilDay(first.year + 1, 1, 1) }
        while hijri(first).year < number { first = first.next }
        var last = first.advanced(by: 353)
        while hijri(last.next).year == number { last = last.next }
        return first...last
    }
}
