import Aggregation

/// Why figures are not applicable: what is told of whole sessions by persons, and certificates of courses that have none.
extension TableNotes {
    /// One note for all figures of each reason.
    var notApplicable: [String] {
        func note(_ sentence: NoteSentence, _ measures: [Measure]) -> [String] {
            guard !measures.isEmpty else { return [] }
            return [
                language(
                    sentence,
                    [
                        "measures": language.listWithAnd(measures.map { $0.heading(language) }),
                        "dimensions": language.inSentence(
                            language.listWithAnd(summary.personDimensions.map { $0.heading(language) })),
                    ])
            ]
        }
        return note(.ofWholeSessions, summary.measures.filter { summary.isOnlyOfWholeSessions($0) })
            + note(.withoutValidity, summary.measuresWithoutValidity)
    }
}
