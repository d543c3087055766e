import TrainingStats

/// What the catalogue can say and the engine does not compute.
///
/// The forms of an aggregate can be put together freely, but the engine feeds each kind of accumulator from some tables
/// only. A form that it would leave empty gives a plausible 0, so that it is refused by name.
extension Aggregate {
    /// Why the engine cannot compute it, in plain English; nil if it can.
    package var unsupported: String? {
        recordSets.lazy.compactMap(\.unsupported).first ?? unsupportedForm
    }

    private var unsupportedForm: String? {
        switch self {
        case .count(let sets): return sets.lazy.compactMap(\.unsupportedInCount).first
        case .sum(let sets):
            return sets.contains { $0.quantity.isFraction } ? "quotients cannot be added up exactly" : nil
        case .mean(let set): return set.unsupportedInStatistic
        case .deviation(let set):
            return set.quantity.isQuotient ? "a deviation of quotients is not kept" : set.unsupportedInStatistic
        case .quantile(let quantile, let set):
            guard quantile.denominator > 0, (0...quantile.denominator).contains(quantile.numerator) else {
                return "a quantile lies between 0 and 1"
            }
            return set.quantity.isQuotient ? "a quantile of quotients is not kept" : set.unsupportedInStatistic
        case .distinct(let entity, let sets, let least):
            return Self.unsupportedDistinct(entity, of: sets, atLeast: least)
        case .persons(_, let named, let counted):
            guard named.table == .participations, named.conditions.allSatisfy({ $0.reach < .record }) else {
                return "named persons are counted over participations, without their numbers"
            }
            guard counted.table == .headcounts, counted.quantity == .number(.participants) else {
                return "persons without names are the participants of headcounts"
            }
            return nil
        case .share(let condition, let set), .intervalEnd(_, let condition, let set):
            guard set.quantity == .one else { return "a share counts each record once, whatever quantity it states" }
            return set.table.unsupported(condition)
        case .ratio(let upper, let lower): return upper.unsupportedAsSide ?? lower.unsupportedAsSide
        case .difference(let upper, let lower): return upper.unsupportedAsTerm ?? lower.unsupportedAsTerm
        case .per(_, let figure, _): return figure.unsupportedAsSide
        }
    }

    /// Up to how many records of one person are told apart.
    static let mostRecordsTold = Int(UInt8.max)

    /// Why a distinct count is not kept.
    private static func unsupportedDistinct(_ entity: CountedEntity, of sets: [RecordSet], atLeast least: Int)
        -> String?
    {
        guard let first = sets.first else { return "a distinct count needs a set of records" }
        guard least >= 1 else { return "a distinct count is of what is named in at least 1 record" }
        guard least <= mostRecordsTold else { return "records of one thing are told apart up to \(mostRecordsTold)" }
        if let set = sets.first(where: { !$0.table.names(entity) }) {
            return "records of \(set.table.rawValue) do not name any \(entity)"
        }
        if first.table == .sessions || first.table == .assignments {
            guard sets.count == 1 else { return "distinct counts over sessions or assignments take one set of records" }
        } else if sets.contains(where: { $0.table == .sessions || $0.table == .assignments }) {
            return "a distinct count cannot mix sessions or assignments with records of other tables"
        }
        let isOfPersons =
            entity == .trainee && sets.count == 1 && first.table == .participations
            && first.conditions.allSatisfy { $0.reach < .record }
        return least == 1 || isOfPersons
            ? nil : "'at least \(least)' is kept only for trainees over one set of participations without numbers"
    }

    /// Why a figure cannot be divided, or be what another one is divided by: only exact figures can.
    private var unsupportedAsSide: String? {
        switch self {
        case .count, .sum, .distinct, .persons, .difference: unsupportedForm
        case .mean, .deviation, .quantile, .ratio, .share, .intervalEnd, .per:
            "a side of a quotient must be a count, a sum or a distinct count: other figures are rounded already"
        }
    }

    /// Why a figure cannot be taken from another one, or have one taken from it.
    private var unsupportedAsTerm: String? {
        switch self {
        case .count, .sum, .difference: unsupportedForm
        case .distinct, .persons, .mean, .deviation, .quantile, .ratio, .share, .intervalEnd, .per:
            "a difference is of counts and sums, to which each record adds its part"
        }
    }
}

extension RecordSet {
    /// Why records of its table cannot be asked for so; nil if they can.
    fileprivate var unsupported: String? {
        if let reason = conditions.lazy.compactMap(table.unsupported).first { return reason }
        if let number = quantity.numbers.first(where: { !table.states($0) }) {
            return "records of \(table.rawValue) do not state '\(number.column)'"
        }
        if case .quotient(let dividend, let divisor) = quantity, dividend.isFraction || divisor.isFraction {
            return "a quotient cannot be made of quotients"
        }
        if let points = quantity.points, points.isFraction { return "a percentage cannot be made of quotients" }
        // Assignments come with their sessions: those of sessions that were not delivered would be there only if
        // another measure of the request asks for such sessions.
        if table == .assignments, !conditions.contains(where: \.impliesDelivered) {
            return "assignments are counted in delivered sessions only: give the condition 'delivered' or 'training'"
        }
        return nil
    }

    /// Why a count cannot take its quantity: only groups are counted as often as a number says.
    fileprivate var unsupportedInCount: String? {
        switch (table, quantity) {
        case (_, .one), (.headcounts, .number(.participants)), (.headcounts, .number(.completions)): nil
        case (.headcounts, _): "a count of headcounts takes each as 1, as its participants or as its completions"
        case (.sessions, _), (.assignments, _), (.participations, _), (.evaluations, _), (.followups, _):
            "a count takes each record of \(table.rawValue) as 1: use a sum for quantities"
        }
    }

    /// Why a mean, deviation or quantile is not kept of it.
    fileprivate var unsupportedInStatistic: String? {
        switch table {
        case .participations, .headcounts, .evaluations, .followups: nil
        case .sessions, .assignments:
            "means, deviations and quantiles are kept of what is told of participants, not of \(table.rawValue)"
        }
    }
}

extension SourceRecord.Table {
    /// Why a condition cannot be answered for its records; nil if it can.
    fileprivate func unsupported(_ condition: Condition) -> String? {
        for test in condition.tests {
            let (name, tables): (String, [SourceRecord.Table]) =
                switch test {
                case .attends: ("attends", [.participations, .headcounts, .followups])
                case .status: ("status", [.participations, .followups])
                case .reported: ("reported", [.sessions])
                case .known: ("known", [.participations, .headcounts, .followups])
                case .member(let test): (test.dimension.id, test.tables)
                case .delivered, .training, .sessionStatus, .kind, .completable, .states, .atLeast, .below, .all, .any,
                    .not:
                    ("", Self.allCases)
                }
            guard tables.contains(self) else { return "the condition '\(name)' cannot be asked of \(rawValue)" }
        }
        return condition.numbers.first { !states($0) }.map { "records of \(rawValue) do not state '\($0.column)'" }
    }

    /// Whether its records can state a number, themselves or by their session.
    fileprivate func states(_ number: RecordNumber) -> Bool {
        switch number {
        case .value: self == .participations
        case .assignmentHours: self == .assignments
        case .participants, .completions, .groupCost: self == .headcounts
        case .evaluationValue: self == .evaluations
        case .supervisorRating, .benefit: self == .followups
        case .capacity, .sessionCost, .maxScore, .passScore: true
        case .own(let number): number.isStated(by: self)
        case .constant: false
        }
    }

    /// Whether its records name an entity of a kind.
    fileprivate func names(_ entity: CountedEntity) -> Bool {
        switch entity {
        case .session, .course: true
        case .trainer: self == .assignments
        case .trainee: self == .participations || self == .followups
        case .institution: self == .participations || self == .headcounts || self == .followups
        }
    }
}

extension Measure {
    /// Why the engine cannot compute it, in plain English; nil if it can.
    package var unsupported: String? {
        if let reason = aggregate.unsupported { return reason }
        if let unknown, let reason = Aggregate.count(unknown.whereAny + unknown.unlessAny).unsupported { return reason }
        if fewest != nil, !aggregate.isOfSeveralRecords {
            return
                "'fewest' goes with means, deviations, quantiles and shares: others say by themselves how many they are of"
        }
        guard allowsTrainerDimensions else { return nil }
        // With a trainer dimension the engine sees the assignments in delivered sessions, these sessions and their
        // participants alone.
        return aggregate.recordSets.contains(where: \.reachesUndelivered)
            ? "trainer dimensions go with delivered sessions, their assignments and their participants only" : nil
    }

    /// The measure, if the engine can compute it.
    ///
    /// - Throws: ``RequestError/unsupportedMeasure(_:reason:)`` if it cannot.
    package func supported() throws(RequestError) -> Measure {
        if let unsupported { throw .unsupportedMeasure(id, reason: unsupported) }
        return self
    }
}
