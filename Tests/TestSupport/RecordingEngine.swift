import Aggregation

/// An engine that notes what it is asked, and has another one answer.
package final class RecordingEngine: SummaryEngine {
    /// What each call asked.
    package private(set) var calls: [[SummaryRequest]] = []
    private let engine: any SummaryEngine

    /// An engine in front of another one.
    package init(_ engine: any SummaryEngine) { self.engine = engine }

    package func summaries(of requests: [SummaryRequest]) throws -> [SummaryRequest: Summary] {
        calls.append(requests)
        return try engine.summaries(of: requests)
    }
}
