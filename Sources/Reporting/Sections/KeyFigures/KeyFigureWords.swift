import Aggregation
import Support
import TrainingStats

/// The periods of the key figures in words.
struct KeyFigureWords {
    private let answers: KeyFigureAnswers
    private let material: ReportMaterial
    private var language: Language { material.language }
    private var periods: ComparablePeriods { answers.questions.periods }

    init(_ answers: KeyFigureAnswers, _ material: ReportMaterial) {
        (self.answers, self.material) = (answers, material)
    }

    /// The period of the figures, up to the day up to which it is known.
    var current: String { name(periods.current, upTo: periods.cut?.day) }

    /// The period before, up to the day that answers to it; nil where there is none.
    var previous: String? {
        periods.wholePrevious.map { whole in
            name(whole, upTo: periods.previous.flatMap { $0.last < whole.last ? $0.last : nil })
        }
    }

    private func name(_ period: Period, upTo day: CivilDate?) -> String {
        let name = language.period(period.label)
        return day.map { language(KeyFigureSentence.upTo, ["period": name, "day": language.shortDay($0)]) } ?? name
    }

    /// The period of the figures with its days, and what they are held against.
    var caption: String {
        let days = language(
            CalendarSentence.periodWithDays,
            [
                "period": language.period(periods.current.label), "first": language.day(periods.current.first),
                "last": language.day(periods.cut?.day ?? periods.current.last),
            ])
        guard answers.questions.isComparable, let previous else { return days }
        return language(KeyFigureSentence.heldAgainst, ["period": days, "previous": previous])
    }

    /// What a change is on; empty where nothing can be compared.
    ///
    /// `isLeast` if the change can be larger.
    func comparison(isLeast: Bool) -> String {
        guard answers.questions.isComparable, let whole = periods.wholePrevious else { return "" }
        let isPart = periods.previous != whole
        let words = language(
            isPart ? KeyFigureSentence.onPartOfPeriod : .onPeriod, ["previous": language.period(whole.label)])
        return isLeast ? language(KeyFigureSentence.atLeast, ["comparison": words]) : words
    }

    /// How many records state what a measure sums up, where some do not: in the period, and in the one before where this is why
    /// no change is shown.
    func coverage(of measure: Int) -> [String] {
        let isShown = !answers.questions.isComparable || answers.isStated(measure)
        return [(nil, answers.current), (isShown ? nil : previous, isShown ? nil : answers.previous)].compactMap {
            (period: String?, summary: Summary?) in
            guard let summary, summary.gaps[measure].shareStated < 1,
                let note = TableNotes(summary, language).coverage(of: measure)
            else { return nil }
            return period.map { language(KeyFigureSentence.noteOf, ["period": $0, "note": note]) } ?? note
        }
    }

    /// The name of a period of the trend, which says whether it is known in part.
    func name(of part: KeyFigureQuestions.TrendPeriod) -> String {
        let name = language.period(part.period.label)
        return part.isPartial ? language(KeyFigureSentence.inPart, ["period": name]) : name
    }

    /// What must be known of the periods: which year stands in for the current one, that it is known in part, or has no record.
    func remarks() -> [String] {
        let dataset = material.dataset
        var remarks: [String] = []
        let shown = periods.current
        let name = language.period(shown.label)
        if material.context.period == nil {
            let calendar = answers.questions.calendar
            let today = calendar.yearOfReports.expressedPeriod(holding: material.context.today, calendar)
            if today != shown, dataset.lastDelivery.map(shown.contains) ?? true {
                remarks.append(
                    language(
                        SelectionSentence.lastYearOfRecords,
                        ["current": language.period(today.label), "shown": name]))
            }
        }
        if let remark = dataset.remark(on: shown, language) {
            remarks.append(remark)
        } else if answers.current.total(Measure.ofSessions) == .count(0) {
            remarks.append(language(SelectionSentence.nothingSelectedIn, ["period": name]))
        }
        return remarks + [ofPart, ofBeginning, ofGap].compactMap(\.self)
    }

    private var ofPart: String? {
        guard let cut = periods.cut, let whole = periods.wholePrevious, let previous = periods.previous,
            answers.questions.isComparable, previous != whole
        else { return nil }
        let names = (language.period(periods.current.label), language.period(whole.label))
        switch cut {
        case .reportingDay(let day):
            return language(
                KeyFigureSentence.untilReportingDay,
                [
                    "period": names.0, "day": language.day(day), "previous": names.1,
                    "other": language.day(previous.last),
                ])
        case .records(let day):
            return language(
                KeyFigureSentence.recordsEnd,
                [
                    "period": names.0, "last": language.day(material.dataset.lastDelivery ?? day), "previous": names.1,
                    "other": language.day(previous.last),
                ])
        }
    }

    private var ofBeginning: String? {
        guard let first = periods.recordsBegin, let whole = periods.wholePrevious else { return nil }
        return language(
            KeyFigureSentence.recordsBegin,
            ["first": language.day(first), "previous": language.period(whole.label)])
    }

    private var ofGap: String? {
        guard answers.questions.absentEarlier == .unknown, let whole = periods.wholePrevious else { return nil }
        return language(KeyFigureSentence.noRecordsBefore, ["previous": language.period(whole.label)])
    }
}
