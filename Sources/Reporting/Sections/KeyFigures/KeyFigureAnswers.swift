import Aggregation
import Support
import TrainingStats

/// The questions of the key figures with their answers.
struct KeyFigureAnswers {
    /// A dimension with its figures in the period and in the same part of the one before.
    struct Breakdown {
        let current: Summary
        let previous: Summary?
        let undated: Summary?
    }

    /// Of how many records a sum must be stated, in both periods, so that its change says something.
    private static let leastStated = 0.9

    let questions: KeyFigureQuestions
    let current: Summary
    let previous: Summary?
    let allTime: Summary
    let breakdowns: [Breakdown]
    let gaps: [Summary]
    let targets: [TargetProgress]
    /// What has come of each target that the report shows.
    let targetStatuses: [TargetProgress.Status]
    let leftOut: KeyFigureLeftOut
    private let trend: [Summary]

    init(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) {
        let questions = KeyFigureQuestions(in: material.scope)
        func optional(_ request: SummaryRequest?) throws(UnansweredRequest) -> Summary? {
            guard let request else { return nil }
            return try answers.summary(of: request)
        }
        self.questions = questions
        current = try answers.summary(of: questions.current)
        previous = try optional(questions.previous)
        allTime = try answers.summary(of: questions.allTime)
        leftOut = KeyFigureLeftOut(undated: try optional(questions.undated), material.provenance.inputs)
        trend = try answers.summaries(of: questions.trend)
        breakdowns = try questions.breakdowns.map { (breakdown) throws(UnansweredRequest) in
            Breakdown(
                current: try answers.summary(of: breakdown.current), previous: try optional(breakdown.previous),
                undated: try optional(breakdown.undated))
        }
        gaps = try answers.summaries(of: questions.gaps)
        targets = try questions.targets.map { (question) throws(UnansweredRequest) in
            try TargetProgress(question, answers)
        }
        targetStatuses = try questions.shownTargets.map { (question) throws(UnansweredRequest) in
            try TargetProgress(question, answers).status
        }
    }

    /// The measures, in the order of the table.
    var measures: [Measure] { current.measures }

    /// The figure of a measure in the period; unknown in a year without any record.
    func current(_ measure: Int) -> FigureRange {
        questions.isRecorded ? current.range(of: measure, in: current.total) : FigureRange(.unknown)
    }

    /// The figure of a measure in the period before.
    func earlier(_ measure: Int) -> FigureRange {
        if let absent = questions.absentEarlier { return FigureRange(absent) }
        return previous.map { $0.range(of: measure, in: $0.total) } ?? FigureRange(.notApplicable)
    }

    /// The figure of a measure of all time.
    func allTime(_ measure: Int) -> FigureRange { allTime.range(of: measure, in: allTime.total) }

    /// What is proven of the change on the period before; nil where nothing can be compared.
    func provenChange(_ measure: Int) -> FigureRange.Change? {
        questions.isComparable && isStated(measure) ? current(measure).change(from: earlier(measure)) : nil
    }

    /// Whether nearly all records state what a measure sums up, in the period and in the one before, where both have a figure.
    func isStated(_ measure: Int) -> Bool {
        guard current(measure).isKnown, earlier(measure).isKnown else { return true }
        return [current, previous].compactMap(\.self).allSatisfy { $0.gaps[measure].shareStated >= Self.leastStated }
    }

    /// The change on the period before: not applicable where nothing can be compared, unknown where a figure is open.
    func change(_ measure: Int) -> Value {
        guard questions.isComparable else { return .notApplicable }
        return isOpen(measure) ? .unknown : current(measure).least.change(from: earlier(measure).least)
    }

    /// The same as a share of the earlier figure; a rate has none.
    func relativeChange(_ measure: Int) -> Value {
        guard questions.isComparable, measures[measure].format != .share else { return .notApplicable }
        return isOpen(measure) ? .unknown : current(measure).least.relativeChange(from: earlier(measure).least)
    }

    /// Whether headcounts, or values that are not stated, leave open the figure of a measure in the period or in the one before.
    private func isOpen(_ measure: Int) -> Bool {
        current(measure).isOpen || earlier(measure).isOpen || !isStated(measure)
    }

    /// The figures of a measure in the periods of the trend; unknown in years without any record.
    func trend(_ measure: Int) -> [FigureRange] {
        zip(questions.trendPeriods, trend).map { part, summary in
            part.isRecorded ? summary.range(of: measure, in: summary.total) : FigureRange(.unknown)
        }
    }

    /// The ends between which these figures lie, whatever records do not state; nil where nothing is known.
    func trendEnds(_ measure: Int) -> [ClosedRange<Double>?] {
        zip(questions.trendPeriods, trend).map { part, summary in
            part.isRecorded ? summary.ends(of: measure) : nil
        }
    }

    /// The cells of a measure; `isExact` for those of data.
    func cells(_ measure: Int, _ material: ReportMaterial, isExact: Bool = false) -> KeyFigureCells {
        KeyFigureCells(
            measures[measure], current: current(measure).least, earlier: earlier(measure).least,
            currency: material.dataset.settings.currency, material.language, isExact: isExact)
    }
}
