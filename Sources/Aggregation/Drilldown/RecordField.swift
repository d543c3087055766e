import TrainingStats

/// A column of a list of records.
package enum RecordField: Hashable, Sendable {
    case trainee, trainer, institution, session, course, status, startDate, endDate
    /// Its cost as it is stated, the currency in which that is, and the rate by which it was converted.
    case statedCost, currency, rate
    /// A number that the record states.
    case number(RecordNumber)
    /// What the record adds to a sum, or the number that a mean, deviation or quantile takes.
    case quantity(Quantity)
    /// What a record adds to a count: 1, or a group's number.
    case counts
    /// What a record adds to the upper side of a rate.
    case numerator
    /// What a record adds to the lower side of a rate.
    case denominator

    /// The field that tells entities of a kind apart.
    init(_ entity: CountedEntity) {
        switch entity {
        case .trainee: self = .trainee
        case .trainer: self = .trainer
        case .institution: self = .institution
        case .session: self = .session
        case .course: self = .course
        }
    }

    /// The name of the column.
    package var id: String {
        switch self {
        case .trainee: "trainee_id"
        case .trainer: "trainer_id"
        case .institution: "institution"
        case .session: "session_id"
        case .course: "course_id"
        case .status: "status"
        case .startDate: "start_date"
        case .endDate: "end_date"
        case .statedCost: "stated_cost"
        case .currency: "currency"
        case .rate: "rate"
        case .number(let number): number.column
        case .quantity(let quantity): quantity.column
        case .counts: Quantity.one.column
        case .numerator: "numerator"
        case .denominator: "denominator"
        }
    }
}

extension Quantity {
    /// The name of its column in a list of records.
    fileprivate var column: String {
        switch self {
        case .gain: "gain"
        case .normalisedGain: "gain_normalised"
        case .one: "counts"
        case .number(let number): number.column
        case .difference(let number, let other): "\(number.column)_minus_\(other.column)"
        case .quotient(let dividend, let divisor): "\(dividend.column)_over_\(divisor.column)"
        case .percentage(let points): "\(points.column)_percent"
        }
    }
}
