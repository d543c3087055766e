import Reporting
import Support

/// Writes the data of a table as a JSON array of objects: column identifiers as keys, numbers as numbers, `_U` and `_Z`
/// as text, nothing as null.
public struct JSONWriter: RowWriter {
    private let labels: DataLabels

    /// A writer with labels of members.
    public init(labels: DataLabels = .id) { self.labels = labels }

    /// The file's text.
    public func text(of table: Table) -> String {
        let grid = table.labelled(labels).markedData
        let keys = grid.columns.map { JSONNode.quoted($0.id) }
        let objects = grid.rows.map { object(keys, $0.cells) }
        return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }

    /// The file's text in pieces, which are handed over as rows come.
    ///
    /// - Throws: what `sink` throws.
    public func write<Failure: Error>(_ rows: RowStream, to sink: (String) throws(Failure) -> Void) throws(Failure) {
        let keys = rows.columns.map { JSONNode.quoted($0.id) }
        var isEmpty = true
        rows.forEach(upTo: 1) { _ in isEmpty = false }
        var isFirst = true
        try rows.write(after: "[", endingIn: isEmpty ? "]\n" : "\n]\n", to: sink) { row, text in
            text += isFirst ? "\n" : ",\n"
            text += object(keys, row)
            isFirst = false
        }
    }

    /// A row as an object, on a line of its own.
    private func object(_ keys: [String], _ cells: [Cell]) -> String {
        "  {" + zip(keys, cells).map { "\($0): \(value($1))" }.joined(separator: ", ") + "}"
    }

    private func value(_ cell: Cell) -> String {
        switch cell {
        case .empty: "null"
        case .text, .date, .notApplicable, .unknown: JSONNode.quoted(cell.dataText)
        case .whole, .decimal: cell.dataText
        case .marked(let cell, _): value(cell)
        case .real(let number, _), .share(let number): number.isFinite ? cell.dataText : JSONNode.quoted(cell.dataText)
        }
    }
}
