import Support
import TrainingStats

/// The known members of a request's first row dimension, which have rows where they have no records too.
struct KnownMembers: Sendable {
    /// The members that no record need have: those of closed lists, of `labels.csv`, and of the dataset's own tables.
    let members: [String]
    private let dimension: Dimension

    /// The known members for a request; nil where rows without records are not wanted.
    init?(for request: ResolvedRequest, in dataset: Dataset, deliveries: [CivilDate]) {
        guard request.includesEmpty, request.rowCount > 0, let dimension = request.dimensions.first else { return nil }
        self.dimension = dimension
        if let closed = dimension.members(of: dataset) {
            members = closed
            return
        }
        var members = (dataset.labels[dimension.id] ?? [:]).keys.map(\.text)
        switch dimension.rule {
        case .field(.course): members += dataset.courses.map(\.id)
        case .field(.trainer): members += dataset.trainers.map(\.id)
        case .field(.trainerNationality): members += dataset.nationalities.keys
        case .field(.trainerOrganisation): members += dataset.organisations.keys
        case .period(let kind, of: .last):
            members = Self.parts(kind, of: request, deliveries, dataset.settings.calendar)
        default: break
        }
        let spellings = dataset.spellings[dimension.id] ?? [:]
        self.members = members.filter { spellings[ByteKey($0)] == nil }
    }

    /// The parts of the calendar from the first delivery of the dataset, or the start of the period, to its end or the reporting
    /// day.
    ///
    /// Of the time before the first delivery nothing is known, and that after the reporting day is to come.
    private static func parts(
        _ kind: PeriodKind, of request: ResolvedRequest, _ deliveries: [CivilDate], _ calendar: CalendarSettings
    ) -> [String] {
        guard let first = deliveries.min(), let latest = deliveries.max() else { return [] }
        var day = max(first, request.period?.first ?? first)
        let last = request.period.map { min($0.last, request.today) } ?? latest
        var labels: [String] = []
        while day <= last {
            let part = kind.period(holding: day, calendar)
            labels.append(part.label)
            day = part.last.advanced(by: 1)
        }
        return labels
    }

    /// The codes of those that have rows, given the codes of all members and what the filters admit.
    ///
    /// Filters on other dimensions keep out what they decide by themselves: courses and trainers by all that their own tables
    /// say, sessions by all that is known of them, states by their membership, institutions by the
    /// states and sectors of their people.
    func listed(
        as coded: DimensionCodes, in dataset: Dataset, filters: [CodedFilter],
        sessionsInScope: [Bool]
    ) -> [Int32] {
        let spellings = dataset.spellings[dimension.id] ?? [:]
        var listed = coded.members.indices.filter { spellings[ByteKey(coded.members[$0])] == nil }
        for filter in filters where filter.coded.dimension == dimension {
            listed.removeAll { !filter.codes.contains(Int32($0)) }
        }
        switch dimension.rule {
        case .period:
            let parts = Set(members)
            listed.removeAll { !parts.contains(coded.members[$0]) }
        case .field(.session):
            let inScope = Set(zip(coded.codes, sessionsInScope).filter(\.1).map(\.0))
            listed.removeAll { !inScope.contains(Int32($0)) }
        case .field(.course):
            keep(&listed, as: coded, among: dataset.courses.map(\.id), filters) { $0.members(ofCoursesIn: dataset) }
        case .field(.trainer):
            keep(&listed, as: coded, among: dataset.trainers.map(\.id), filters) { $0.members(ofTrainersIn: dataset) }
        case .field(.institution):
            // An institution has no part in a table about states or sectors to which none of its people belongs.
            let places: [MemberRule] = [.field(.state), .field(.sector), .ofState(.membership)]
            let filters = filters.filter { places.contains($0.coded.dimension.rule) }
            guard !filters.isEmpty else { break }
            var (known, admitted): (Set<Int32>, Set<Int32>) = ([], [])
            for (profile, code) in coded.codes.enumerated() {
                known.insert(code)
                if filters.allSatisfy({ $0.codes.contains($0.coded.codes[profile]) }) { admitted.insert(code) }
            }
            listed.removeAll { known.contains(Int32($0)) && !admitted.contains(Int32($0)) }
        case .field(.state):
            for filter in filters where filter.coded.dimension.rule == .ofState(.membership) {
                listed.removeAll { !filter.admits(dataset.states[$0].membership?.rawValue) }
            }
        default: break
        }
        return listed.map { Int32($0) }
    }

    /// Takes out what a filter does not admit, of rows of a table with these keys; `members` gives the member of each row by a
    /// rule that the table decides.
    private func keep(
        _ listed: inout [Int], as coded: DimensionCodes, among keys: [String], _ filters: [CodedFilter],
        by members: (MemberRule) -> ((Int) -> String?)?
    ) {
        let rows = Dictionary(
            keys.enumerated().map { (ByteKey($1), $0) }, uniquingKeysWith: { first, _ in first })
        for filter in filters {
            guard let member = members(filter.coded.dimension.rule) else { continue }
            listed.removeAll { code in
                rows[ByteKey(coded.members[code])].map { !filter.admits(member($0)) } ?? false
            }
        }
    }
}

extension MemberRule {
    /// The member of each course; nil of a rule about something else than what the table of courses says.
    fileprivate func members(ofCoursesIn dataset: Dataset) -> ((Int) -> String?)? {
        switch self {
        case .field(let field) where field.side == .course && field != .course:
            { field.text(of: dataset.courses[$0], in: dataset) }
        case .attribute(let attribute, let position) where attribute.table == .courses:
            { dataset.attributes[position].member(ofRow: $0) }
        default: nil
        }
    }

    /// The member of each trainer; nil of a rule about something else than what the table of trainers says.
    fileprivate func members(ofTrainersIn dataset: Dataset) -> ((Int) -> String?)? {
        switch self {
        case .field(let field) where field != .trainer && field != .trainerRole && field.side == .trainer:
            { field.text(of: dataset.trainers[$0], in: dataset) }
        case .attribute(let attribute, let position) where attribute.table == .trainers:
            { dataset.attributes[position].member(ofRow: $0) }
        default: nil
        }
    }
}

/// A filter with the codes that it admits.
struct CodedFilter: Sendable {
    let filter: Filter
    let coded: DimensionCodes
    let codes: Set<Int32>

    /// Whether it admits a member, which sessions need not have; nil is the unknown.
    func admits(_ member: String?) -> Bool {
        guard let member else { return codes.contains(DimensionCodes.unknown) }
        guard let code = coded.members.place(of: member) else { return filter.choice == .allBut }
        return codes.contains(Int32(code))
    }
}
