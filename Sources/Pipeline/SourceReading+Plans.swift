import Aggregation
import Records
import Reporting
import Support
import TrainingStats

/// What rows that name measures, members and periods say wrong.
extension SourceReading {
    /// What is wrong with a field: its column, what it says, and why.
    typealias Problem = (column: String, value: String, reason: BilingualText)

    /// What is wrong with a published figure; nil if nothing is.
    static func problem(
        of figure: PublishedFigure, in dataset: Dataset, _ catalogue: Catalogue, today: CivilDate
    ) -> Problem? {
        do {
            try PublishedQuestion(figure, today: today, calendar: dataset.settings.calendar).request
                .validate(on: dataset, in: catalogue)
            return nil
        } catch {
            return problem(
                of: error, measure: ("indicator", figure.indicator), filter: figure.filter, period: figure.period)
        }
    }

    /// What is wrong with a target, or doubtful.
    static func remarks(
        on target: Target, in dataset: Dataset, _ catalogue: Catalogue, _ members: MemberLookup, today: CivilDate
    ) -> [TargetRemark] {
        func value(_ column: String) -> String {
            switch column {
            case "period": target.period
            case "target": target.value.description
            case "baseline": target.baseline?.description ?? ""
            default: target.filter
            }
        }
        do {
            let question = try TargetQuestion(target, today: today, calendar: dataset.settings.calendar)
            try question.check(on: dataset, in: catalogue)
            return try question.doubts(on: dataset, in: catalogue, members).map {
                TargetRemark(column: $0.column, value: value($0.column), reason: $0.text, isDoubt: true)
            }
        } catch let fault as TargetFault {
            return [TargetRemark(column: fault.column, value: value(fault.column), reason: fault.text)]
        } catch let error as PeriodError {
            // Periods that move with the reporting day are no remedy.
            return [TargetRemark(column: "period", value: target.period, reason: error.text(fixed: true))]
        } catch {
            let problem = problem(
                of: error, measure: ("measure", target.measure), filter: target.filter, period: target.period)
            return [TargetRemark(column: problem.column, value: problem.value, reason: problem.reason)]
        }
    }

    /// The figure that a target is about; nil where its period or its filters cannot be read, which is told otherwise.
    static func figure(
        of target: Target, in dataset: Dataset, _ catalogue: Catalogue, today: CivilDate
    ) -> TargetFigure? {
        do {
            return try TargetQuestion(target, today: today, calendar: dataset.settings.calendar)
                .figure(on: dataset, in: catalogue)
        } catch {
            return nil
        }
    }

    private static func problem(
        of error: any Error, measure: (column: String, name: String), filter: String, period: String
    ) -> Problem {
        switch error {
        case let error as PeriodError: ("period", period, error.textWithSuggestion)
        case let error as RequestError:
            if case .unknownMeasure = error {
                (measure.column, measure.name, error.textWithSuggestion)
            } else {
                ("where", filter, error.textWithSuggestion)
            }
        default: ("where", filter, BilingualText(en: "\(error)"))
        }
    }
}

extension PeriodError {
    /// The nearest expression, asked as a question, where the text resembles one.
    package var suggestion: BilingualText? {
        if case .unknownForm(let text) = self {
            Spelling.suggestion(for: text, among: PeriodExpression.words)
        } else {
            nil
        }
    }

    fileprivate var textWithSuggestion: BilingualText { text.followed(by: suggestion) }
}

extension RequestError {
    fileprivate var textWithSuggestion: BilingualText { text.followed(by: suggestion) }
}
