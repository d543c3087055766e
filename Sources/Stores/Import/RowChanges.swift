import Support

/// Compares rows with the current ones of a relation, and writes the differences.
protocol RowChanges: AnyObject {
    /// What has become of the rows so far.
    var rows: ImportOutcome.Rows { get set }
    /// Takes up a row of the source, with a field for each column; an empty one is not known.
    func take(_ values: [String]) throws(DatabaseError)
    /// Ends the current versions that the source does not have, and gives the digest of all changes.
    func close() throws(DatabaseError) -> ChangeDigest
}

extension ImportOutcome.Rows {
    /// Whether a row is new, changed or gone.
    var hasChanges: Bool { new + changed + gone > 0 }
}

/// What rows are compared with.
struct RowComparison {
    /// The table.
    var schema: StoreTable
    /// All columns of the relation: those of the contract, then those of datasets.
    var columns: [String]
    /// The number of the import.
    var number: Int
    /// How many current versions there are.
    var current: Int
    /// The digest of all changes up to the import before.
    var digest: String

    /// What tells rows without a key apart: equal ones have the same digest, also after a column has been added that they
    /// leave empty. Nil of a table with a key.
    func rowDigest(of values: [String]) -> String? {
        guard schema.table.keyColumns == nil else { return nil }
        let text = zip(columns, values).map { $1.isEmpty ? "" : "\($0) \($1.utf8.count):\($1)" }.joined()
        return String(SHA256.hexadecimal(of: Array(text.utf8)).prefix(24))
    }
}

/// The digest of all changes of a table: the same for the same imports in the same order, whatever database has them.
struct ChangeDigest {
    private var digest: String
    private var pending: [UInt8] = []

    /// Goes on with the digest of the changes before.
    init(_ digest: String) { self.digest = digest }

    /// Adds a version that is new.
    mutating func add(version values: [String]) {
        pending.append(UInt8(ascii: "+"))
        for value in values { add(field: value) }
        if pending.count > 1 << 20 { flush() }
    }

    /// Adds the end of a version.
    mutating func add(endOf version: Int) {
        pending += "-\(version)\n".utf8
        if pending.count > 1 << 20 { flush() }
    }

    /// The digest of all changes up to now, and of the columns that the table has.
    mutating func text(adding columns: [String], isThere: Bool) -> String {
        pending.append(UInt8(ascii: isThere ? "=" : "!"))
        for column in columns { add(field: column) }
        flush()
        return digest
    }

    /// Adds a field with its length, so that no two rows give the same bytes.
    private mutating func add(field: String) {
        var length = UInt32(truncatingIfNeeded: field.utf8.count)
        for _ in 0..<4 {
            pending.append(UInt8(truncatingIfNeeded: length))
            length >>= 8
        }
        pending += field.utf8
    }

    private mutating func flush() {
        digest = SHA256.hexadecimal(of: Array(digest.utf8) + pending)
        pending.removeAll(keepingCapacity: true)
    }
}
