import Aggregation
import Support
import TrainingStats

/// Published figures held against the records.
public struct Reconciliation: Sendable {
    /// What became of a published figure.
    public enum Status: String, Sendable, CaseIterable {
        case met
        case notMet = "not-met"
        case withinBounds = "within-bounds"
        case unknown

        /// Whether the published figure can stand.
        public var isGood: Bool { self == .met || self == .withinBounds }
    }

    /// A published figure with what the records say.
    public struct Line: Sendable {
        /// What was published.
        public let figure: PublishedFigure
        /// The measure.
        public let measure: Measure
        /// What the records give.
        public let computed: Value
        /// Where the records give an interval: its upper end.
        public let computedUpper: Int?
        /// What the records give if the readable values of rejected rows count; nil where nobody asked.
        public let withRejected: Value?
        /// The computed figure minus the published one; of an interval, from its nearest end.
        ///
        /// Nil where not known.
        public let difference: ExactDecimal?
        /// Whether it is met.
        public let status: Status

        /// Whether the figure is not met as it is and would be if the rejected rows counted.
        public var isExplainedByRejects: Bool {
            guard let withRejected, !status.isGood else { return false }
            return Reconciliation.compare(figure, withRejected, upper: nil).status.isGood
        }
    }

    /// The lines, in the order of `published.csv`.
    public let lines: [Line]

    /// Holds figures against the answers to their requests, and the answers with the rejected rows where there are any.
    package init(
        _ questions: [PublishedQuestion], _ answers: DisclosedAnswers, withRejected: DisclosedAnswers?
    ) throws(UnansweredRequest) {
        lines = try questions.map { (question) throws(UnansweredRequest) in
            let figure = question.figure
            let summary = try answers.summary(of: question.request)
            let computed = summary.total.values[0]
            let upper = summary.upperBound(of: 0, in: summary.total)
            let (status, difference) = Self.compare(figure, computed, upper: upper)
            return Line(
                figure: figure, measure: summary.measures[0], computed: computed, computedUpper: upper,
                withRejected: try withRejected?.summary(of: question.request).total.values[0], difference: difference,
                status: status)
        }
    }

    private static func compare(
        _ figure: PublishedFigure, _ computed: Value, upper: Int?
    ) -> (status: Status, difference: ExactDecimal?) {
        guard let low = exact(computed, like: figure.value) else { return (.unknown, nil) }
        let high = upper.map { ExactDecimal($0) } ?? low
        let nearest = figure.value < low ? low : figure.value > high ? high : figure.value
        let difference = upper == nil ? low - figure.value : nearest - figure.value
        let isMetAtLeast = isMet(figure, low)
        let isMetAtMost = isMet(figure, high)
        let holds = low <= figure.value && figure.value <= high
        let status: Status
        if upper == nil || low == high {
            status = isMetAtLeast ? .met : .notMet
        } else if figure.qualifier != .exactly, isMetAtLeast, isMetAtMost {
            status = .met
        } else {
            status = isMetAtLeast || isMetAtMost || holds ? .withinBounds : .notMet
        }
        return (status, difference)
    }

    private static func isMet(_ figure: PublishedFigure, _ computed: ExactDecimal) -> Bool {
        switch figure.qualifier {
        case .exactly: return computed == figure.value
        case .atLeast: return computed >= figure.value
        case .moreThan: return computed > figure.value
        case .about:
            let gap = (computed - figure.value).millionths.magnitude
            return gap * 20 <= figure.value.millionths.magnitude
        }
    }

    /// A value as an exact decimal; a computed number is rounded to as many digits as the published one has.
    private static func exact(_ value: Value, like published: ExactDecimal) -> ExactDecimal? {
        switch value {
        case .count(let count): return ExactDecimal(count)
        case .decimal(let decimal): return decimal
        case .real(let real):
            let digits = published.description.split(separator: ".").dropFirst().first?.count ?? 0
            var unit: Int128 = ExactDecimal.scale
            for _ in 0..<digits { unit /= 10 }
            let units = (real * Double(ExactDecimal.scale / unit)).rounded()
            guard units.magnitude < 1e15 else { return nil }
            return ExactDecimal(millionths: Int128(units) * unit)
        case .unknown, .notApplicable: return nil
        }
    }
}
