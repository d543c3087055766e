/// What a share, or one number of persons over another, asks of its base: of which dimensions a record must tell its member.
extension Aggregate {
    /// The dimensions whose members tell which part of the base is meant; none where the unknown is itself asked for.
    var dimensionsOfCases: [Dimension] {
        let tests: [MemberTest]
        switch self {
        case .share(let condition, of: _): tests = condition.memberTests
        case .ratio(.distinct(.trainee, let cases, atLeast: 1), over: .distinct(.trainee, let base, atLeast: 1)):
            let ofAll = base.flatMap(\.conditions)
            tests = cases.flatMap(\.conditions).filter { !ofAll.contains($0) }.flatMap(\.memberTests)
        default: return []
        }
        var dimensions: [Dimension] = []
        for test in tests
        where !test.members.contains("_U") && !dimensions.contains(where: { $0.id == test.dimension.id }) {
            dimensions.append(test.dimension)
        }
        return dimensions
    }
}

extension Measure {
    /// The dimensions whose members tell which part of its base is meant.
    package var dimensionsOfCases: [Dimension] { aggregate.dimensionsOfCases }

    /// The conditions that records meet whose members in these dimensions are known.
    static func knowing(_ dimensions: [Dimension]) -> [Condition] {
        dimensions.map { .not(.member(MemberTest($0, ["_U"]))) }
    }
}

extension RecordSet {
    /// The same records, and those whose members in some dimensions are not known or that do not state a number.
    func withUnknown(in dimensions: [Dimension]) -> RecordSet {
        let known = Measure.knowing(dimensions)
        let kept = withThoseNotStating.conditions.filter { condition in
            if case .known(let property) = condition { return !dimensions.contains { $0.id == property.dimension } }
            return !known.contains(condition)
        }
        return RecordSet(table, kept, of: .one)
    }
}

extension Aggregate {
    /// The sums that a quotient or a difference is made of; none of what is a sum itself.
    package var summedParts: [Aggregate] {
        switch self {
        case .ratio(let upper, over: let lower), .difference(let upper, minus: let lower):
            [upper, lower].flatMap { part in if case .sum = part { [part] } else { part.summedParts } }
        case .per(_, let figure, _): figure.summedParts
        case .count, .sum, .mean, .deviation, .quantile, .distinct, .persons, .share, .intervalEnd: []
        }
    }
}
