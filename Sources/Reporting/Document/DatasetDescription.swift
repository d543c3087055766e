import Aggregation
import Support
import TrainingStats

/// What reports need to know about a dataset besides the answers to their requests: its settings, the names of its
/// members, and which tables it can fill.
///
/// It holds no records.
package struct DatasetDescription: Sendable {
    /// The settings in `dataset.json`.
    package let settings: DatasetSettings
    /// The measures and dimensions that requests on the dataset can name.
    package var catalogue: Catalogue
    /// The targets, in the order of `targets.csv`.
    package let targets: [Target]
    /// Whether there is a `targets.csv`.
    package let hasTargets: Bool
    /// The published figures, in the order of `published.csv`.
    package let published: [PublishedFigure]
    /// Whether there is a `published.csv`.
    package let hasPublishedFigures: Bool
    /// The requirements, and the sessions that can meet them; nil without a table of requirements.
    package let requirements: RequirementRecords?
    /// Whether amounts of some sessions were converted to the dataset's currency.
    package let convertsAmounts: Bool
    /// The days of sessions, delivered or not, without repetition, in no order.
    package let sessionDays: [SessionDays]
    /// The same of sessions delivered by the reporting day.
    package let deliveryDays: [SessionDays]
    /// The days on which sessions delivered by the reporting day end, in ascending order without repetition.
    package let deliveryEnds: [CivilDate]
    /// The needs of tables that the dataset meets.
    private let available: Set<Need>
    /// The names of members.
    private let labels: MemberLabels
    /// The members of closed dimensions, and the members that come first in other dimensions.
    private let closedMembers, firstMembers: [String: [String]]
    private let spellings: [String: [ByteKey: String]]
    private let states: [GulfState]
    private let topics: [Topic]
    /// The names of persons by dimension and identifier; empty unless somebody asked for them.
    private var personNames: [String: [ByteKey: String]] = [:]

    /// The description of a dataset as of a reporting day.
    package init(_ dataset: Dataset, today: CivilDate, catalogue: Catalogue) {
        settings = dataset.settings
        self.catalogue = catalogue
        targets = dataset.targets
        hasTargets = dataset.tables.targets
        published = dataset.published
        hasPublishedFigures = dataset.tables.published
        requirements = RequirementRecords(of: dataset, today: today)
        convertsAmounts = dataset.sessions.contains { $0.rate != nil }
        sessionDays = Array(Set(dataset.sessions.map(\.days)))
        deliveryDays = Array(Set(dataset.sessions.lazy.filter { $0.isDelivered(by: today) }.map(\.days)))
        deliveryEnds = Set(deliveryDays.compactMap(\.last)).sorted()
        available = Set(Need.allCases.filter { $0.isMet(by: dataset) })
        labels = MemberLabels(of: dataset, in: catalogue)
        spellings = dataset.spellings
        states = dataset.states
        topics = dataset.topics
        closedMembers = Self.first(
            catalogue.dimensions.compactMap { dimension in
                dimension.members(of: dataset).map { (dimension.id, $0) }
            })
        firstMembers = Self.first(
            catalogue.dimensions.compactMap { dimension in
                dimension.order(in: dataset).map { (dimension.id, $0) }
            })
    }

    /// The same description with the names of the persons that some dimensions have as members, for those who asked for names.
    package func namingPersons(of dimensions: [String], in dataset: Dataset) -> DatasetDescription {
        var description = self
        for id in dimensions {
            guard let dimension = catalogue.dimension(id), dimension.isOfPersons else { continue }
            var names: [ByteKey: String] = [:]
            if dimension.side == .trainer {
                for trainer in dataset.trainers { names[ByteKey(trainer.id)] = trainer.name }
            } else {
                let trainees = dataset.trainees
                for index in 0..<trainees.count where trainees.names.isFilled(index) {
                    names[ByteKey(trainees.ids[index])] = trainees.names[index]
                }
            }
            description.personNames[id] = names
        }
        return description
    }

    /// Whether the names of the persons of a dimension were asked for.
    func namesPersons(of dimension: Dimension) -> Bool { personNames[dimension.id] != nil }

    /// The name of a person, if it is known and was asked for.
    func personName(of identifier: String, in dimension: Dimension) -> String? {
        personNames[dimension.id]?[ByteKey(identifier)]
    }

    /// The end of the last session delivered by the reporting day; nil if none is known.
    var lastDelivery: CivilDate? { deliveryEnds.last }

    /// Whether a delivered session ends in the year of a period.
    ///
    /// Else nothing is known of it: a dataset without any session of a whole year rather lacks the records, while a quiet month of
    /// a year with sessions is one.
    func isRecorded(_ period: Period) -> Bool {
        let year: PeriodKind
        switch PeriodExpression.kind(of: period.label) {
        case .year, .half, .quarter, .month, .week, .day: year = .year
        case .hijriYear, .hijriMonth: year = .hijriYear
        case .fiscalYear: year = .fiscalYear
        case .academicYear: year = .academicYear
        case nil: return deliveryEnds.contains(where: period.contains)
        }
        return deliveryEnds.contains(where: year.period(holding: period.first, settings.calendar).contains)
    }

    /// What to say of a period in which no delivered session ends, with the span of the records; nil if one does.
    package func remark(on period: Period?, _ language: Language) -> String? {
        guard let period, !deliveryEnds.contains(where: period.contains) else { return nil }
        let name = language.period(period.label)
        guard let first = deliveryEnds.first, let last = deliveryEnds.last else {
            return language(SelectionSentence.noSessions, ["period": name])
        }
        return language(
            SelectionSentence.noSessionsInPeriod,
            ["period": name, "first": language.day(first), "last": language.day(last)])
    }

    /// Whether the dataset has what a table needs.
    func has(_ need: Need) -> Bool { available.contains(need) }

    /// The measure of attendance: distinct persons if the dataset identifies persons, else participations.
    package var measureOfPersons: String { ReportCatalogue.persons.measure(for: self) ?? Measure.ofParticipations }

    /// The name of a member; nil if it has none.
    func name(of code: String, in dimension: Dimension) -> BilingualText? { labels(code, of: dimension) }

    /// The codes that a dimension can have, in their usual order; nil if the records decide.
    func members(of dimension: Dimension) -> [String]? { closedMembers[dimension.id] }

    /// The codes that come first, in their order; nil if there are none.
    func firstMembers(of dimension: Dimension) -> [String]? { firstMembers[dimension.id] }

    /// The code of a member, found by any of its spellings.
    func canonical(_ member: String, in dimension: Dimension) -> String {
        dimension.canonical(member, spellings: spellings, states: states, topics: topics)
    }

    /// The members of a dimension, where a member is none of them in any spelling; nil where it can be one.
    func members(of dimension: Dimension, without member: String) -> [String]? {
        guard member != "_U", let known = members(of: dimension), !known.holds(canonical(member, in: dimension)) else {
            return nil
        }
        return known
    }

    /// Checks that the dataset can have the members that the filters of a request name.
    ///
    /// - Throws: `RequestError` for a member that it cannot have, and for requests that are invalid for every dataset.
    package func validate(_ request: SummaryRequest) throws(RequestError) {
        try request.validate(in: catalogue, members: members(of:), canonical: { canonical($1, in: $0) })
    }

    /// If several entries have the same key, the first one is kept.
    private static func first<Key, Value>(_ entries: [(Key, Value)]) -> [Key: Value] {
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
        case .attendance: dataset.tables.attendance
        case .validity: dataset.hasValidity
        case .evaluations: dataset.tables.evaluations
        case .followups: dataset.tables.followUps
        }
    }
}
