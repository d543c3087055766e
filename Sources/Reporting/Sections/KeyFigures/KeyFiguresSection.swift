import Aggregation
import Support
import TrainingStats

/// The key figures: those of the period beside the same part of the one before and all time, with targets and published
/// figures.
///
/// The table has all of them; what a report begins with is made of the same answers.
struct KeyFiguresSection: ReportSection {
    let id = "key-figures"
    let title = Title.keyFigures.text

    func requests(in scope: ReportScope) -> [SummaryRequest] { KeyFigureQuestions(in: scope).requests }

    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> Table {
        KeyFigureTable(try KeyFigureAnswers(answers, material), material).table(id: id, title: title)
    }

    func keyFigures(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> KeyFigures? {
        let answered = try KeyFigureAnswers(answers, material)
        let words = KeyFigureWords(answered, material)
        return KeyFigures(
            title: title(material.language), table: id, caption: words.caption,
            tiles: KeyFigureTiles(answered, material).tiles,
            headingOfFindings: material.language(Title.standingOut),
            findings: KeyFigureFindings(answered, material).all,
            warnings: try KeyFigureWarnings(answered, material).all(answers))
    }
}

/// The questions of the key figures with their answers.
struct KeyFigureAnswers {
    /// A dimension with its figures in the period and in the same part of the one before.
    struct Breakdown {
        let current: Summary
        let previous: Summary?
    }

    let questions: KeyFigureQuestions
    let current: Summary
    let previous: Summary?
    let allTime: Summary
    let trend: Summary?
    let breakdowns: [Breakdown]
    let gaps: [Summary]
    let targets: [TargetProgress]

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
        trend = try optional(questions.trend)
        breakdowns = try questions.breakdowns.map { (breakdown) throws(UnansweredRequest) in
            Breakdown(
                current: try answers.summary(of: breakdown.current), previous: try optional(breakdown.previous))
        }
        gaps = try answers.summaries(of: questions.gaps)
        targets = try questions.targets.map { (question) throws(UnansweredRequest) in
            try TargetProgress(question, answers)
        }
    }

    /// The measures, in the order of the table.
    var measures: [Measure] { current.measures }

    /// The figure of a measure in the period before; not applicable where nothing is known of that time.
    func earlier(_ measure: Int) -> Value {
        questions.isBeforeRecords ? .notApplicable : previous?.total.values[measure] ?? .notApplicable
    }

    /// The change of a measure on the period before; not applicable where nothing can be compared.
    func change(_ measure: Int) -> Value {
        questions.isComparable ? current.total.values[measure].change(from: earlier(measure)) : .notApplicable
    }

    /// The same as a share of the earlier figure; a rate has none.
    func relativeChange(_ measure: Int) -> Value {
        guard questions.isComparable, measures[measure].format != .share else { return .notApplicable }
        return current.total.values[measure].relativeChange(from: earlier(measure))
    }

    /// The figures of a measure in the periods of the trend.
    func trend(_ measure: Int) -> [Value] {
        guard let trend, let kind = questions.kind else { return [] }
        let calendar = questions.calendar
        return questions.trendPeriods.map { period in
            let code = kind.period(holding: period.first, calendar).label
            return trend.value(measures[measure].id, at: [.code(code)]) ?? measures[measure].absent
        }
    }

    /// The published figure beside a measure: of the period where the report is of one, else of all time; with whether it
    /// is of all time.
    func published(_ measure: Int, _ material: ReportMaterial) -> Reconciliation.Line? {
        guard material.context.filters.isEmpty else { return nil }
        return material.reconciliation.lines.first { line in
            guard line.figure.indicator == measures[measure].id, line.figure.filter.isEmpty else { return false }
            guard let period = material.context.period else { return line.figure.period.isEmpty }
            let resolved = try? PeriodExpression(line.figure.period).resolve(
                today: material.context.today, settings: questions.calendar)
            return resolved.flatMap(\.self).map { $0.first == period.first && $0.last == period.last } ?? false
        }
    }
}
