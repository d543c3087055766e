import Support
import TrainingStats

/// Whether a record has one of some members of a dimension, as data; bound to a dataset it has the answers at hand.
package struct MemberTest: Hashable, Sendable {
    /// The dimension.
    package let dimension: Dimension
    /// The members, any of which will do, in any spelling; `_U` is the unknown.
    package let members: [String]
    /// The answers for a dataset; nil where none is at hand.
    var answers: MemberAnswers?

    init(_ dimension: Dimension, _ members: [String]) {
        self.dimension = dimension
        self.members = members
    }

    /// Tests are the same whether or not they are bound: requests bind each to the dataset that they are put to.
    package static func == (left: MemberTest, right: MemberTest) -> Bool {
        left.dimension.id == right.dimension.id && left.members.map { ByteKey($0) } == right.members.map { ByteKey($0) }
    }

    /// Hashes what makes tests the same.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(dimension.id)
        for member in members { hasher.combine(ByteKey(member)) }
    }

    /// The answers on a dataset, and the members that no record has.
    ///
    /// - Throws: ``RequestError`` for members that the dataset cannot have.
    func answers(
        on dataset: Dataset, profiles: [Profile], sharing lookups: inout SharedLookups
    ) throws(RequestError) -> (answers: MemberAnswers, missing: [String]) {
        let coded = lookups.codes(of: dimension, in: dataset, profiles: profiles)
        let (codes, missing) = try coded.admitted(members, of: dataset)
        var all = coded.codes
        // Values of rows are numbered from the unknown one on.
        if case .row = dimension.rule.codedEntity { all.insert(DimensionCodes.unknown, at: 0) }
        return (MemberAnswers(dimension.rule.codedEntity, isAdmitted: all.map(codes.contains)), missing)
    }

    /// What has to be seen of a participation before it can be answered.
    var reach: Condition.Reach {
        switch dimension.rule.codedEntity {
        case .session: .session
        case .profile, .age: .profile
        case .row(.status): .status
        // Person and session say which certificate it is.
        case .row(.certificate): .profile
        case .row: .record
        // No participation has a trainer.
        case .assignment: .record
        }
    }

    /// The number of rows that decides, if one does.
    var number: RecordNumber? { dimension.bandedNumber }

    /// The tables whose records have members of the dimension.
    var tables: [SourceRecord.Table] { dimension.tables }
}

/// For each coded entity of a dimension, whether it has one of some members.
///
/// It is a class, so that conditions hand it on by reference.
final class MemberAnswers: Sendable {
    /// What has an answer: sessions, profiles, assignments, ages, or values of rows.
    let entity: MemberRule.CodedEntity
    private let isAdmitted: [Bool]

    init(_ entity: MemberRule.CodedEntity, isAdmitted: [Bool]) {
        self.entity = entity
        self.isAdmitted = isAdmitted
    }

    /// The answer for an entity; a record without one has no member.
    @inline(always)
    subscript(position: Int) -> Bool { isAdmitted.indices.contains(position) && isAdmitted[position] }
}

extension Condition {
    /// The same condition with each test on members replaced.
    func mapMembers(_ bind: (MemberTest) -> MemberTest) -> Condition {
        switch self {
        case .member(let test): .member(bind(test))
        case .all(let parts): .all(parts.map { $0.mapMembers(bind) })
        case .any(let parts): .any(parts.map { $0.mapMembers(bind) })
        case .not(let part): .not(part.mapMembers(bind))
        default: self
        }
    }

    /// The tests on members in it.
    var memberTests: [MemberTest] { tests.compactMap { if case .member(let test) = $0 { test } else { nil } } }
}

extension RecordSet {
    /// The same records, each condition replaced.
    func mapConditions(_ change: (Condition) -> Condition) -> RecordSet {
        RecordSet(table, conditions.map(change), of: quantity)
    }
}

extension Aggregate {
    /// The same aggregate with each condition replaced.
    func mapConditions(_ change: (Condition) -> Condition) -> Aggregate {
        func changed(_ sets: [RecordSet]) -> [RecordSet] { sets.map { $0.mapConditions(change) } }
        return switch self {
        case .count(let sets): .count(changed(sets))
        case .sum(let sets): .sum(changed(sets))
        case .mean(let set): .mean(set.mapConditions(change))
        case .deviation(let set): .deviation(set.mapConditions(change))
        case .quantile(let quantile, let set): .quantile(quantile, set.mapConditions(change))
        case .distinct(let entity, let sets, let least): .distinct(entity, changed(sets), atLeast: least)
        case .persons(let bound, let named, let counted):
            .persons(bound, named: named.mapConditions(change), counted: counted.mapConditions(change))
        case .ratio(let upper, let lower): .ratio(upper.mapConditions(change), over: lower.mapConditions(change))
        case .difference(let upper, let lower):
            .difference(upper.mapConditions(change), minus: lower.mapConditions(change))
        case .share(let condition, let set): .share(change(condition), of: set.mapConditions(change))
        case .intervalEnd(let end, let condition, let set):
            .intervalEnd(end, change(condition), of: set.mapConditions(change))
        case .per(let reference, let figure, let times): .per(reference, figure.mapConditions(change), times: times)
        }
    }

    /// All conditions that it puts to records.
    var conditions: [Condition] { recordSets.flatMap(\.conditions) + shareConditions }
}

extension Measure {
    /// The tests on members that it puts to records.
    package var memberTests: [MemberTest] {
        let ofRule = unknown.map { $0.whereAny + $0.unlessAny } ?? []
        return (aggregate.conditions + ofRule.flatMap(\.conditions) + knowing).flatMap(\.memberTests)
    }

    /// The same measure with each test on members replaced.
    func mapMembers(_ bind: (MemberTest) -> MemberTest) -> Measure {
        var measure = mapConditions { $0.mapMembers(bind) }
        measure.knowing = knowing.map { $0.mapMembers(bind) }
        return measure
    }

    /// The same measure with each condition that it puts to its records replaced.
    func mapConditions(_ change: (Condition) -> Condition) -> Measure {
        var measure = self
        measure.aggregate = aggregate.mapConditions(change)
        measure.unknown = unknown.map { rule in
            UnknownRule(
                whereAny: rule.whereAny.map { $0.mapConditions(change) },
                unlessAny: rule.unlessAny.map { $0.mapConditions(change) })
        }
        return measure
    }
}
