import Reporting
import Support

/// Writes the data of a table as a JSON array of objects: column identifiers as keys, numbers as numbers, `_U` and `_Z`
/// as text, nothing as null.
public struct JSONWriter: Sendable {
    private let labels: DataLabels

    /// A writer with labels of members.
    public init(labels: DataLabels = .id) { self.labels = labels }

    /// The file's text, one object a line.
    public func text(of table: Table) -> String {
        let grid = table.labelled(labels).markedData
        let keys = grid.columns.map { JSONNode.quoted($0.id) }
        let objects = grid.rows.map { row in
            "  {" + zip(keys, row.cells).map { "\($0): \(value($1))" }.joined(separator: ", ") + "}"
        }
        return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
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
