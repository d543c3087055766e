import Support
import TrainingStats
import Writers

extension Arguments {
    /// The language of what is written; English by default.
    func language() throws(CommandError) -> Language { try choice(.lang, of: Language.self) ?? .en }

    /// The languages of a report, each once; English unless something else is usual.
    func languages(else usual: [Language]? = nil) throws(CommandError) -> [Language] {
        var languages: [Language] = []
        for word in list(.lang) {
            guard let language = Language(rawValue: word), !languages.contains(language) else {
                throw .usage("--lang: '\(value(.lang) ?? "")' is not a list of languages", hint: "give en, ar or en,ar")
            }
            languages.append(language)
        }
        return languages.isEmpty ? usual ?? [.en] : languages
    }

    /// For whom workbooks are made.
    func profile(else usual: String? = nil) throws(CommandError) -> WorkbookProfile {
        try choice(.profile, of: WorkbookProfile.self) ?? usual.flatMap { WorkbookProfile(rawValue: $0) } ?? .analyst
    }

    /// What stands for codes in SDMX-CSV.
    func labels() throws(CommandError) -> SDMXWriter.Labels { try choice(.labels, of: SDMXWriter.Labels.self) ?? .id }

    /// A day.
    func date(_ option: Option) throws(CommandError) -> CivilDate? {
        guard let text = value(option) else { return nil }
        guard let date = CivilDate(text) else {
            throw .usage(
                "--\(option.rawValue): '\(text)' is not a date", hint: "give year-month-day, such as 2019-12-31")
        }
        return date
    }

    /// A whole number of a range.
    func whole(_ option: Option, in range: ClosedRange<Int>) throws(CommandError) -> Int? {
        guard let text = value(option) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw .usage(
                "--\(option.rawValue): '\(text)' is not a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
