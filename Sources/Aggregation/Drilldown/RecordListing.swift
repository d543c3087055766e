import Support
import TrainingStats

/// The records behind a measure, and how they are listed: derived from how they make it.
package struct RecordListing: Hashable, Sendable {
    /// How the listed records make the figure.
    package enum Form: Hashable, Sendable {
        /// The distinct values of a field are counted.
        case distinct(RecordField)
        /// The distinct values of a field are counted, and the participants of groups: at most all of these are persons of
        /// their own, and at least those are whom one session has.
        case persons(RecordField)
        /// Records are counted, a group as often as it says.
        case count
        /// A field is added up; a record that does not state it is listed with an empty one.
        case sum(RecordField)
        /// A mean, deviation or quantile of a field; records that do not state it are not listed.
        case statistic(RecordField)
        /// The sum of the numerators over that of the denominators.
        case ratio
        /// The number of distinct values of one field over that of another.
        case distinctRatio(RecordField, RecordField)
        /// The sum of the numerators over the number of persons in records that have a denominator.
        case perPerson
        /// One side over another, of records that can have both a numerator and a denominator.
        case sides(Side, over: Side)

        /// Whether records have a numerator and a denominator.
        var hasSides: Bool {
            switch self {
            case .ratio, .perPerson, .sides: true
            case .distinct, .persons, .count, .sum, .statistic, .distinctRatio: false
            }
        }
    }

    /// How a side of a quotient is found in the column that is its own.
    package enum Side: Hashable, Sendable {
        /// The column is added up.
        case sum
        /// The distinct values of a field are counted in the records that have a number in the column.
        case distinct(RecordField)
        /// The list does not give it: who is counted depends on how often he or she is listed.
        case elsewhere

        /// The field whose values are counted, if they are.
        var field: RecordField? { if case .distinct(let field) = self { field } else { nil } }
    }

    /// What a record adds to one side of a rate.
    indirect enum Contribution: Hashable, Sendable {
        case nothing
        case quantity(Quantity)
        /// 1 if the condition holds, else 0.
        case oneIf(Condition)
        /// A quantity, if the condition holds.
        case quantityIf(Condition, Quantity)
        /// What another contribution is, if the condition holds.
        case amountIf(Condition, Contribution)
        /// One less another, where there is either.
        case less(Contribution, Contribution)
    }

    /// Records of one table that are listed.
    struct Part: Hashable, Sendable {
        let set: RecordSet
        /// What a record adds to a count, a sum or a numerator.
        var numerator: Contribution
        /// What a record adds to a denominator.
        var denominator = Contribution.nothing
        /// Whether records that do not state their quantity are left out.
        var leavesOutThoseNotStating = false
    }

    /// How the listed records make the figure.
    package let form: Form
    /// The columns of the list, but for the record's place.
    package let columns: [RecordField]
    let parts: [Part]
    /// Whether participants, named or counted, are among the records.
    package var hasParticipants: Bool {
        parts.contains { [.participations, .headcounts, .followups].contains($0.set.table) }
    }

    /// Whether some of the records have members of a dimension.
    package func has(_ dimension: Dimension) -> Bool {
        parts.contains { dimension.tables.contains($0.set.table) }
    }
    /// Whether answers to evaluation forms are among the records.
    package var hasEvaluations: Bool { parts.contains { $0.set.table == .evaluations } }
    /// Whether follow-ups are among the records.
    package var hasFollowUps: Bool { parts.contains { $0.set.table == .followups } }

    /// Whether amounts of money are among what it adds up.
    package var isOfAmounts: Bool { parts.contains { $0.set.numbers.contains(where: \.isAmount) } }

    /// How many records a person must have for any of them to be listed.
    let recordsPerPerson: Int

    init(of aggregate: Aggregate) {
        let form = Self.form(of: aggregate)
        self.form = form
        parts = Self.parts(of: aggregate)
        recordsPerPerson = if case .distinct(.trainee, _, let least) = aggregate { least } else { 1 }
        let (first, last): ([RecordField], [RecordField]) =
            switch form {
            case .distinct(let field), .persons(let field): ([field], [])
            case .count: ([], parts.contains { $0.set.table == .headcounts } ? [.counts] : [])
            case .sum(let field), .statistic(let field): ([], [field])
            case .ratio, .perPerson: ([], [.numerator, .denominator])
            case .sides(let upper, let lower): ([upper, lower].compactMap(\.field), [.numerator, .denominator])
            case .distinctRatio: ([], [])
            }
        let all = first + parts.flatMap(\.set.table.identifiers) + Self.shown(parts, form) + last
        columns = all.reduce(into: []) { columns, field in
            if !columns.contains(where: { $0.id == field.id }) { columns.append(field) }
        }
    }

    private static func form(of aggregate: Aggregate) -> Form {
        switch aggregate {
        case .count: return .count
        case .sum(let sets): return .sum(.quantity(sets.first?.quantity ?? .one))
        case .mean(let set), .deviation(let set), .quantile(_, let set): return .statistic(.quantity(set.quantity))
        case .distinct(let entity, _, _): return .distinct(RecordField(entity))
        case .persons: return .persons(.trainee)
        case .ratio(let upper, over: let lower): return form(of: upper, over: lower)
        case .difference: return .sum(.numerator)
        case .share, .intervalEnd: return .ratio
        case .per(_, let figure, _): return form(of: figure)
        }
    }

    private static func form(of upper: Aggregate, over lower: Aggregate) -> Form {
        let haveTablesInCommon = upper.recordSets.contains { set in
            lower.recordSets.contains { $0.table == set.table }
        }
        switch (side(upper), side(lower)) {
        case (.sum, .sum): return .ratio
        case (.sum, .distinct(.trainee)):
            if case .persons = lower { return .perPerson }
        case (.distinct(let upper), .distinct(let lower)) where !haveTablesInCommon:
            // Each record belongs to the side that it names.
            return .distinctRatio(upper, lower)
        default: break
        }
        return .sides(side(upper), over: side(lower))
    }

    private static func side(_ aggregate: Aggregate) -> Side {
        switch aggregate {
        case .persons: .distinct(.trainee)
        case .distinct(let entity, _, let least): least == 1 ? .distinct(RecordField(entity)) : .elsewhere
        case .count, .sum, .mean, .deviation, .quantile, .ratio, .difference, .share, .intervalEnd, .per: .sum
        }
    }

    private static func parts(of aggregate: Aggregate) -> [Part] {
        switch aggregate {
        case .count(let sets), .sum(let sets), .distinct(_, let sets, _):
            return sets.map { Part(set: $0, numerator: .quantity($0.quantity)) }
        case .persons(_, let named, let counted):
            return [named, counted].map { Part(set: $0, numerator: .quantity($0.quantity)) }
        case .mean(let set), .deviation(let set), .quantile(_, let set):
            return [Part(set: set, numerator: .quantity(set.quantity), leavesOutThoseNotStating: true)]
        case .share(let condition, let set), .intervalEnd(_, let condition, let set):
            return [Part(set: set, numerator: .oneIf(condition), denominator: .quantity(.one))]
        case .per(_, let figure, _): return parts(of: figure)
        case .difference(let upper, minus: let lower):
            return parts(of: lower).reduce(into: parts(of: upper)) { $0.subtract($1) }
        case .ratio(let upper, over: let lower):
            // Records that are on both sides are listed once.
            return parts(of: lower).reduce(into: parts(of: upper)) { parts, part in
                let known = parts.firstIndex {
                    $0.set.table == part.set.table && $0.set.conditions == part.set.conditions
                }
                let wider = parts.firstIndex { $0.set.table == part.set.table && part.set.isPart(of: $0.set) }
                if let known {
                    parts[known].denominator = part.numerator
                } else if let wider {
                    parts[wider].denominator = .quantityIf(.all(part.set.conditions), part.set.quantity)
                } else if let other = parts.firstIndex(where: {
                    $0.set.table == part.set.table && $0.denominator == .nothing
                }) {
                    parts[other] = parts[other].beside(part)
                } else {
                    parts.append(Part(set: part.set, numerator: .nothing, denominator: part.numerator))
                }
            }
        }
    }

    /// What is shown of the records besides, so that a reader can follow: of sessions the course and the last day, and the
    /// numbers that are compared or taken from each other.
    private static func shown(_ parts: [Part], _ form: Form) -> [RecordField] {
        var fields: [RecordField] = []
        if !form.hasSides, parts.allSatisfy({ $0.set.table == .sessions }) {
            fields += [.course, .endDate]
        }
        for part in parts {
            let numbers = part.set.quantity.numbers
            if numbers.count > 1 { fields += numbers.map { .number($0) } }
            if case .oneIf(let condition) = part.numerator { fields += condition.comparedNumbers.map { .number($0) } }
        }
        return fields
    }
}

extension [RecordListing.Part] {
    /// Takes away what records of another part add; records that both have are listed once.
    fileprivate mutating func subtract(_ part: RecordListing.Part) {
        let known = firstIndex { $0.set.table == part.set.table && $0.set.conditions == part.set.conditions }
        if let known {
            self[known].numerator = .less(self[known].numerator, part.numerator)
        } else if let other = firstIndex(where: { $0.set.table == part.set.table }) {
            let (ofUpper, ofLower) = (Condition.all(self[other].set.conditions), Condition.all(part.set.conditions))
            self[other] = RecordListing.Part(
                set: RecordSet(part.set.table, [.any([ofUpper, ofLower])], of: .one),
                numerator: .less(.amountIf(ofUpper, self[other].numerator), .amountIf(ofLower, part.numerator)))
        } else {
            append(RecordListing.Part(set: part.set, numerator: .less(.nothing, part.numerator)))
        }
    }
}

extension RecordListing.Part {
    /// The records of the upper side with those of the lower one: each is listed once, and has what it adds to either.
    fileprivate func beside(_ lower: RecordListing.Part) -> RecordListing.Part {
        let (ofUpper, ofLower) = (Condition.all(set.conditions), Condition.all(lower.set.conditions))
        return RecordListing.Part(
            set: RecordSet(set.table, [.any([ofUpper, ofLower])], of: .one),
            numerator: .amountIf(ofUpper, numerator), denominator: .quantityIf(ofLower, lower.set.quantity))
    }
}

extension Measure {
    /// The records that it is made of, as they are listed.
    package var listing: RecordListing { RecordListing(of: aggregate) }
}

extension RecordSet {
    /// Whether each of its records is one of another set, as far as conditions say so by themselves.
    fileprivate func isPart(of other: RecordSet) -> Bool {
        other.conditions.allSatisfy { condition in
            conditions.contains(condition) || condition == .delivered && conditions.contains(where: \.impliesDelivered)
        }
    }
}

extension SourceRecord.Table {
    /// The fields by which people know its records.
    fileprivate var identifiers: [RecordField] {
        switch self {
        case .sessions: [.session]
        case .assignments: [.trainer, .session]
        case .participations: [.trainee, .session, .status]
        case .headcounts: [.session, .number(.participants)]
        case .evaluations: [.session, .number(.evaluationValue)]
        case .followups: [.trainee, .session]
        }
    }
}
