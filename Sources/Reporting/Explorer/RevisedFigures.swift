import Aggregation
import TrainingStats

/// The figures of a cube that a release has revised, as far as its tables tell.
///
/// A table is about the same records as the cube if it has no filter and no period of its own: a figure of it stands in the cube
/// at the same members.
struct RevisedFigures: Sendable {
    private struct Place: Hashable {
        /// The members that are no total, by their dimensions.
        let members: Set<FigurePlace.Member>
        let column: String
        /// Whether a dimension of trainees was asked for, even if it is totalled: then only sessions that somebody attended count.
        let isOfTrainees: Bool
    }

    private let places: Set<Place>

    /// The revised figures of a report.
    init(_ definition: ReportDefinition, in scope: ReportScope) {
        let alike = definition.parts.compactMap { part -> String? in
            guard case .table(let table) = part, table.filters.isEmpty, table.period == nil, table.persons == nil else {
                return nil
            }
            return table.id
        }
        let catalogue = scope.dataset.catalogue
        places = Set(
            scope.context.revised.filter { alike.contains($0.table) }.map { place in
                Place(
                    members: Set(place.key.filter { $0.code != Summary.Member.total.code }), column: place.column,
                    isOfTrainees: place.key.contains { catalogue.dimension($0.column)?.side == .trainee })
            })
    }

    /// A function that tells whether a figure of an answer was revised, from its members and the identifier of its column.
    func test(in summary: Summary) -> @Sendable ([Summary.Member], String) -> Bool {
        guard !places.isEmpty else { return { _, _ in false } }
        let columns = summary.dimensions.map(\.id)
        let isOfTrainees = summary.dimensions.contains { $0.side == .trainee }
        return { members, column in
            let known = zip(columns, members).filter { $1 != .total }
            return places.contains(
                Place(
                    members: Set(known.map { FigurePlace.Member(column: $0, code: $1.code) }), column: column,
                    isOfTrainees: isOfTrainees))
        }
    }
}
