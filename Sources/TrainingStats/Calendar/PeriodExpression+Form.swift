extension PeriodExpression {
    /// Whether it names the same days on every reporting day, a first and a last one: no word such as `this-year` or `all`.
    package var isFixed: Bool { text != "all" && !isRelative }

    /// Whether it names other days on another reporting day.
    package var isRelative: Bool {
        text.split(separator: "..").contains { $0.hasPrefix("this-") || $0.hasPrefix("last-") }
    }

    /// Finds out whether the text can be a period, whatever the reporting day and the calendar of a dataset are.
    ///
    /// - Throws: ``PeriodError`` if the text has none of the ``forms``, or names a range of two periods of one kind the wrong
    ///   way round. Other ranges, such as `FY2019..2019`, are found to be so when they are resolved.
    public func checkForm() throws(PeriodError) {
        do throws(PeriodError) {
            _ = try resolve(today: CivilDate(day: 0), settings: CalendarSettings())
        } catch .endsBeforeStart(let text) {
            let kinds = text.split(separator: "..", maxSplits: 1).map { Self.kind(of: String($0)) }
            if kinds.count == 2, kinds[0] != nil, kinds[0] == kinds[1] { throw .endsBeforeStart(text) }
        }
    }
}
