import Reporting
import Support

/// Writes the data of a table as comma- or tab-separated values (RFC 4180, UTF-8, LF): identifiers in the heading line,
/// plain numbers, `_U` and `_Z` for what has no value.
public struct DelimitedWriter: RowWriter {
    private let separator: Unicode.Scalar
    /// Whether the file starts with a byte order mark, by which spreadsheet programs know UTF-8.
    private let hasByteOrderMark: Bool
    /// Whether text that a spreadsheet program would take for a formula gets a leading apostrophe.
    private let guardsInjection: Bool
    /// What stands for members of dimensions.
    private let labels: DataLabels

    /// Comma-separated values.
    public static func csv(
        hasByteOrderMark: Bool = false, guardsInjection: Bool = true, labels: DataLabels = .id
    ) -> DelimitedWriter {
        DelimitedWriter(
            separator: ",", hasByteOrderMark: hasByteOrderMark, guardsInjection: guardsInjection, labels: labels)
    }

    /// Tab-separated values, quoted as in CSV where a field holds a tab, a quote or a line break.
    public static func tsv(
        hasByteOrderMark: Bool = false, guardsInjection: Bool = true, labels: DataLabels = .id
    ) -> DelimitedWriter {
        DelimitedWriter(
            separator: "\t", hasByteOrderMark: hasByteOrderMark, guardsInjection: guardsInjection, labels: labels)
    }

    /// The file's text.
    public func text(of table: Table) -> String {
        let grid = table.labelled(labels).markedData
        var text = head(grid.columns)
        for row in grid.rows { append(row.cells, to: &text) }
        return text
    }

    /// The file's text in pieces, which are handed over as rows come.
    ///
    /// - Throws: what `sink` throws.
    public func write<Failure: Error>(_ rows: RowStream, to sink: (String) throws(Failure) -> Void) throws(Failure) {
        try rows.write(after: head(rows.columns), to: sink) { row, text in append(row, to: &text) }
    }

    private func head(_ columns: [Grid.Column]) -> String {
        let text = hasByteOrderMark ? "\u{FEFF}" : ""
        return text + CSVQuoting.record(columns.map { safe($0.id) }, separator: separator)
    }

    private func append(_ cells: [Cell], to text: inout String) {
        let fields = cells.map { if case .text(let words) = $0 { safe(words) } else { $0.dataText } }
        text += CSVQuoting.record(fields, separator: separator)
    }

    private func safe(_ words: String) -> String {
        guard guardsInjection, let first = words.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
            return words
        }
        return "'" + words
    }
}
