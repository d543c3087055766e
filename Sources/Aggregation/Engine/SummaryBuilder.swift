import TrainingStats

/// Sums up the records of a dataset for one request: built on the kept tables, fed with participations.
///
/// A builder is a value. Copies of one can be fed with different blocks; nothing depends on the order of the blocks.
public struct SummaryBuilder: ParticipationSink, Sendable {
    let scope: RecordScope
    var cells: CellIndex
    var columns: CellColumns
    /// Institutions with an attendance, by cell.
    var institutions: PairMarks
    /// Sessions by cell: delivered, or attended where a trainee-side dimension is involved; or assignments.
    var sessions: PairMarks
    /// The ways in which cells are brought together under totals, when no block comes any more.
    var groupings: [Grouping] = []
    var persons: PersonCounter?
    var knownStatePersons: PersonCounter?

    var placed = PlacedRows()

    var request: ResolvedRequest { scope.request }
    var dataset: Dataset { scope.dataset }
    private var ingredients: Measure.Ingredients { scope.request.ingredients }

    /// A builder for a request, on the kept tables of a dataset.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public init(_ request: SummaryRequest, on dataset: Dataset) throws(RequestError) {
        var codes = SharedCodes()
        try self.init(request, on: dataset, &codes)
    }

    /// A builder for one of several requests.
    init(_ request: SummaryRequest, on dataset: Dataset, _ codes: inout SharedCodes) throws(RequestError) {
        self.init(try RecordScope(request, on: dataset, &codes))
        if scope.request.hasTrainerSide {
            placeAssignments()
        } else {
            placeSessions()
            for index in dataset.headcounts.indices { add(headcount: index) }
        }
    }

    private init(_ scope: RecordScope) {
        self.scope = scope
        cells = CellIndex(scope)
        columns = CellColumns(scope.request.ingredients)
        let dataset = scope.dataset
        institutions = PairMarks(items: dataset.institutions.count)
        sessions = PairMarks(items: scope.request.hasTrainerSide ? dataset.assignments.count : dataset.sessions.count)
    }

    /// A builder for the same request that has taken in nothing, not even the kept tables.
    public func emptyCopy() -> SummaryBuilder { SummaryBuilder(scope) }

    /// Takes in what another builder for the same request has taken in.
    public mutating func merge(_ other: consuming SummaryBuilder) {
        let cells = other.cells.places.map { newCell($0) }
        columns.merge(other.columns, cells: cells)
        institutions.merge(other.institutions, cells: cells)
        sessions.merge(other.sessions, cells: cells)
    }

    mutating func newCell(_ place: RecordScope.Place) -> Int {
        let cell = cells.cell(place)
        columns.grow(to: cell + 1)
        return cell
    }

    /// Without a trainee-side dimension every delivered session makes a cell, participants or not; planned and cancelled
    /// ones do where they are asked for.
    private mutating func placeSessions() {
        guard !request.hasTraineeSide else { return }
        for (index, session) in dataset.sessions.enumerated() where scope.sessionParts.numbers[index] >= 0 {
            let isPlanned = session.status == .planned && ingredients.contains(.planned)
            let isCancelled = session.status == .cancelled && ingredients.contains(.cancelled)
            guard scope.isDelivered[index] || isPlanned || isCancelled else { continue }
            let cell = newCell(.init(session: Int(scope.sessionParts.numbers[index]), person: 0, band: -1))
            if scope.isDelivered[index] { sessions.mark(cell: cell, item: index) }
            if isPlanned { columns.counts[cell].planned += 1 }
            if isCancelled { columns.counts[cell].cancelled += 1 }
        }
    }

    /// With a trainer dimension a cell is where an assignment in a delivered session falls.
    private mutating func placeAssignments() {
        for index in dataset.assignments.indices {
            guard let place = scope.place(assignment: index) else { continue }
            sessions.mark(cell: newCell(place), item: index)
        }
    }

    /// Takes in a group that was counted.
    private mutating func add(headcount index: Int) {
        let group = dataset.headcounts[index]
        let profile = scope.profile(ofHeadcount: index)
        guard let place = scope.place(session: group.session, profile: profile) else { return }
        let cell = newCell(place)
        let participants = group.participants ?? 0
        if ingredients.contains(.cost) {
            columns.participantCost[cell].add(group.cost)
            if group.cost != nil { columns.counts[cell].attendancesWithCost += participants }
        }
        if participants > 0 {
            columns.counts[cell].attendances += participants
            columns.counts[cell].headcountAttendances += participants
            if scope.hasSeats[group.session] { columns.counts[cell].attendancesOnSeats += participants }
            markAttendance(in: cell, group.session, profile)
        }
        guard scope.isTraining[group.session] else { return }
        columns.counts[cell].headcountTrained += participants
        columns.counts[cell].trainingHeadcounts += 1
        if let completions = group.completions {
            columns.counts[cell].headcountCompletions += completions
            columns.counts[cell].headcountsStatingCompletions += 1
        }
    }

    /// Notes the institution and the session of an attendance, where they are asked for.
    mutating func markAttendance(in cell: Int, _ session: Int, _ profile: Int) {
        if ingredients.contains(.institutions), scope.profiles[profile].institution >= 0 {
            institutions.mark(cell: cell, item: Int(scope.profiles[profile].institution))
        }
        if request.hasTraineeSide, ingredients.contains(.sessions) { sessions.mark(cell: cell, item: session) }
    }

    // MARK: Persons

    /// Whether distinct persons are asked for.
    public var wantsPersons: Bool { ingredients.contains(.persons) && !request.hasTrainerSide }

    /// Fixes the cells and the ways in which they are brought together.
    public mutating func prepareForPersons() {
        makeGroupings()
        let targets = groupings.map { (target: $0.target, count: $0.members.count) }
        persons = PersonCounter(cells: cells.places.count, groupings: targets)
        if ingredients.contains(.population) {
            knownStatePersons = PersonCounter(cells: cells.places.count, groupings: targets)
        }
    }

    /// Takes in a person.
    public mutating func add(person: Int, _ part: Span<PersonalPart>) {
        for index in part.indices {
            let session = part[index].session
            guard scope.attends[Int(part[index].status)], scope.isTraining[session] else { continue }
            let profile = scope.profile(ofPerson: person, in: session)
            guard let place = scope.place(session: session, profile: profile) else { continue }
            let cell = cells.known(place)
            persons?.note(cell, of: person)
            if knownStatePersons != nil, scope.profiles[profile].state >= 0 {
                knownStatePersons?.note(cell, of: person)
            }
        }
        persons?.close(person)
        knownStatePersons?.close(person)
    }

    /// Takes in the persons that a copy has counted.
    public mutating func mergePersons(of other: consuming SummaryBuilder) {
        if let counted = other.persons { persons?.merge(counted) }
        if let counted = other.knownStatePersons { knownStatePersons?.merge(counted) }
    }
}
