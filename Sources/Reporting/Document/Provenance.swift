import Support

/// Where a report comes from: known when all records have been read.
public struct Provenance: Sendable {
    /// The files read.
    public var inputs: [InputRecord]
    /// How often each finding was met: what it is called and the number.
    public var findings: [(name: BilingualText, count: Int)]

    /// An account of the files and of what was found in them.
    public init(inputs: [InputRecord], findings: [(name: BilingualText, count: Int)]) {
        self.inputs = inputs
        self.findings = findings
    }
}

/// What was read of a file of the dataset.
public struct InputRecord: Hashable, Sendable {
    /// Name of the file.
    public var file: String
    /// Data rows, sound or not.
    public var rows: Int
    /// Rows left out.
    public var rejected: Int
    /// Empty lines passed over.
    public var emptyLines: Int
    /// SHA-256 of the file, in hexadecimal.
    public var sha256: String

    /// A file's account.
    public init(file: String, rows: Int, rejected: Int, emptyLines: Int, sha256: String) {
        self.file = file
        self.rows = rows
        self.rejected = rejected
        self.emptyLines = emptyLines
        self.sha256 = sha256
    }
}
