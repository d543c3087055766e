import Records

/// What an import did to a store.
package struct ImportOutcome: Sendable {
    /// What it did to the rows of a table.
    package struct Rows: Hashable, Sendable {
        /// Rows that the table has now.
        package var all = 0
        /// Rows that were not there before.
        package var new = 0
        /// Rows whose fields have changed; a table without a key has none.
        package var changed = 0
        /// Rows that are no longer there.
        package var gone = 0
        /// Rows that stayed as they were.
        package var unchanged = 0
        /// Rows with errors, which were left out.
        package var rejected = 0
    }

    /// The number of the import.
    package var number: Int
    /// The tables that the source or the store has.
    package var tables: [(table: RecordTable, rows: Rows)]
    /// Whether the records, the settings or the measures differ from those of the import before.
    package var hasChanges: Bool
}
