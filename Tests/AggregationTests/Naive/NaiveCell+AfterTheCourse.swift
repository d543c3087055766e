extension NaiveRecords {
    /// The same records without the follow-ups that were asked after a day.
    func withFollowUps(asOf today: CivilDay) -> NaiveRecords {
        var records = self
        for (index, participation) in participations.enumerated() {
            guard let day = participation.followUp?.askedOn, today < day else { continue }
            records.participations[index].followUp = nil
            records.participations[index].members["applied"] = .unknown
        }
        return records
    }
}

/// Evaluations and follow-ups, from their definitions.
extension NaiveCell {
    func afterTheCourse(_ measure: String) -> NaiveFigure? {
        let values = answers.filter { isTraining($0.session) }.map(\.value)
        let followUps = trained.compactMap(\.followUp)
        let applied = followUps.compactMap(\.applied)
        let ratings = followUps.compactMap(\.supervisorRating)
        switch measure {
        case "evaluation-count": return .count(values.count)
        case "evaluation-mean":
            return ofFiveOrMore(values.count) {
                .mean(CommonFractions(millionths: values.map { Int128($0) * 1_000_000 }))
            }
        case "evaluation-favourable":
            return ofFiveOrMore(values.count) { share(values.filter { $0 >= 4 }.count, of: values.count) }
        case "followups-asked": return .count(followUps.count)
        case "followups-answered": return .count(followUps.filter(\.isAnswered).count)
        case "response-rate": return share(followUps.filter(\.isAnswered).count, of: followUps.count)
        case "application-count": return .count(applied.count)
        case "supervisor-rating-count": return .count(ratings.count)
        case "application-rate":
            return ofFiveOrMore(applied.count) { share(applied.filter { $0 != "no" }.count, of: applied.count) }
        case "supervisor-rating-mean":
            return ofFiveOrMore(ratings.count) { .mean(CommonFractions(millionths: ratings)) }
        case "benefit", "benefit-cost-ratio", "return-on-investment": return worth(measure, followUps.map(\.benefit))
        default: return nil
        }
    }

    /// What training was worth: not known where somebody was trained and nobody says so.
    private func worth(_ measure: String, _ benefits: [Int128?]) -> NaiveFigure {
        if measure != "benefit", hasTraineeSide { return .notApplicable }
        let someTrained = !trained.isEmpty || trainingHeadcounts.contains(where: \.hasSome)
        let stated = benefits.compactMap { $0 }
        if someTrained, stated.isEmpty { return .unknown }
        let benefit = stated.reduce(0, +)
        if measure == "benefit" { return .exact(.millionths(benefit)) }
        guard case .exact(let cost)? = money("cost"), !cost.isZero else { return .notApplicable }
        let ratio = ExactFraction.millionths(benefit) / cost
        return .exact(measure == "benefit-cost-ratio" ? ratio : ratio + ExactFraction(-1))
    }

    private func share(_ cases: Int, of all: Int) -> NaiveFigure {
        .ratio(ExactFraction(Int128(cases)), Int128(all))
    }

    /// A figure of some answers: not given of one to four.
    private func ofFiveOrMore(_ count: Int, _ figure: () -> NaiveFigure) -> NaiveFigure {
        (1...4).contains(count) ? .unknown : figure()
    }
}
