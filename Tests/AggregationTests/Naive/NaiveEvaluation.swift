import Aggregation
import Support
import Testing

/// A table worked out straight from the definitions: for every cell one walk over all the records.
struct NaiveEvaluation {
    let records: NaiveRecords
    let request: PlainRequest
    let today: CivilDay
    let period: ClosedRange<CivilDay>?
    private let hasTraineeSide: Bool
    private let hasTrainerSide: Bool
    private let hasEvaluationSide: Bool

    init(_ records: NaiveRecords, _ request: PlainRequest) throws {
        today = try #require(CivilDay(request.today))
        self.records = records.withCertificates(asOf: today).withFollowUps(asOf: today)
        self.request = request
        period = request.period.flatMap { [today] in records.calendar.days(of: $0, today: today) }
        let named = request.dimensions + request.filters.map(\.dimension)
        hasTraineeSide = named.contains { records.traineeDimensions.contains($0) }
        hasTrainerSide = named.contains { records.trainerDimensions.contains($0) }
        hasEvaluationSide = named.contains { Names.evaluationDimensions.contains($0) }
    }

    /// The lines of the tidy table: its heading, then members and figures.
    var lines: [(members: [ByteText], figures: [NaiveFigure])] {
        let fallen = fallen
        var keys = Set(fallen)
        if request.includesEmpty {
            let others = request.dimensions.count == 1 ? [[]] : Set(fallen.map { Array($0.dropFirst()) })
            for member in listed { keys.formUnion(others.map { [member] + $0 }) }
        }
        if request.totals {
            for number in request.dimensions.indices {
                for key in keys {
                    var total = key
                    total[number] = .total
                    keys.insert(total)
                }
            }
        }
        return keys.sorted(by: isBefore).map { key in
            let cell = cell(key)
            return (
                key,
                request.measures.map { measure in
                    request.forms[measure] == nil
                        ? cell.figure(measure) : NaiveMeasure(forms: request.forms).figure(measure, in: cell)
                }
            )
        }
    }

    // MARK: Members

    private func member(_ dimension: String, _ session: Int, _ others: [String: ByteText]) -> ByteText? {
        others[dimension] ?? records.member(dimension, ofSession: session)
    }

    /// Whether a record passes all filters.
    func passes(_ session: Int, _ others: [String: ByteText]) -> Bool {
        request.filters.allSatisfy { filter in
            guard let member = member(filter.dimension, session, others) else { return true }
            return keeps(member, filter)
        }
    }

    /// Whether a filter keeps a member.
    func keeps(_ member: ByteText, _ filter: PlainFilter) -> Bool {
        let isNamed = filter.members.contains { ByteText($0) == member }
        // Without a certificate there is nothing to be known of it.
        if member == .unknown, filter.dimension != "certificate-status", !filter.members.contains("_U") {
            if request.extent == .possible { return true }
            if request.extent == .certain { return false }
        }
        switch filter.sign {
        case "=": return isNamed
        case "!=": return !isNamed
        default:
            guard member != .unknown else { return false }
            let texts = [member.description] + records.names(of: member, in: filter.dimension)
            return texts.contains { text in
                filter.members.contains { Array(Spelling.folded(text).utf8).contains(Array(Spelling.folded($0).utf8)) }
            }
        }
    }

    func isInPeriod(_ session: NaiveSession) -> Bool {
        guard let period else { return true }
        if let end = session.end { return period.contains(end) }
        return request.extent == .possible && session.start.map { $0 <= period.upperBound } != false
    }

    func isDelivered(_ session: NaiveSession) -> Bool {
        session.status == "held" && (session.end.map { $0 <= today } ?? true)
    }

    private func counts(_ number: Int, _ others: [String: ByteText]) -> Bool {
        let session = records.sessions[number]
        return isDelivered(session) && isInPeriod(session) && passes(number, others)
    }

    private func key(_ session: Int, _ others: [String: ByteText]) -> [ByteText] {
        request.dimensions.map { member($0, session, others) ?? .unknown }
    }

    // MARK: Cells

    /// Whether a measure is about sessions of a status.
    private func asksFor(_ status: String) -> Bool {
        request.measures.contains { measure in
            measure == status + "-sessions"
                || request.forms[measure]?["is"]?["where"]?["session-status"] == .string(status)
        }
    }

    /// Sessions that did not take place, of a status that is asked for.
    private func undelivered(_ status: String) -> [Int] {
        guard asksFor(status), !hasTraineeSide, !hasTrainerSide else { return [] }
        return records.sessions.indices.filter { number in
            let session = records.sessions[number]
            return session.status == status && isInPeriod(session) && passes(number, [:])
        }
    }

    /// The cells in which something falls.
    private var fallen: [[ByteText]] {
        if hasEvaluationSide {
            return places.filter { counts($0.session, $0.members) }.map { key($0.session, $0.members) }
        }
        if hasTrainerSide {
            return records.assignments.filter { counts($0.session, $0.members) }.map { key($0.session, $0.members) }
        }
        if hasTraineeSide {
            return records.participations.filter { counts($0.session, $0.members) }.map { key($0.session, $0.members) }
                + records.headcounts.filter { counts($0.session, $0.members) }.map { key($0.session, $0.members) }
        }
        let delivered = records.sessions.indices.filter { counts($0, [:]) }
        return (delivered + undelivered("planned") + undelivered("cancelled")).map { key($0, [:]) }
    }

    /// Each answer with its members; by trainers as often as its session has assignments, with theirs too.
    private var places: [NaiveAnswer] {
        guard hasTrainerSide else { return records.answers }
        return records.answers.flatMap { answer in
            records.assignments.filter { $0.session == answer.session }.map { assignment in
                var place = answer
                place.members.merge(assignment.members) { $1 }
                return place
            }
        }
    }

    /// The answers that fall in a cell, each once.
    private func answers(in key: [ByteText]) -> [NaiveAnswer] {
        records.answers.filter { answer in
            let others =
                hasTrainerSide
                ? records.assignments.filter { $0.session == answer.session }.map { assignment in
                    answer.members.merging(assignment.members) { $1 }
                } : [answer.members]
            return others.contains { counts(answer.session, $0) && falls(answer.session, $0, in: key) }
        }
    }

    private func falls(_ session: Int, _ others: [String: ByteText], in cell: [ByteText]) -> Bool {
        zip(key(session, others), cell).allSatisfy { $0 == $1 || $1 == .total }
    }

    /// The delivered sessions that the period and the filters on sessions admit, whoever was there.
    var delivered: [Int] { records.sessions.indices.filter { counts($0, [:]) } }

    /// All records that the request admits.
    var total: NaiveCell { cell(request.dimensions.map { _ in .total }) }

    private func cell(_ key: [ByteText]) -> NaiveCell {
        var cell = NaiveCell(records: records, hasTraineeSide: hasTraineeSide, hasTrainerSide: hasTrainerSide)
        cell.isWithoutValidity = isWithoutValidity(key)
        cell.extent = request.extent
        if !hasTraineeSide { cell.answers = answers(in: key) }
        if hasEvaluationSide { return cell }
        if hasTrainerSide {
            cell.assignments = records.assignments.filter {
                counts($0.session, $0.members) && falls($0.session, $0.members, in: key)
            }
            // Whoever took part in a session counts for each of its trainers.
            let taught = Set(cell.assignments.map(\.session))
            cell.delivered = taught.sorted()
            cell.participations = records.participations.filter { taught.contains($0.session) }
            cell.headcounts = records.headcounts.filter { taught.contains($0.session) }
            return cell
        }
        if !hasTraineeSide {
            cell.delivered = records.sessions.indices.filter { counts($0, [:]) && falls($0, [:], in: key) }
            cell.planned = undelivered("planned").filter { falls($0, [:], in: key) }
            cell.cancelled = undelivered("cancelled").filter { falls($0, [:], in: key) }
        }
        cell.participations = records.participations.filter {
            counts($0.session, $0.members) && falls($0.session, $0.members, in: key)
        }
        cell.headcounts = records.headcounts.filter {
            counts($0.session, $0.members) && falls($0.session, $0.members, in: key)
        }
        populate(&cell, key)
        return cell
    }

    /// Whether the cell is of a course without validity, or sessions of any status fall in it, whoever took part, and all are of such
    /// courses.
    private func isWithoutValidity(_ key: [ByteText]) -> Bool {
        if let position = request.dimensions.firstIndex(of: "course"),
            let course = records.courses.first(where: { $0.id == key[position] })
        {
            return course.validMonths == nil || !course.canBeCompleted
        }
        let courses = records.sessions.indices.filter { number in
            isInPeriod(records.sessions[number]) && passes(number, [:])
                && zip(request.dimensions, key).allSatisfy { dimension, wanted in
                    member(dimension, number, [:]).map { $0 == wanted || wanted == .total } ?? true
                }
        }.map { records.sessions[$0].course }
        return !courses.isEmpty && courses.allSatisfy { $0.validMonths == nil || !$0.canBeCompleted }
    }

    /// The population of the cell's state, or else of all states that the cell and the filters admit.
    private func populate(_ cell: inout NaiveCell, _ key: [ByteText]) {
        var admitted = records.states
        for (dimension, member) in zip(request.dimensions, key) where member != .total {
            if dimension == "state" {
                cell.population = records.states.first { $0.code == member }?.population
                return
            }
            if dimension == "membership" {
                if member == .unknown { return }
                admitted.removeAll { $0.membership != member }
            }
        }
        for filter in request.filters {
            if filter.dimension == "state" { admitted.removeAll { !keeps($0.code, filter) } }
            if filter.dimension == "membership" { admitted.removeAll { !keeps($0.membership, filter) } }
        }
        cell.leavesOutUnknownState = true
        let populations = admitted.compactMap(\.population)
        if populations.count == admitted.count { cell.population = populations.reduce(0, +) }
    }

    // MARK: Order

    private func isBefore(_ left: [ByteText], _ right: [ByteText]) -> Bool {
        for (dimension, (first, second)) in zip(request.dimensions, zip(left, right)) where first != second {
            let (firstPlace, secondPlace) = (place(first, dimension), place(second, dimension))
            return firstPlace == secondPlace ? first < second : firstPlace < secondPlace
        }
        return false
    }

    /// Where a member stands: states, topics, statuses, weekdays and most bands in catalogue order, others by their bytes, then
    /// unknown, then total.
    private func place(_ member: ByteText, _ dimension: String) -> Int {
        if member == .total { return Int.max }
        if member == .unknown { return Int.max - 1 }
        switch dimension {
        case "state", "host-state": return records.states.firstIndex { $0.code == member } ?? Int.max - 2
        case "trainer-nationality": return records.states.firstIndex { $0.code == member } ?? Int.max - 2
        case "topic": return records.topics.firstIndex(of: member) ?? Int.max - 2
        case _ where Vocabulary.ordered[dimension] != nil:
            if let chosen = records.chosenBands(dimension) { return chosen.firstIndex(of: member) ?? Int.max - 2 }
            return Vocabulary.ordered[dimension]?.firstIndex { ByteText($0) == member } ?? Int.max - 2
        default:
            let own = records.attributes.first { $0.id == dimension }?.order
            return own.map { $0.firstIndex(of: member) ?? Int.max - 2 } ?? 0
        }
    }
}
