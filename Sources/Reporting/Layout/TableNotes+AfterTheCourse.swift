import Aggregation

/// What is told of follow-ups, and of figures that would be of few answers.
extension TableNotes {
    /// How many trained participations were followed up, and of how many a benefit is stated that figures of money are made of.
    var followUps: [String] {
        guard let coverage = summary.followUps else { return [] }
        let trained = language(Counted.ofParticipations, coverage.trained)
        let ofBenefit = summary.measures.filter { $0.addedNumbers.contains(.benefit) && $0.derivedFrom == nil }
        let followedUp = language(
            NoteSentence.followedUp,
            ["asked": grouped(coverage.asked), "answered": grouped(coverage.answered), "trained": trained])
        guard !ofBenefit.isEmpty else { return [followedUp] }
        return [
            followedUp,
            language(
                NoteSentence.benefitsStated,
                [
                    "measures": language.listWithAnd(ofBenefit.map { $0.heading(language) }),
                    "stated": grouped(coverage.statingBenefit), "trained": trained,
                ]),
        ]
    }

    /// Which means and shares are not given where they would be of few records.
    var tooFew: [String] {
        let indices = summary.measures.indices.filter { index in
            summary.measures[index].fewest != nil && summary.measures[index].derivedFrom == nil
                && summary.cells.contains { $0.values[index] == .unknown }
        }
        return Set(indices.compactMap { summary.measures[$0].fewest }).sorted().map { fewest in
            let measures = indices.map { summary.measures[$0] }.filter { $0.fewest == fewest }
            return language(
                NoteSentence.tooFew,
                [
                    "measures": language.listWithAnd(measures.map { $0.heading(language) }), "fewest": grouped(fewest),
                ])
        }
    }
}
