import Records
import Stores
import Support
import TrainingStats

/// A kind of option value: its name in help, what shells suggest, and how text becomes a typed value.
struct ValueKind<Value: Sendable>: Sendable {
    /// The name of the value in help; nil for a switch.
    let placeholder: String?
    /// What a shell suggests.
    let completion: Completion
    /// Parses the given texts; the last one counts unless the option is repeatable.
    ///
    /// `option` is the name of the option in messages.
    let parse: @Sendable (_ texts: [String], _ option: String) throws(CommandError) -> Value

    init(
        _ placeholder: String?, _ completion: Completion = .nothing,
        parse: @escaping @Sendable (_ texts: [String], _ option: String) throws(CommandError) -> Value
    ) {
        self.placeholder = placeholder
        self.completion = completion
        self.parse = parse
    }

    /// A kind whose value is read from one text.
    init(
        _ placeholder: String, _ completion: Completion = .nothing,
        parseText: @escaping @Sendable (_ text: String, _ option: String) throws(CommandError) -> Value
    ) {
        self.init(placeholder, completion) { (texts, option) throws(CommandError) in
            try parseText(texts.last ?? "", option)
        }
    }
}

extension ValueKind where Value == Bool {
    /// A switch: on if it is on the command line; a variable or `tadrib.json` can say `false`, `0` or `no`.
    static var onOff: Self {
        Self(nil) { texts, _ in !["false", "0", "no"].contains(texts.last?.lowercased() ?? "") }
    }
}

extension ValueKind where Value == String {
    /// The path of a file or folder.
    static func path(_ placeholder: String) -> Self { Self(placeholder, .files, parseText: { text, _ in text }) }

    /// The path of a file.
    static var file: Self { path("FILE") }

    /// The path of a folder.
    static var folder: Self { Self("FOLDER", .folders, parseText: { text, _ in text }) }
}

extension ValueKind where Value == String {
    /// The identifier of a record, which the dataset alone knows.
    static func identifier(_ placeholder: String) -> Self { Self(placeholder, parseText: { text, _ in text }) }
}

extension ValueKind where Value == Int {
    /// A whole number in a range.
    static func whole(_ placeholder: String, in range: ClosedRange<Int>) -> Self {
        Self(placeholder) { (text, option) throws(CommandError) in
            guard let number = Int(text), range.contains(number) else {
                throw .usage(
                    .init(
                        en:
                            "\(option): '\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)",
                        ar: "\(option): «\(text)» ليس عدداً صحيحاً من \(range.lowerBound) إلى \(range.upperBound)"))
            }
            return number
        }
    }
}

extension ValueKind where Value == CivilDate {
    /// A day.
    static var date: Self {
        Self("DATE") { (text, option) throws(CommandError) in
            guard let date = CivilDate(text) else {
                throw .usage(
                    .init(en: "\(option): '\(text)' is not a date", ar: "\(option): «\(text)» ليس تاريخاً"),
                    hint: .init(
                        en: "give year-month-day, such as 2019-12-31", ar: "اكتب السنة والشهر واليوم، مثل 2019-12-31"))
            }
            guard !HijriDate.years.contains(date.year) else {
                throw .usage(
                    .init(
                        en: "\(option): the year of '\(text)' is a Hijri year", ar: "\(option): سنة «\(text)» هجرية"),
                    hint: .init(
                        en: "give the Gregorian day, such as 2019-12-31", ar: "اكتب اليوم الميلادي، مثل 2019-12-31"))
            }
            return date
        }
    }
}

extension ValueKind where Value == StoreMoment {
    /// A day, or the number of an import.
    static var storeMoment: Self {
        Self("DATE|N") { (text, option) throws(CommandError) in
            guard let moment = StoreMoment(text) else {
                throw .usage(
                    .init(
                        en: "\(option): '\(text)' is neither a day nor the number of an import",
                        ar: "\(option): «\(text)» ليس يوماً ولا رقم استيراد"),
                    hint: .init(
                        en: "give year-month-day, such as 2019-12-31, or a number that tadrib history lists",
                        ar: "اكتب السنة والشهر واليوم، مثل 2019-12-31، أو رقماً مما يسرده tadrib history"))
            }
            return moment
        }
    }
}

extension ValueKind where Value == RejectionLimit {
    /// How many rejected rows are allowed.
    static var rejectionLimit: Self {
        Self("N[%]") { (text, option) throws(CommandError) in
            guard let limit = RejectionLimit(text) else {
                throw .usage(
                    .init(
                        en: "\(option): '\(text)' is neither a number nor a percentage",
                        ar: "\(option): «\(text)» ليس عدداً ولا نسبة مئوية"),
                    hint: .init(en: "give 20 or 5%", ar: "اكتب 20 أو 5%"))
            }
            return limit
        }
    }
}

extension ValueKind where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of an enumeration's values.
    static func choice(_ placeholder: String) -> Self { choice(placeholder, among: Array(Value.allCases)) }

    /// One of some of an enumeration's values.
    static func choice(_ placeholder: String, among values: [Value]) -> Self {
        let known = values.map(\.rawValue)
        return Self(placeholder, .words(known)) { (text, option) throws(CommandError) in
            if let choice = values.first(where: { $0.rawValue == text }) { return choice }
            throw .usage(
                .init(
                    en: "\(option): '\(text)' is not one of \(Spelling.list(known).en)",
                    ar: "\(option): «\(text)» ليس من \(Spelling.list(known)(.ar))"),
                hint: Spelling.suggestion(for: text, among: known))
        }
    }
}

/// The names of a comma-separated list.
func commaSeparated(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
}
