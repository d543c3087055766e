import Aggregation
import Support
import TrainingStats

/// The few figures that a report begins with.
struct KeyFigureTiles {
    /// How many there are at most.
    private static let most = 6

    private let answers: KeyFigureAnswers
    private let material: ReportMaterial
    private let words: KeyFigureWords
    private var language: Language { material.language }

    init(_ answers: KeyFigureAnswers, _ material: ReportMaterial) {
        (self.answers, self.material) = (answers, material)
        words = KeyFigureWords(answers, material)
    }

    /// The tiles: those of the first measures that have a figure in the period or in the one before.
    var tiles: [KeyFigures.Tile] {
        let first = ReportCatalogue.firstMeasures.compactMap { id in answers.measures.firstIndex { $0.id == id } }
        let known = first.filter { index in
            answers.current.total.values[index].number != nil || answers.earlier(index).number != nil
        }
        return known.prefix(Self.most).map(tile)
    }

    private func tile(_ index: Int) -> KeyFigures.Tile {
        let measure = answers.measures[index]
        let cells = KeyFigureCells(
            measure, currency: material.dataset.settings.currency, language, isExact: false)
        let change = cells.change(answers.change(index))
        let relative = cells.relativeChange(answers.relativeChange(index))
        return KeyFigures.Tile(
            id: measure.id, label: material.headingWithUnit(measure),
            figure: cells.figure(answers.current.total.values[index]),
            change: change.isNumber ? change : nil, relativeChange: relative.isNumber ? relative : nil,
            comparison: change.isNumber ? words.comparison : "", trend: trend(index, cells),
            remarks: remarks(index, measure, cells))
    }

    private func trend(_ index: Int, _ cells: KeyFigureCells) -> [KeyFigures.Point] {
        let periods = answers.questions.trendPeriods
        let values = answers.trend(index)
        guard values.count == periods.count, values.count > 1 else { return [] }
        return zip(periods, values).enumerated().map { place, point in
            let isPartial = place == periods.count - 1 && answers.questions.periods.cut != nil
            let name = language.period(point.0.label)
            return KeyFigures.Point(
                label: isPartial ? language(KeyFigureSentence.inPart, ["period": name]) : name,
                figure: cells.figure(point.1), isPartial: isPartial)
        }
    }

    private func remarks(_ index: Int, _ measure: Measure, _ cells: KeyFigureCells) -> [KeyFigures.Statement] {
        var remarks: [KeyFigures.Statement] = []
        if let progress = answers.targets.first(where: { $0.measure.id == measure.id }) {
            let sentence: KeyFigureSentence = progress.isUndercut ? .targetAtMost : .target
            remarks.append(
                .init(
                    language(sentence, ["status": progress.status.name(language)]),
                    [("TARGET", cells.stated(progress.target.value))], isGood: progress.status.isGood,
                    table: "targets"))
        }
        let all = cells.figure(answers.allTime.total.values[index])
        let isOfAllTime = material.context.period == nil
        if let line = answers.published(index, material) {
            let words: KeyValuePairs = [
                "claim": line.figure.qualifier == .exactly ? "" : line.figure.qualifier.name?(language) ?? "",
                "status": line.status.name(language),
            ]
            let text = language(isOfAllTime ? KeyFigureSentence.publishedOfAllTime : .published, words)
            remarks.append(
                .init(
                    text.replacing("  ", with: " "),
                    [("ALL", all), ("PUBLISHED", .asStated(line.figure.value))], isGood: line.status.isGood,
                    table: "published"))
        } else if isOfAllTime {
            remarks.append(.init(language(KeyFigureSentence.allTime), [("ALL", all)]))
        }
        return remarks
    }
}

extension TargetProgress.Status {
    /// Whether it is good news or bad; nil where neither is proven.
    fileprivate var isGood: Bool? {
        switch self {
        case .met, .onTrack: true
        case .missed, .behind: false
        case .withinBounds, .open, .notBegun, .unknown: nil
        }
    }
}
