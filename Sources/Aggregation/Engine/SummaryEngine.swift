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

/// Summaries, each found by the request that it answers.
package struct Answers: Sendable {
    private var summaries: [SummaryRequest: Summary]

    /// The answers to some requests.
    package init(_ summaries: [SummaryRequest: Summary] = [:]) { self.summaries = summaries }

    /// The answer to a request.
    package func summary(of request: SummaryRequest) throws(UnansweredRequest) -> Summary {
        guard let summary = summaries[request] else { throw UnansweredRequest(request: request) }
        return summary
    }
}

/// A request that nobody has asked the engine, or that the engine has not answered: a fault of the program.
package struct UnansweredRequest: Error {
    /// The request.
    package let request: SummaryRequest
}
