import Records
import TrainingStats

/// What a release asks of the records, whatever was released before.
package struct ReleaseQuestion: Hashable, Sendable {
    /// The report.
    package var report: ScheduledReport
    /// How many rows with errors the dataset may have.
    package var rejectionLimit: RejectionLimit
    /// Period, reporting day, and until when it is provisional.
    package var planned: PlannedRelease
}

/// What a release is to be made of.
package struct ReleaseOrder: Sendable {
    /// Its report and period.
    package var question: ReleaseQuestion
    /// Its number among the releases of the period.
    package var revision: Int
    /// The release before, if there is one.
    package var former: Former?

    /// The report.
    package var report: ScheduledReport { question.report }
    /// Period, reporting day, and until when it is provisional.
    package var planned: PlannedRelease { question.planned }

    /// A release of the same period.
    package struct Former: Sendable {
        /// Its folder.
        package var folder: String
        /// What it consists of.
        package var manifest: Manifest
    }
}

/// The outcome of an order.
package enum ReleaseOutcome: Sendable {
    /// The files are written.
    case made(ReleaseContent)
    /// No figure differs from the release before, and nothing is written.
    case unchanged(inputs: [Manifest.Input])
    /// No delivered session ends in the period, and nothing is written.
    case nothing(inputs: [Manifest.Input])

    /// The files that were read.
    var inputs: [Manifest.Input] {
        switch self {
        case .made(let content): content.inputs
        case .unchanged(let inputs), .nothing(let inputs): inputs
        }
    }
}

/// What a manifest says of files that were written.
package struct ReleaseContent: Sendable {
    /// The dataset's time zone.
    package var timeZone: String
    /// Name and version of the program.
    package var tool: String
    /// The file that defines the tables.
    package var definition: Manifest.Digest?
    /// The files read.
    package var inputs: [Manifest.Input]
    /// The tables.
    package var tables: [Manifest.TableKey]
    /// What it says at a glance; nil of a report without key figures.
    package var summary: ReleaseSummary?

    /// Content from its values.
    package init(
        timeZone: String, tool: String, definition: Manifest.Digest?, inputs: [Manifest.Input],
        tables: [Manifest.TableKey], summary: ReleaseSummary? = nil
    ) {
        self.timeZone = timeZone
        self.tool = tool
        self.definition = definition
        self.inputs = inputs
        self.tables = tables
        self.summary = summary
    }
}

/// Reads the records and writes the files of a release.
///
/// The module does not know how.
package protocol ReleaseMaker {
    /// Writes the files of a release into a folder, each whole and synced.
    ///
    /// `following` tells what the releases ask that are expected to be ordered next, in their order. A maker may read the records
    /// for them as well; each is written when it is ordered.
    ///
    /// - Throws: Why it cannot; the folder is then removed.
    func make(
        _ order: ReleaseOrder, into folder: String, before following: () -> [ReleaseQuestion]
    ) throws -> ReleaseOutcome
}
