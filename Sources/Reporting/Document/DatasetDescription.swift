import Aggregation
import Support
import TrainingStats

/// What reports need to know of a dataset besides the answers to their requests: how it is set up, what its members are
/// called, and what it can fill. It holds no records.
package struct DatasetDescription: Sendable {
    /// What `dataset.json` says.
    package let settings: DatasetSettings
    /// The published figures, in the order of `published.csv`.
    package let published: [PublishedFigure]
    /// Whether there is a `published.csv`.
    package let hasPublishedFigures: Bool
    /// The days on which sessions end, whether delivered or not, each once and in order.
    package let sessionEnds: [CivilDate]
    /// The last day on which a session ends that was delivered by the reporting day; nil where none is known.
    let lastDelivery: CivilDate?
    /// What the dataset has of what tables may need.
    private let available: Set<Need>
    /// Names from `labels.csv`, and those of states, topics and courses, by dimension and code.
    private let labels, names: [String: [String: BilingualText]]
    /// The members of dimensions that can have no others, and the members that people expect first.
    private let closedMembers, firstMembers: [String: [String]]
    private let spellings: [String: [String: String]]
    private let states: [GulfState]

    /// The description of a dataset as of a reporting day.
    package init(_ dataset: Dataset, today: CivilDate) {
        settings = dataset.settings
        published = dataset.published
        hasPublishedFigures = dataset.tables.published
        sessionEnds = Set(dataset.sessions.compactMap(\.end)).sorted()
        lastDelivery = dataset.sessions.lazy.filter { $0.isDelivered(by: today) }.compactMap(\.end).max()
        available = Set(Need.allCases.filter { $0.isMet(by: dataset) })
        labels = dataset.labels
        spellings = dataset.spellings
        states = dataset.states
        let stateNames = Self.first(dataset.states.map { ($0.code, $0.name) })
        var names = MemberWording.members
        for dimension in Dimension.catalogue where dimension.hasStates { names[dimension.id] = stateNames }
        names["topic"] = Self.first(dataset.topics.map { ($0.code, $0.name) })
        names["course"] = Self.first(dataset.courses.map { ($0.id, $0.title) })
        self.names = names
        closedMembers = Self.first(
            Dimension.catalogue.compactMap { dimension in
                dimension.members(of: dataset).map { (dimension.id, $0) }
            })
        firstMembers = Self.first(
            Dimension.catalogue.compactMap { dimension in
                dimension.order(in: dataset).map { (dimension.id, $0) }
            })
    }

    /// Whether the dataset has what a table needs.
    func has(_ need: Need) -> Bool { available.contains(need) }

    /// The measure of how many came: distinct persons if the dataset names them, else participations.
    package var measureOfPersons: String { ReportCatalogue.persons.measure(for: self) ?? "participations" }

    /// The name of a member; `labels.csv` goes before the dataset's own tables, these before the built-in wording.
    func name(of code: String, in dimension: Dimension) -> BilingualText? {
        labels[dimension.id]?[code] ?? names[dimension.id]?[code]
    }

    /// The codes that a dimension can have, in the order in which people expect them; nil where the records decide.
    func members(of dimension: Dimension) -> [String]? { closedMembers[dimension.id] }

    /// The codes that people expect first, in their order; nil where they expect none.
    func firstMembers(of dimension: Dimension) -> [String]? { firstMembers[dimension.id] }

    /// The code of a member that is given by any of its spellings.
    func canonical(_ member: String, in dimension: Dimension) -> String {
        dimension.canonical(member, spellings: spellings, states: states)
    }

    /// Finds out whether the dataset can have the members that a request's filters name.
    ///
    /// - Throws: `RequestError` for one that it cannot have, and for requests that have no meaning on any dataset.
    package func validate(_ request: SummaryRequest) throws(RequestError) {
        try request.validate(members: members(of:), canonical: { canonical($1, in: $0) })
    }

    /// Of several entries with one key the first counts.
    private static func first<Value>(_ entries: [(String, Value)]) -> [String: Value] {
        Dictionary(entries, uniquingKeysWith: { first, _ in first })
    }
}

extension Need {
    fileprivate func isMet(by dataset: Dataset) -> Bool {
        switch self {
        case .persons: dataset.tables.participations
        case .trainers: dataset.tables.trainers
        case .topics: dataset.courses.contains { $0.topic != nil }
        case .seats: dataset.sessions.contains { $0.capacity != nil }
        }
    }
}
