import Reporting
import Support

/// Elements of a drawing, placed by how far they lie from the edge where reading starts: from the left, or from the right
/// in Arabic.
struct Canvas {
    /// Where a text lies relative to its place.
    enum Anchor {
        case start, middle, end
    }

    /// The width of drawings, and of those for phones.
    static let (width, narrowWidth) = (600.0, 360.0)

    let width: Double
    let isRightToLeft: Bool
    let digits: Digits
    private(set) var body = ""

    /// A rectangle.
    mutating func rectangle(x: Double, y: Double, width: Double, height: Double, style: String) {
        let left = isRightToLeft ? self.width - x - width : x
        body += "<rect x=\"\(plain(left))\" y=\"\(plain(y))\" width=\"\(plain(width))\" height=\"\(plain(height))\""
        body += " class=\"\(style)\"/>\n"
    }

    /// A straight line.
    mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, style: String) {
        body += "<line x1=\"\(plain(side(x1)))\" y1=\"\(plain(y1))\" x2=\"\(plain(side(x2)))\" y2=\"\(plain(y2))\""
        body += " class=\"\(style)\"/>\n"
    }

    /// Points joined by lines, each with a dot.
    mutating func path(_ points: [(x: Double, y: Double)], style: String) {
        polyline(points, style: style)
        for point in points { dot(x: point.x, y: point.y, radius: 2.5, style: style) }
    }

    /// Points joined by lines.
    mutating func polyline(_ points: [(x: Double, y: Double)], style: String) {
        if points.count > 1 { body += "<polyline points=\"\(places(points))\" class=\"\(style)\"/>\n" }
    }

    /// A filled circle.
    mutating func dot(x: Double, y: Double, radius: Double, style: String) {
        body += "<circle cx=\"\(plain(side(x)))\" cy=\"\(plain(y))\" r=\"\(plain(radius))\" class=\"\(style)\"/>\n"
    }

    /// A closed outline, filled as strongly as a share of one says.
    mutating func polygon(_ points: [(x: Double, y: Double)], strength: Double, style: String) {
        let opacity = PlainNumber.data((strength * 100).rounded() / 100)
        body += "<polygon points=\"\(places(points))\" fill-opacity=\"\(opacity)\" class=\"\(style)\"/>\n"
    }

    /// The hatching by this name, with which outlines can be filled.
    mutating func hatching(named name: String) {
        body += "<pattern id=\"\(name)\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
        body += " patternTransform=\"rotate(45)\"><rect width=\"2\" height=\"6\" class=\"unknown\"/></pattern>\n"
    }

    /// A closed outline, hatched.
    mutating func hatched(_ points: [(x: Double, y: Double)], by name: String) {
        body += "<polygon points=\"\(places(points))\" fill=\"url(#\(name))\" class=\"hatched\"/>\n"
    }

    /// Words.
    mutating func text(_ words: String, x: Double, y: Double, style: String, anchor: Anchor = .start) {
        guard !words.isEmpty else { return }
        // Signs at the ends of foreign words would change sides.
        let words = isRightToLeft && !words.hasArabic ? "\u{2068}\(words)\u{2069}" : words
        body += "<text x=\"\(plain(side(x)))\" y=\"\(plain(y))\"\(attribute(anchor)) class=\"\(style)\">"
        body += markup(words) + "</text>\n"
    }

    /// Lines of words below each other.
    mutating func text(
        _ lines: [String], x: Double, y: Double, leading: Double, style: String, anchor: Anchor = .start
    ) {
        for (index, line) in lines.enumerated() {
            text(line, x: x, y: y + Double(index) * leading, style: style, anchor: anchor)
        }
    }

    /// A figure as the table shows it; its exact value is added as an attribute if the shown one is rounded.
    mutating func figure(_ cell: Cell, x: Double, y: Double, anchor: Anchor, style: String) {
        let shown = cell.displayText(digits)
        // A figure of Latin digits runs from left to right in every language, so that its sign stays before it.
        // Words of their own between figures run as the language does.
        let isTurned = isRightToLeft && digits == .latn && (cell.isNumber || !shown.hasArabic)
        let side: Anchor = isTurned ? (anchor == .start ? .end : anchor == .end ? .start : .middle) : anchor
        let direction = isTurned ? " direction=\"ltr\"" : ""
        body += "<text x=\"\(plain(self.side(x)))\" y=\"\(plain(y))\"\(attribute(side))\(direction)\(exactValue(cell))"
        body += " class=\"v\(style.isEmpty ? "" : " " + style)\">\(markup(shown))</text>\n"
    }

    /// Groups what `draw` draws; the title shows when a pointer rests on it.
    mutating func group(_ title: String, _ draw: (inout Canvas) -> Void) {
        body += "<g><title>\(markup(title))</title>\n"
        draw(&self)
        body += "</g>\n"
    }

    private func places(_ points: [(x: Double, y: Double)]) -> String {
        points.map { "\(plain(side($0.x))),\(plain($0.y))" }.joined(separator: " ")
    }

    private func side(_ x: Double) -> Double { isRightToLeft ? width - x : x }

    private func attribute(_ anchor: Anchor) -> String {
        switch anchor {
        case .start: ""
        case .middle: " text-anchor=\"middle\""
        case .end: " text-anchor=\"end\""
        }
    }
}

/// A coordinate, to a tenth.
func plain(_ number: Double) -> String { PlainNumber.data((number * 10).rounded() / 10) }
