import TrainingStats

/// Sums up the records of a dataset for one request, or several together: built on the kept tables, fed with participations.
///
/// What it collects has all dimensions and measures of its requests; each of them is a view of it (`RequestView`).
///
/// A builder is a value. Copies of one can be fed with different blocks; nothing depends on the order of the blocks: cells
/// get other numbers then, and accumulators take in the same values in another order, but all sums are exact and all
/// output is sorted by members.
public struct SummaryBuilder: ParticipationSink, Sendable {
    private(set) var placer: RecordPlacer
    let plan: CollectionPlan
    /// The requests that it answers.
    let views: [RequestView]
    /// For each of them, how many records state what is summed up in the parts of its ratios.
    let sumsInRatios: [[CollectionPlan.PartPlan]]
    let rowClasses: RowClasses
    /// What rows are measured by that their sessions state.
    let sessionNumbers: SessionNumbers
    var cells: CellIndex
    /// The cells by session and person, where these say all; nil where more is to be looked at.
    var table: PlaceTable?
    var accumulators: CellAccumulators
    /// For each slot of items, those met in each cell.
    var items: [CellItemSet]
    /// Sessions by cell: delivered, or attended where a trainee-side dimension is involved; or assignments.
    var sessionsByCell: CellItemSet
    /// Where participants are taken in if the request is by trainers: the accumulators of what is told of them are those of
    /// bundles then, and not of cells.
    var bundles = SessionBundles.none
    /// For each request the ways in which cells are brought together under totals, when no block comes any more.
    var groupings: [[Grouping]] = []
    /// The members of the cells without records that are wanted; nil where there are too many.
    var emptyRows: [[Int32]]? = []
    /// How many cells without records there can be.
    static let mostEmptyRows = 1 << 22
    /// Who counts the persons of all slots.
    var persons: [SlotCounter] = []
    /// For each slot of persons, those in the sessions that ``isCounted`` names.
    var personsInSessions: [SessionPersons] = []
    /// For each count of persons with headcounts, who was counted.
    var counted: [SessionPersons]
    /// Whether persons of each session were counted without names; empty where that is no question.
    var isCounted: [Bool] = []
    /// Which of the sessions in scope are reported.
    var reports: SessionReports
    /// How many participations were followed up; of how many trained ones is known at the end.
    var followUps = FollowUpCoverage()
    /// Where the rows of the block at hand fall.
    var rows: RowPlaces
    /// What persons took part in and where it falls, if only the rows themselves say so; empty where nobody asks.
    var placedParts: [PlacedPart] = []

    /// What its requests ask together.
    var request: ResolvedRequest { placer.request }
    var dataset: Dataset { placer.dataset }

    /// A builder for a request, on the kept tables of a dataset.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public init(_ request: SummaryRequest, on dataset: Dataset, catalogue: Catalogue) throws(RequestError) {
        var lookups = SharedLookups(catalogue)
        try self.init(request, on: dataset, sharing: &lookups)
    }

    /// A builder for one of several requests.
    init(_ request: SummaryRequest, on dataset: Dataset, sharing lookups: inout SharedLookups) throws(RequestError) {
        let placer = try RecordPlacer(request, on: dataset, sharing: &lookups)
        let view = RequestView(placer, tellsGaps: request.tellsGaps)
        self.init(placer, views: [view], tellsGaps: request.tellsGaps, of: { _ in true }, sharing: &lookups)
    }

    /// A builder for several requests together, in their order.
    init(_ joined: JoinedRequest, on dataset: Dataset, sharing lookups: inout SharedLookups) throws(RequestError) {
        let placer = try RecordPlacer(
            ResolvedRequest(joining: joined), scopes: joined.scopes, on: dataset, sharing: &lookups)
        self.init(
            placer, views: joined.parts.map { RequestView($0, of: joined) },
            tellsGaps: joined.parts.contains(where: \.tellsGaps), of: joined.tellsGaps(of:), sharing: &lookups)
    }

    private init(
        _ placer: RecordPlacer, views: [RequestView], tellsGaps: Bool, of isAsked: (Measure) -> Bool,
        sharing lookups: inout SharedLookups
    ) {
        let dataset = placer.dataset
        let measures = placer.request.measures
        let isOnPercentages = measures.contains(where: \.aggregate.isOnPercentages)
        var plan = CollectionPlan(
            for: measures, headcounts: dataset.headcounts, hasTraineeSide: placer.request.hasTraineeSide,
            scales: isOnPercentages ? lookups.percentScales(of: dataset) : .plain, tellsGaps: tellsGaps, of: isAsked)
        let sumsInRatios = views.map { plan.parts(of: $0.request.measures) }
        let sessions = lookups.sessionClasses(by: plan.sessionTests, of: dataset, today: placer.request.today)
        let rowClasses = RowClasses(plan, sessions: sessions, placer: placer)
        plan.counterWidth = plan.ownCounters + (plan.countsSelections ? rowClasses.count : 0)
        self.init(
            placer: placer, plan: plan, views: views, sumsInRatios: sumsInRatios, rowClasses: rowClasses,
            sessionNumbers: SessionNumbers(plan, of: dataset), table: PlaceTable(placer))
        if placer.request.hasTrainerSide {
            placeAssignments()
        } else {
            placeSessions()
        }
        if plan.takesEvaluations {
            for index in dataset.evaluations.indices { add(evaluation: index) }
        }
        guard takesParticipants else { return }
        if !plan.sessionPersons.isEmpty {
            isCounted = [Bool](repeating: false, count: dataset.sessions.count)
        }
        for index in dataset.headcounts.indices {
            if dataset.headcounts[index].participants != nil { reports.note(dataset.headcounts[index].session) }
            add(headcount: index)
        }
    }

    private init(
        placer: RecordPlacer, plan: CollectionPlan, views: [RequestView], sumsInRatios: [[CollectionPlan.PartPlan]],
        rowClasses: RowClasses, sessionNumbers: SessionNumbers, table: PlaceTable?
    ) {
        self.sessionNumbers = sessionNumbers
        self.table = table
        self.placer = placer
        self.plan = plan
        self.views = views
        self.sumsInRatios = sumsInRatios
        self.rowClasses = rowClasses
        cells = CellIndex(
            sessionParts: placer.sessionParts.members.count, personParts: placer.personParts.members.count,
            ageParts: placer.ageParts.members.count, rowParts: placer.rowParts.count)
        accumulators = CellAccumulators(plan)
        let dataset = placer.dataset
        counted = plan.sessionPersons.map { _ in SessionPersons() }
        items = plan.items.map { CellItemSet(items: dataset.count(of: $0.entity)) }
        sessionsByCell = CellItemSet(
            items: placer.request.hasTrainerSide ? dataset.assignments.count : dataset.sessions.count)
        reports = SessionReports(of: plan.tracksReports ? placer.deliveredParts : [])
        rows = RowPlaces(lists: plan.lists.count)
    }

    /// A builder for the same request that has taken in nothing, not even the kept tables.
    public func emptyCopy() -> SummaryBuilder {
        var copy = SummaryBuilder(
            placer: placer, plan: plan, views: views, sumsInRatios: sumsInRatios, rowClasses: rowClasses,
            sessionNumbers: sessionNumbers, table: table?.emptyCopy())
        copy.isCounted = isCounted
        copy.bundles = bundles
        copy.accumulators.grow(to: bundles.cells.count)
        return copy
    }

    /// Takes in what another builder for the same request has taken in.
    public mutating func merge(_ other: consuming SummaryBuilder) {
        // The same place may have another number there: cells are numbered as they are met.
        let cells = other.cells.places.map { newCell($0) }
        // Bundles are the same everywhere.
        let units = bundles.isEmpty ? cells : Array(bundles.cells.indices)
        accumulators.merge(other.accumulators, cells: units)
        for index in items.indices { items[index].merge(other.items[index], cells: units) }
        sessionsByCell.merge(other.sessionsByCell, cells: cells)
        reports.merge(other.reports)
        followUps.merge(other.followUps)
        for index in counted.indices { counted[index].merge(other.counted[index], cells: units) }
        placedParts += other.placedParts.lazy.map { $0.moved(to: units) }
    }

    /// From here on rows name profiles in place of persons.
    mutating func takeProfiles() { placer = placer.ofProfiles() }

    mutating func newCell(_ place: RecordPlacer.Place) -> Int {
        let cell = cells.cell(place)
        accumulators.grow(to: cell + 1)
        return cell
    }

    /// Without a dimension of trainees or evaluations every delivered session makes a cell, participants or not; others do
    /// where a measure is about them.
    private mutating func placeSessions() {
        guard !request.hasTraineeSide, !request.hasEvaluationSide else { return }
        let undelivered = request.measures.flatMap(\.aggregate.recordSets).filter(\.reachesUndelivered)
        for index in dataset.sessions.indices where placer.sessionParts.numbers[index] >= 0 {
            if !placer.isDelivered[index] {
                guard !undelivered.isEmpty else { continue }
                let record = placer.record(ofSession: index, in: .sessions)
                guard undelivered.contains(where: { record.meets(all: $0.conditions) }) else { continue }
            }
            let cell = newCell(.init(session: Int(placer.sessionParts.numbers[index])))
            if plan.needsSessions { sessionsByCell.insert(index, in: cell) }
        }
    }

    /// With a trainer dimension a cell is where an assignment in a delivered session falls.
    private mutating func placeAssignments() {
        guard !request.hasEvaluationSide else { return placeEvaluationsByTrainers() }
        let asksForParticipants = plan.takesRows || plan.takesEvaluations
        var cellsOfSessions = [Set<Int>](repeating: [], count: asksForParticipants ? dataset.sessions.count : 0)
        for index in dataset.assignments.indices {
            guard let place = placer.place(assignment: index) else { continue }
            let cell = newCell(place)
            sessionsByCell.insert(index, in: cell)
            if asksForParticipants { cellsOfSessions[dataset.assignments[index].session].insert(cell) }
        }
        guard asksForParticipants else { return }
        bundles = SessionBundles(cellsOfSessions)
        accumulators.grow(to: bundles.cells.count)
    }

    /// Whether participations and headcounts are looked at: with a trainer dimension where a measure is made of them, and not
    /// with a dimension of evaluations.
    var takesParticipants: Bool {
        !request.hasEvaluationSide && (!request.hasTrainerSide || plan.takesRows && !bundles.isEmpty)
    }

    /// The cell, or the bundle, of a group that was counted; nil where filters or the period keep it out.
    private mutating func unit(ofHeadcount index: Int) -> Int? {
        guard !bundles.isEmpty else {
            guard let place = placer.place(ofHeadcount: index) else { return nil }
            return newCell(place)
        }
        let bundle = Int(bundles.numbers[dataset.headcounts[index].session])
        return bundle < 0 ? nil : bundle
    }

    /// Takes in a group that was counted.
    private mutating func add(headcount index: Int) {
        guard let cell = unit(ofHeadcount: index) else { return }
        let record = placer.record(ofHeadcount: index)
        for (index, slot) in plan.sessionPersons.enumerated() where record.meets(all: slot.counted.conditions) {
            guard let count = record.decimal(slot.counted.quantity)?.whole, count > 0 else { continue }
            counted[index].add(count, session: record.session, cell: cell)
            isCounted[record.session] = true
        }
        take(record, into: cell)
        if record.attends { noteAttendance(in: cell, session: record.session) }
    }

    /// Notes that a session was attended by somebody of a cell, where sessions are counted by who attended them.
    mutating func noteAttendance(in cell: Int, session: Int) {
        if request.hasTraineeSide, plan.needsSessions { sessionsByCell.insert(session, in: cell) }
    }
}

extension Dataset {
    /// How many entities of a kind there are.
    func count(of entity: CountedEntity) -> Int {
        switch entity {
        case .trainee: trainees.count
        case .trainer: trainers.count
        case .institution: institutions.count
        case .session: sessions.count
        case .course: courses.count
        }
    }
}
