import Support
import TrainingStats

/// How Arabic is laid out for a terminal.
///
/// Words stand in the order in which they are read; turning them round is the terminal's part (Unicode Standard Annex 9). Left
/// alone, one that does takes a row of a table for a sentence, and figures come to stand under headings that are not
/// theirs. Marks without width part the cells; they stand behind spaces, since VTE mirrors no bracket that bears one.
public enum TextDirection: Sendable {
    /// As it stands: in files and pipes, and for languages that run from left to right.
    case plain
    /// Columns from left to right, whether or not the terminal turns words round.
    case leftToRight
    /// The terminal is asked to begin its lines at the right for as long as the text lasts (ECMA-48, select character path).
    case rightToLeft

    private static let (leftToRightMark, rightToLeftMark) = ("\u{200E}", "\u{200F}")

    /// The separator between two columns.
    var gap: String {
        switch self {
        case .plain: "  "
        case .leftToRight: " \(Self.leftToRightMark) "
        case .rightToLeft: " \(Self.rightToLeftMark) "
        }
    }

    /// A line of cells, without what stands at its end and cannot be seen.
    func line(_ fields: [String]) -> String {
        var line = fields.joined(separator: gap)
        let mark = gap.dropFirst().dropLast()
        while line.hasSuffix(" ") || (!mark.isEmpty && line.hasSuffix(mark)) { line.unicodeScalars.removeLast() }
        return self == .leftToRight && !line.isEmpty ? Self.leftToRightMark + line : line
    }

    /// A cell: figures and identifiers keep their own direction.
    func cell(_ text: String) -> String {
        guard self == .rightToLeft, !text.isEmpty, !text.hasArabic else { return text }
        return Self.leftToRightMark + text + Self.leftToRightMark
    }

    /// A line of words, in which dates keep their own direction.
    func prose(_ line: String) -> String {
        guard self != .plain, line.hasArabic else { return line }
        let dates = /\(?[0-9]{4}-[0-9]{2}(-[0-9]{2})?([ –(]+[0-9]{4}-[0-9]{2}(-[0-9]{2})?)*\)?/
        let marked = line.replacing(dates) { Self.leftToRightMark + $0.output.0 + Self.leftToRightMark }
        // Without a direction of its own a full stop would stand at the wrong end of the line.
        let endsOpen = self == .leftToRight && !line.hasSuffix(")") && !line.hasSuffix("]")
        return endsOpen ? marked + Self.rightToLeftMark : marked
    }

    /// The whole text, with the request to the terminal before it and its end behind it.
    func whole(_ text: String) -> String { self == .rightToLeft ? "\u{1B}[2 k" + text + "\u{1B}[0 k" : text }
}
