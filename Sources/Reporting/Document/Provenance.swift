import Support

/// The files that a report comes from and what was found in them; known when all records have been read.
public struct Provenance: Sendable {
    /// The files read.
    public var inputs: [InputRecord]
    /// The number of occurrences of each finding, with the name of the finding.
    public var findings: [(name: BilingualText, count: Int)]
    /// How far the records were checked, where that is less than usual.
    public var remarks: [BilingualText]

    /// An account of the files and of what was found in them.
    public init(
        inputs: [InputRecord], findings: [(name: BilingualText, count: Int)], remarks: [BilingualText] = []
    ) {
        self.inputs = inputs
        self.findings = findings
        self.remarks = remarks
    }
}

/// What was read from a file of the dataset.
public struct InputRecord: Hashable, Sendable {
    /// Name of the file.
    public var file: String
    /// Data rows, accepted or rejected.
    public var rows: Int
    /// Rejected rows.
    public var rejected: Int
    /// Empty lines that were skipped.
    public var emptyLines: Int
    /// SHA-256 of the file, in hexadecimal; of a table of a store, that of all its changes.
    ///
    /// Empty if the report does not need it.
    public var sha256: String
    /// Which state of it was read, of a source that knows several: `import 3`.
    public var snapshot: String?

    /// An account of a file.
    public init(
        file: String, rows: Int, rejected: Int, emptyLines: Int, sha256: String, snapshot: String? = nil
    ) {
        self.file = file
        self.rows = rows
        self.rejected = rejected
        self.emptyLines = emptyLines
        self.sha256 = sha256
        self.snapshot = snapshot
    }
}
