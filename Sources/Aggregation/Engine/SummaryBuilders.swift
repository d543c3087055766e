import Support
import TrainingStats

/// Several summaries made in one reading of the participations.
///
/// Requests that have enough in common share a builder (`JoinedRequest`): what a row costs depends on the builders.
public struct SummaryBuilders: ParticipationSink, Sendable {
    /// The builders, each for one request or several.
    private var builders: [SummaryBuilder]
    /// The builders that count persons, when these come.
    private var counting: [Int] = []
    /// For each request its builder, and its place among the requests of that.
    private let places: [(builder: Int, view: Int)]

    /// Builders for requests, on the kept tables of a dataset.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public init(_ requests: [SummaryRequest], on dataset: Dataset, catalogue: Catalogue) throws(RequestError) {
        var lookups = SharedLookups(catalogue)
        var builders: [SummaryBuilder] = []
        var places = requests.map { _ in (builder: 0, view: 0) }
        var parts: [[JoinedRequest.Part]] = []
        var keys: [JoinedRequest.Key: Int] = [:]
        for (position, request) in requests.enumerated() {
            let resolved = try ResolvedRequest(request, in: catalogue)
            guard let key = JoinedRequest.Part.key(of: request, resolved) else {
                places[position] = (builders.count, 0)
                builders.append(try SummaryBuilder(request, on: dataset, sharing: &lookups))
                continue
            }
            let part = try JoinedRequest.Part(
                request, resolved, at: position, on: dataset, sharing: &lookups)
            if let known = keys[key] {
                parts[known].append(part)
            } else {
                keys[key] = parts.count
                parts.append([part])
            }
        }
        var all: [JoinedRequest] = []
        for part in parts {
            let joined = JoinedRequest.joining(part) { joined in
                joined.mostCells(sessions: dataset.sessions.count) { dimension in
                    lookups.memberCount(of: dimension, in: dataset)
                }
            }
            for request in joined {
                let builder = builders.count + all.count
                for (view, part) in request.parts.enumerated() { places[part.position] = (builder, view) }
                for today in Set(request.scopes.compactMap(\.deliveredBy) + request.parts.map(\.request.today)) {
                    _ = lookups.sessionColumns(of: dataset, today: today)
                }
                all.append(request)
            }
        }
        // Much of what they have in common is worked out by now: each goes on with a copy of it.
        let common = lookups
        builders += try mapTogether(all) { (request) throws(RequestError) in
            var lookups = common
            return request.parts.count == 1
                ? try SummaryBuilder(requests[request.parts[0].position], on: dataset, sharing: &lookups)
                : try SummaryBuilder(request, on: dataset, sharing: &lookups)
        }
        self.builders = builders
        self.places = places
    }

    private init(_ builders: [SummaryBuilder], _ places: [(builder: Int, view: Int)]) {
        self.builders = builders
        self.places = places
    }

    /// The summaries of all records taken in, in the order of the requests.
    public consuming func finish() -> [Summary] {
        let summaries = mapTogether(builders) { (builder) throws(Never) in builder.finishAll() }
        return places.map { summaries[$0.builder][$0.view] }
    }

    /// Builders for the same requests that have taken in nothing.
    public func emptyCopy() -> SummaryBuilders { SummaryBuilders(builders.map { $0.emptyCopy() }, places) }

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
        counting = builders.indices.filter { builders[$0].wantsPersons }
        for index in counting { builders[index].prepareForPersons() }
    }

    /// Takes in persons.
    public mutating func add(persons first: Int, starts: Span<Int32>, parts: Span<PersonalPart>) {
        for index in counting { builders[index].add(persons: first, starts: starts, parts: parts) }
    }

    /// Takes in the persons that a copy has counted.
    public mutating func mergePersons(of other: consuming SummaryBuilders) {
        let others = other.builders
        for index in builders.indices where builders[index].wantsPersons {
            builders[index].mergePersons(of: others[index])
        }
    }
}
