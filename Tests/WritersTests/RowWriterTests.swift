import Reporting
import Testing
import Writers

/// Data that is written row by row.
struct RowWriterTests {
    private static let writers: [any RowWriter] = [
        DelimitedWriter.csv(hasByteOrderMark: true), DelimitedWriter.tsv(), JSONWriter(), JSONWriter(.lines),
    ]

    /// The text is the same as that of the whole table, and comes in pieces.
    @Test(arguments: writers.indices, [0, 1, 3, 30_000]) func piecesMakeTheText(writer: Int, rows: Int) {
        let columns = [
            Grid.Column(id: "name", heading: "Name", isNumeric: false),
            Grid.Column(id: "value", heading: "Value", isNumeric: true),
        ]
        @Sendable func cells(_ row: Int) -> [Cell] {
            [
                .text(row % 2 == 0 ? "=a, \"\(row)\"" : String(repeating: "ب", count: 30)),
                row % 5 == 0 ? .empty : .whole(row),
            ]
        }
        let table = Table(
            id: "t", title: "", subtitle: "",
            display: Grid(columns: columns, rows: (0..<rows).map { Grid.Row(cells($0)) }))
        let stream = RowStream(columns: columns) { limit, body in
            for row in 0..<min(rows, limit) { body(cells(row)) }
        }
        var pieces: [String] = []
        Self.writers[writer].write(stream) { pieces.append($0) }
        #expect(pieces.joined() == Self.writers[writer].text(of: table))
        #expect((pieces.count > 1) == (rows > 10_000))
    }
}
