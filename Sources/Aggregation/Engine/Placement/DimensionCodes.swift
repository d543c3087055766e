import Support
import TrainingStats

/// A dimension of a request with its members as numbers: a code for each session, profile, assignment, age, or value of a
/// property of rows.
struct DimensionCodes: Sendable {
    /// The code of a member that is not known.
    static let unknown: Int32 = -1
    /// The code of the total over all members.
    static let total: Int32 = -2

    let dimension: Dimension
    /// The text of each code.
    private(set) var members: [String] = []
    /// The code of each coded entity of the dimension: of each session, profile, assignment or age (see ``AgeTable``); of a
    /// property of rows for each of its values (see ``RowParts``).
    private(set) var codes: [Int32] = []
    /// The code under which all members come together that are not kept; nil where there are none.
    private(set) var rest: Int32?
    private var kept: Set<Summary.Member> = []
    /// For each code the one under which its member counts; empty where each counts under its own.
    private var gatheredCodes: [Int32] = []

    /// The members of a dimension, and behind them known ones that no record has; where some are kept, the others share a
    /// code.
    init(
        _ dimension: Dimension, of dataset: Dataset, profiles: [Profile], adding known: [String] = [],
        keeping kept: TopMembers? = nil
    ) {
        self.dimension = dimension
        switch dimension.rule {
        case .field(let field): take(field, of: dataset, profiles: profiles)
        case .ofState(.membership):
            let standings = dataset.states.map { state in
                state.membership.flatMap { Membership.allCases.firstIndex(of: $0) }.map { Int32($0) } ?? Self.unknown
            }
            members = Membership.allCases.map(\.rawValue)
            codes = profiles.map { $0.state >= 0 ? standings[Int($0.state)] : Self.unknown }
        case .band(of: .age, let bands):
            members = bands.codes
            codes = AgeTable.ages.map { $0.map { Int32(bands.position(of: $0)) } ?? Self.unknown }
        case .band(of: .sessionDays, let bands):
            members = bands.codes
            codes = dataset.sessions.map { $0.dayCount.map { Int32(bands.position(of: $0)) } ?? Self.unknown }
        case .band(of: .value, let bands), .band(of: .percentage, let bands), .band(of: .attribute, let bands):
            members = bands.codes
            codes = bands.codes.indices.map { Int32($0) }
        case .period(let kind, let day):
            let calendar = dataset.settings.calendar
            take(texts: dataset.sessions.map { $0.days[day].map { kind.period(holding: $0, calendar).label } })
        case .attribute(let attribute, let position):
            guard dataset.attributes.indices.contains(position) else { break }
            take(dataset.attributes[position], of: attribute.table, in: dataset, profiles: profiles.count)
        }
        add(known)
        if let kept, kept.dimension == dimension.id { gather(allBut: kept.members) }
    }

    private mutating func take(_ field: MemberField, of dataset: Dataset, profiles: [Profile]) {
        func texts(_ text: (Session) -> String?) { take(texts: dataset.sessions.map(text)) }
        func texts(_ text: (Assignment, Trainer) -> String?) {
            take(texts: dataset.assignments.map { text($0, dataset.trainers[$0.trainer]) })
        }
        switch field {
        // Profiles have codes already: their positions in the list of all members.
        case .state: (members, codes) = (dataset.states.map(\.code), profiles.map { Int32($0.state) })
        case .trainee:
            // Profiles are those of persons, then of their affiliations, then of groups, in which nobody is known.
            let owners =
                dataset.trainees.ids.keys.indices.map { Int32($0) } + dataset.affiliations.map { Int32($0.trainee) }
            members = dataset.trainees.ids.keys
            codes = profiles.indices.map { $0 < owners.count ? owners[$0] : Self.unknown }
        case .institution: (members, codes) = (dataset.institutions.keys, profiles.map(\.institution))
        case .sector: (members, codes) = (Sector.allCases.map(\.rawValue), profiles.map { Int32($0.sector) })
        case .sex: (members, codes) = (Sex.allCases.map(\.rawValue), profiles.map { Int32($0.sex) })
        case .status:
            let statuses = ParticipationStatus.allCases
            members = statuses.map(\.rawValue)
            codes = statuses.indices.map { code in
                statuses.firstIndex { Int($0.code) == code }.map { Int32($0) } ?? Self.unknown
            }
        case .certificateStatus:
            members = CertificateStatus.allCases.map(\.rawValue)
            codes = members.indices.map { Int32($0) }
        case .applied:
            members = FollowUpApplication.allCases.map(\.rawValue)
            codes = FollowUpApplication.allCases.map { Int32($0.position) }
        case .evaluationItem:
            members = dataset.evaluationItems.keys
            codes = members.indices.map { Int32($0) }
        case .evaluationValue:
            members = Evaluation.values.map { String($0) }
            codes = members.indices.map { Int32($0) }
        case .session: texts { (session: Session) in session.id }
        case .hostState: texts { (session: Session) in session.hostState.map { dataset.states[$0].code } }
        case .venue: texts { (session: Session) in session.venue.map { dataset.venues[$0] } }
        case .provider: texts { (session: Session) in session.provider.map { dataset.providers[$0] } }
        case .programme: texts { (session: Session) in session.programme.map { dataset.programmes[$0] } }
        case .language: texts { (session: Session) in session.language.map { dataset.languages[$0] } }
        case .delivery: texts { (session: Session) in session.delivery?.rawValue }
        case .weekday: texts { (session: Session) in session.start.map { Weekday(of: $0).rawValue } }
        case .course, .topic, .kind, .level:
            texts { (session: Session) in field.text(of: dataset.courses[session.course], in: dataset) }
        case .trainer, .trainerNationality, .trainerAffiliation, .trainerOrganisation:
            texts { _, trainer in field.text(of: trainer, in: dataset) }
        case .trainerRole: texts { assignment, _ in assignment.role?.rawValue }
        }
    }

    /// Members and codes of an attribute that the dataset declares.
    private mutating func take(
        _ values: AttributeValues, of table: Attribute.Table, in dataset: Dataset, profiles: Int
    ) {
        members = values.members.keys
        codes =
            switch table {
            // Persons, affiliations and headcounts stand one behind the other, as profiles do.
            case .trainees, .headcounts: (0..<profiles).map(values.code)
            case .sessions: dataset.sessions.indices.map(values.code)
            case .courses: dataset.sessions.map { values.code(ofRow: $0.course) }
            case .trainers: dataset.assignments.map { values.code(ofRow: $0.trainer) }
            // Each member is a value of rows.
            case .participations: members.indices.map { Int32($0) }
            }
    }

    /// Numbers texts in order of first appearance.
    private mutating func take(texts: [String?]) {
        var table = KeyTable()
        codes = texts.map { text in text.map { Int32(table.insert($0)) } ?? Self.unknown }
        members = table.keys
    }

    private mutating func add(_ known: [String]) {
        guard !known.isEmpty else { return }
        var seen = Set(members.map { ByteKey($0) })
        members += known.filter { seen.insert(ByteKey($0)).inserted }
    }

    /// The code under which a member with a code counts.
    func gathered(_ code: Int32) -> Int32 { gatheredCodes.isEmpty ? code : gatheredCodes[Int(code)] }

    private mutating func gather(allBut kept: Set<Summary.Member>) {
        guard let first = members.firstIndex(where: { !kept.contains(.code($0)) }) else { return }
        self.kept = kept
        rest = Int32(first)
        gatheredCodes = members.indices.map { Int32(kept.contains(.code(members[$0])) ? $0 : first) }
        codes = codes.map { $0 < 0 ? $0 : gatheredCodes[Int($0)] }
    }

    /// The member that a code stands for.
    func member(of code: Int32) -> Summary.Member {
        switch code {
        case Self.unknown: .unknown
        case Self.total: .total
        case rest: .other
        default: .code(members[Int(code)])
        }
    }

    /// Whether a member, seen in the records or not, counts under a code of a known member.
    func holds(_ member: String, at code: Int32) -> Bool {
        code == rest ? !kept.contains(.code(member)) : self.member(of: code) == .code(member)
    }

    /// The codes that a filter admits, and the members that no record has, or texts that no member contains.
    ///
    /// - Throws: ``RequestError`` where the dimension has a fixed list of members and the filter names another.
    func admitted(
        _ filter: Filter, of dataset: Dataset, labels: () -> MemberLabels
    ) throws(RequestError) -> (codes: Set<Int32>, unmatched: [String]) {
        switch filter.choice {
        case .named: return try admitted(filter.members, of: dataset)
        case .allBut:
            let (codes, unmatched) = try admitted(filter.members, of: dataset)
            return (Set(Self.unknown..<Int32(members.count)).subtracting(codes), unmatched)
        case .containing: return containing(filter.members, named: dimension.isTime ? nil : labels())
        }
    }

    /// The codes whose member contains one of the texts, or has such a name, and the texts that no member contains.
    private func containing(_ texts: [String], named labels: MemberLabels?) -> (codes: Set<Int32>, unmatched: [String])
    {
        let names = members.map { member in
            let name = labels?(member, of: dimension)
            return [member] + [name?.en, name?.ar].compactMap(\.self)
        }
        var codes: Set<Int32> = []
        let unmatched = texts.filter { text in
            let found = SoughtText(text).map { sought in names.indices.filter { sought.isIn(names[$0]) } } ?? []
            codes.formUnion(found.map { Int32($0) })
            return found.isEmpty
        }
        return (codes, unmatched)
    }

    /// The codes of members, and the members that no record has.
    func admitted(
        _ members: [String], of dataset: Dataset
    ) throws(RequestError) -> (codes: Set<Int32>, unmatched: [String]) {
        var codes: Set<Int32> = []
        var unmatched: [String] = []
        // A list of persons can be long.
        let places =
            members.count > 16
            ? Dictionary(
                self.members.enumerated().map { (ByteKey($1), $0) }, uniquingKeysWith: { first, _ in first }) : nil
        let closed = dimension.members(of: dataset)
        for text in members {
            if text == "_U" {
                codes.insert(Self.unknown)
                continue
            }
            let member = dimension.canonical(text, dataset)
            if let code = places.map({ $0[ByteKey(member)] }) ?? self.members.place(of: member) {
                codes.insert(Int32(code))
            } else if let closed, !closed.holds(member) {
                throw .unknownMember(dimension: dimension.id, member: text, known: closed)
            } else {
                unmatched.append(text)
            }
        }
        return (codes, unmatched)
    }

    /// The place of each code in the order of data output; the rest comes behind the members that are kept.
    func ranks(in dataset: Dataset) -> [Int] {
        let first = dimension.rule.vocabulary.firstInData(of: dataset)
        let places = Dictionary(
            first.enumerated().map { (ByteKey($1), $0) }, uniquingKeysWith: { first, _ in first })
        let placesOfCodes = places.isEmpty ? [] : members.map { places[ByteKey($0)] ?? .max }
        let order = members.indices.sorted { left, right in
            if !placesOfCodes.isEmpty, placesOfCodes[left] != placesOfCodes[right] {
                return placesOfCodes[left] < placesOfCodes[right]
            }
            return members[left].utf8.lexicographicallyPrecedes(members[right].utf8)
        }
        var ranks = [Int](repeating: 0, count: members.count)
        for (rank, code) in order.enumerated() { ranks[code] = rank }
        if let rest { ranks[Int(rest)] = members.count }
        return ranks
    }
}

/// Ages as the coded entities of dimensions: the unknown one first, then from 0 up.
///
/// An age depends on the person and on the session, so that no profile has one code for it. Numbering the ages makes a
/// dimension of bands like any other: a code for each age, and filters that admit some of them.
enum AgeTable {
    /// All ages as they are told apart; nil for the unknown one.
    static let ages: [Int?] = [nil] + (0...150).map { $0 }

    /// The position of an age in ``ages``: the unknown one where nobody is believed to be so young; ages above are told apart
    /// from their neighbours by no band.
    static func position(birthYear: Int16, startYear: Int?) -> Int {
        guard birthYear >= 0, let startYear else { return 0 }
        let age = startYear - Int(birthYear)
        return age < TraineeTable.leastAge ? 0 : min(age, 150) + 1
    }
}

extension MemberField {
    /// What a course says of a field; nil where it says nothing, or the field is none of courses.
    func text(of course: Course, in dataset: Dataset) -> String? {
        switch self {
        case .course: course.id
        case .topic: course.topic.map { dataset.topics[$0].code }
        case .kind: course.kind.rawValue
        case .level: course.level?.rawValue
        default: nil
        }
    }

    /// What a trainer says of a field; nil where he or she says nothing, or the field is none of trainers.
    func text(of trainer: Trainer, in dataset: Dataset) -> String? {
        switch self {
        case .trainer: trainer.id
        case .trainerNationality: trainer.nationality.map { dataset.nationalities[$0] }
        case .trainerAffiliation: trainer.affiliation?.rawValue
        case .trainerOrganisation: trainer.organisation.map { dataset.organisations[$0] }
        default: nil
        }
    }
}
