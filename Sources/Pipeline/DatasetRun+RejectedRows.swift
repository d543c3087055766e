import Aggregation
import Records
import Support

extension DatasetRun {
    /// The answers to all requests of a report, as ``answers(to:)`` gives them, and as ``answersWithRejectedRows(to:)`` those to
    /// the requests for its published figures.
    ///
    /// Where it is known from the start that rows were rejected, and there are no participations, both are worked out at once:
    /// kept tables take little room, and no further rows can be rejected.
    func answers(
        to requests: [SummaryRequest], withRejectedRowsTo published: [SummaryRequest]
    ) throws -> (answers: DisclosedAnswers, withRejected: DisclosedAnswers?) {
        guard !dataset.tables.participations, counting == nil, !published.isEmpty,
            reader.tallies.contains(where: { $0.rejected > 0 })
        else {
            return (try answers(to: requests), try answersWithRejectedRows(to: published))
        }
        let found = try mapTogether([false, true]) { (withRejected: Bool) throws -> [DisclosedAnswers] in
            guard withRejected else { return [try answers(to: requests)] }
            return try answersWithRejectedRows(to: published).map { [$0] } ?? []
        }
        return (found[0][0], found[1].first)
    }
}
