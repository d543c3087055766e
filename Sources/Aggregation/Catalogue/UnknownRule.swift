/// When a figure is unknown though it could be worked out: nobody reported what it is made of.
package struct UnknownRule: Hashable, Sendable {
    /// Records of any of these sets have to be there.
    let whereAny: [RecordSet]
    /// No record of any of these is.
    let unlessAny: [RecordSet]

    /// For what only named persons can give: participants of training sessions were counted, and nobody of a set is named.
    static func whereOnlyCounted(unless named: RecordSet) -> UnknownRule {
        UnknownRule(whereAny: [.headcounts(.training, .attends, of: .one)], unlessAny: [named])
    }
}

extension Aggregate {
    /// The rule of a figure that only named persons can give: how often, how long or how many times over they took part in
    /// training.
    ///
    /// Not so for distinct persons, whose heading says that they are named, and for records that state a value, which say
    /// what a mean is made of.
    var usualUnknownRule: UnknownRule? {
        let sets: [RecordSet]
        switch self {
        case .count(let counted), .sum(let counted): sets = counted
        case .distinct(.trainee, let counted, let least) where least > 1: sets = counted
        case .per(.hoursPerDay, let figure, _): return figure.usualUnknownRule
        case .mean, .deviation, .quantile, .distinct, .persons, .ratio, .difference, .share, .intervalEnd, .per:
            return nil
        }
        guard let first = sets.first, reportedSessions == .training,
            sets.allSatisfy({ $0.table == .participations && !$0.asksWhatIsStated })
        else { return nil }
        let named = first.conditions.filter { $0 == .attends || $0 == .training }
        return .whereOnlyCounted(unless: RecordSet(.participations, named, of: .one))
    }
}

/// The sessions whose participants a figure is made of.
public enum ReportedSessions: Hashable, Sendable, CaseIterable {
    case training, ofAnyKind

    /// What the sessions have in common.
    var condition: Condition { self == .training ? .training : .delivered }

    /// For figures of a request without a dimension on persons: there were sessions of some members, and none of them is
    /// reported.
    func noneReported(of members: [Condition]) -> UnknownRule {
        let sessions = [condition] + members
        return UnknownRule(
            whereAny: [RecordSet(.sessions, sessions, of: .one)],
            unlessAny: [RecordSet(.sessions, sessions + [.reported], of: .one)])
    }

    /// With a dimension on persons nobody knows in which cell somebody is missing; but a group whose number is not known, and
    /// which is all that the cell has, is no group of nobody.
    var onlyGroupsWithoutNumber: UnknownRule {
        UnknownRule(
            whereAny: [.headcounts(condition, .not(.states(.participants)), of: .one)],
            unlessAny: [
                .participations(condition), .headcounts(condition, .states(.participants), of: .one),
            ])
    }
}

extension Aggregate {
    /// The sessions whose participants it is made of; nil if it is made of none.
    var reportedSessions: ReportedSessions? {
        let sets = recordSets.filter(\.isOfParticipants)
        guard !sets.isEmpty else { return nil }
        return sets.allSatisfy { $0.conditions.contains(.training) } ? .training : .ofAnyKind
    }

    /// The tests on members of sessions that all its records meet.
    var sharedSessionMembers: [Condition] {
        let sets = recordSets
        return (sets.first?.conditions ?? []).filter { condition in
            guard case .member(let test) = condition, test.reach == .session else { return false }
            return sets.allSatisfy { $0.conditions.contains(condition) }
        }
    }

    /// The sessions that it counts for the persons of a cell, if somebody of them attended; nil if it counts no sessions.
    var sessionsWithAttendance: ReportedSessions? {
        switch self {
        case .count(let sets), .sum(let sets), .distinct(_, let sets, _):
            guard sets.allSatisfy({ $0.table == .sessions || $0.table == .assignments }) else { return nil }
            return sets.allSatisfy { $0.conditions.contains(.training) } ? .training : .ofAnyKind
        case .mean, .deviation, .quantile, .persons, .ratio, .difference, .share, .intervalEnd, .per: return nil
        }
    }

    /// Whether it is unknown, and not 0, where no session is reported: counts and sums over participants.
    ///
    /// A count of the records that state a value says how many a mean is made of, and is 0 there.
    var needsReports: Bool {
        switch self {
        case .count(let sets), .sum(let sets), .distinct(_, let sets, _):
            sets.allSatisfy(\.isOfParticipants)
                && !sets.contains(where: \.asksWhatIsStated)
        case .persons: true
        case .per(.hoursPerDay, let figure, _): figure.needsReports
        case .mean, .deviation, .quantile, .ratio, .difference, .share, .intervalEnd, .per: false
        }
    }

    /// Whether a group adds nothing to it but its number.
    var takesNumbersOfGroups: Bool {
        recordSets.allSatisfy {
            $0.table != .headcounts || $0.quantity == .one || $0.quantity == .number(.participants)
        }
    }
}

extension RecordSet {
    /// Whether its records are of participants, named or counted.
    var isOfParticipants: Bool { table == .participations || table == .headcounts }

    /// Whether a record that does not state some number is none of them.
    var asksWhatIsStated: Bool {
        conditions.contains { if case .states = $0 { true } else { false } }
    }

    /// Those who were counted where this set has those who are named.
    var counterpart: RecordSet {
        let shared = conditions.filter { condition in
            if case .member(let test) = condition { return [.session, .profile].contains(test.reach) }
            return condition.reach == .session
        }
        return RecordSet(.headcounts, shared + [.attends], of: .number(.participants))
    }
}
