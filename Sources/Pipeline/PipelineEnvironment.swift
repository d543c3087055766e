import Aggregation
import Records
import TrainingStats

/// What the pipeline is told by whoever runs it: it looks at no clock, no variables and no terminal itself.
package struct PipelineEnvironment {
    /// Name and version of the program, as they stand in reports.
    package var tool: String
    /// How many threads read large tables.
    package var threads: Int
    /// The current date in a time zone, which is given by its IANA name.
    package var currentDay: (_ timeZone: String) -> CivilDate
    /// Who is told what was found in the records.
    package var listener: any PipelineListener
    /// Makes what shows how far a reading is; nil where nobody looks.
    package var makeProgress: () -> (any ReadingProgress)?

    /// An environment given by its parts; without a listener nobody is told anything.
    package init(
        tool: String, threads: Int, currentDay: @escaping (_ timeZone: String) -> CivilDate,
        listener: any PipelineListener = SilentListener(),
        makeProgress: @escaping () -> (any ReadingProgress)? = { nil }
    ) {
        self.tool = tool
        self.threads = threads
        self.currentDay = currentDay
        self.listener = listener
        self.makeProgress = makeProgress
    }
}

/// Who is told what was found while records were read.
package protocol PipelineListener {
    /// All records have been read; with so many errors or warnings that they are refused, or not.
    func hasRead(_ log: FindingLog, isRefused: Bool)
    /// Filters of the request name members that no record has.
    func hasUnmatchedMembers(_ filters: [Filter])
}

/// A listener for work that nobody watches.
package struct SilentListener: PipelineListener {
    /// A listener.
    package init() {}

    package func hasRead(_ log: FindingLog, isRefused: Bool) {}
    package func hasUnmatchedMembers(_ filters: [Filter]) {}
}

/// Shows how far a reading is.
package protocol ReadingProgress: Sendable {
    /// So many bytes are to be read, where that is known.
    func expect(_ bytes: Int?)
    /// So much has been read, a chunk at a time, on any thread.
    @Sendable func add(bytes: Int, lines: Int)
    /// The reading has ended.
    func end()
}
