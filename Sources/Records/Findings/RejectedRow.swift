/// How rows with errors are treated.
public enum RowPolicy: Sendable {
    /// A row with an error is left out.
    case reject
    /// A row with an error takes part with what is readable of it; unreadable values are not known.
    case salvage
}

/// What was read of a file.
public struct FileTally: Hashable, Sendable {
    /// Name of the file.
    public var file: String
    /// Data rows, sound or not.
    public var rows = 0
    /// Rows that are left out.
    public var rejected = 0
    /// Empty lines passed over.
    public var emptyLines = 0
}

/// A rejected row as it stood.
public struct RejectedRow: Sendable {
    /// The table that it belongs to.
    public var table: RecordTable
    /// The file's heading line, as it stands.
    public var header: [UInt8]
    /// The row's bytes, as they stand.
    public var record: [UInt8]
    /// Its first finding.
    public var finding: Finding
}
