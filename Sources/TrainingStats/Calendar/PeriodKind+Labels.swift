extension PeriodKind {
    /// The labels of all periods of this kind from one label to another, as data output has them.
    ///
    /// Nil if one of the labels names no period of this kind, and if there are more than `most`.
    package func labels(from first: String, to last: String, most: Int, _ settings: CalendarSettings) -> [String]? {
        func day(in label: String) -> CivilDate? {
            let expression = isHijri ? "AH" + label : label
            guard PeriodExpression.kind(of: expression) == self else { return nil }
            return PeriodExpression.anchor(of: expression, self, settings)
        }
        guard var next = day(in: first), let end = day(in: last) else { return nil }
        var labels: [String] = []
        while next <= end {
            guard labels.count < most else { return nil }
            let period = period(holding: next, settings)
            labels.append(period.label)
            next = period.last.advanced(by: 1)
        }
        return labels
    }
}
