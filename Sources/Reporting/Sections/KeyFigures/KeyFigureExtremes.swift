import Aggregation
import Support
import TrainingStats

/// Figures that are proven to be higher or lower than in all earlier periods, back to the first of which they are known.
///
/// A period in which the records begin is no lower one, one that is not over is no lowest, and a year without any record ends the
/// series.
struct KeyFigureExtremes {
    /// Of how many earlier periods a figure must be the highest or lowest.
    private static let leastPeriods = 2

    private let answers: KeyFigureAnswers
    private let material: ReportMaterial
    private var language: Language { material.language }

    init(_ answers: KeyFigureAnswers, _ material: ReportMaterial) {
        (self.answers, self.material) = (answers, material)
    }

    /// The sentences, one for all measures with the same first period.
    var all: [KeyFigures.Statement] {
        guard answers.questions.isComparable else { return [] }
        let isWhole = answers.questions.periods.cut == nil
        return statements(.highest) + (isWhole ? statements(.lowest) : [])
    }

    private func statements(_ sentence: KeyFigureSentence) -> [KeyFigures.Statement] {
        let found = answers.measures.indices.compactMap { index in
            ReportCatalogue.firstMeasures.contains(answers.measures[index].id)
                ? first(index, isHighest: sentence == .highest).map { (first: $0, measure: index) } : nil
        }
        let firsts = found.map(\.first).reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }.sorted()
        return firsts.map { first in
            let measures = found.filter { $0.first == first }.map {
                language.inSentence(answers.measures[$0.measure].heading(language))
            }
            return KeyFigures.Statement(
                language(
                    sentence,
                    [
                        "first": language.period(answers.questions.trendPeriods[first].period.label),
                        "measures": language.list(measures),
                    ]))
        }
    }

    /// The first period of the trend from which on no figure of a measure reaches the last one; nil if one does, or if there are
    /// too few.
    private func first(_ measure: Int, isHighest: Bool) -> Int? {
        let (figures, periods) = (answers.trend(measure), answers.questions.trendPeriods)
        // Participants of sessions that nobody reported can be any number.
        let isReported = isHighest ? answers.allTime.isReported : answers.current.isReported
        guard let last = figures.last, last.isKnown, isReported || !answers.measures[measure].isOfParticipants else {
            return nil
        }
        let earlier = figures.indices.dropLast().reversed().prefix { figures[$0].isKnown && !periods[$0].isPartial }
        guard earlier.count >= Self.leastPeriods,
            earlier.allSatisfy({ isHighest ? last.isAbove(figures[$0]) : figures[$0].isAbove(last) })
        else { return nil }
        return earlier.last
    }
}
