import Support

/// One holding of a course.
///
/// Codes of texts are those of the dataset's member tables.
public struct Session: Sendable {
    /// Identifier, unique in the dataset.
    public var id: String
    /// Position in ``Dataset/courses``.
    public var course: Int
    /// First day, or nil if not known.
    public var start: CivilDate?
    /// Last day, or nil if not known; the session counts in the periods that hold it.
    public var end: CivilDate?
    /// Position in ``Dataset/states``, or nil if not known.
    public var hostState: Int?
    /// Code in ``Dataset/venues``.
    public var venue: Int?
    /// Code in ``Dataset/providers``.
    public var provider: Int?
    /// Code in ``Dataset/programmes``.
    public var programme: Int?
    /// Code in ``Dataset/languages``.
    public var language: Int?
    /// How it is delivered.
    public var delivery: DeliveryMode?
    /// Cost of the session as a whole, in the dataset's currency.
    public var cost: ExactDecimal?
    /// The same in the currency in which it is stated; nil where that is the dataset's.
    package var statedCost: ExactDecimal?
    /// Position in ``Dataset/rates`` of the rate by which its amounts were converted; nil if they are stated in the dataset's
    /// currency.
    public var rate: Int?
    /// Number of seats.
    public var capacity: Int?
    /// Whether it took place.
    public var status: SessionStatus
    /// Physical line of its record.
    public var line: Int

    /// A session of a course, everything else not known.
    public init(id: String, course: Int, status: SessionStatus = .held, line: Int = 0) {
        self.id = id
        self.course = course
        self.status = status
        self.line = line
    }

    /// Whether it was held and had ended by the reporting day, or ended at a time not known.
    public func isDelivered(by today: CivilDate) -> Bool {
        guard status == .held else { return false }
        guard let end else { return true }
        return end <= today
    }
}
