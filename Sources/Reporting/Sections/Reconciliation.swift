import Aggregation
import Support
import TrainingStats

/// Published figures compared with the records.
public struct Reconciliation: Sendable {
    /// The result for a published figure.
    public enum Status: String, Sendable, CaseIterable {
        case met
        case notMet = "not-met"
        case withinBounds = "within-bounds"
        case unknown

        /// Whether the published figure can stand.
        public var isGood: Bool { self == .met || self == .withinBounds }
    }

    /// A published figure with the figure from the records.
    public struct Line: Sendable {
        /// What was published.
        public let figure: PublishedFigure
        /// The request for the figure from the records.
        let request: SummaryRequest
        /// The measure.
        public let measure: Measure
        /// The figure from the records.
        public let computed: Value
        /// The upper end, if the records give an interval.
        public let computedUpper: Int?
        /// The figure from the records and the readable values of rejected rows; nil if not requested.
        public let withRejected: Value?
        /// The upper end of that, if there is an interval.
        let withRejectedUpper: Int?
        /// The computed figure minus the published one; for an interval, measured from its nearest end.
        ///
        /// Nil if it is not known.
        public let difference: ExactDecimal?
        /// Whether it is met.
        public let status: Status

        /// Whether the figure is not met, but would be if the rejected rows counted.
        public var isExplainedByRejects: Bool {
            guard let withRejected, !status.isGood else { return false }
            return Reconciliation.compare(figure, withRejected, upper: withRejectedUpper).status.isGood
        }
    }

    /// The lines, in the order of `published.csv`.
    public let lines: [Line]

    /// Some of the lines of another.
    init(lines: [Line]) { self.lines = lines }

    /// Compares figures with the answers to their requests, and with the answers that include rejected rows, if any.
    package init(
        _ questions: [PublishedQuestion], _ answers: DisclosedAnswers, withRejected: DisclosedAnswers?
    ) throws(UnansweredRequest) {
        lines = try questions.map { (question) throws(UnansweredRequest) in
            let figure = question.figure
            let summary = try answers.summary(of: question.request)
            let computed = summary.total.values[0]
            let upper = summary.upperBound(of: 0, in: summary.total)
            let (status, difference) = Self.compare(figure, computed, upper: upper)
            let rejected = try withRejected?.summary(of: question.request)
            return Line(
                figure: figure, request: question.request, measure: summary.measures[0], computed: computed,
                computedUpper: upper,
                withRejected: rejected?.total.values[0],
                withRejectedUpper: rejected.flatMap { $0.upperBound(of: 0, in: $0.total) }, difference: difference,
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
