import Records
import Support

/// A table of a store as it was after an import.
struct StoreTableInput: TableInput {
    private let schema: StoreTable
    private let state: StoreState
    /// The columns that the source of the import had, in its order.
    private let columns: [String]
    private let rows: Int
    /// The digest of all changes of the table up to this state.
    private let digest: String
    /// How many rows the import left out.
    private let rejected: Int
    /// The last import that changed the table.
    private let lastChange: Int

    /// A table given by what the log of imports says of it.
    init(
        _ schema: StoreTable, of state: StoreState, columns: [String], rows: Int, digest: String, rejected: Int,
        lastChange: Int
    ) {
        self.schema = schema
        self.state = state
        self.columns = columns
        self.rows = rows
        self.digest = digest
        self.rejected = rejected
        self.lastChange = lastChange
    }

    var name: String { "\(FilePath.parts(of: state.path).name)!\(schema.table.rawValue)" }
    var shortName: String { schema.table.rawValue }
    var snapshot: String? { "import \(lastChange)" }
    var fingerprint: String { "\(state.store):\(digest)" }
    var size: Int? { nil }
    var estimatedSize: Int { rows * 64 }

    var notices: [BilingualText] {
        guard rejected > 0 else { return [] }
        return [
            BilingualText(
                en: "\(name): rows with errors left out by the import: \(rejected)",
                ar: "\(name.isolated): صفوف فيها أخطاء تركها الاستيراد: \(rejected)")
        ]
    }

    func sha256() throws(ReadError) -> String { digest }
    func checkUnchanged() throws(ReadError) { try state.checkUnchanged() }

    func open() throws(ReadError) -> sending TableContent {
        let source = SQLiteSource(state.path)
        let connection = try source.opened()
        let last = try source.reading { () throws(SQLiteError) in
            try connection.number("SELECT max(version) FROM \(schema.versions)")
        }
        let names = (columns.map(StoreTable.quoted) + ["version"]).joined(separator: ", ")
        // The numbers of versions are the order in which they came.
        let query =
            "SELECT \(names) FROM \(schema.versions) "
            + "WHERE \(StoreTable.wasCurrent(after: state.current.number))"
        return .parts(StoreParts(of: query, headings: columns, versions: last, in: state.path, anchor: connection))
    }
}
