/// The first and the last day of a session, as far as they are known.
public struct SessionDays: Hashable, Sendable {
    /// Which of the days.
    package enum Day: Hashable, Sendable { case first, last }

    /// The first day.
    public let first: CivilDate?
    /// The last day.
    public let last: CivilDate?

    /// Two days.
    public init(first: CivilDate?, last: CivilDate?) {
        self.first = first
        self.last = last
    }

    /// One of the days.
    package subscript(day: Day) -> CivilDate? { day == .first ? first : last }
}

extension Session {
    /// Its first and its last day.
    public var days: SessionDays { SessionDays(first: start, last: end) }

    /// How many days it spans, the first and the last included; nil where one of them is not known.
    package var dayCount: Int? {
        guard let start, let end else { return nil }
        return Int(end.day) - Int(start.day) + 1
    }
}
