import Support

/// Which records a request is about where they do not say whether they belong to it.
///
/// A record does not say so where its member of a dimension that is asked for is not known, or where a period is given and its
/// session has no end.
public enum Extent: Hashable, Sendable {
    /// As tables count them: those with a member that is named, and those that do not have one that is left out.
    case stated
    /// All that can belong.
    case possible
    /// Those alone that certainly belong.
    case certain

    /// The codes that a filter admits.
    func admitted(_ codes: Set<Int32>, by filter: Filter, on dimension: Dimension) -> Set<Int32> {
        // Who names the unknown asks for it, or for the known.
        guard dimension.canBeUnknown, !filter.members.holds("_U") else { return codes }
        return switch self {
        case .stated: codes
        case .possible: codes.union([DimensionCodes.unknown])
        case .certain: codes.subtracting([DimensionCodes.unknown])
        }
    }
}

extension Dimension {
    /// Whether a record without a member of it has one that nobody knows: a participation without a certificate has none.
    fileprivate var canBeUnknown: Bool { rule.codedEntity != .row(.certificate) }
}

extension Condition {
    /// The same condition, met by the records of an extent.
    fileprivate func met(in extent: Extent, isNegated: Bool = false) -> Condition {
        switch self {
        case .member(let test):
            let admitsUnknown = extent == (isNegated ? .certain : .possible)
            guard admitsUnknown, test.dimension.canBeUnknown, !test.members.contains("_U") else { return self }
            return .member(MemberTest(test.dimension, test.members + ["_U"]))
        case .all(let parts): return .all(parts.map { $0.met(in: extent, isNegated: isNegated) })
        case .any(let parts): return .any(parts.map { $0.met(in: extent, isNegated: isNegated) })
        case .not(let part): return .not(part.met(in: extent, isNegated: !isNegated))
        default: return self
        }
    }
}

extension Measure {
    /// The same measure of the records of an extent.
    func of(_ extent: Extent) -> Measure { extent == .stated ? self : mapConditions { $0.met(in: extent) } }

    /// Whether its own conditions leave open in an extent which records belong to it.
    package func isOther(in extent: Extent) -> Bool { of(extent) != self }

    /// Whether it can only become larger, or stay, where more records belong to it.
    package var growsWithRecords: Bool { aggregate.growsWithRecords }
}

extension Aggregate {
    fileprivate var growsWithRecords: Bool {
        switch self {
        case .count, .distinct, .persons: true
        case .sum(let sets): sets.allSatisfy(\.quantity.isNeverNegative)
        case .per(.hoursPerDay, let figure, _): figure.growsWithRecords
        case .mean, .deviation, .quantile, .ratio, .difference, .share, .intervalEnd, .per: false
        }
    }
}
