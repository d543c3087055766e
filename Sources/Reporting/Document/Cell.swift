import Support
import TrainingStats

/// One value of a table with what it means; every writer renders the same cells.
public indirect enum Cell: Hashable, Sendable {
    /// Text, or a code, which is not a number even if it looks like one.
    case text(String)
    /// A whole number.
    case whole(Int)
    /// An exact decimal, shown with this many digits after the point.
    case decimal(ExactDecimal, places: Int)
    /// A computed number, shown with this many digits after the point.
    case real(Double, places: Int)
    /// A fraction of one, shown in percent with one digit after the point.
    case share(Double)
    /// The difference of two fractions of one, shown in percentage points with one digit after the point, and their name.
    case points(Double, unit: String)
    /// A day.
    case date(CivilDate)
    /// Not applicable: a rate over no records, or a measure that has no meaning here.
    case notApplicable
    /// A figure that exists but is not known.
    case unknown
    /// No content.
    case empty
    /// The difference of two figures, shown with its sign.
    case signed(Cell)
    /// A figure with marks: it is provisional, or revised.
    case marked(Cell, FigureMarks)

    /// A number with as many digits after the point as it has.
    static func asStated(_ number: ExactDecimal) -> Cell {
        .decimal(number, places: number.fractionDigits)
    }

    /// Whether the cell is a number, which writers align to the right.
    public var isNumber: Bool { number != nil }

    /// The cell's number, as the nearest `Double`; nil if the cell has none.
    public var number: Double? {
        switch self {
        case .whole(let number): Double(number)
        case .decimal(let decimal, _): decimal.double
        case .real(let number, _), .share(let number), .points(let number, _): number
        case .signed(let cell), .marked(let cell, _): cell.number
        case .text, .date, .notApplicable, .unknown, .empty: nil
        }
    }

    /// The text of a text cell; empty for all other cells.
    var text: String {
        switch self {
        case .text(let text): text
        case .marked(let cell, _): cell.text
        default: ""
        }
    }

    /// The whole number; nil for all other cells.
    var wholeNumber: Int? {
        switch self {
        case .whole(let number): number
        case .signed(let cell), .marked(let cell, _): cell.wholeNumber
        default: nil
        }
    }

    /// A whole number with separators; nil for all other cells.
    var count: String? { wholeNumber.map { grouped($0) } }

    /// The marker in data output (as in SDMX), or nil if the cell has a value.
    public var dataMarker: String? {
        switch self {
        case .notApplicable: "_Z"
        case .unknown: "_U"
        case .signed(let cell), .marked(let cell, _): cell.dataMarker
        default: nil
        }
    }

    /// The shorthand in documents (as in the UK's accessible statistics), or nil if the cell has a value.
    public var shorthand: String? {
        switch self {
        case .notApplicable: "[z]"
        case .unknown: "[x]"
        case .signed(let cell), .marked(let cell, _): cell.shorthand
        default: nil
        }
    }
}
