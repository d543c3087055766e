import Reporting

/// The figures of a column as bars in a terminal, with marks where they are to be.
struct TextBars {
    /// A bar for each row but the totals; nil where there is none.
    private let values: [Double?]
    private let marks: [Int: [Table.Mark]]
    private let most: Double
    private let direction: TextDirection

    /// Bars of a column of a grid; nil if it has no such column, or nothing to draw.
    init?(_ grid: Grid, by column: String?, marks: [Table.Mark], _ direction: TextDirection) {
        guard let index = grid.columns.firstIndex(where: { $0.id == column }) else { return nil }
        let values = grid.rows.map { row in row.isTotal ? nil : row.cells[index].number }
        let drawn = marks.filter { $0.column == index && values.indices.contains($0.row) && values[$0.row] != nil }
        let most = (values.compactMap(\.self) + drawn.map(\.value)).max() ?? 0
        guard most > 0, most.isFinite else { return nil }
        self.values = values
        self.marks = Dictionary(grouping: drawn, by: \.row)
        self.most = most
        self.direction = direction
    }

    /// Whether there are marks.
    var hasMarks: Bool { !marks.isEmpty }

    /// The kinds of marks that there are.
    var kinds: [Table.Mark.Kind] {
        [.target, .pace].filter { kind in marks.values.contains { $0.contains { $0.kind == kind } } }
    }

    /// How much room is needed beside the figures: a mark is read off where a length is only seen.
    var leastRoom: Int { kinds.contains(.pace) ? 24 : 8 }

    /// The sign of a mark.
    static func sign(of kind: Table.Mark.Kind) -> Character { kind == .target ? "┃" : "┊" }

    /// The bar of a row, as long as its figure is of the greatest, which takes all the room.
    func bar(of row: Int, room: Int) -> String {
        guard room > 0, let value = values[row] else { return "" }
        var bar = Array(bar(length: max(0, value) / most * Double(room)))
        for mark in (marks[row] ?? []).sorted(by: { $0.kind == .pace && $1.kind == .target }) where mark.value >= 0 {
            // A mark ends the field that the value fills.
            let place = max(0, Int((mark.value / most * Double(room)).rounded()) - 1)
            while bar.count <= place { bar.append(" ") }
            bar[place] = Self.sign(of: mark.kind)
        }
        return String(bar)
    }

    private func bar(length: Double) -> String {
        if direction == .rightToLeft {
            // Of the parts of a block that stand at the right there is the half alone.
            let halves = Int((length * 2).rounded())
            return String(repeating: "█", count: halves / 2) + (halves % 2 == 1 ? "▐" : "")
        }
        let eighths = Int((length * 8).rounded())
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }
}
