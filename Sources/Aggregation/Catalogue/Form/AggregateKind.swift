/// The kinds of aggregates in the written form, each with the keys that stand beside it.
enum AggregateKind: String, CaseIterable {
    case count, sum, mean, deviation, quantile, distinct, persons, ratio, difference, share, per

    /// A key: its name, what it means, and whether it must be there.
    typealias Key = (name: String, meaning: String, isRequired: Bool)

    /// The keys of an aggregate of this kind, that of its kind first.
    var keys: [Key] {
        let own: Key = (rawValue, meaning, true)
        let records: Key = ("of", "the records, such as \"trained-participations\"", true)
        let condition: Key = ("where", "conditions that the records meet", false)
        return switch self {
        case .count: [own, condition]
        case .sum, .mean, .deviation, .share: [own, records, condition]
        case .quantile: [own, records, condition, ("at", "the share of the records below it, such as 0.5", true)]
        case .distinct: [own, records, condition, ("atLeast", "in how many records each is named, or more", false)]
        case .persons:
            [
                own, ("named", "the named ones (default: trained-participations)", false),
                ("counted", "those who were counted (default: training-headcounts)", false), condition,
            ]
        case .ratio, .difference: [own]
        case .per:
            [
                own, ("figure", "what is divided", true),
                ("times", "a whole number that the result is multiplied by", false),
            ]
        }
    }

    /// What stands behind the key of the kind.
    private var meaning: String {
        switch self {
        case .count: "the records that are counted"
        case .sum, .mean, .deviation, .quantile: "the number, such as \"hours\""
        case .distinct: "what is counted once, such as \"trainee\""
        case .persons: "\"least\" or \"most\""
        case .ratio: "the two sides"
        case .difference: "the two figures, the second being taken from the first"
        case .share: "the condition that the cases meet"
        case .per: "\"hours-per-day\" or \"population\""
        }
    }
}
