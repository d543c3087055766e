import Support
import TrainingStats

/// A field of a listed record; its raw value names the column.
public enum RecordField: String, Sendable, CaseIterable {
    case trainee = "trainee_id"
    case trainer = "trainer_id"
    case institution
    case session = "session_id"
    case course = "course_id"
    case status
    case endDate = "end_date"
    case participants, hours, capacity, cost
    case preScore = "pre_score"
    case postScore = "post_score"
    case maxScore = "max_score"
    case passScore = "pass_score"
    case gain
    case normalisedGain = "gain_normalised"
    case rating
    /// What a record adds to a count: 1, or a group's number.
    case counts
    /// What a record adds to the upper side of a rate.
    case numerator
    /// What a record adds to the lower side of a rate.
    case denominator
}

/// The records that a measure is made of, and how they make it: what is listed behind a figure.
public struct RecordBasis: Sendable {
    /// How the listed records make the figure.
    public enum Form: Hashable, Sendable {
        /// The distinct values of a field are counted.
        case distinct(RecordField)
        /// Records are counted, a group as often as it says.
        case count
        /// A field is added up; a record that does not state it is listed with an empty one.
        case sum(RecordField)
        /// A mean, deviation or quantile of a field; records that do not state it are not listed.
        case statistic(RecordField)
        /// The sum of the numerators over that of the denominators.
        case ratio
        /// The number of distinct values of one field over that of another.
        case distinctRatio(RecordField, RecordField)
    }

    /// Records of one table that the measure is made of.
    struct Part: Sendable {
        typealias Amount = @Sendable (SourceRecord) -> ExactDecimal?

        let table: SourceRecord.Table
        let qualifies: @Sendable (SourceRecord) -> Bool
        /// What a record adds to a count or numerator.
        let part: Amount
        /// What a record adds to a denominator.
        let whole: Amount
    }

    /// How the listed records make the figure.
    public let form: Form
    /// The columns of the list, but for the record's place.
    public let columns: [RecordField]
    let parts: [Part]
    /// How many records a person must have for any of them to be listed.
    let recordsPerPerson: Int

    private init(_ form: Form, _ parts: [Part], showing fields: [RecordField] = [], recordsPerPerson: Int = 1) {
        self.form = form
        self.parts = parts
        self.recordsPerPerson = recordsPerPerson
        let identifiers = parts.flatMap(\.table.identifiers)
        let (first, last): ([RecordField], [RecordField]) =
            switch form {
            case .distinct(let field): ([field], [])
            case .count: ([], parts.contains { $0.table == .headcounts } ? [.counts] : [])
            case .sum(let field), .statistic(let field): ([], [field])
            case .ratio: ([], [.numerator, .denominator])
            case .distinctRatio: ([], [])
            }
        columns = (first + identifiers + fields + last).reduce(into: []) { columns, field in
            if !columns.contains(field) { columns.append(field) }
        }
    }

    /// The number of distinct values of a field.
    static func distinct(
        _ field: RecordField, showing fields: [RecordField] = [], recordsPerPerson: Int = 1, of parts: Part...
    ) -> RecordBasis { RecordBasis(.distinct(field), parts, showing: fields, recordsPerPerson: recordsPerPerson) }

    /// The number of records, a group counting as often as it says.
    static func count(of parts: Part...) -> RecordBasis { RecordBasis(.count, parts) }

    /// The sum of a field.
    static func sum(_ field: RecordField, showing fields: [RecordField] = [], of parts: Part...) -> RecordBasis {
        RecordBasis(.sum(field), parts, showing: fields)
    }

    /// A mean, deviation or quantile of a field, over the trained participations that state it.
    static func statistic(
        _ field: RecordField, showing fields: [RecordField] = [],
        where isStated: @escaping @Sendable (SourceRecord) -> Bool
    ) -> RecordBasis {
        RecordBasis(.statistic(field), [.participations { $0.isTrained && isStated($0) }], showing: fields)
    }

    /// One sum over another.
    static func ratio(showing fields: [RecordField] = [], of parts: Part...) -> RecordBasis {
        RecordBasis(.ratio, parts, showing: fields)
    }

    /// The number of distinct values of one field over that of another.
    static func distinctRatio(_ upper: RecordField, _ lower: RecordField, of parts: Part...) -> RecordBasis {
        RecordBasis(.distinctRatio(upper, lower), parts)
    }
}

extension RecordBasis.Part {
    /// Sessions, each adding what is given to the two sides of a rate.
    static func sessions(
        part: @escaping Amount = { _ in nil }, whole: @escaping Amount = { _ in nil },
        where qualifies: @escaping @Sendable (SourceRecord) -> Bool
    ) -> Self { Self(table: .sessions, qualifies: qualifies, part: part, whole: whole) }

    /// Assignments of trainers.
    static func assignments(where qualifies: @escaping @Sendable (SourceRecord) -> Bool) -> Self {
        Self(table: .assignments, qualifies: qualifies, part: { _ in nil }, whole: { _ in nil })
    }

    /// Participations, each adding 1 unless something else is given.
    static func participations(
        part: @escaping Amount = { _ in ExactDecimal(1) }, whole: @escaping Amount = { _ in nil },
        where qualifies: @escaping @Sendable (SourceRecord) -> Bool
    ) -> Self { Self(table: .participations, qualifies: qualifies, part: part, whole: whole) }

    /// Headcounts, each adding its participants unless something else is given.
    static func headcounts(
        part: @escaping Amount = { $0.participants.map { ExactDecimal($0) } }, whole: @escaping Amount = { _ in nil },
        where qualifies: @escaping @Sendable (SourceRecord) -> Bool
    ) -> Self { Self(table: .headcounts, qualifies: qualifies, part: part, whole: whole) }

    /// Enrolments, those of a status being in the numerator.
    static func enrolments(ofWhich status: ParticipationStatus) -> Self {
        .participations(
            part: { ExactDecimal($0.status == status ? 1 : 0) }, whole: { _ in ExactDecimal(1) },
            where: { $0.isTraining })
    }
}

extension SourceRecord.Table {
    /// The fields by which people know its records.
    fileprivate var identifiers: [RecordField] {
        switch self {
        case .sessions: [.session]
        case .assignments: [.trainer, .session]
        case .participations: [.trainee, .session, .status]
        case .headcounts: [.session, .participants]
        }
    }
}
