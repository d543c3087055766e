import Support

/// Whether a person was present on a day of a session.
public enum DayPresence: String, NamedCode { case yes, no }

/// What is recorded of a person on a day of a session: 20 bytes, since there can be many.
public struct AttendanceDay: Hashable, Sendable {
    /// Position in ``Dataset/sessions``.
    public var session: Int32
    /// Position in ``Dataset/trainees``.
    public var trainee: Int32
    /// The day.
    public var date: CivilDate
    /// Whether the person was present; nil where that is not known.
    public var isPresent: Bool?
    /// Millionths of a minute, ``unknownMinutes`` where they are not known: a day has fewer than that.
    private let millionths: UInt32

    private static let unknownMinutes = UInt32.max
    /// The most minutes that a day has.
    package static let mostMinutes = 24 * 60

    /// A day given by its properties; minutes are from 0 to those of a day.
    public init(session: Int, trainee: Int, date: CivilDate, isPresent: Bool?, minutes: ExactDecimal?) {
        self.session = Int32(session)
        self.trainee = Int32(trainee)
        self.date = date
        self.isPresent = isPresent
        millionths = minutes.flatMap { UInt32(exactly: $0.millionths) } ?? Self.unknownMinutes
    }

    /// How long the person was present; nil where that is not known.
    public var minutes: ExactDecimal? {
        millionths == Self.unknownMinutes ? nil : ExactDecimal(millionths: Int128(millionths))
    }
}

/// What the days of a participation come to.
public struct AttendanceTotal: Hashable, Sendable {
    /// Days on which the person was present.
    public private(set) var daysPresent = 0
    /// Days of which it is known whether the person was present.
    public private(set) var daysRecorded = 0
    /// Minutes of the days present that state them.
    private var minutes = ExactDecimal.zero
    /// Days present that state none.
    private var daysWithoutMinutes = 0

    /// No day.
    public init() {}

    /// Takes in a day; one of which nothing is known changes nothing.
    public mutating func add(_ day: AttendanceDay) {
        guard let isPresent = day.isPresent else { return }
        daysRecorded += 1
        guard isPresent else { return }
        daysPresent += 1
        if let stated = day.minutes { minutes = minutes + stated } else { daysWithoutMinutes += 1 }
    }

    /// The hours that follow; nil where no day is recorded.
    ///
    /// They are the minutes over 60, and of a day present that states none the hours of a day; rounded once, to millionths
    /// of an hour, half up.
    public func hours(hoursPerDay: ExactDecimal) -> ExactDecimal? {
        guard daysRecorded > 0 else { return nil }
        let whole = Int128(daysWithoutMinutes) * hoursPerDay.millionths
        return ExactDecimal(millionths: whole + (minutes.millionths + 30) / 60)
    }
}
