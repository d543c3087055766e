import Support
import TrainingStats

/// How a dataset is to be read.
public struct ReadOptions {
    /// What becomes of rows with errors.
    public var policy = RowPolicy.reject
    /// What findings call tables, where it is not what the source calls them.
    package var names: [RecordTable: String] = [:]
    /// Identifiers of the dimensions that labels may name members of, besides those that the dataset declares.
    public var dimensions: [String] = []
    /// Identifiers that attributes of the dataset cannot have.
    public var takenNames: [String] = []
    /// Says what is wrong with a published figure: the column and why; nil where it can be computed.
    public var checkPublished: (PublishedFigure, Dataset) -> (column: String, value: String, reason: BilingualText)? = {
        _, _ in nil
    }
    /// Says what is wrong with a target, or doubtful; nothing where progress towards it can be computed.
    public var checkTarget: (Target, Dataset) -> [TargetRemark] = { _, _ in [] }
    /// The figure that a target is about, equal to that of a target of the same figure that is written otherwise; nil where it
    /// is not known.
    public var figureOfTarget: (Target, Dataset) -> AnyHashable? = { _, _ in nil }
    /// Called with each rejected row, once, in the order of the file.
    ///
    /// Where there are any in a large table, that table is read a second time for it, by one thread.
    public var onReject: ((RejectedRow) -> Void)?
    /// How many threads read a large table.
    public var threads = 1
    /// Told how many bytes and lines have been read, a chunk at a time, on any thread.
    public var onProgress: (@Sendable (_ bytes: Int, _ lines: Int) -> Void)?
    /// Where prepared records of this dataset may lie, or be put; nil for none.
    package var prepared: PreparedFolder?
    /// Whether rows that are plain and sound are read the quick way; it changes no result, and tests compare the two.
    package var readsPlainRows = true
    /// How many bytes are read at once; it changes no result.
    package var chunkSize = 1 << 20

    /// The defaults: rows with errors are left out, without a report.
    public init() {}
}
