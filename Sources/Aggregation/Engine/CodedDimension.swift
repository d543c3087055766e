import Support
import TrainingStats

/// A dimension of a request with its members as numbers: a code for each session, profile or assignment, -1 for unknown.
struct CodedDimension: Sendable {
    /// The code of a member that is not known.
    static let unknown: Int32 = -1
    /// The code of the total over all members.
    static let total: Int32 = -2

    let dimension: Dimension
    /// The text of each code.
    private(set) var members: [String] = []
    /// By session, profile or assignment; empty for age bands, which depend on both person and session.
    private(set) var codes: [Int32] = []
    /// The code under which all members come together that are not kept; nil where there are none.
    private(set) var rest: Int32?
    private var kept: Set<Summary.Member> = []
    /// For each code the one under which its member counts; empty where each counts under its own.
    private var gatheredCodes: [Int32] = []

    /// The members of a dimension; where some are kept, the others share a code.
    init(_ dimension: Dimension, _ dataset: Dataset, _ profiles: [Profile], keeping kept: KeptMembers? = nil) {
        self.dimension = dimension
        switch dimension.yield {
        case .profile(let code, let members):
            self.members = members(dataset)
            codes = profiles.map { Int32(code($0, dataset)) }
        case .ageBand:
            members = AgeBand.codes
        case .session(let member):
            var table = KeyTable()
            codes = dataset.sessions.map { Self.code(member($0, dataset), &table) }
            members = table.keys
        case .assignment(let member):
            var table = KeyTable()
            codes = dataset.assignments.map {
                Self.code(member($0, dataset.trainers[$0.trainer], dataset), &table)
            }
            members = table.keys
        }
        if let kept, kept.dimension == dimension.id { gather(allBut: kept.members) }
    }

    private mutating func gather(allBut kept: Set<Summary.Member>) {
        guard let first = members.firstIndex(where: { !kept.contains(.code($0)) }) else { return }
        self.kept = kept
        rest = Int32(first)
        gatheredCodes = members.indices.map { Int32(kept.contains(.code(members[$0])) ? $0 : first) }
        codes = codes.map(gathered)
    }

    /// The code under which a member counts.
    func gathered(_ code: Int32) -> Int32 {
        gatheredCodes.isEmpty || code < 0 ? code : gatheredCodes[Int(code)]
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

    private static func code(_ member: String?, _ table: inout KeyTable) -> Int32 {
        member.map { Int32(table.insert($0)) } ?? unknown
    }

    /// The codes that a filter admits, and the members that no record has.
    ///
    /// - Throws: ``RequestError`` where the dimension has a fixed list of members and the filter names another.
    func admitted(
        _ members: [String], _ dataset: Dataset
    ) throws(RequestError) -> (codes: Set<Int32>, unmatched: [String]) {
        var codes: Set<Int32> = []
        var unmatched: [String] = []
        let closed = dimension.members(of: dataset)
        for text in members {
            if text == "_U" {
                codes.insert(Self.unknown)
                continue
            }
            let member = dimension.canonical(text, dataset)
            if let code = self.members.firstIndex(where: { $0.utf8.elementsEqual(member.utf8) }) {
                codes.insert(Int32(code))
            } else if let closed, !closed.contains(member) {
                throw .unknownMember(dimension: dimension.id, member: text, known: closed)
            } else {
                unmatched.append(text)
            }
        }
        return (codes, unmatched)
    }

    /// The place of each code in the order of data output; the rest comes behind the members that are kept.
    func ranks(_ dataset: Dataset) -> [Int] {
        let first = dimension.firstInData?(dataset) ?? []
        let places = Dictionary(first.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let order = members.indices.sorted { left, right in
            let (leftPlace, rightPlace) = (places[members[left]] ?? .max, places[members[right]] ?? .max)
            guard leftPlace == rightPlace else { return leftPlace < rightPlace }
            return members[left].utf8.lexicographicallyPrecedes(members[right].utf8)
        }
        var ranks = [Int](repeating: 0, count: members.count)
        for (rank, code) in order.enumerated() { ranks[code] = rank }
        if let rest { ranks[Int(rest)] = members.count }
        return ranks
    }
}
