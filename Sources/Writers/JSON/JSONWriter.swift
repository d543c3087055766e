import Reporting
import Support

/// Writes the data of a table as JSON objects: column identifiers as keys, numbers as numbers, `_U` and `_Z` as text,
/// nothing as null.
///
/// The objects are the elements of one array, or lines (<https://jsonlines.org>), each of which can be read by itself.
public struct JSONWriter: RowWriter {
    /// What holds the objects together.
    public enum Form: Sendable {
        /// One array.
        case array
        /// Lines, each with one object.
        case lines
    }

    private let form: Form
    private let labels: DataLabels

    /// A writer of objects in a form, with labels of members.
    public init(_ form: Form = .array, labels: DataLabels = .id) {
        self.form = form
        self.labels = labels
    }

    /// The file's text.
    public func text(of table: Table) -> String {
        let grid = table.labelled(labels).markedData
        let keys = grid.columns.map { JSONNode.quoted($0.id) }
        let objects = grid.rows.map { object(keys, $0.cells) }
        switch form {
        case .array: return objects.isEmpty ? "[]\n" : "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"
        case .lines: return objects.map { $0 + "\n" }.joined()
        }
    }

    /// The file's text in pieces, which are handed over as rows come.
    ///
    /// - Throws: what `sink` throws.
    public func write<Failure: Error>(_ rows: RowStream, to sink: (String) throws(Failure) -> Void) throws(Failure) {
        let keys = rows.columns.map { JSONNode.quoted($0.id) }
        switch form {
        case .array:
            var isEmpty = true
            rows.forEach(upTo: 1) { _ in isEmpty = false }
            var isFirst = true
            try rows.write(after: "[", endingIn: isEmpty ? "]\n" : "\n]\n", to: sink) { row, text in
                text += isFirst ? "\n  " : ",\n  "
                text += object(keys, row)
                isFirst = false
            }
        case .lines:
            try rows.write(after: "", endingIn: "", to: sink) { row, text in text += object(keys, row) + "\n" }
        }
    }

    /// A row as an object, without a line feed in it.
    private func object(_ keys: [String], _ cells: [Cell]) -> String {
        "{" + zip(keys, cells).map { "\($0): \(value($1))" }.joined(separator: ", ") + "}"
    }

    private func value(_ cell: Cell) -> String {
        switch cell {
        case .empty: "null"
        case .text, .date, .notApplicable, .unknown: JSONNode.quoted(cell.dataText)
        case .whole, .decimal: cell.dataText
        case .signed(let cell), .marked(let cell, _): value(cell)
        case .real(let number, _), .share(let number), .points(let number, _):
            number.isFinite ? cell.dataText : JSONNode.quoted(cell.dataText)
        }
    }
}
