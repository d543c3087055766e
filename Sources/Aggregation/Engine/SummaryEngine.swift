/// Answers requests over the records of one dataset.
///
/// Nothing above an engine sees the records that it sums up: one engine reads them into this process, another may leave
/// them in a database and send queries there.
package protocol SummaryEngine {
    /// Computes requests, as many as possible in one reading of the records.
    ///
    /// - Parameter requests: Distinct requests, in the order in which they were first asked.
    /// - Returns: A summary for every request.
    /// - Throws: Whatever keeps the engine from its work, such as records that cannot be read.
    func summaries(of requests: [SummaryRequest]) throws -> [SummaryRequest: Summary]
}

extension SummaryEngine {
    /// The answers to requests, of which equal ones are computed once.
    ///
    /// - Throws: ``UnansweredRequest`` where the engine leaves one out, and whatever keeps the engine from its work.
    package func answers(to requests: [SummaryRequest]) throws -> Answers {
        var seen: Set<SummaryRequest> = []
        let distinct = requests.filter { seen.insert($0).inserted }
        let answers = Answers(try distinct.isEmpty ? [:] : summaries(of: distinct))
        for request in distinct { _ = try answers.summary(of: request) }
        return answers
    }
}
