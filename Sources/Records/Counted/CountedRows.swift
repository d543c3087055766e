import Synchronization

/// Rows that are made one by one while a table is read: the headings first, then whatever was added since.
final class CountedRows: SourceRowStream, Sendable {
    private let waiting: Mutex<[SourceRow]>

    /// A table with headings and no rows yet.
    init(headings: [String]) { waiting = Mutex([SourceRow(number: 1, fields: headings.map { Array($0.utf8) })]) }

    /// Adds a row, which comes next.
    func add(_ row: SourceRow) { waiting.withLock { $0.append(row) } }

    func nextRows() -> [SourceRow] {
        waiting.withLock { rows in
            defer { rows = [] }
            return rows
        }
    }
}

/// A table of participations that stay where they are: what is read of it are fields, each with how often it stands there.
package struct CountedTable: TableInput {
    private let base: any TableInput
    /// The headings, in the order of columns.
    package let headings: [String]
    /// The texts that stand in columns that the contract does not know, whose members must be known before any row is counted.
    private let distinctTexts: @Sendable (_ heading: String) throws(ReadError) -> [String]

    /// A table given by how it is handed over otherwise and its headings; `distinctTexts` asks for the different texts of a
    /// column.
    package init(
        _ base: any TableInput, headings: [String],
        distinctTexts: @escaping @Sendable (_ heading: String) throws(ReadError) -> [String]
    ) {
        self.base = base
        self.headings = headings
        self.distinctTexts = distinctTexts
    }

    package var size: Int? { nil }
    package var estimatedSize: Int { 0 }
    package var name: String { base.name }
    package var shortName: String { base.shortName }
    package var fingerprint: String { base.fingerprint }
    package var snapshot: String? { base.snapshot }
    package func sha256() throws(ReadError) -> String { try base.sha256() }
    package func checkUnchanged() throws(ReadError) { try base.checkUnchanged() }
    /// The table: nothing says in which row it is.
    package func place(ofRow row: Int, column: String) -> String { name }

    /// The different texts of its further columns, each in a row of its own.
    package func open() throws(ReadError) -> sending TableContent {
        let rows = CountedRows(headings: headings)
        let names = ParticipationColumn.headings
        for (position, heading) in headings.enumerated() where names(heading) == nil {
            for text in try distinctTexts(heading) {
                var fields = [[UInt8]](repeating: [], count: headings.count)
                fields[position] = Array(text.utf8)
                rows.add(SourceRow(number: 1, fields: fields))
            }
        }
        return .rows(rows)
    }
}
