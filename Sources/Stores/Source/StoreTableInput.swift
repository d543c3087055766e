import Records
import Support

/// A table of a store as it was after an import.
struct StoreTableInput: TableInput {
    /// What the log of imports says of a table.
    struct Entry {
        var table: RecordTable
        /// How many rows it has.
        var rows: Int
        /// The digest of all changes up to this state.
        var digest: String
        /// How many rows the import left out.
        var rejected: Int
        /// The last import that changed the table.
        var lastChange: Int
    }

    private let entry: Entry
    private let state: StoreState
    /// The columns that the source of the import had, in its order.
    private let columns: [String]

    /// A table given by what the log of imports says of it.
    init(_ entry: Entry, of state: StoreState, columns: [String]) {
        self.entry = entry
        self.state = state
        self.columns = columns
    }

    var name: String { "\(state.reader.name)!\(entry.table.rawValue)" }
    var shortName: String { entry.table.rawValue }
    var snapshot: String? { "import \(entry.lastChange)" }
    var fingerprint: String { "\(state.store):\(entry.digest)" }
    var size: Int? { nil }
    var estimatedSize: Int { entry.rows * 64 }

    var notices: [BilingualText] {
        guard entry.rejected > 0 else { return [] }
        return [
            BilingualText(
                en: "\(name): rows with errors left out by the import: \(entry.rejected)",
                ar: "\(name.isolated): صفوف فيها أخطاء تركها الاستيراد: \(entry.rejected)")
        ]
    }

    func sha256() throws(ReadError) -> String { entry.digest }
    func checkUnchanged() throws(ReadError) { try state.checkUnchanged() }

    func open() throws(ReadError) -> sending TableContent {
        let versions = StoreTable(table: entry.table).versions
        let reader = state.reader
        let connection = try reader.opened()
        let last = try reader.reading { () throws(DatabaseError) in
            try connection.number("SELECT max(version) FROM \(versions)")
        }
        let names = (columns.map(StoreTable.quoted) + ["version"]).joined(separator: ", ")
        // The numbers of versions are the order in which they came.
        let query = "SELECT \(names) FROM \(versions) WHERE \(StoreTable.wasCurrent(after: state.current.number))"
        return .parts(StoreParts(of: query, headings: columns, versions: last, in: reader, anchor: connection))
    }
}
