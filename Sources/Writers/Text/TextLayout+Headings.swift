import Reporting

/// The headings of the columns of a part.
extension TextLayout {
    /// A line over the figures.
    enum HeadingLine {
        /// Words.
        case words(String)
        /// The line under the headings of groups.
        case rule(String)
    }

    /// The lines of a part's headings, set at the bottom: those of groups in the middle of their columns, a line under them.
    func heading(_ part: [Int]) -> [HeadingLine] {
        groups.flatMap { spanning($0, part) }
            + lines(Self.atFoot(part.map { broken(headings[$0], to: widths[$0]) }), part).map(HeadingLine.words)
    }

    /// The lines of one level of groups in a part.
    private func spanning(_ level: [Grid.ColumnGroup], _ part: [Int]) -> [HeadingLine] {
        var fields: [(heading: String, width: Int, isGroup: Bool)] = []
        for column in part where !level.contains(where: { $0.columns.contains(column) }) {
            fields.append(("", widths[column], false))
        }
        for group in level {
            let columns = part.filter(group.columns.contains)
            if !columns.isEmpty { fields.append((group.heading, Self.total(columns.map { widths[$0] }), true)) }
        }
        let texts = Self.atFoot(fields.map { broken($0.heading, to: $0.width) })
        let words = (0..<(texts.map(\.count).max() ?? 0)).map { number in
            HeadingLine.words(
                direction.line(zip(texts, fields).map { centred(direction.cell($0[number].isolated), in: $1.width) }))
        }
        let rule = fields.map { String(repeating: $0.isGroup ? "─" : " ", count: $0.width) }
        return words + [.rule(direction.line(rule))]
    }

    private func centred(_ text: String, in width: Int) -> String {
        let space = max(0, width - displayWidth(text))
        return String(repeating: " ", count: space / 2) + text + String(repeating: " ", count: space - space / 2)
    }

    /// Texts of several lines, all as high as the highest, with what is empty above.
    private static func atFoot(_ texts: [[String]]) -> [[String]] {
        let height = texts.map(\.count).max() ?? 0
        return texts.map { [String](repeating: "", count: height - $0.count) + $0 }
    }
}
