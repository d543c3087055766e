import Aggregation
import Support
import TrainingStats

/// Makes a cube of the answers: chooses the dimensions for which there is room, and numbers members and values.
struct FigureCubeMaker {
    /// How many figures a cube has at most, so that a page stays below 2 MB.
    static let mostFigures = 400_000
    /// How many combinations of members there can be at most: keys are whole numbers below 2^53, which a script holds exactly.
    private static let mostCombinations = 1 << 53

    private let sessions: Summary
    private let persons: Summary?
    private let plans: Summary?
    private let scope: ReportScope
    private var language: Language { scope.context.language }
    /// The dimensions that are kept.
    private(set) var kept: [Dimension] = []
    /// The dimensions that are not.
    private(set) var omissions: [FigureCube.Omission] = []

    /// A maker of the answers along the dimensions of sessions, along all dimensions, and about sessions that were not delivered.
    init(sessions: Summary, persons: Summary?, plans: Summary?, scope: ReportScope) {
        self.sessions = sessions
        self.persons = persons
        self.plans = plans
        self.scope = scope
    }

    private var summaries: [Summary] { [sessions] + [plans, persons].compactMap(\.self) }

    /// Takes dimensions in their order while there is room.
    ///
    /// The cells over fewer dimensions are among those over more: as those in which the others are totalled.
    mutating func choose(among dimensions: [Dimension]) {
        let answered = dimensions.filter { dimension in
            summaries.contains { $0.dimensions.contains(dimension) }
        }
        let masks = summaries.flatMap { summary in
            let bits = summary.dimensions.map { 1 << (answered.firstIndex(of: $0) ?? 0) }
            return summary.cells.map { cell in
                zip(cell.members, bits).reduce(0) { $1.0 == .total ? $0 : $0 | $1.1 }
            }
        }
        let measures = sessions.measures.count + (plans?.measures.count ?? 0)
        var keptBits = 0
        var combinations = 1
        for (index, dimension) in answered.enumerated() {
            let known = knownMembers(of: dimension)
            let count = masks.count { $0 & ~(keptBits | 1 << index) == 0 }
            let (product, overflows) = combinations.multipliedReportingOverflow(by: known.count + 1)
            if known.count < 2 {
                omit(dimension, .sameMember)
            } else if count * measures > Self.mostFigures || overflows
                || product > Self.mostCombinations
            {
                omit(dimension, .tooLarge)
            } else {
                kept.append(dimension)
                keptBits |= 1 << index
                combinations = product
            }
        }
    }

    private mutating func omit(_ dimension: Dimension, _ reason: ExplorerPhrase) {
        omissions.append(.init(heading: dimension.heading(language), reason: language(reason)))
    }

    /// The members of a dimension that have records, in their usual order.
    private func knownMembers(of dimension: Dimension) -> [Summary.Member] {
        var found: Set<Summary.Member> = []
        for summary in summaries {
            guard let place = summary.dimensions.firstIndex(of: dimension) else { continue }
            for cell in summary.cells { found.insert(cell.members[place]) }
        }
        found.remove(.total)
        let order = MemberOrder(scope.dataset.firstMembers(of: dimension))
        return found.sorted(by: order.precedes)
    }

    /// The cube along the chosen dimensions.
    func cube(
        title: String, particulars: [Document.Particular], notes: [String], omissions: [FigureCube.Omission]
    ) -> FigureCube {
        let names = MemberNames(scope.dataset, language)
        let members = kept.map(knownMembers)
        let axes = zip(kept, members).map { dimension, members in
            FigureCube.Axis(
                id: dimension.id, heading: dimension.heading(language), isOfTrainees: dimension.side == .trainee,
                isTime: dimension.isTime,
                members: members.map { .init(code: $0.code, name: names($0, of: dimension)) })
        }
        var columns = CubeColumns(summaries, scope)
        let numbers = members.map { members in
            Dictionary(members.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        }
        let ofSessions = slice(of: sessions, numbers, &columns)
        let ofPlans = plans.map { slice(of: $0, numbers, &columns) }
        let ofPersons = persons.map { slice(of: $0, numbers, &columns) }
        let none = FigureCube.Slice(columns: columns.figures.map { _ in [] })
        return FigureCube(
            title: title, language: language, digits: scope.context.digits, particulars: particulars, notes: notes,
            axes: axes, figures: columns.figures, ofSessions: ofSessions,
            ofPersons: ofPersons ?? none, ofPlans: ofPlans ?? none, omissions: omissions
        ).withoutEmptyFigures
    }

    /// The cells of an answer in which the dimensions that are not kept are totalled.
    private func slice(
        of summary: Summary, _ numbers: [[Summary.Member: Int]], _ columns: inout CubeColumns
    ) -> FigureCube.Slice {
        // Where the members of a kept dimension stand in a cell; nil where it is not asked for.
        let places = kept.map { dimension in summary.dimensions.firstIndex(of: dimension) }
        let others = summary.dimensions.indices.filter { !places.contains($0) }
        let keyed = summary.cells.compactMap { cell -> (key: Int, cell: Summary.Cell)? in
            guard others.allSatisfy({ cell.members[$0] == .total }) else { return nil }
            let key = zip(places, numbers).reduce(0) { key, axis in
                key * (axis.1.count + 1) + (axis.0.flatMap { axis.1[cell.members[$0]] } ?? 0)
            }
            return (key, cell)
        }.sorted { $0.key < $1.key }
        return FigureCube.Slice(
            keys: keyed.map(\.key), columns: columns.places(of: keyed.map(\.cell), in: summary))
    }
}
