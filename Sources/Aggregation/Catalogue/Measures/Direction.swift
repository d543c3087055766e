import TrainingStats

extension Measure {
    /// Which way a figure is to go.
    public enum Direction: String, Sendable, CaseIterable {
        /// The more, the better: trainees, a completion rate.
        case more
        /// The less, the better: no-shows, what a trainee costs.
        case less
        /// Neither: a mean age, a deviation.
        case neither

        /// The other way.
        fileprivate var reversed: Direction {
            switch self {
            case .more: .less
            case .less: .more
            case .neither: .neither
            }
        }
    }
}

extension Aggregate {
    /// Which way a figure that is made so is to go where its measure does not say it: of a ratio, that of its upper side.
    var usualDirection: Measure.Direction {
        switch self {
        case .count(let sets), .distinct(_, let sets, _): Self.common(sets.map(\.direction))
        case .sum(let sets): Self.common(sets.map(\.directionOfSum))
        case .persons(_, let named, _): named.direction
        case .mean(let set), .quantile(_, let set): set.quantity.direction
        case .deviation: .neither
        case .ratio(let upper, _): upper.usualDirection
        case .difference(let upper, let lower):
            upper.usualDirection == lower.usualDirection.reversed ? upper.usualDirection : .neither
        case .share(let condition, _), .intervalEnd(_, let condition, _): condition.direction ?? .neither
        case .per(_, let figure, _): figure.usualDirection
        }
    }

    fileprivate static func common(_ directions: [Measure.Direction]) -> Measure.Direction {
        let all = Set(directions)
        return all.count == 1 ? directions[0] : .neither
    }
}

extension RecordSet {
    /// Which way the number of its records is to go: training is wanted, but for what nobody wants of it.
    fileprivate var direction: Measure.Direction {
        let told = Set(conditions.compactMap(\.direction))
        return told.contains(.less) ? .less : told.contains(.neither) ? .neither : .more
    }

    /// The same of what its records add up to.
    fileprivate var directionOfSum: Measure.Direction {
        direction == .more ? quantity.direction : direction
    }
}

extension Condition {
    /// Which way the number of records that meet it is to go; nil where it says nothing of that.
    fileprivate var direction: Measure.Direction? {
        switch self {
        case .status(let status):
            switch status {
            case .completed, .attended: .more
            case .withdrawn, .noShow: .less
            case .registered: .neither
            }
        case .sessionStatus(.cancelled): .less
        case .member(let test): test.direction
        case .atLeast, .states: .more
        case .below: .less
        case .not(let part): part.direction?.reversed
        case .all(let parts), .any(let parts):
            parts.contains { $0.direction != nil } ? Aggregate.common(parts.compactMap(\.direction)) : nil
        case .delivered, .training, .sessionStatus, .kind, .completable, .reported, .attends, .known: nil
        }
    }
}

extension MemberTest {
    /// Which way the number of records with one of its members is to go; nil where it says nothing of that.
    fileprivate var direction: Measure.Direction? {
        guard dimension.id == Dimension.ofCertificates.id else { return nil }
        let told = members.compactMap(CertificateStatus.init(rawValue:)).map { status -> Measure.Direction in
            switch status {
            case .current, .renewedInTime: .more
            case .lapsed, .renewedLate: .less
            case .due: .neither
            }
        }
        // All of them together are the certificates, of which more are wanted; those that are valid may be due.
        if told.count == CertificateStatus.allCases.count { return .more }
        return told.contains(.more) && !told.contains(.less) ? .more : Aggregate.common(told)
    }
}

extension Quantity {
    /// Which way a mean or sum of it is to go.
    fileprivate var direction: Measure.Direction {
        switch self {
        case .one: .more
        case .number(let number): number.direction
        case .difference(let number, _): number.direction
        case .quotient(let dividend, _): dividend.direction
        case .percentage(let points): points.direction
        }
    }
}

extension RecordNumber {
    /// Which way a mean or sum of it is to go.
    fileprivate var direction: Measure.Direction {
        if isAmount { return .less }
        switch self {
        // Who knows little before is who is to be trained; and nobody knows what own numbers mean.
        case .value(.preScore), .own, .constant, .maxScore, .passScore: return .neither
        case .value, .assignmentHours, .participants, .completions, .groupCost, .evaluationValue, .supervisorRating,
            .benefit, .capacity, .sessionCost:
            return .more
        }
    }
}
