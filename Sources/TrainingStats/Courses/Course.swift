import Support

/// Something that is taught or held, of which there may be several sessions.
public struct Course: Sendable {
    /// Identifier, unique in the dataset.
    public var id: String
    /// Its title.
    public var title: BilingualText
    /// Position in ``Dataset/topics``, or nil if not known.
    public var topic: Int?
    /// What kind of activity it is.
    public var kind: ActivityKind
    /// How demanding it is, or nil if not known.
    public var level: CourseLevel?
    /// Planned contact hours.
    public var hours: ExactDecimal?
    /// The highest score that can be reached (default 100).
    public var maxScore: ExactDecimal
    /// The lowest score that passes, or nil if there is no test or it is not known.
    public var passScore: ExactDecimal?
    /// Whether there is something to complete (default yes); if not, those who attend it only attend.
    public var completion: CourseCompletion
    /// How many months a completion is valid; nil if it does not lapse.
    public var validMonths: Int?
    /// Physical line of its record.
    public var line: Int

    /// A course given by its properties.
    public init(
        id: String, title: BilingualText, topic: Int? = nil, kind: ActivityKind = .course, level: CourseLevel? = nil,
        hours: ExactDecimal? = nil, maxScore: ExactDecimal = ExactDecimal(100), passScore: ExactDecimal? = nil,
        completion: CourseCompletion = .yes, validMonths: Int? = nil, line: Int = 0
    ) {
        self.id = id
        self.title = title
        self.topic = topic
        self.kind = kind
        self.level = level
        self.hours = hours
        self.maxScore = maxScore
        self.passScore = passScore
        self.completion = completion
        self.validMonths = validMonths
        self.line = line
    }
}
