import Foundation
import Records

/// A dataset in memory: a source that has rows and no bytes, as a workbook or a database has.
///
/// Its tables are those of a folder of CSV files, so that both sources can be held against each other. Places are those
/// of a sheet: `book!participations:C17`.
public struct TablesInMemory: RecordSource {
    private let settings: Settings?
    private let tables: [RecordTable: Sheet]

    /// The tables of a folder's plain CSV files; a row's number is the line on which it starts.
    ///
    /// Behind each heading come as many rows without any field as are asked for, as a sheet may have.
    public init(folder: String, blankRows: Int = 0) throws {
        settings = FileManager.default.contents(atPath: folder + "/dataset.json").map { Settings(bytes: Array($0)) }
        var tables: [RecordTable: Sheet] = [:]
        for table in RecordTable.allCases {
            guard let bytes = FileManager.default.contents(atPath: folder + "/" + table.fileName) else { continue }
            let rows = Self.rows(of: Array(bytes))
            let blanks = (0..<blankRows).map { _ in SourceRow(number: 1, fields: []) }
            tables[table] = Sheet(table: table, rows: rows.prefix(1) + blanks + rows.dropFirst())
        }
        self.tables = tables
    }

    /// The settings and tables.
    public func contents() throws(ReadError) -> SourceContents { SourceContents(settings: settings, tables: tables) }

    /// What messages call it.
    public var path: String { "book" }

    /// The name of a table's sheet.
    public func path(of table: RecordTable) -> String { "book!\(table.rawValue)" }

    /// Takes sound CSV apart.
    private static func rows(of bytes: [UInt8]) -> [SourceRow] {
        var rows: [SourceRow] = []
        var row = SourceRow(number: 1, fields: [[]])
        var line = 1
        var isQuoted = false
        for (index, byte) in bytes.enumerated() {
            let last = row.fields.count - 1
            switch byte {
            case UInt8(ascii: "\""):
                // The second of two doubled quotes stands for one.
                if !isQuoted, index > 0, bytes[index - 1] == byte, !row.fields[last].isEmpty {
                    row.fields[last].append(byte)
                }
                isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted: row.fields.append([])
            case UInt8(ascii: "\r") where !isQuoted: break
            case UInt8(ascii: "\n"):
                line += 1
                if isQuoted {
                    row.fields[last].append(byte)
                } else {
                    if row.fields != [[]] { rows.append(row) }
                    row = SourceRow(number: line, fields: [[]])
                }
            default: row.fields[last].append(byte)
            }
        }
        return row.fields == [[]] ? rows : rows + [row]
    }

    private struct Settings: SettingsInput {
        let bytes: [UInt8]
        var name: String { "dataset.json" }
        var path: String { "book!settings" }
        var fingerprint: String { "\(bytes.hashValue)" }
        func content() throws(ReadError) -> [UInt8] { bytes }
        func sha256() throws(ReadError) -> String { fingerprint }
        func checkUnchanged() throws(ReadError) {}
    }

    private struct Sheet: TableInput {
        let table: RecordTable
        let rows: [SourceRow]

        var name: String { table.fileName }
        var fingerprint: String { "\(rows.count)" }
        var size: Int? { nil }
        var estimatedSize: Int { rows.count * 64 }

        func place(ofRow row: Int, column: String) -> String {
            guard let position = rows.first?.fields.firstIndex(of: Array(column.utf8)),
                let letter = UnicodeScalar(65 + position)
            else { return "book!\(table.rawValue):\(row)" }
            return "book!\(table.rawValue):\(letter)\(row)"
        }

        func open() throws(ReadError) -> sending TableContent { .rows(Cursor(rows)) }
        func sha256() throws(ReadError) -> String { fingerprint }
        func checkUnchanged() throws(ReadError) {}
    }

    /// Gives rows three at a time, so that threads have something to share.
    private final class Cursor: SourceRowStream {
        private var rest: ArraySlice<SourceRow>

        init(_ rows: [SourceRow]) { rest = rows[...] }

        func nextRows() throws(ReadError) -> [SourceRow] {
            defer { rest = rest.dropFirst(3) }
            return Array(rest.prefix(3))
        }
    }
}
