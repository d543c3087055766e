import Records
import Support

/// An imported dataset as a source of records, so that the reader of all datasets checks it; places are those of the
/// register.
package struct ImportedRecords: RecordSource {
    private let dataset: ImportedDataset

    /// The source of a dataset.
    package init(_ dataset: ImportedDataset) { self.dataset = dataset }

    /// What messages call it.
    package var path: String { "" }

    /// What messages call a table that is missing.
    package func path(of table: RecordTable) -> String { table.fileName }

    /// The settings and tables.
    package func contents() throws(ReadError) -> SourceContents {
        var contents = SourceContents(tables: [:])
        if !dataset.settings.isEmpty { contents.settings = Settings(members: dataset.settings) }
        for table in dataset.tables { contents.tables[table.table] = Table(table: table) }
        return contents
    }

    private struct Settings: SettingsInput {
        let members: [JSONNode.Member]
        var name: String { "dataset.json" }
        var path: String { name }
        var fingerprint: String { "" }
        func content() throws(ReadError) -> [UInt8] { Array(JSONNode.object(members).text.utf8) }
        func sha256() throws(ReadError) -> String { "" }
        func checkUnchanged() throws(ReadError) {}
    }

    private struct Table: TableInput {
        let table: ImportedDataset.Table

        var name: String { table.table.fileName }
        var fingerprint: String { "" }
        var size: Int? { nil }
        var estimatedSize: Int { table.rows.count * 64 }

        func sha256() throws(ReadError) -> String { "" }
        func checkUnchanged() throws(ReadError) {}

        // Row 1 holds the headings.
        func place(ofRow row: Int, column: String) -> String {
            guard table.places.indices.contains(row - 2) else { return name }
            let place = table.fieldPlaces[row - 2][column] ?? table.places[row - 2]
            return place.isEmpty ? "\(name):\(row)" : place
        }

        func open() throws(ReadError) -> sending TableContent { .rows(Rows(of: table)) }
    }

    /// Rows, some thousands at a time.
    private final class Rows: SourceRowStream {
        private let table: ImportedDataset.Table
        private var next = -1

        init(of table: ImportedDataset.Table) { self.table = table }

        func nextRows() throws(ReadError) -> [SourceRow] {
            let end = min(next + 4_096, table.rows.count)
            guard next < end else { return [] }
            defer { next = end }
            return (next..<end).map { position in
                let fields = position < 0 ? table.columns : table.rows[position]
                return SourceRow(number: position + 2, fields: fields.map { Array($0.utf8) })
            }
        }
    }
}
