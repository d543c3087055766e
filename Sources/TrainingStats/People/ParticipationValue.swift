import Support

/// A value of a participation: a decimal column of `participations.csv`, or a number that follows from `attendance.csv`.
///
/// This is the one description of these columns. Blocks and single participations hold one decimal for each case, the
/// table's schema lists those that are columns, and both ways of reading take their names and bounds from here: a new
/// column is a new case, before those that follow from attendance.
public enum ParticipationValue: Int, Sendable, CaseIterable {
    /// Hours attended.
    case hours
    /// Score before.
    case preScore
    /// Score after.
    case postScore
    /// Rating of the session by the person.
    case rating
    /// Cost of the single participation.
    case cost
    /// Days on which the person was present.
    case daysPresent
    /// Days of which it is known whether the person was present.
    case daysRecorded

    /// Those that are columns of `participations.csv`: the first ones.
    public static let stated = allCases.filter { !$0.followsFromAttendance }
    /// Those that follow from `attendance.csv` alone; where there is none, no memory and no time is spent on them.
    public static let following = allCases.filter(\.followsFromAttendance)

    /// Whether it follows from `attendance.csv` alone.
    public var followsFromAttendance: Bool { self == .daysPresent || self == .daysRecorded }

    /// The name of its column, in the table or in a list of records.
    public var column: String {
        switch self {
        case .hours: "hours"
        case .preScore: "pre_score"
        case .postScore: "post_score"
        case .rating: "rating"
        case .cost: "cost"
        case .daysPresent: "days_present"
        case .daysRecorded: "days_recorded"
        }
    }

    /// Which numbers it may be; a record with another one is rejected.
    public var admissible: Admissible {
        switch self {
        case .hours, .daysPresent, .daysRecorded: Admissible(least: 0)
        case .preScore, .postScore: Admissible(least: 0, greatest: .maximumScore)
        case .rating: Admissible(least: 1, greatest: .number(5))
        // A refund is a negative cost.
        case .cost: Admissible()
        }
    }

    /// Whether a number above the hours that the course is planned for raises a doubt.
    public var isHeldAgainstPlannedHours: Bool { self == .hours }

    /// Whether a participant who completed is expected to have it.
    public var isExpectedOnCompletion: Bool { self == .postScore }

    /// The least and the greatest number that a value may be.
    public struct Admissible: Sendable {
        /// The least number; nil where there is none.
        public var least: Int?
        /// The greatest number.
        public var greatest = Limit.none
    }

    /// A number that a value must not exceed.
    public enum Limit: Hashable, Sendable {
        /// There is none.
        case none
        /// The same in every course.
        case number(Int)
        /// The highest score of the session's course.
        case maximumScore

        /// The limit for the participations in a session of a course; nil where there is none, or none is known.
        public func number(in course: Course?) -> ExactDecimal? {
            switch self {
            case .none: nil
            case .number(let number): ExactDecimal(number)
            case .maximumScore: course?.maxScore
            }
        }
    }
}

/// One element for each value of a participation, held in place: no memory is taken from the heap for it.
public struct ValueColumns<Element> {
    /// As many as ``ParticipationValue`` has cases: the number must be written out, and a test holds it against them.
    @usableFromInline
    var elements: [7 of Element]

    /// The same element for each value.
    @inlinable
    public init(repeating element: Element) { elements = [7 of Element](repeating: element) }

    /// The element of a value.
    @inlinable
    public subscript(value: ParticipationValue) -> Element {
        _read { yield elements[value.rawValue] }
        _modify { yield &elements[value.rawValue] }
    }
}

extension ValueColumns: Sendable where Element: Sendable {}
