import Support
import TrainingStats

/// A number that a record states itself, or that its session or course states.
package enum RecordNumber: Hashable, Sendable {
    /// A value of a participation.
    case value(ParticipationValue)
    /// The hours that an assignment states.
    case assignmentHours
    /// How many people a headcount counts.
    case participants
    /// How many of them completed.
    case completions
    /// The cost of the group that was counted.
    case groupCost
    /// An answer to an item of an evaluation form.
    case evaluationValue
    /// How a supervisor rates what came of a participation.
    case supervisorRating
    /// What a participation was worth.
    case benefit
    /// The seats of the session.
    case capacity
    /// The cost of the session as a whole.
    case sessionCost
    /// The highest score that can be reached in the course.
    case maxScore
    /// The lowest score that passes the course.
    case passScore
    /// A number in a column that the dataset declares.
    case own(OwnNumber)
    /// A number that is always the same, for others to be compared with.
    case constant(ExactDecimal)

    /// The name of its column in a list of records.
    package var column: String {
        switch self {
        case .value(let value): value.column
        case .assignmentHours: "hours"
        case .participants: "participants"
        case .completions: "completions"
        case .groupCost, .sessionCost: "cost"
        case .evaluationValue: "value"
        case .supervisorRating: "supervisor_rating"
        case .benefit: "benefit"
        case .capacity: "capacity"
        case .maxScore: "max_score"
        case .passScore: "pass_score"
        case .own(let number): number.name
        case .constant(let value): value.description
        }
    }

    /// Whether it is an amount of money.
    package var isAmount: Bool {
        switch self {
        case .value(.cost), .groupCost, .sessionCost: true
        case .value, .own, .assignmentHours, .participants, .completions, .capacity, .maxScore, .passScore, .constant,
            .evaluationValue, .supervisorRating, .benefit:
            false
        }
    }

    /// Whether all records of one session share it.
    var isOfSession: Bool {
        switch self {
        case .capacity, .sessionCost, .maxScore, .passScore, .constant: true
        case .value, .assignmentHours, .participants, .completions, .groupCost, .evaluationValue, .supervisorRating,
            .benefit:
            false
        case .own(let number): number.isOfSession
        }
    }

    /// The number in a column that the dataset declares; nil of any other.
    var own: OwnNumber? { if case .own(let number) = self { number } else { nil } }

    /// Whether no record states it: it is always the same.
    var isConstant: Bool { if case .constant = self { true } else { false } }
}

/// What a record adds to a figure.
package indirect enum Quantity: Hashable, Sendable {
    /// The record itself.
    case one
    /// A number that it states.
    case number(RecordNumber)
    /// One number less another, if it states both.
    case difference(RecordNumber, minus: RecordNumber)
    /// One difference over another, if the record states all numbers and the divisor is not 0.
    case quotient(Quantity, over: Quantity)
    /// A number of points, or a difference of such numbers, in percent of the highest score of the course.
    case percentage(Quantity)

    /// The numbers that it is made of, each once; of a difference the subtrahend first.
    var numbers: [RecordNumber] {
        switch self {
        case .one: return []
        case .number(let number): return [number]
        case .difference(let number, let other): return [other, number]
        case .quotient(let dividend, let divisor):
            let upper = dividend.numbers
            return upper + divisor.numbers.filter { !upper.contains($0) }
        case .percentage(let points): return points.numbers + [.maxScore]
        }
    }

    /// Whether it is a quotient of what each record states, with a divisor of its own.
    var isQuotient: Bool { if case .quotient = self { true } else { false } }

    /// The points that it is a percentage of; nil where it is none.
    var points: Quantity? { if case .percentage(let points) = self { points } else { nil } }

    /// Whether it is a fraction that no decimal holds exactly.
    package var isFraction: Bool { isQuotient || points != nil }

    /// Its exact value where a look-up gives the numbers; nil if one of them is not stated, and of a fraction.
    func decimal(_ number: (RecordNumber) -> ExactDecimal?) -> ExactDecimal? {
        switch self {
        case .one: return ExactDecimal(1)
        case .number(let field): return number(field)
        case .difference(let field, let other):
            guard let first = number(field), let second = number(other) else { return nil }
            return first - second
        case .quotient, .percentage: return nil
        }
    }

    /// The two sides of a fraction, the lower one positive; nil if a number is not stated or the divisor is 0.
    func fraction(_ number: (RecordNumber) -> ExactDecimal?) -> (numerator: Int128, denominator: Int128)? {
        if case .percentage(let points) = self {
            guard let points = points.decimal(number), let highest = number(.maxScore), highest > .zero else {
                return nil
            }
            return (points.millionths * 100, highest.millionths)
        }
        guard case .quotient(let dividend, let divisor) = self, let upper = dividend.decimal(number),
            let lower = divisor.decimal(number), lower != .zero
        else { return nil }
        let sign: Int128 = lower < .zero ? -1 : 1
        return (sign * upper.millionths, sign * lower.millionths)
    }
}
