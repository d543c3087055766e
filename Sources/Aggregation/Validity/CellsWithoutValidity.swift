import TrainingStats

/// The cells of a request in which no certificate can be: they are of a course without validity, or sessions fall in them and all
/// are of such courses.
///
/// What falls where is asked of dimensions of sessions alone: a state whose people were in no such course has no certificates,
/// which is 0.
struct CellsWithoutValidity: Sendable {
    /// The positions of the dimensions of sessions among all.
    private let places: [Int]
    /// Their members in these cells.
    private let members: Set<[Summary.Member]>
    /// The position of the dimension of courses, if it is one of them, and the courses without validity: these have rows where no
    /// session falls, too.
    private let ofCourses: (position: Int, courses: Set<Summary.Member>)?

    /// The cells of the request of a placer; nil if there are none.
    init?(_ placer: RecordPlacer) {
        let (parts, dataset) = (placer.sessionParts, placer.dataset)
        var hasValidity = [Bool?](repeating: nil, count: parts.members.count)
        for (session, part) in zip(dataset.sessions, parts.numbers) where part >= 0 {
            let isValid = dataset.courses[session.course].monthsOfValidity != nil
            hasValidity[Int(part)] = hasValidity[Int(part)] == true || isValid
        }
        let without = dataset.courses.filter { $0.monthsOfValidity == nil }.map { Summary.Member.code($0.id) }
        ofCourses = placer.coded.firstIndex { $0.dimension.rule == .field(.course) }.map { ($0, Set(without)) }
        guard hasValidity.contains(false) || ofCourses?.courses.isEmpty == false else { return nil }
        let places = placer.coded.indices.filter { placer.coded[$0].dimension.rule.codedEntity == .session }
        let all = (1 << places.count) - 1
        let totalled = placer.request.totals ? Array(0...all) : [0, all]
        var found: [[Summary.Member]: Bool] = [:]
        for (part, isValid) in hasValidity.enumerated() {
            guard let isValid else { continue }
            let own = zip(places, parts.members[part]).map { placer.coded[$0].member(of: $1) }
            for way in totalled {
                let key = own.enumerated().map { way >> $0 & 1 == 1 ? .total : $1 }
                found[key] = found[key] == true || isValid
            }
        }
        self.places = places
        members = Set(found.filter { !$0.value }.keys)
    }

    /// Whether the cell of some members is one of them.
    func contains(_ members: [Summary.Member]) -> Bool {
        if let (position, courses) = ofCourses, courses.contains(members[position]) { return true }
        return self.members.contains(places.map { members[$0] })
    }
}

extension Measure {
    /// Whether it is made of certificates alone, so that it has no meaning of courses without validity.
    var isOfCertificatesAlone: Bool { derivedFrom == nil && aggregate.isOfCertificatesAlone }
}

extension Aggregate {
    fileprivate var isOfCertificatesAlone: Bool {
        switch self {
        case .count, .sum, .distinct, .mean, .deviation, .quantile, .share, .intervalEnd:
            recordSets.allSatisfy(\.isOfCertificates)
        case .persons(_, let named, _): named.isOfCertificates
        case .ratio(let upper, let lower): upper.isOfCertificatesAlone || lower.isOfCertificatesAlone
        case .difference(let upper, let lower): upper.isOfCertificatesAlone && lower.isOfCertificatesAlone
        case .per(_, let figure, _): figure.isOfCertificatesAlone
        }
    }
}

extension RecordSet {
    /// Whether only records that gave a certificate are among them.
    var isOfCertificates: Bool { conditions.contains(where: \.impliesCertificate) }
}

extension Condition {
    /// Whether only a record that gave a certificate meets it.
    fileprivate var impliesCertificate: Bool {
        switch self {
        case .member(let test): test.dimension.isOfCertificates && !test.members.contains("_U")
        case .not(.member(let test)): test.dimension.isOfCertificates && test.members.contains("_U")
        case .all(let parts): parts.contains(where: \.impliesCertificate)
        case .any(let parts): !parts.isEmpty && parts.allSatisfy(\.impliesCertificate)
        default: false
        }
    }
}
