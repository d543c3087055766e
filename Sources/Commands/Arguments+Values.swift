import TrainingStats

extension Arguments {
    /// The language of what is written; English by default.
    func language() throws(CommandError) -> Language { try choice(.lang, of: Language.self) ?? .en }

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
