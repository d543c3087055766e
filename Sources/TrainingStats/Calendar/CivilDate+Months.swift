extension CivilDate {
    /// The same day so many months later; the last day of that month where it has no such day.
    ///
    /// Twelve months after 29 February it is 28 February, one month after 31 January the last of February.
    package func advanced(byMonths months: Int) -> CivilDate {
        let (year, month, day) = components
        let sum = year * 12 + month - 1 + months
        let (laterYear, laterMonth) = (sum / 12, sum % 12 + 1)
        return CivilDate(
            year: laterYear, month: laterMonth, day: min(day, Self.daysInMonth(laterMonth, of: laterYear))) ?? self
    }
}
