import Aggregation
import TrainingStats

/// Names the members of dimensions for people.
public struct MemberNames: Sendable {
    private let language: Language
    private let labels: [String: [String: BilingualText]]
    private let names: [String: [String: BilingualText]]

    /// Names in a language: `labels.csv` first, then the dataset's own, then the built-in wording.
    public init(_ dataset: Dataset, _ language: Language) {
        self.language = language
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
            return name?(language) ?? code
        }
    }
}
