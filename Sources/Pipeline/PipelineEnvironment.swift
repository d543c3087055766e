import Records
import Support
import TrainingStats

/// The environment of the pipeline, which itself reads no clock, no variables and no terminal.
package struct PipelineEnvironment {
    /// Name and version of the program, as they stand in reports.
    package var tool: String
    /// How many threads read large tables.
    package var threads: Int
    /// The folder with prepared records; nil if all records are read anew and none are kept.
    package var prepared: PreparedFolder?
    /// The current date in a time zone, which is given by its IANA name.
    package var currentDay: (_ timeZone: String) -> CivilDate
    /// The listener that is told what was found in the records.
    package var listener: any PipelineListener
    /// What prints pages as PDF.
    package var printer: PagePrinter
    /// Makes a display of the progress of reading; nil for none.
    package var makeProgress: () -> (any ReadingProgress)?

    /// An environment given by its parts; without a listener, there are no messages.
    package init(
        tool: String, threads: Int, prepared: PreparedFolder? = nil,
        currentDay: @escaping (_ timeZone: String) -> CivilDate,
        listener: any PipelineListener = SilentListener(), printer: PagePrinter = PagePrinter(folders: nil),
        makeProgress: @escaping () -> (any ReadingProgress)? = { nil }
    ) {
        self.tool = tool
        self.threads = threads
        self.prepared = prepared
        self.currentDay = currentDay
        self.listener = listener
        self.printer = printer
        self.makeProgress = makeProgress
    }
}

/// Is told what was found while records were read.
package protocol PipelineListener {
    /// All records have been read for some figures; `isRefused` tells whether they have too many errors or warnings to be
    /// used.
    func hasRead(_ log: FindingLog, for figures: FiguresAskedFor, isRefused: Bool)
    /// The selection has less than was asked for, such as a period without sessions or a member that no record has.
    func hasNotice(_ text: BilingualText)
}

/// A listener that ignores everything, for scheduled work.
package struct SilentListener: PipelineListener {
    /// A listener.
    package init() {}

    package func hasRead(_ log: FindingLog, for figures: FiguresAskedFor, isRefused: Bool) {}
    package func hasNotice(_ text: BilingualText) {}
}

/// Shows the progress of reading.
package protocol ReadingProgress: Sendable {
    /// The number of bytes to read, if known.
    func expect(_ bytes: Int?)
    /// A chunk has been read; called on any thread.
    @Sendable func add(bytes: Int, lines: Int)
    /// The reading has ended.
    func end()
}
