import Support
import TrainingStats

/// The keys of courses, sessions, trainers and trainees, kept and rejected, by which other tables refer to them.
struct ReferenceIndex {
    private var keys: [RecordTable: KeyTable] = [:]
    /// Keys of rejected rows, to tell a reference to them from one to nothing.
    private var rejectedKeys: [RecordTable: KeyTable] = [:]
    /// Tables whose header makes them useless: references to them cannot be checked.
    private(set) var uselessTables: Set<RecordTable> = []
    /// What messages call the tables.
    var names: [RecordTable: String] = [:]

    /// The keys of the rows that are kept.
    subscript(table: RecordTable) -> KeyTable {
        _read { yield keys[table, default: KeyTable()] }
        _modify { yield &keys[table, default: KeyTable()] }
    }

    /// Remembers the key of a row that is left out.
    mutating func reject(_ key: String, of table: RecordTable) {
        _ = rejectedKeys[table, default: KeyTable()].insert(key)
    }

    /// Whether a key is that of a row that is left out, or of a table of which nothing can be read.
    func isLost(_ key: String, of table: RecordTable) -> Bool {
        uselessTables.contains(table) || rejectedKeys[table]?.code(of: key) != nil
    }

    /// Remembers that nothing can be read of a table.
    mutating func addUseless(_ table: RecordTable) { uselessTables.insert(table) }

    /// The position of the row that a field refers to; nil, with a finding, where there is none.
    func position<Column>(of column: Column, in target: RecordTable, _ rows: TableReader<Column>) -> Int? {
        position(of: column, in: self[target], of: target, rows)
    }

    /// The same where the keys are at hand, so that a loop over rows looks them up once.
    func position<Column>(
        of column: Column, in keys: KeyTable, of target: RecordTable, _ rows: TableReader<Column>
    ) -> Int? {
        guard let found = rows.key(column, in: keys) else { return nil }
        if let position = found { return position }
        let text = rows.text(column) ?? ""
        let name = names[target] ?? target.fileName
        if isLost(text, of: target) {
            rows.findings.rejectReference(column: column.name, value: text, to: name)
        } else {
            let code = target.unknownReference
            let nearest = keys.count <= 5_000 ? rows.findings.nearest(to: text, among: keys.keys, for: code) : nil
            rows.report(
                code, at: column, value: text,
                FindingText(ReferenceWording.unknownReference, text.shortened(), name).suggesting(nearest))
        }
        return nil
    }
}
