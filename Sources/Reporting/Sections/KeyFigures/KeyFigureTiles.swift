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
    private let claims: KeyFigureClaims
    private var language: Language { material.language }

    init(_ answers: KeyFigureAnswers, _ material: ReportMaterial) {
        (self.answers, self.material) = (answers, material)
        words = KeyFigureWords(answers, material)
        claims = KeyFigureClaims(material, shown: answers.questions.periods.current)
    }

    /// The tiles: those of the first measures that have a figure in the period or in the one before.
    var tiles: [KeyFigures.Tile] {
        let first = ReportCatalogue.firstMeasures.compactMap { id in answers.measures.firstIndex { $0.id == id } }
        let known = first.filter { index in
            answers.current(index).isKnown || answers.earlier(index).isKnown
        }
        return known.prefix(Self.most).map(tile)
    }

    private func tile(_ index: Int) -> KeyFigures.Tile {
        let measure = answers.measures[index]
        let cells = answers.cells(index, material)
        let figure = answers.current(index)
        let proven = answers.provenChange(index)
        let change = proven.map { cells.change($0.value) }.flatMap { $0.isNumber ? $0 : nil }
        let relative = cells.relativeChange(answers.relativeChange(index))
        return KeyFigures.Tile(
            id: measure.id, label: material.headingWithUnit(measure), figure: cells.figure(figure.least),
            most: figure.isOpen ? cells.figure(figure.most) : nil, change: change,
            relativeChange: relative.isNumber ? relative : nil,
            comparison: change == nil ? "" : words.comparison(isLeast: proven?.isLeast == true),
            trend: trend(index, cells), remarks: remarks(index, measure, cells))
    }

    /// The figures of the trend; those that headcounts leave open are not known.
    private func trend(_ index: Int, _ cells: KeyFigureCells) -> [KeyFigures.Point] {
        let periods = answers.questions.trendPeriods
        let figures = answers.trend(index)
        guard figures.count == periods.count, figures.count(where: { $0.isKnown && !$0.isOpen }) > 1 else { return [] }
        return zip(periods, figures).map { part, figure in
            KeyFigures.Point(
                label: words.name(of: part), figure: figure.isOpen ? .unknown : cells.figure(figure.least),
                isPartial: part.isPartial)
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
        remarks += words.coverage(of: index).map { KeyFigures.Statement($0) }
        let all = answers.allTime(index)
        let figures = [("ALL", cells.figure(all.least)), ("MOST", cells.figure(all.most))]
        // The figure of all time in its sentence, as two ends where it is open.
        func withEnds(_ text: String) -> String {
            text.replacing("{ALL}", with: all.isOpen ? language(KeyFigureSentence.allBetween) : "{ALL}")
        }
        let isOfAllTime = material.context.period == nil
        if let line = claims.claim(on: measure) {
            let values: KeyValuePairs = [
                "period": language.period(answers.questions.periods.current.label),
                "claim": line.figure.qualifier == .exactly ? "" : line.figure.qualifier.name?(language) ?? "",
                "status": line.status.name(language),
            ]
            let sentence: KeyFigureSentence =
                line.request.period == nil ? .publishedOfAllTime : isOfAllTime ? .publishedOfPeriod : .published
            remarks.append(
                .init(
                    withEnds(language(sentence, values)).replacing("  ", with: " "),
                    figures + [("PUBLISHED", cells.stated(line.figure.value))],
                    isGood: line.status == .unknown ? nil : line.status.isGood,
                    table: "published"))
        } else if isOfAllTime {
            remarks.append(.init(withEnds(language(KeyFigureSentence.allTime)), figures))
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
