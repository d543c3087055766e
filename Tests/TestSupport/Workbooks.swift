import Foundation

/// A workbook as another program reads it: the cells of each sheet, rows of texts, numbers and gaps.
public struct ReadWorkbook: Decodable, Sendable {
    /// A sheet.
    public struct Sheet: Decodable, Sendable {
        /// The name on its tab.
        public let name: String
        /// The cells, row by row; of a formula the result that the file holds.
        public let rows: [[Content]]
        /// The formulas by their cells.
        public let formulas: [String: String]
        /// Of each Excel table, by name, whether it has filters.
        public let hasFilters: [String: Bool]
        /// Of each Excel table, by name, whether it has a total row.
        public let hasTotalRow: [String: Bool]
        /// How deep each row lies in the outline.
        public let levels: [Int]
        /// How many charts there are, and the rectangles of cells that they cover: first column and row, last column and row.
        public let charts: [[Int]]
        /// Ranges with a conditional format, and its kind.
        public let conditional: [String: String]
        /// Where links within the workbook lead, by their cells.
        public let links: [String: String]
        /// Ranges of its Excel tables by their names.
        public let tables: [String: String]
        /// The first cell that scrolls.
        public let frozen: String?
        /// Whether it runs from right to left.
        public let isRightToLeft: Bool
    }

    /// What a cell holds.
    public enum Content: Decodable, Equatable, Sendable {
        case number(Double)
        case text(String)
        case empty

        /// What JSON says.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .empty
            } else if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    /// The sheets in their order.
    public let sheets: [Sheet]

    /// The sheet of a name.
    public subscript(name: String) -> Sheet? { sheets.first { $0.name == name } }

    /// Reads a file with openpyxl.
    public init(path: String) throws {
        let script = """
            import datetime, json, openpyxl, sys
            book = openpyxl.load_workbook(sys.argv[1], data_only=True)
            live = openpyxl.load_workbook(sys.argv[1])
            def plain(cell):
                value = cell.value
                if isinstance(value, (datetime.date, datetime.datetime)): return str(value)[:10]
                return value
            def anchor(chart):
                start, end = chart.anchor._from, chart.anchor.to
                return [start.col, start.row, end.col, end.row]
            sheets = [
                {
                    "name": s.title, "rows": [[plain(c) for c in row] for row in s.iter_rows()],
                    "tables": {t.name: t.ref for t in s.tables.values()}, "frozen": s.freeze_panes,
                    "isRightToLeft": bool(s.sheet_view.rightToLeft),
                    "formulas": {
                        c.coordinate: c.value for row in f.iter_rows() for c in row if c.data_type == "f"
                    },
                    "hasFilters": {t.name: t.autoFilter is not None for t in s.tables.values()},
                    "hasTotalRow": {t.name: bool(t.totalsRowCount) for t in s.tables.values()},
                    "levels": [s.row_dimensions[i + 1].outlineLevel for i in range(s.max_row)],
                    "charts": [anchor(c) for c in s._charts],
                    "conditional": {
                        str(r.sqref): r.rules[0].type for r in s.conditional_formatting
                    },
                    "links": {c.coordinate: c.hyperlink.location for row in s.iter_rows() for c in row if c.hyperlink},
                }
                for s, f in zip(book.worksheets, live.worksheets)
            ]
            print(json.dumps({"sheets": sheets}))
            """
        let result = try run(debianPython, ["-c", script, path])
        guard result.code == 0 else { throw UnreadableWorkbook(reason: result.errors) }
        self = try JSONDecoder().decode(ReadWorkbook.self, from: result.output)
    }
}

/// The other program could not read a workbook.
public struct UnreadableWorkbook: Error {
    /// What it said.
    public let reason: String
}
