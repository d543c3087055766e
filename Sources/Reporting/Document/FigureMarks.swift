import Support

/// Marks on a figure besides its value.
public struct FigureMarks: OptionSet, Hashable, Sendable {
    /// One bit for each mark.
    public let rawValue: UInt8

    /// Marks by their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Provisional: more records of its period may arrive.
    public static let provisional = FigureMarks(rawValue: 1)
    /// Revised: it differs from the earlier release.
    public static let revised = FigureMarks(rawValue: 2)

    /// The shorthand in documents (as in the UK's accessible statistics): `[p] [r]`.
    public var shorthand: String { codes.map { "[\($0)]" }.joined(separator: " ") }

    /// The letters in data output: `p`, `r`, `pr`.
    public var code: String { codes.joined() }

    private var codes: [String] {
        [contains(.provisional) ? "p" : nil, contains(.revised) ? "r" : nil].compactMap(\.self)
    }
}

/// Where a figure stands in the data of a report: table, members and column.
public struct FigurePlace: Hashable, Sendable {
    /// Identifier of the table.
    public var table: String
    /// The key cells of its row, by the identifiers of their columns.
    public var key: [Member]
    /// Identifier of its column.
    public var column: String

    /// A place given by its parts.
    public init(table: String, key: [Member], column: String) {
        self.table = table
        self.key = key
        self.column = column
    }

    /// One cell of a row's key.
    public struct Member: Hashable, Sendable {
        /// Identifier of the column.
        public var column: String
        /// Its content.
        public var code: String

        /// A cell given by its column.
        public init(column: String, code: String) {
            self.column = column
            self.code = code
        }

        /// Whether two cells are the same, byte for byte.
        public static func == (left: Member, right: Member) -> Bool {
            left.column == right.column && ByteKey(left.code) == ByteKey(right.code)
        }

        /// Hashes what makes cells the same.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(column)
            hasher.combine(ByteKey(code))
        }
    }
}

extension Cell {
    /// The cell without its marks.
    public var unmarked: Cell {
        if case .marked(let cell, _) = self { cell } else { self }
    }

    /// The cell without the sign that it is shown with.
    public var unsigned: Cell {
        if case .signed(let cell) = self { cell } else { self }
    }

    /// The marks of the cell.
    public var marks: FigureMarks {
        if case .marked(_, let marks) = self { marks } else { [] }
    }

    /// The cell with further marks.
    ///
    /// Texts, days and empty cells are not figures and get no mark. Only numbers can be provisional.
    public func marked(_ marks: FigureMarks) -> Cell {
        switch unmarked {
        case .text, .date, .empty: return self
        case .notApplicable, .unknown:
            let marks = self.marks.union(marks).subtracting(.provisional)
            return marks.isEmpty ? unmarked : .marked(unmarked, marks)
        default: return .marked(unmarked, self.marks.union(marks))
        }
    }
}

extension Table {
    /// The data with the marks of each column's figures in a column behind it, if there are any: `trainees-status`.
    public var markedData: Grid {
        let marked = data.columns.indices.filter { column in data.rows.contains { !$0.cells[column].marks.isEmpty } }
        guard !marked.isEmpty else { return data }
        var grid = data
        for index in marked.reversed() {
            let column = data.columns[index]
            grid.columns.insert(
                Grid.Column(id: column.id + Self.statusEnding, heading: column.heading, isNumeric: false), at: index + 1
            )
            for row in grid.rows.indices {
                let marks = data.rows[row].cells[index].marks
                grid.rows[row].cells.insert(marks.isEmpty ? .empty : .text(marks.code), at: index + 1)
            }
        }
        return grid
    }

    /// The ending of the identifiers of columns with marks.
    public static let statusEnding = "-status"

    /// The table with marks on all figures that records give.
    func marked(_ marks: FigureMarks) -> Table {
        var table = self
        table.display.markAll(marks, but: statedColumns)
        table.data.markAll(marks, but: statedColumns)
        return table
    }

    /// The table with marks on the revised figures of its data.
    ///
    /// `isAlike` tells whether the table for people has the same figures in the same places, which are then marked too.
    func marking(_ revised: Set<FigurePlace>, isAlike: Bool) -> Table {
        guard !revised.isEmpty else { return self }
        var table = self
        for (row, cells) in data.rows.enumerated() {
            for column in data.columns.indices where data.columns[column].isNumeric {
                guard revised.contains(data.place(of: cells, column, in: id)) else { continue }
                table.data.rows[row].cells[column] = cells.cells[column].marked(.revised)
                guard isAlike, let place = placeInDisplay(ofRow: row, column) else { continue }
                let cell = display.rows[place.row].cells[place.column]
                table.display.rows[place.row].cells[place.column] = cell.marked(.revised)
            }
        }
        return table
    }
}

extension Table {
    /// Where a figure of the data stands in the table for people; nil if it is not there.
    fileprivate func placeInDisplay(ofRow row: Int, _ column: Int) -> (row: Int, column: Int)? {
        let id = data.columns[column].id
        guard let row = displayOrder.map({ $0.firstIndex(of: row) }) ?? row,
            let column = display.columns.firstIndex(where: { $0.id == id }), display.rows.indices.contains(row)
        else { return nil }
        return (row, column)
    }

    /// The keys of the rows of other periods, as data output has them.
    public var keysOfOtherPeriods: [[String]] {
        rowsOfOtherPeriods.sorted().map { data.key(of: data.rows[$0]).map(\.code) }
    }
}

extension Grid {
    /// The number of key columns: those before the first figure.
    public var keyCount: Int { columns.prefix { !$0.isNumeric }.count }

    /// The identifiers of the columns behind those of the key.
    var figureColumns: [String] { columns.dropFirst(keyCount).map(\.id) }

    fileprivate func key(of row: Row) -> [FigurePlace.Member] {
        zip(columns, row.cells).prefix(keyCount).map { column, cell in
            if case .text(let code) = cell {
                .init(column: column.id, code: code)
            } else {
                .init(column: column.id, code: "")
            }
        }
    }

    func place(of row: Row, _ column: Int, in table: String) -> FigurePlace {
        FigurePlace(table: table, key: key(of: row), column: columns[column].id)
    }

    fileprivate mutating func markAll(_ marks: FigureMarks, but stated: Set<String>) {
        let figures = columns.indices.filter { columns[$0].isNumeric && !stated.contains(columns[$0].id) }
        for row in rows.indices {
            for column in figures {
                rows[row].cells[column] = rows[row].cells[column].marked(marks)
            }
        }
    }
}
