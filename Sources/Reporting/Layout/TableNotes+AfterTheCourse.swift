import Aggregation

/// What is told of follow-ups, and of figures that would be of few answers.
extension TableNotes {
    /// How many trained participations were followed up, and of how many a benefit is stated that figures of money are made of.
    var followUps: [String] {
        guard let coverage = summary.followUps else { return [] }
        let trained = language(Counted.ofParticipations, coverage.trained)
        let ofBenefit = summary.measures.filter {
            $0.addedNumbers.contains(.benefit) && $0.derivedFrom == nil && !summary.isOnlyOfWholeSessions($0)
        }
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

    /// Of how many answers and follow-ups means and shares are: one note for those that are of the same.
    var answered: [String] {
        var coverages: [Coverage] = []
        for case let coverage? in summary.coverage
        where [.answers, .followUps].contains(coverage.unit) && !coverages.contains(coverage) {
            coverages.append(coverage)
        }
        return coverages.map { coverage in
            let measures = zip(summary.measures, summary.coverage).filter { $1 == coverage }.map(\.0)
            return language(
                coverage.unit == .answers ? NoteSentence.ofAnswers : .ofFollowUps,
                [
                    "measures": language.listWithAnd(measures.map { $0.heading(language) }),
                    "stated": grouped(coverage.stated),
                    "answers": language(Counted.ofAnswers, coverage.stated),
                    "followups": language(Counted.ofFollowUps, coverage.applicable),
                ])
        }
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
