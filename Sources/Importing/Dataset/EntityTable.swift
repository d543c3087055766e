import Support

/// The rows of a table of the dataset as they come together from the rows of registers.
struct EntityTable {
    /// A row with where it comes from.
    struct Row {
        var fields: [String: String]
        /// The place of the first row of the register that it comes from.
        var place: String
        /// The places of the fields in the register.
        var places: [String: String] = [:]
        /// The days of the rows that the fields come from, of those whose first or last value counts.
        var days: [String: String] = [:]
    }

    private(set) var rows: [Row] = []
    private var positions: [String: Int] = [:]

    /// Whether there is a row with a key.
    func contains(_ key: String) -> Bool { positions[key] != nil }

    /// The row with a key.
    subscript(key: String) -> Row? {
        get { positions[key].map { rows[$0] } }
        set {
            guard let newValue else { return }
            if let position = positions[key] {
                rows[position] = newValue
            } else {
                positions[key] = rows.count
                rows.append(newValue)
            }
        }
    }

    /// A field on its way into a table.
    struct Entry {
        var column: String
        var text: String
        var place: String
        var merge: Field.Merge?
        /// The first day of the session of its row, if it is known.
        var day: String?
        /// Whether spellings of one name are equal.
        var isName: Bool
    }

    /// Brings a row of the register together with those of the same key; gives the entries that differ from what counts.
    mutating func merge(_ entries: [Entry], key: String, place: String) -> [(entry: Entry, earlier: String, at: String)]
    {
        var row = self[key] ?? Row(fields: [:], place: place)
        var different: [(entry: Entry, earlier: String, at: String)] = []
        for entry in entries {
            guard let earlier = row.fields[entry.column] else {
                row.fields[entry.column] = entry.text
                row.places[entry.column] = entry.place
                row.days[entry.column] = entry.day
                continue
            }
            let day = row.days[entry.column]
            guard earlier != entry.text else {
                // The value holds on a later day, too.
                if let new = entry.day, entry.merge == .last ? new >= day ?? "" : new < day ?? "" {
                    row.days[entry.column] = new
                }
                continue
            }
            let replaces: Bool
            switch entry.merge {
            case nil:
                let isSame = entry.isName && WordIndex.key(of: earlier) == WordIndex.key(of: entry.text)
                if !isSame { different.append((entry, earlier, row.places[entry.column] ?? row.place)) }
                continue
            case .first: replaces = Self.isDated(entry.day, before: day)
            case .last: replaces = !Self.isDated(entry.day, before: day) && (entry.day != nil || day == nil)
            case .least: replaces = RowReader.isLess(entry.text, earlier)
            case .greatest: replaces = RowReader.isLess(earlier, entry.text)
            }
            if replaces {
                row.fields[entry.column] = entry.text
                row.places[entry.column] = entry.place
                row.days[entry.column] = entry.day
            }
        }
        self[key] = row
        return different
    }

    private static func isDated(_ day: String?, before other: String?) -> Bool {
        guard let day, let other else { return false }
        return day < other
    }

    /// Takes out the rows of which something holds.
    mutating func removeAll(where isOut: (Row) -> Bool) {
        let keys = Dictionary(positions.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        var kept = EntityTable()
        for (position, row) in rows.enumerated() where !isOut(row) {
            if let key = keys[position] { kept[key] = row }
        }
        self = kept
    }
}
