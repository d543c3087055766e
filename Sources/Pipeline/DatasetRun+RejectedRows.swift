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
        let questions: [() throws -> DisclosedAnswers?] = [
            { try self.answers(to: requests) }, { try self.answersWithRejectedRows(to: published) },
        ]
        let found = try mapTogether(questions) { try $0() }
        guard let answers = found[0] else { return (try self.answers(to: requests), found[1]) }
        return (answers, found[1])
    }
}
