import Support
import TrainingStats

/// Reads how long something is valid, in months: `24 months`, `2 years`, `1 year 6 months`, `سنتان`, `٣ سنوات`.
package struct ValidityReader: Sendable {
    private let numbers: NumberReader

    /// A reader of texts whose numbers have a sign before the fraction.
    package init(mark: DecimalMark = .point) { numbers = NumberReader(mark: mark) }

    /// The months of a text with units; nil of a number alone, of which the heading has to say what it counts.
    ///
    /// What says the same twice, such as `2 years (24 months)`, is not added up: it is nil.
    package func callAsFunction(_ text: String) -> ExactDecimal? {
        let tidy = CellText.unguarded(text)
        guard tidy.utf8.count <= 100, let first = tidy.first, first.isLetter || first.isNumber else { return nil }
        var months = ExactDecimal.zero
        var pending: ExactDecimal?
        // Years stand before months, and each once.
        var largest = Int.max
        for part in DurationReader.parts(of: tidy) {
            if let number = numbers(part) ?? DurationReader.numerals[Spelling.folded(part)] {
                guard pending == nil else { return nil }
                pending = number
                continue
            }
            if Self.separators.contains(part) || DurationReader.fillers.contains(Spelling.folded(part)) { continue }
            guard let unit = Self.units[Spelling.folded(part)], unit.months < largest else { return nil }
            // 2 سنتان would be odd; 2 سنة is two years.
            guard unit.count == 1 || pending == nil else { return nil }
            let count = pending ?? ExactDecimal(unit.count)
            let (scaled, overflows) = count.millionths.multipliedReportingOverflow(by: Int128(unit.months))
            guard !overflows, count.millionths >= 0 else { return nil }
            months += ExactDecimal(millionths: scaled)
            (pending, largest) = (nil, unit.months)
        }
        // سنة واحدة: one year, with the number behind its unit.
        return largest < Int.max && (pending == nil || pending == ExactDecimal(1)) ? months : nil
    }

    private static let separators: Set<String> = [" ", ",", "،", "-", "."]

    private static let units: [String: (months: Int, count: Int)] = {
        var units: [String: (months: Int, count: Int)] = [:]
        func add(_ months: Int, count: Int = 1, _ words: String) {
            for word in words.split(separator: " ") { units[Spelling.folded(String(word))] = (months, count) }
        }
        add(12, "year years yr yrs y سنة سنوات سنين عام أعوام عاما")
        add(12, count: 2, "سنتان سنتين عامان عامين")
        add(1, "month months mth mths mo mos m شهر أشهر شهور شهرا")
        add(1, count: 2, "شهران شهرين")
        return units
    }()
}
