import Aggregation

/// Why cells have no figure: what is told of whole sessions by persons, certificates of courses that have none, no records that
/// a figure could be of, and records that do not state it.
extension TableNotes {
    /// One note for all figures of each reason.
    var absent: [String] {
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
            + note(.withoutValidity, summary.measuresWithoutValidity) + note(.ofNothing, summary.measuresOfNothing)
            + note(.notStated, summary.measuresNotStated)
    }
}
