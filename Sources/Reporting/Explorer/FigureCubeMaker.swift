import Aggregation
import Support
import TrainingStats

/// Makes a cube of the answers: numbers members and values.
struct FigureCubeMaker {
    private let dimensions: [Dimension]
    private let sessions: Summary
    private let persons: Summary?
    private let plans: Summary?
    private let scope: ReportScope
    private var language: Language { scope.context.language }

    /// A maker of the answers along the dimensions of sessions, along all dimensions, and about sessions that were not delivered.
    init(dimensions: [Dimension], sessions: Summary, persons: Summary?, plans: Summary?, scope: ReportScope) {
        self.dimensions = dimensions
        self.sessions = sessions
        self.persons = persons
        self.plans = plans
        self.scope = scope
    }

    private var summaries: [Summary] { [sessions] + [plans, persons].compactMap(\.self) }

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

    /// The cube.
    func cube(
        title: String, particulars: [Document.Particular], notes: [String], omissions: [FigureCube.Omission],
        revised: RevisedFigures
    ) -> FigureCube {
        let members = dimensions.map(knownMembers)
        let axes = zip(dimensions, members).map { axis(of: $0, $1) }
        var columns = CubeColumns(summaries, scope, revised: revised)
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
            ofPersons: ofPersons ?? none, ofPlans: ofPlans ?? none, omissions: omissions,
            measureOfPersons: scope.dataset.measureOfPersons
        ).withoutEmptyFigures
    }

    private func axis(of dimension: Dimension, _ members: [Summary.Member]) -> FigureCube.Axis {
        let names = MemberNames(scope.dataset, language)
        let inPart = scope.dataset.periodsInPart(of: dimension, scope.context)
        let dated = members.filter { $0 != .unknown }.map(\.code)
        return FigureCube.Axis(
            id: dimension.id, heading: dimension.heading(language), isOfTrainees: dimension.side == .trainee,
            isTime: dimension.isTime,
            members: members.map { member in
                let name = names(member, of: dimension)
                return .init(
                    code: member.code, name: name,
                    nameInPart: inPart.contains(member.code)
                        ? language(KeyFigureSentence.inPart, ["period": name]) : nil)
            },
            emptyPeriods: scope.dataset.periodsBetween(dated, of: dimension).mapValues { codes in
                codes.map { names(code: $0, of: dimension) }
            })
    }

    /// The cells of an answer.
    private func slice(
        of summary: Summary, _ numbers: [[Summary.Member: Int]], _ columns: inout CubeColumns
    ) -> FigureCube.Slice {
        // Where the members of a dimension stand in a cell; nil where it is not asked for.
        let places = dimensions.map { dimension in summary.dimensions.firstIndex(of: dimension) }
        let keyed = summary.cells.map { cell -> (key: Int, cell: Summary.Cell) in
            let key = zip(places, numbers).reduce(0) { key, axis in
                key * (axis.1.count + 1) + (axis.0.flatMap { axis.1[cell.members[$0]] } ?? 0)
            }
            return (key, cell)
        }.sorted { $0.key < $1.key }
        return FigureCube.Slice(
            keys: keyed.map(\.key), columns: columns.places(of: keyed.map(\.cell), in: summary))
    }
}
