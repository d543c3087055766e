import Aggregation
import Support
import TrainingStats

/// A figure that targets can be of: a measure of some records, in a form in which the same figures are equal, however they
/// are written: their days, and their filters and members in any order and spelling.
package struct TargetFigure: Hashable, Sendable {
    private struct PlainFilter: Hashable {
        var dimension: String
        var choice: Filter.Choice
        var members: Set<ByteKey>
    }

    private let measure: String
    private let first, last: CivilDate
    private let filters: Set<PlainFilter>

    /// The figure of a measure of a request, the first one unless given; nil of all time, of which no target is.
    ///
    /// `canonical` says under which code a member of a dimension counts.
    init?(
        of request: SummaryRequest, measure: String? = nil, canonical: (_ dimension: String, _ member: String) -> String
    ) {
        guard let period = request.period, let measure = measure ?? request.measures.first else { return nil }
        self.measure = measure
        (first, last) = (period.first, period.last)
        filters = Set(
            request.filters.map { filter in
                // Texts that are looked for are no members.
                let isOfTexts = filter.choice == .containing
                let members = filter.members.map { isOfTexts ? $0 : canonical(filter.dimension, $0) }
                return PlainFilter(
                    dimension: filter.dimension, choice: filter.choice, members: Set(members.map { ByteKey($0) }))
            })
    }
}
