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
        /// The ranges of merged cells.
        public let merged: [String]
        /// The range of cells that has filters outside of Excel tables.
        public let filtered: String?
        /// Ranges of its Excel tables by their names.
        public let tables: [String: String]
        /// The number formats of the cells that hold numbers and days, each once, in order.
        public let numberFormats: [String]
        /// The reading orders of the cells that hold anything, each once: 2 is from right to left.
        public let readingOrders: [Double]
        /// The fonts of the cells that hold anything, each once.
        public let fonts: [String]
        /// The widths of columns that are set, by their letters.
        public let widths: [String: Double]
        /// How the sheet is printed.
        public let printing: Printing
        /// The colour of its tab, as RRGGBB.
        public let tabColour: String?
        /// The first cell that scrolls.
        public let frozen: String?
        /// Whether it runs from right to left.
        public let isRightToLeft: Bool
    }

    /// How a sheet is set up for paper.
    public struct Printing: Decodable, Equatable, Sendable {
        /// Whether the paper lies.
        public let isLandscape: Bool
        /// Whether the sheet is made as narrow as a page, on as many pages as it needs.
        public let fitsWidth: Bool
        /// The rows that each page repeats.
        public let repeatedRows: String?
        /// Whether pages bear their number and how many there are.
        public let numbersPages: Bool

        /// What is expected of a sheet.
        public init(isLandscape: Bool = true, fitsWidth: Bool = true, repeatedRows: String?, numbersPages: Bool) {
            self.isLandscape = isLandscape
            self.fitsWidth = fitsWidth
            self.repeatedRows = repeatedRows
            self.numbersPages = numbersPages
        }
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
            def filled(sheet): return [c for row in sheet.iter_rows() for c in row if c.value not in (None, "")]
            def printing(sheet):
                footer = "".join(part.text or "" for part in (sheet.oddFooter.left, sheet.oddFooter.center, sheet.oddFooter.right))
                setup = sheet.sheet_properties.pageSetUpPr
                return {
                    "isLandscape": sheet.page_setup.orientation == "landscape", "repeatedRows": sheet.print_title_rows,
                    "fitsWidth": bool(setup and setup.fitToPage) and sheet.page_setup.fitToHeight == 0
                    and sheet.page_setup.fitToWidth in (None, 1),
                    "numbersPages": "&P" in footer and "&N" in footer,
                }
            sheets = [
                {
                    "name": s.title, "rows": [[plain(c) for c in row] for row in s.iter_rows()],
                    "merged": [str(r) for r in s.merged_cells.ranges], "filtered": s.auto_filter.ref,
                    "tables": {t.name: t.ref for t in s.tables.values()}, "frozen": s.freeze_panes,
                    "isRightToLeft": bool(s.sheet_view.rightToLeft),
                    "numberFormats": sorted({c.number_format for c in filled(s) if not isinstance(c.value, str)}),
                    "readingOrders": sorted({c.alignment.readingOrder for c in filled(s)}),
                    "fonts": sorted({c.font.name for c in filled(s)}), "printing": printing(s),
                    "widths": {k: d.width for k, d in s.column_dimensions.items() if d.customWidth},
                    "tabColour": s.sheet_properties.tabColor and s.sheet_properties.tabColor.rgb[2:],
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
