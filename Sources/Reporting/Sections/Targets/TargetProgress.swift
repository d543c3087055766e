import Aggregation
import Support
import TrainingStats

/// How far a figure is on its way to a target, as of a reporting day.
public struct TargetProgress: Sendable {
    /// The result for a target, in the order in which people want to see them.
    public enum Status: String, Sendable, CaseIterable {
        /// The period is over, and the target was not reached.
        case missed
        /// Less of the way is done than of the period is over.
        case behind
        /// Headcounts leave open whether it is reached: it lies between the bounds.
        case withinBounds = "within-bounds"
        /// It is not reached, and headcounts leave open whether enough of the way is done.
        case open
        /// As much of the way is done as of the period is over, or more.
        case onTrack = "on-track"
        /// It is reached as of the reporting day.
        case met
        /// The period begins after the reporting day.
        case notBegun = "not-begun"
        /// The records give no figure.
        case unknown
    }

    /// What is to be reached.
    public let target: Target
    /// The days by whose end it is to be reached.
    public let period: Period
    /// The measure.
    public let measure: Measure
    /// The figure from the records; the least that they prove, if they give an interval.
    public let actual: Value
    /// The upper end, if they do.
    public let actualUpper: Int?
    /// The share of the way from the baseline to the target that is done; not applicable where both are the same.
    public let achieved: Value
    /// The same of the upper end.
    public let achievedUpper: Double?
    /// What the figure lacks, or has too much, by what the records prove; 0 where the target is met.
    public let remaining: Value
    /// The share of the period's days that are over, the reporting day included.
    public let periodPassed: Double
    /// What came of it.
    public let status: Status

    /// The progress by the answer to a question.
    package init(_ question: TargetQuestion, _ answers: DisclosedAnswers) throws(UnansweredRequest) {
        let summary = try answers.summary(of: question.request)
        self.init(
            question.target, question.period, summary.measures[0], actual: summary.total.values[0],
            upper: summary.upperBound(of: 0, in: summary.total), today: question.request.today)
    }

    /// The progress of a figure, and of its upper end if it has one, as of a day.
    init(
        _ target: Target, _ period: Period, _ measure: Measure, actual: Value, upper: Int?, today: CivilDate
    ) {
        self.target = target
        self.period = period
        self.measure = measure
        self.actual = actual
        actualUpper = upper
        let days = Int(period.last.day) - Int(period.first.day) + 1
        let over = min(max(Int(today.day) - Int(period.first.day) + 1, 0), days)
        periodPassed = Double(over) / Double(days)
        guard let least = Figure(actual) else {
            (achieved, achievedUpper, remaining) = (actual, nil, actual)
            status = today < period.first ? .notBegun : .unknown
            return
        }
        let most = upper.map { Figure.exact(ExactDecimal($0)) }
        let ends = [least] + [most].compactMap(\.self)
        let shares = ends.map { $0.share(of: target) }
        achieved = shares[0].map { .real($0) } ?? .notApplicable
        achievedUpper = shares.count > 1 ? shares[1] : nil
        let reached = ends.map { $0.reaches(target) }
        let isMet = reached.allSatisfy { $0 }
        // Of what is to rise, the least counts; of what is to fall, the most.
        let decisive = target.isUndercut ? most ?? least : least
        remaining = isMet ? least.zero : decisive.gap(to: target)
        let passed = periodPassed
        let isOnTrack = shares.map { $0.map { $0 >= passed } ?? false }
        status =
            if today < period.first {
                .notBegun
            } else if isMet {
                .met
            } else if reached.contains(true) {
                .withinBounds
            } else if today >= period.last {
                .missed
            } else if isOnTrack.allSatisfy({ $0 }) {
                .onTrack
            } else {
                isOnTrack.contains(true) ? .open : .behind
            }
    }
}

/// A figure that can be held against a target: exact, or the double nearest to what it is.
private enum Figure {
    case exact(ExactDecimal)
    case real(Double)

    init?(_ value: Value) {
        switch value {
        case .count(let count): self = .exact(ExactDecimal(count))
        case .decimal(let decimal): self = .exact(decimal)
        case .real(let real) where real.isFinite: self = .real(real)
        case .real, .unknown, .notApplicable: return nil
        }
    }

    /// Whether the figure is where it is to be.
    func reaches(_ target: Target) -> Bool {
        switch self {
        case .exact(let number): target.isUndercut ? number <= target.value : number >= target.value
        case .real(let number): target.isUndercut ? number <= target.value.double : number >= target.value.double
        }
    }

    /// The share of the way from the baseline to the target; nil where there is no way.
    func share(of target: Target) -> Double? {
        let start = target.baseline ?? .zero
        let way = target.value - start
        guard way != .zero else { return nil }
        switch self {
        case .exact(let number): return Double(quotient: (number - start).millionths, way.millionths)
        case .real(let number): return (number - start.double) / way.double
        }
    }

    /// How far the figure is from the target.
    func gap(to target: Target) -> Value {
        switch self {
        case .exact(let number):
            let gap = ExactDecimal(millionths: Int128((target.value - number).millionths.magnitude))
            return gap.whole.map { .count($0) } ?? .decimal(gap)
        case .real(let number): return .real(abs(target.value.double - number))
        }
    }

    /// Nothing, of the same kind.
    var zero: Value {
        switch self {
        case .exact: .count(0)
        case .real: .real(0)
        }
    }
}
