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

    init(_ dimension: Dimension, _ dataset: Dataset, _ profiles: [Profile]) {
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

    /// The place of each code in the order of data output.
    func ranks(_ dataset: Dataset) -> [Int] {
        var order = Array(members.indices)
        if dimension.keepsOrderInData, let closed = dimension.members(of: dataset) {
            let places = Dictionary(closed.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
            order.sort { places[members[$0]] ?? .max < places[members[$1]] ?? .max }
        } else {
            order.sort { members[$0].utf8.lexicographicallyPrecedes(members[$1].utf8) }
        }
        var ranks = [Int](repeating: 0, count: members.count)
        for (rank, code) in order.enumerated() { ranks[code] = rank }
        return ranks
    }
}
