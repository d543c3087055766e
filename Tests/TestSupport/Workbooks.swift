import Foundation

/// A workbook as another program reads it: the cells of each sheet, rows of texts, numbers and gaps.
public struct ReadWorkbook: Decodable, Sendable {
    /// A sheet.
    public struct Sheet: Decodable, Sendable {
        /// The name on its tab.
        public let name: String
        /// The cells, row by row.
        public let rows: [[Content]]
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
            book = openpyxl.load_workbook(sys.argv[1])
            def plain(cell):
                value = cell.value
                if isinstance(value, (datetime.date, datetime.datetime)): return str(value)[:10]
                if cell.data_type == "f": return "FORMULA " + str(value)
                return value
            sheets = [
                {
                    "name": s.title, "rows": [[plain(c) for c in row] for row in s.iter_rows()],
                    "tables": {t.name: t.ref for t in s.tables.values()}, "frozen": s.freeze_panes,
                    "isRightToLeft": bool(s.sheet_view.rightToLeft),
                }
                for s in book.worksheets
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
