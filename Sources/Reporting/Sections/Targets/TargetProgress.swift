import Aggregation
import Support
import TrainingStats

/// How far a figure is on its way to a target, as of a reporting day.
public struct TargetProgress: Sendable {
    /// The result for a target, in the order in which people want to see them.
    public enum Status: String, Sendable, CaseIterable {
        /// The period is over, and it is proven that the target was not reached.
        case missed
        /// Less of the way is done than of the period is over.
        case behind
        /// It is left open whether it is reached: it lies between the bounds.
        case withinBounds = "within-bounds"
        /// Whether it is reached, or on its way, depends on what records do not state.
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

    /// What the records leave open of a figure.
    struct Bounds: Sendable {
        /// The most that the figure can be, where it is not the figure itself and something limits it.
        var most: Int?
        /// Whether the true figure can be above, and nothing limits it.
        var isOpenAbove = false
        /// Whether the true figure can be below.
        var isOpenBelow = false
        /// The records that lack what the figure is made of.
        var gaps = FigureGaps()
        /// How many records do not say whether they belong to the figure.
        var undecided = 0
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
    /// Whether the figure can be larger, and nothing limits it, since records lack what it is made of.
    public let isOpenAbove: Bool
    /// The share of the way from the baseline to the target that is done; not applicable where there is no way: both are the
    /// same, or the figure is not to rise above the target.
    public let achieved: Value
    /// The same of the upper end.
    public let achievedUpper: Double?
    /// What the figure lacks, or has too much, by what the records prove; 0 where the target is met.
    public let remaining: Value
    /// The share of the period's days that are over, the reporting day included.
    public let periodPassed: Double
    /// What came of it.
    public let status: Status
    /// The answer that has the figure.
    let summary: Summary?
    /// What is left open of it.
    let bounds: Bounds

    /// Whether the figure may not be above the target, and need not rise to it.
    var isUndercut: Bool { target.isUndercut(measure) }

    /// The progress by the answer to a question.
    package init(_ question: TargetQuestion, _ answers: DisclosedAnswers) throws(UnansweredRequest) {
        let summary = try answers.summary(of: question.request)
        let possible = try answers.summary(of: question.possible)
        let certain = try question.certain.map { (request) throws(UnansweredRequest) in
            try answers.summary(of: request)
        }
        self.init(
            question.target, question.period, summary.measures[0], actual: summary.total.values[0],
            bounds: Bounds(of: summary, possible: possible, certain: certain ?? summary), today: question.request.today,
            summary)
    }

    /// The progress of a figure of which something may be open, as of a day.
    init(
        _ target: Target, _ period: Period, _ measure: Measure, actual: Value, bounds: Bounds, today: CivilDate,
        _ summary: Summary? = nil
    ) {
        self.target = target
        self.period = period
        self.measure = measure
        self.actual = actual
        self.summary = summary
        self.bounds = bounds
        let days = Int(period.last.day) - Int(period.first.day) + 1
        let over = min(max(Int(today.day) - Int(period.first.day) + 1, 0), days)
        let passed = Double(over) / Double(days)
        periodPassed = passed
        guard today >= period.first else {
            // What is none of the period's days says nothing of its figure.
            (actualUpper, isOpenAbove) = (nil, false)
            (achieved, achievedUpper, remaining) = (.notApplicable, nil, .notApplicable)
            status = .notBegun
            return
        }
        guard let least = TargetFigureValue(actual) else {
            (actualUpper, isOpenAbove) = (nil, false)
            (achieved, achievedUpper, remaining) = (actual, nil, actual)
            status = .unknown
            return
        }
        actualUpper = bounds.isOpenAbove ? nil : bounds.most
        isOpenAbove = bounds.isOpenAbove
        let most = actualUpper.map { TargetFigureValue.exact(ExactDecimal($0)) }
        let goal = TargetGoal(target, measure)
        achieved = goal.share(least).map { .real($0) } ?? .notApplicable
        achievedUpper = most.flatMap { goal.share($0) }
        let ends = [least] + [most].compactMap(\.self)
        let endless = [bounds.isOpenAbove ? !goal.isUndercut : nil, bounds.isOpenBelow ? goal.isUndercut : nil]
            .compactMap(\.self)
        // An end without a limit is beyond every target on one side, and far from it on the other.
        let reached = Set(ends.map { goal.isReached(by: $0) } + endless)
        let keepsPace = Set(ends.map { goal.share($0).map { $0 >= passed } ?? false } + (goal.hasWay ? endless : []))
        // What is proven is proven of the least that the figure can be: of what is to rise it lacks no more, and of what is
        // to fall it has no less too much.
        let isProven = !bounds.isOpenBelow && !goal.isReached(by: least)
        remaining = reached == [true] ? least.zero : isProven ? goal.gap(from: least) : .unknown
        status =
            if reached == [true] {
                .met
            } else if reached.contains(true), endless.isEmpty {
                .withinBounds
            } else if today >= period.last {
                reached.contains(true) ? .open : .missed
            } else if keepsPace == [true] {
                .onTrack
            } else {
                reached.contains(true) || keepsPace.contains(true) ? .open : .behind
            }
    }
}
