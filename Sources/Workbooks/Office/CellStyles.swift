/// The number formats of cells by the numbers of their styles.
final class CellStyles: XMLPartReader {
    /// The formats, one for each style.
    private(set) var formats: [NumberFormat] = []
    private var custom: [Int: NumberFormat] = [:]
    private var identifiers: [Int] = []

    /// The styles of a part.
    init(of name: String, in parts: SpreadsheetParts) throws(SpreadsheetError) {
        try parts.read(name, by: self)
        // Few formats are used by many styles.
        formats = identifiers.map { custom[$0] ?? NumberFormat(builtIn: $0) ?? .general }
    }

    func begin(_ element: XMLElement, in path: [Substring]) throws(SpreadsheetError) {
        guard path.count == 2, let identifier = element["numFmtId"].flatMap({ Int($0) }) else { return }
        switch (path[1], element.name) {
        case ("numFmts", "numFmt"): custom[identifier] = element["formatCode"].map { NumberFormat(code: $0) }
        case ("cellXfs", "xf"): identifiers.append(identifier)
        default: break
        }
    }
}
