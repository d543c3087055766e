import Aggregation
import Support

extension FigureCondition {
    /// The condition in words, such as `fill rate below 50% and sessions at least 3`; `headings` has those of its figures.
    func words(_ headings: [String: BilingualText], _ language: Language) -> String {
        switch self {
        case .comparison(let comparison):
            return language(
                comparison.relation.sentence,
                [
                    "figure": headings[comparison.figure].map { language.inSentence($0(language)) }
                        ?? comparison.figure,
                    "number": comparison.written,
                ])
        case .all(let conditions): return joined(conditions, by: .listAnd, headings: headings, in: language)
        case .any(let conditions): return joined(conditions, by: .listOr, headings: headings, in: language)
        }
    }

    /// Conditions joined by a word; those that are joined themselves stand in parentheses.
    private func joined(
        _ conditions: [FigureCondition], by word: Phrase, headings: [String: BilingualText], in language: Language
    ) -> String {
        let words = conditions.map { condition in
            let words = condition.words(headings, language)
            if case .comparison = condition { return words }
            return "(" + words + ")"
        }
        return words.joined(separator: language(word))
    }
}

extension PersonFilter {
    /// A note on whose records count.
    package func note(_ language: Language) -> String {
        let conditions = conditions.map { $0.words(headings, language) }
        return language(
            NoteSentence.personsWanted,
            [
                "conditions": conditions.joined(separator: language(Phrase.listSemicolon)),
                "persons": language(Counted.ofPersons, count),
            ])
    }
}

extension FigureCondition.Relation {
    /// The sentence about a figure that is held against a number.
    fileprivate var sentence: NoteSentence {
        switch self {
        case .less: .figureLess
        case .atMost: .figureAtMost
        case .greater: .figureGreater
        case .atLeast: .figureAtLeast
        case .equal: .figureEqual
        case .different: .figureDifferent
        }
    }
}
