/// Reads one table: takes its rows, adds what they say to a dataset, and reports what is wrong with them.
protocol TableReading {
    associatedtype Column: TableColumn
    /// Reads the rows from the first behind the header to the last.
    static func read(
        _ rows: TableReader<Column>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError)
}
