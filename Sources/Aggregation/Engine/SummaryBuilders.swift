import TrainingStats

/// Several summaries made in one reading of the participations.
public struct SummaryBuilders: ParticipationSink, Sendable {
    /// The builders, one a request.
    public private(set) var builders: [SummaryBuilder]

    /// Builders for requests, on the kept tables of a dataset.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public init(_ requests: [SummaryRequest], on dataset: Dataset, catalogue: Catalogue) throws(RequestError) {
        var lookups = SharedLookups(catalogue)
        builders = []
        for request in requests { builders.append(try SummaryBuilder(request, on: dataset, sharing: &lookups)) }
    }

    private init(_ builders: [SummaryBuilder]) { self.builders = builders }

    /// The summaries of all records taken in, in the order of the requests.
    public consuming func finish() -> [Summary] { builders.map { $0.finish() } }

    /// Builders for the same requests that have taken in nothing.
    public func emptyCopy() -> SummaryBuilders { SummaryBuilders(builders.map { $0.emptyCopy() }) }

    /// Takes in a block.
    public mutating func add(_ block: borrowing ParticipationBlock) {
        for index in builders.indices { builders[index].add(block) }
    }

    /// Takes in what other builders have taken in.
    public mutating func merge(_ other: consuming SummaryBuilders) {
        let others = other.builders
        for index in builders.indices { builders[index].merge(others[index]) }
    }

    /// Whether any of the requests asks for distinct persons.
    public var wantsPersons: Bool { builders.contains(where: \.wantsPersons) }

    /// Makes ready for the persons.
    public mutating func prepareForPersons() {
        for index in builders.indices where builders[index].wantsPersons { builders[index].prepareForPersons() }
    }

    /// Takes in a person.
    public mutating func add(person: Int, _ part: Span<PersonalPart>) {
        for index in builders.indices where builders[index].wantsPersons { builders[index].add(person: person, part) }
    }

    /// Takes in the persons that a copy has counted.
    public mutating func mergePersons(of other: consuming SummaryBuilders) {
        let others = other.builders
        for index in builders.indices where builders[index].wantsPersons {
            builders[index].mergePersons(of: others[index])
        }
    }
}
