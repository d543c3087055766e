import Reporting
import Support

/// The columns of a table as they stand in a terminal: how wide each is, and which stand side by side.
///
/// Where a table is wider than the terminal, headings and words are broken over several lines; where that is not enough, the
/// columns come in several parts one below the other, each with the words at the left. Figures and identifiers are never broken.
/// Columns under one heading stay in one part where they fit.
struct TextLayout {
    /// How narrow a column of words becomes at most.
    private static let least = 12
    /// How wide a column of words is at most.
    private static let widest = 120
    /// How long a word keeps its column wide.
    private static let longWord = 24
    /// How far the further lines of a row's words are set in.
    private static let indent = 2

    /// The columns that stand side by side, part by part.
    let parts: [[Int]]
    let widths: [Int]
    let columns: [Grid.Column]
    let headings: [String]
    let groups: [[Grid.ColumnGroup]]
    let direction: TextDirection
    private let body: [[String]]

    /// The layout of a grid for a terminal of a width, or for a file.
    init(_ grid: Grid, _ digits: Digits, width: Int?, _ direction: TextDirection) {
        self.direction = direction
        let columns = grid.columns
        let headings = grid.headings.map(terminalCell)
        let groups = grid.groups.map { level in
            level.map { Grid.ColumnGroup(heading: terminalCell($0.heading), columns: $0.columns) }
        }
        let body = grid.rows.map { row in row.cells.map { terminalCell($0.displayText(digits)) } }
        (self.columns, self.headings, self.groups, self.body) = (columns, headings, groups, body)
        let all = Array(columns.indices)
        var widths = all.map { index in
            body.reduce(displayWidth(headings[index])) { max($0, displayWidth($1[index])) }
        }
        Self.widen(&widths, for: groups)
        guard let width, Self.total(widths) > width else {
            // In files too, words wrap: each row is as wide as the widest cell.
            (parts, self.widths) = ([all], zip(columns, widths).map { $0.isNumeric ? $1 : min($1, Self.widest) })
            return
        }
        let figures = all.filter { columns[$0].isNumeric }
        var tight = all.map { index in
            let heading = Self.longestPiece(headings[index], indent: 0)
            if columns[index].isNumeric || columns[index].keepsWhole {
                return body.reduce(heading) { max($0, displayWidth($1[index])) }
            }
            let word = body.reduce(heading) { max($0, Self.longestPiece($1[index], indent: Self.indent)) }
            return min(widths[index], max(Self.least, min(word, Self.longWord)))
        }
        Self.widen(&tight, for: groups)
        let least = all.map { columns[$0].keepsWhole ? tight[$0] : min(tight[$0], Self.least) }
        // Words first take few lines, then more.
        var comfortable = widths
        Self.shrink(&comfortable, columns: all, to: width, floors: zip(tight, widths).map { max($0, $1 / 3) })
        widths = comfortable
        Self.shrink(&widths, columns: all, to: width, floors: tight)
        if figures.isEmpty { Self.shrink(&widths, columns: all, to: width, floors: least) }
        guard Self.total(widths) > width else {
            (parts, self.widths) = ([all], widths)
            return
        }
        // The words at the left stand in every part, and leave room for others.
        widths = comfortable
        var labels = Array(all.prefix { !columns[$0].isNumeric })
        // Beside them there is room for any other column.
        let others = all.dropFirst(labels.count).map { tight[$0] }.max() ?? 0
        let room = width - others - 2
        func distinct(_ columns: [Int]) -> Int { Set(body.map { row in columns.map { row[$0] } }).count }
        while labels.count > 1 {
            let needed = Self.total(labels.map { min(widths[$0], Self.least) })
            // Rows that could not be told apart keep all of them where they fit.
            if needed <= width / 2 || needed <= room && distinct(labels) > distinct(labels.dropLast()) { break }
            labels.removeLast()
        }
        Self.shrink(&widths, columns: labels, to: width / 2, floors: tight)
        Self.shrink(&widths, columns: labels, to: max(width / 2, min(room, width * 2 / 3)), floors: least)
        Self.shrink(
            &widths, columns: Array(all.dropFirst(labels.count)), to: 0,
            floors: zip(columns, zip(widths, tight)).map { column, widths in
                column.isNumeric
                    ? min(widths.0, max(widths.1, width / 2 - 2))
                    : min(widths.0, max(widths.1, width / 3), width / 2 - 2)
            })
        func fits(_ part: [Int]) -> Bool { Self.total(part.map { widths[$0] }) <= width }
        var units = groups.last.map { [Array(labels.count..<grid.keyCount)] + $0.map { Array($0.columns) } } ?? [all]
        units = units.flatMap { !groups.isEmpty && fits(labels + $0) ? [$0] : $0.map { [$0] } }
        var parts: [[Int]] = []
        var part = labels
        for unit in units.map({ $0.filter { !labels.contains($0) } }) where !unit.isEmpty {
            if part.count > labels.count, !fits(part + unit) {
                parts.append(part)
                part = labels
            }
            part += unit
        }
        self.parts = parts + [part]
        self.widths = widths
    }

    /// How wide a part is.
    func width(_ part: [Int]) -> Int { Self.total(part.map { widths[$0] }) }

    /// The lines of a row in a part.
    func row(_ index: Int, _ part: [Int]) -> [String] {
        lines(part.map { broken(body[index][$0], to: widths[$0], indent: Self.indent) }, part)
    }

    /// Whether a row says anything in the columns that stand in this part alone.
    func says(_ index: Int, _ part: [Int]) -> Bool {
        let own = part.filter { column in !parts.allSatisfy { $0.contains(column) } }
        return own.contains { !body[index][$0].isEmpty }
    }

    func lines(_ texts: [[String]], _ part: [Int]) -> [String] {
        (0..<(texts.map(\.count).max() ?? 0)).map { number in
            let fields = zip(texts, part).map { text, column in
                let words = number < text.count ? text[number].isolated : ""
                let space = String(repeating: " ", count: max(0, widths[column] - displayWidth(words)))
                // Where lines begin at the right, figures that end at the right begin their field.
                let isAtEnd = columns[column].isNumeric && direction != .rightToLeft
                return isAtEnd ? space + direction.cell(words) : direction.cell(words) + space
            }
            return direction.line(fields)
        }
    }

    /// Makes the widest columns narrower until all fit, none below its floor.
    private static func shrink(_ widths: inout [Int], columns: [Int], to width: Int, floors: [Int]) {
        while total(columns.map { widths[$0] }) > width {
            let candidates = columns.filter { widths[$0] > floors[$0] }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
        }
    }

    /// Makes columns wider whose group has a longer word in its heading than they have room.
    private static func widen(_ widths: inout [Int], for groups: [[Grid.ColumnGroup]]) {
        for group in groups.joined() where !group.columns.isEmpty {
            let missing = longestPiece(group.heading, indent: 0) - total(Array(widths[group.columns]))
            guard missing > 0 else { continue }
            for (place, column) in group.columns.enumerated() {
                widths[column] += (missing + place) / group.columns.count
            }
        }
    }

    /// The width of columns side by side, two spaces between them.
    static func total(_ widths: [Int]) -> Int { widths.reduce(0, +) + 2 * max(0, widths.count - 1) }

    private static func longestPiece(_ text: String, indent: Int) -> Int {
        let pieces = unbrokenPieces(text).map { displayWidth($0.text) }
        return max(pieces.first ?? 0, (pieces.dropFirst().map { $0 + indent }.max() ?? 0))
    }
}
