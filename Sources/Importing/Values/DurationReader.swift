import Support
import TrainingStats

/// How long something takes, in the units in which it is written.
package struct TrainingDuration: Hashable, Sendable {
    /// Weeks.
    package var weeks = ExactDecimal.zero
    /// Days.
    package var days = ExactDecimal.zero
    /// Seconds, of hours, minutes and seconds.
    package var seconds = ExactDecimal.zero

    /// The hours of it, where a week has so many days of training and a day so many hours.
    package func hours(daysPerWeek: Int, hoursPerDay: ExactDecimal) -> ExactDecimal? {
        let (weekDays, overflows) = weeks.millionths.multipliedReportingOverflow(by: Int128(daysPerWeek))
        let (allDays, more) = weekDays.addingReportingOverflow(days.millionths)
        let (scaled, most) = allDays.multipliedReportingOverflow(by: hoursPerDay.millionths)
        guard !overflows, !more, !most else { return nil }
        return ExactDecimal(millionths: scaled / ExactDecimal.scale + seconds.millionths / 3_600)
    }
}

/// Reads durations: `3 days`, `half day`, `1 week`, `6 hrs`, `19m 20s`, `1h 30m`, `01:30`, `أسبوعان`, `٥ أيام`, `يوم واحد`.
package struct DurationReader: Sendable {
    private let numbers: NumberReader

    /// A reader of durations whose numbers have a sign before the fraction.
    package init(mark: DecimalMark = .point) { numbers = NumberReader(mark: mark) }

    /// The duration of a text with units; nil of a number alone, of which the heading has to say what it counts.
    package func callAsFunction(_ text: String) -> TrainingDuration? {
        let tidy = CellText.unguarded(text)
        guard tidy.utf8.count <= 100 else { return nil }
        if let time = Self.clock(tidy) { return time }
        var duration = TrainingDuration()
        var pending: ExactDecimal?
        var found = false
        for part in Self.parts(of: tidy) {
            if let number = numbers(part) {
                guard pending == nil else { return nil }
                pending = number
                continue
            }
            let word = Spelling.folded(part)
            if word.isEmpty || Self.fillers.contains(word) { continue }
            if let half = Self.numerals[word] {
                // half day, ½ day, but also: day and a half.
                if pending == nil { pending = half } else { return nil }
                continue
            }
            guard let unit = Self.units[word] else { return nil }
            let count = pending ?? ExactDecimal(unit.count)
            // 2 يومان would be odd; 2 يوم is two days.
            guard unit.count == 1 || pending == nil else { return nil }
            pending = nil
            found = true
            let (scaled, overflows) = count.millionths.multipliedReportingOverflow(by: Int128(unit.size))
            guard !overflows, count.millionths >= 0 else { return nil }
            duration[keyPath: unit.part] += ExactDecimal(millionths: scaled)
        }
        // يوم واحد: one day, with the number behind its unit.
        return found && (pending == nil || pending == ExactDecimal(1)) ? duration : nil
    }

    /// `01:30` and `01:30:00`.
    private static func clock(_ text: String) -> TrainingDuration? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3 else { return nil }
        var seconds = 0
        for (index, part) in parts.enumerated() {
            guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy(CellText.isDigit), let number = Int(part),
                index == 0 || number < 60
            else { return nil }
            seconds = seconds * 60 + number
        }
        return TrainingDuration(seconds: ExactDecimal(parts.count == 2 ? seconds * 60 : seconds))
    }

    /// Numbers with their signs, and words.
    static func parts(of text: String) -> [String] {
        var parts: [String] = []
        var last: Kind?
        for character in text {
            let kind: Kind =
                character.isASCII && character.isNumber || (last == .number && ".,٫٬".contains(character))
                ? .number : character.isLetter ? .word : .other
            if kind == last, kind != .other, let index = parts.indices.last {
                parts[index].append(character)
            } else {
                parts.append(String(character))
            }
            last = kind
        }
        return parts
    }

    private enum Kind { case number, word, other }

    private struct Unit {
        var part: WritableKeyPath<TrainingDuration, ExactDecimal> & Sendable
        var size = 1
        /// How many the word itself says: يومان are two.
        var count = 1
    }

    /// Words between numbers and units that say nothing.
    static let fillers: Set<String> = [
        "and", "و", "a", "an", "working", "training", "عمل", "تدريبيه", "تدريبي",
    ]

    /// Numbers in words.
    static let numerals: [String: ExactDecimal] = [
        "half": ExactDecimal(millionths: 500_000), "نصف": ExactDecimal(millionths: 500_000),
        "one": ExactDecimal(1), "two": ExactDecimal(2), "three": ExactDecimal(3), "four": ExactDecimal(4),
        "five": ExactDecimal(5), "واحد": ExactDecimal(1), "واحده": ExactDecimal(1), "ثلاثه": ExactDecimal(3),
        "ثلاث": ExactDecimal(3), "اربعه": ExactDecimal(4), "اربع": ExactDecimal(4), "خمسه": ExactDecimal(5),
        "خمس": ExactDecimal(5), "سته": ExactDecimal(6), "ست": ExactDecimal(6), "عشره": ExactDecimal(10),
    ]

    private static let units: [String: Unit] = {
        var units: [String: Unit] = [:]
        func add(_ unit: Unit, _ words: String) {
            for word in words.split(separator: " ") { units[Spelling.folded(String(word))] = unit }
        }
        add(Unit(part: \.weeks), "week weeks wk wks أسبوع أسابيع أسبوعا")
        add(Unit(part: \.weeks, count: 2), "أسبوعان أسبوعين")
        add(Unit(part: \.days), "day days d يوم أيام يوما")
        add(Unit(part: \.days, count: 2), "يومان يومين")
        add(Unit(part: \.seconds, size: 3_600), "hour hours hr hrs h ساعة ساعات")
        add(Unit(part: \.seconds, size: 3_600, count: 2), "ساعتان ساعتين")
        add(Unit(part: \.seconds, size: 60), "minute minutes min mins m دقيقة دقائق")
        add(Unit(part: \.seconds), "second seconds sec secs s ثانية ثوان")
        return units
    }()
}
