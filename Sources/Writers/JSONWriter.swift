import Reporting

/// Writes the data of a table as a JSON array of objects: column identifiers as keys, numbers as numbers, `_U` and `_Z`
/// as text, nothing as null.
public struct JSONWriter: Sendable {
    /// A writer.
    public init() {}

    /// The file's text, one object a line.
    public func text(of table: Table) -> String {
        let grid = table.markedData
        let keys = grid.columns.map { Self.string($0.id) }
        let objects = grid.rows.map { row in
            "  {" + zip(keys, row.cells).map { "\($0): \(value($1))" }.joined(separator: ", ") + "}"
        }
        return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }

    private func value(_ cell: Cell) -> String {
        switch cell {
        case .empty: "null"
        case .text, .date, .notApplicable, .unknown: Self.string(cell.dataText)
        case .whole, .decimal: cell.dataText
        case .marked(let cell, _): value(cell)
        case .real(let number, _), .share(let number): number.isFinite ? cell.dataText : Self.string(cell.dataText)
        }
    }

    private static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..<"\u{20}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
