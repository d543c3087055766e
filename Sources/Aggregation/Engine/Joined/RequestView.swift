import TrainingStats

/// One of the requests that a builder answers, as a view of what the builder collects.
///
/// The builder has all dimensions and measures of its requests; a request has some of them. What it has not it has as a total:
/// its cells are groups of the builder's.
struct RequestView: Sendable {
    let request: ResolvedRequest
    /// Members that a filter names and no record has.
    let unmatchedMembers: [Filter]
    /// Whether it is asked what records leave open.
    let tellsGaps: Bool
    /// Its dimensions, as positions among those of the builder.
    private(set) var dimensions: [Int]
    /// Its measures, likewise.
    private(set) var measures: [Int]
    /// The number of its scope among those of the builder.
    private(set) var scope = 0

    /// The view of the only request of a builder.
    init(_ placer: RecordPlacer, tellsGaps: Bool) {
        request = placer.request
        unmatchedMembers = placer.unmatchedMembers
        self.tellsGaps = tellsGaps
        dimensions = Array(request.dimensions.indices)
        measures = Array(request.measures.indices)
    }

    /// The view of a request that shares a builder.
    init(_ joined: JoinedRequest.Part, of all: JoinedRequest) {
        request = joined.request
        unmatchedMembers = joined.unmatchedMembers
        tellsGaps = joined.tellsGaps
        dimensions = request.dimensions.map { own in all.dimensions.firstIndex { $0.id == own.id } ?? 0 }
        measures = request.measures.map { own in all.measures.firstIndex { $0.id == own.id } ?? 0 }
        scope = all.scopes.firstIndex(of: joined.scope) ?? 0
    }

    /// Whether it is looked at which sessions are reported.
    var tracksReports: Bool {
        request.measures.contains { $0.aggregate.reportedSessions != nil }
            || tellsGaps && (request.hasTraineeSide || request.measures.contains(where: \.takesFollowUps))
    }
}
