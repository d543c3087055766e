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
    /// Filters on other dimensions keep out what they decide by themselves: courses by their topic, kind and level, sessions
    /// by all that is known of them, states by their membership, institutions by the states and sectors of their people.
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
            let courses = Dictionary(
                dataset.courses.map { (ByteKey($0.id), $0) }, uniquingKeysWith: { first, _ in first })
            for filter in filters {
                guard case .field(let field) = filter.coded.dimension.rule, field.side == .course, field != .course
                else {
                    continue
                }
                listed.removeAll { code in
                    courses[ByteKey(coded.members[code])].map { course in
                        !filter.admits(field.text(of: course, in: dataset))
                    } ?? false
                }
            }
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
