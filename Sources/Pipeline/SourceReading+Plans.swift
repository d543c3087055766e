import Aggregation
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

    /// What is wrong with a target; nil if nothing is.
    static func problem(
        of target: Target, in dataset: Dataset, _ catalogue: Catalogue, today: CivilDate
    ) -> Problem? {
        do {
            try TargetQuestion(target, today: today, calendar: dataset.settings.calendar).check(
                on: dataset, in: catalogue)
            return nil
        } catch let fault as TargetFault {
            let value =
                switch fault.column {
                case "period": target.period
                case "target": target.value.description
                default: target.baseline?.description ?? ""
                }
            return (fault.column, value, fault.text)
        } catch {
            return problem(
                of: error, measure: ("measure", target.measure), filter: target.filter, period: target.period)
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
