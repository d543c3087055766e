import Support
import TrainingStats

/// How the value of a measure follows from what a plan has collected.
struct FigurePlan: Sendable {
    /// Where a part of a count is found.
    enum CountPart: Hashable, Sendable {
        /// The rows of a selection: in the counters of its classes.
        case selection(Int)
        case counter(Int)
        /// The records that a sum knows to state the value, or that could.
        case stated(Int)
        case applicable(Int)
        /// The values that moments have taken in.
        case taken(Int)
        /// Distinct entities.
        case items(Int)
        /// Sessions, assignments, or what they name.
        case sessionCount(Int)
        case persons(Int, threshold: Int)
    }

    /// How the value is worked out; the numbers say where in the plan it is made from.
    indirect enum Recipe: Sendable {
        case count([CountPart])
        case sum([Int])
        case mean(Int)
        case meanQuotient(Int)
        case deviation(Int)
        case quantile(Aggregate.Quantile, Int)
        case persons(PersonsPlan)
        case ratio(Recipe, over: Recipe)
        case difference(Recipe, minus: Recipe)
        case share(numerator: [CountPart], denominator: [CountPart])
        case intervalEnd(Aggregate.IntervalEnd, numerator: [CountPart], denominator: [CountPart])
        case per(Aggregate.Reference, Recipe, times: Int)
        /// A side of a quotient, unknown where one of some rules holds.
        case unless([UnknownPlan], Recipe)
    }

    /// A number of persons that lies between bounds where some are named and others counted.
    struct PersonsPlan: Sendable {
        struct Bounds: Sendable {
            let named: [CountPart]
            /// Where the most are found that one session proves; nil where nobody was counted.
            let inOneSession: Int?
            let most: [CountPart]
        }

        let bound: Aggregate.PersonBound
        let bounds: Bounds
        /// The bounds that say whether the number is open.
        let boundsOfAll: Bounds
        /// When it is unknown, even as a bound.
        let unknown: UnknownPlan?

        /// The bounds of all in a group, if they differ.
        func openBounds(in group: GroupFigures) -> Summary.PersonBounds? {
            let (least, most) = (group.least(boundsOfAll), group.count(boundsOfAll.most))
            guard unknown?.holds(in: group) != true else { return nil }
            return least == most ? nil : .init(least: least, most: most)
        }
    }

    /// When the value is unknown.
    struct UnknownPlan: Sendable {
        let whereAny: [CountPart]
        let unlessAny: [CountPart]

        func holds(in group: GroupFigures) -> Bool { group.count(whereAny) > 0 && group.count(unlessAny) == 0 }
    }

    /// How many records state what is summed or averaged, of those that could.
    struct CoveragePlan: Sendable {
        let stated: [CountPart]
        let applicable: [CountPart]
        /// Those who could as well, and were only counted.
        let counted: [CountPart]
        var unit = Coverage.Unit.records

        func coverage(in group: GroupFigures) -> Coverage {
            let counted = group.count(counted)
            return Coverage(
                stated: group.count(stated), applicable: group.count(applicable) + counted,
                unit: unit == .records && counted > 0 ? .participations : unit)
        }
    }

    let recipe: Recipe
    /// Whether a sum is shown as a whole number.
    let showsWhole: Bool
    let unknown: [UnknownPlan]
    /// Of how many records it must be to be given; nil if it is always given.
    let fewest: Int?
    let coverage: CoveragePlan?

    /// The value of a group of cells.
    func value(in group: GroupFigures) -> Value {
        if unknown.contains(where: { $0.holds(in: group) }) || isOfTooFew(in: group) { return .unknown }
        let value = recipe.value(in: group)
        guard showsWhole, case .decimal(let sum) = value, let whole = sum.whole else { return value }
        return .count(whole)
    }

    /// Whether it is a mean or share of some records, and of fewer than it must be.
    private func isOfTooFew(in group: GroupFigures) -> Bool {
        guard let fewest, let records = recipe.records(in: group) else { return false }
        return records > 0 && records < fewest
    }
}

extension FigurePlan {
    /// The bounds between which a number of persons lies in a group, if it is one and they differ.
    func bounds(in group: GroupFigures) -> Summary.PersonBounds? {
        if case .persons(let persons) = recipe { persons.openBounds(in: group) } else { nil }
    }
}

extension FigurePlan.Recipe {
    /// The value as a side of a quotient: a number of persons is unknown there if its bounds differ.
    private func side(in group: GroupFigures) -> Value {
        if case .persons(let persons) = self, persons.openBounds(in: group) != nil { return .unknown }
        return value(in: group)
    }

    /// Of how many records a mean or share is; nil of other figures.
    fileprivate func records(in group: GroupFigures) -> Int? {
        switch self {
        case .mean(let slot), .deviation(let slot): group.moments(slot).count
        case .meanQuotient(let slot): group.quotients(slot).count
        case .quantile(_, let slot): group.distribution(slot).count
        case .share(_, let denominator), .intervalEnd(_, _, let denominator): group.count(denominator)
        case .count, .sum, .persons, .ratio, .difference, .per, .unless: nil
        }
    }

    fileprivate func value(in group: GroupFigures) -> Value {
        switch self {
        case .count(let parts): return .count(group.count(parts))
        case .sum(let slots): return group.sum(slots).value
        case .mean(let slot): return .optional(group.moments(slot).mean)
        case .meanQuotient(let slot): return .optional(group.quotients(slot).mean)
        case .deviation(let slot): return .optional(group.moments(slot).standardDeviation)
        case .quantile(let quantile, let slot): return .optional(group.distribution(slot).quantile(quantile))
        case .persons(let persons):
            if persons.unknown?.holds(in: group) == true { return .unknown }
            return .count(
                persons.bound == .least ? group.least(persons.bounds) : group.count(persons.bounds.most))
        case .ratio(let upper, over: let lower):
            let divisor = lower.side(in: group)
            if case .persons = lower, divisor == .unknown { return .unknown }
            return Value.ratio(upper.side(in: group), over: divisor)
        case .difference(let upper, minus: let lower):
            return Value.difference(upper.side(in: group), minus: lower.side(in: group))
        case .share(let numerator, let denominator):
            return .ratio(.count(group.count(numerator)), over: .count(group.count(denominator)))
        case .intervalEnd(let end, let numerator, let denominator):
            let interval = Proportion(numerator: group.count(numerator), denominator: group.count(denominator)).interval
            return .optional(end == .lower ? interval?.lowerBound : interval?.upperBound)
        case .per(let reference, let figure, let times):
            guard let number = group.reference(reference) else { return .notApplicable }
            return Value.ratio(figure.side(in: group), over: number, times: times)
        case .unless(let rules, let figure):
            return rules.contains { $0.holds(in: group) } ? .unknown : figure.value(in: group)
        }
    }
}

extension Value {
    /// One figure over another, rounded once; not applicable if that is 0 or not known.
    static func ratio(_ upper: Value, over lower: Value, times: Int = 1) -> Value {
        if case .count(let upper) = upper, case .count(let lower) = lower {
            guard lower != 0 else { return .notApplicable }
            return .real(Double(quotient: Int128(upper) * Int128(times), Int128(lower)))
        }
        guard upper != .notApplicable, let lower = lower.millionths, lower != 0 else { return .notApplicable }
        guard let upper = upper.millionths else { return .unknown }
        return .real(Double(quotient: upper * Int128(times), lower))
    }

    /// One figure less another, exact; unknown where either is.
    static func difference(_ upper: Value, minus lower: Value) -> Value {
        if case .count(let upper) = upper, case .count(let lower) = lower { return .count(upper - lower) }
        guard upper != .notApplicable, lower != .notApplicable else { return .notApplicable }
        guard let upper = upper.millionths, let lower = lower.millionths else { return .unknown }
        return .decimal(ExactDecimal(millionths: upper - lower))
    }

    private var millionths: Int128? {
        switch self {
        case .count(let count): Int128(count) * ExactDecimal.scale
        case .decimal(let decimal): decimal.millionths
        case .real, .unknown, .notApplicable: nil
        }
    }
}
