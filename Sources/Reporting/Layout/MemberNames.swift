import Aggregation
import Support
import TrainingStats

/// Names the members of dimensions for people.
public struct MemberNames: Sendable {
    private let language: Language
    private let dataset: Dataset
    private let labels: [String: [String: BilingualText]]
    private let names: [String: [String: BilingualText]]

    /// Names in a language: `labels.csv` first, then the dataset's own, then the built-in wording.
    public init(_ dataset: Dataset, _ language: Language) {
        self.language = language
        self.dataset = dataset
        labels = dataset.labels
        let states = Dictionary(dataset.states.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        var names = MemberWording.members
        names["state"] = states
        names["host-state"] = states
        names["trainer-nationality"] = states
        names["topic"] = Dictionary(dataset.topics.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        names["course"] = Dictionary(dataset.courses.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        self.names = names
    }

    /// The name of a member; its code where it has none.
    public func callAsFunction(_ member: Summary.Member, of dimension: Dimension) -> String {
        switch member {
        case .total: return language(Phrase.total)
        case .other: return language(Phrase.rest)
        case .unknown: return language(Phrase.unknown)
        case .code(let code):
            let name = labels[dimension.id]?[code] ?? names[dimension.id]?[code]
            if let name { return name(language) }
            return dimension.isTime
                ? PeriodKind(rawValue: dimension.id).map { language.period(code, $0) } ?? code : code
        }
    }

    /// Filters in words: `State: Kuwait, Qatar; Sex: Female`.
    public func words(_ filters: [Filter]) -> String {
        let texts = filters.map { filter in
            guard let dimension = Dimension.named(filter.dimension) else { return filter.dimension }
            let members = filter.members.map { text -> String in
                let known: Summary.Member? = [.total, .unknown].first { $0.code == text }
                return self(known ?? .code(dimension.canonical(text, dataset)), of: dimension)
            }
            return dimension.heading(language) + ": " + language.list(members)
        }
        return texts.joined(separator: language(Phrase.listSemicolon))
    }
}
