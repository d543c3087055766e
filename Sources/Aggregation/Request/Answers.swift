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
