import Support

/// How many rows state a sum, and in how many of them it is another one.
struct HeldSum: Hashable, Sendable {
    var rows = 0
    var differing = 0
}

/// What the records of all sheets share while they are read: the log, the spellings, the cells around the tables.
final class SharedReading {
    var log = ImportLog()
    var reader: ValueReader
    /// What stands beside labels, by sheet and label.
    var around: [String: [String: RowOutcome]] = [:]
    /// The sums that rows state, with how many of them differ from what was worked out.
    var sums: [MappedTable.Check: HeldSum] = [:]

    /// The state at the beginning.
    init(_ reader: ValueReader) { self.reader = reader }

    /// The cell beside a label, or what follows the label in its own cell; rows above a table come first.
    func find(_ label: String, in sheet: RegisterSheet, besides firstRecord: Int) -> RowOutcome {
        let key = WordIndex.key(of: label)
        guard !key.isEmpty else { return .empty }
        let rows = sheet.rows.prefix(firstRecord) + sheet.rows.dropFirst(firstRecord).reversed()
        for row in rows {
            for (position, cell) in row.cells.enumerated() {
                let text = cell.text.joinedToOneLine()
                if WordIndex.key(of: text) == key {
                    guard let next = row.cells[(position + 1)...].first(where: { !$0.text.trimmingBlanks().isEmpty })
                    else { continue }
                    return .value(RowValue(text: next.text, kind: next.kind, row: row.number, column: next.column))
                }
                if let rest = Self.text(of: text, behind: label) {
                    return .value(RowValue(text: rest, row: row.number, column: cell.column))
                }
            }
        }
        return .empty
    }

    /// What follows a label and its colon: `Course: A` gives A.
    private static func text(of cell: String, behind label: String) -> String? {
        guard let colon = cell.firstIndex(where: { ":=：".contains($0) }),
            WordIndex.key(of: String(cell[..<colon])) == WordIndex.key(of: label)
        else { return nil }
        let rest = String(cell[cell.index(after: colon)...]).trimmingBlanks()
        return rest.isEmpty ? nil : rest
    }
}
