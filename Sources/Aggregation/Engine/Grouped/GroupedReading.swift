import TrainingStats

/// A dataset whose participations stay where they are: its kept tables, and answers to questions about the others.
package protocol GroupedReading {
    /// All tables but the participations.
    var dataset: Dataset { get }
    /// For each session a number: values of rows are read alike in sessions with the same one, as amounts in one currency are.
    var sessionReading: [Int32] { get }
    /// The answers to questions, in their order.
    func answers(to questions: [GroupQuestion]) throws -> [GroupAnswer]
}

/// What an engine that sees groups of records alone cannot answer, with what it concerns.
package struct UngroupedRequest: Error, Hashable, Sendable {
    /// Why the records themselves are needed.
    package enum Reason: Hashable, Sendable, CaseIterable {
        /// What follows from days of attendance stands in no row of participations.
        case attendance
        /// Which certificates count shows when all rows of a person are seen in their order.
        case certificates
    }

    /// The measures and dimensions, in the order of the request.
    package let names: [String]
    /// Why.
    package let reason: Reason

    /// A request that needs records, for a reason.
    package init(names: [String], reason: Reason) {
        self.names = names
        self.reason = reason
    }
}

/// Records that changed between two questions.
package struct ChangedMeanwhile: Error, Hashable, Sendable {
    /// Something changed.
    package init() {}
}
