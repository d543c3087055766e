import Aggregation
import Support
import TrainingStats

/// Figures that are proven to be higher or lower than in all earlier periods, back to the first of which they are known.
///
/// A period in which the records begin is no lower one, one that is not over is no lowest, and a year without any record ends the
/// series. A sum that some records do not state is no lowest, and no figure is above it; nor is the difference proven where
/// sessions without an end and rejected rows could make it up.
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
        let (ends, periods) = (answers.trendEnds(measure), answers.questions.trendPeriods)
        guard let last = ends.last ?? nil else { return nil }
        let leftOut = answers.leftOut.most(of: measure, answers.measures[measure])
        let earlier: [ClosedRange<Double>?] = zip(ends, periods).dropLast().map { $1.isPartial ? nil : $0 }
        let known = earlier.reversed().prefix { $0 != nil }.compactMap(\.self)
        func isProven(_ other: ClosedRange<Double>) -> Bool {
            let (higher, lower) = isHighest ? (last, other) : (other, last)
            return higher.lowerBound - lower.upperBound > leftOut
        }
        guard known.count >= Self.leastPeriods, known.allSatisfy(isProven) else { return nil }
        return earlier.count - known.count
    }
}
