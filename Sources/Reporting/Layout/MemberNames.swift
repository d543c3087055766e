import Aggregation
import Support
import TrainingStats

/// Names the members of dimensions for people.
package struct MemberNames: Sendable {
    private let dataset: DatasetDescription
    private let language: Language

    /// The measures and dimensions of the dataset.
    var catalogue: Catalogue { dataset.catalogue }

    /// Names for the members of a dataset in one language.
    package init(_ dataset: DatasetDescription, _ language: Language) {
        self.language = language
        self.dataset = dataset
    }

    /// The source line under charts: the title of the dataset; empty if it has none.
    var source: String {
        dataset.settings.title.map { language(ChartSentence.dataOfChart, ["dataset": $0(language)]) } ?? ""
    }

    /// The dimension of an identifier, or nil.
    package func dimension(_ id: String) -> Dimension? { catalogue.dimension(id) }

    /// The name of a member, or its code if it has no name.
    package func callAsFunction(_ member: Summary.Member, of dimension: Dimension) -> String {
        switch member {
        case .total: return language(Phrase.total)
        case .other: return language(Phrase.rest)
        case .unknown: return language(Phrase.unknown)
        case .code(let code) where dimension.isOfPersons:
            // Two persons can have one name.
            return dataset.personName(of: code, in: dimension).map { "\($0) (\(code))" } ?? code
        case .code(let code):
            if let name = dataset.name(of: code, in: dimension) { return name(language) }
            return dimension.partsOfCalendar.map { language.period(code, $0) } ?? code
        }
    }

    /// The name of the member that a code of data output stands for.
    func callAsFunction(code: String, of dimension: Dimension) -> String {
        let special: Summary.Member? = [.total, .other, .unknown].first { $0.code == code }
        return self(special ?? .code(code), of: dimension)
    }

    /// The name of a member by any of its spellings, as filters have them.
    package func words(of text: String, in dimension: Dimension) -> String {
        let known: Summary.Member? = [.total, .unknown].first { $0.code == text }
        return self(known ?? .code(dataset.canonical(text, in: dimension)), of: dimension)
    }

    /// The members of a filter: `Kuwait, Qatar`, `all but Kuwait`, `all that are known`, `containing 'navy'`.
    private func words(of filter: Filter, in dimension: Dimension) -> String {
        switch filter.choice {
        case .named: return language.list(filter.members.map { words(of: $0, in: dimension) })
        case .allBut where filter.members == [Summary.Member.unknown.code]: return language(SelectionSentence.allKnown)
        case .allBut:
            return language(
                SelectionSentence.allBut,
                ["members": language.list(filter.members.map { words(of: $0, in: dimension) })])
        case .containing:
            let texts = filter.members.map { language(SelectionSentence.quotedMember, ["member": $0]) }
            return language(SelectionSentence.containing, ["texts": texts.joined(separator: language(Phrase.listOr))])
        }
    }

    /// Filters as text: `State: Kuwait, Qatar; Sex: Female`.
    package func words(_ filters: [Filter]) -> String {
        let texts = filters.map { filter in
            guard let dimension = dimension(filter.dimension) else { return filter.dimension }
            return dimension.heading(language) + ": " + words(of: filter, in: dimension)
        }
        return texts.joined(separator: language(Phrase.listSemicolon))
    }
}
