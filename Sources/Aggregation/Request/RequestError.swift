import TrainingStats

/// Why a request cannot be computed.
public enum RequestError: Error, Hashable, Sendable {
    case unknownDimension(String)
    case unknownMeasure(String)
    /// The catalogue has the measure, and the engine cannot compute it.
    case unsupportedMeasure(String, reason: String)
    case unknownMember(dimension: String, member: String, known: [String])
    /// A filter on the Gregorian calendar with a Hijri year.
    case hijriMember(dimension: String, member: String)
    case repeatedDimension(String)
    case badFilter(String)
    case trainerDimension(String, measure: String)
    case trainerAndTrainee(String, String)
    case unknownTransform(String)
    case meaninglessTransform(String, measure: String)
    case transformNeedsTime(String)
    case transformNeeds(String, option: String)
    case noRate
    case meaninglessOrder(String, dimension: String)

    /// The misspelt name and the names that it could have been, where that is the trouble.
    public var misspelling: (text: String, candidates: [String])? {
        switch self {
        case .unknownDimension(let id): (id, Dimension.catalogue.map(\.id))
        case .unknownMeasure(let id): (id, Measure.catalogue.map(\.id))
        case .unknownMember(_, let member, let known): (member, known)
        case .unknownTransform(let id): (id, Transform.allCases.map(\.rawValue))
        case .unsupportedMeasure, .hijriMember, .repeatedDimension, .badFilter, .trainerDimension, .trainerAndTrainee,
            .meaninglessTransform,
            .transformNeedsTime, .transformNeeds, .noRate, .meaninglessOrder:
            nil
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .unknownDimension(let id): "there is no dimension '\(id)'"
        case .unknownMeasure(let id): "there is no measure '\(id)'"
        case .unsupportedMeasure(let id, let reason): "the measure '\(id)' cannot be computed: \(reason)"
        case .unknownMember(let dimension, let member, _): "the dimension '\(dimension)' has no member '\(member)'"
        case .hijriMember(let dimension, let member):
            "'\(member)' has a Hijri year, and '\(dimension)' is of the Gregorian calendar; "
                + Self.remedy(ofHijri: member)
        case .repeatedDimension(let id): "the dimension '\(id)' is asked for twice"
        case .badFilter(let text): "'\(text)' is not a filter; give DIMENSION=MEMBER[,MEMBER], such as state=KWT,QAT"
        case .trainerDimension(let dimension, let measure):
            "the trainer dimension '\(dimension)' goes with \(Measure.onTrainers.joined(separator: ", ")) alone, "
                + "not with '\(measure)'"
        case .unknownTransform(let id):
            "there is no transform '\(id)'; there are \(Transform.allCases.map(\.rawValue).joined(separator: ", "))"
        case .meaninglessTransform(let transform, let measure):
            "'\(transform)' of '\(measure)' has no meaning: it is a rate or a mean"
        case .transformNeedsTime(let transform):
            "'\(transform)' looks from one part of the calendar to the next: give one time dimension, such as year"
        case .transformNeeds(let transform, let option): "'\(transform)' has no meaning in a table without \(option)"
        case .noRate: "no measure is a rate of counted cases, such as completion-rate or pass-rate, and has an interval"
        case .meaninglessOrder(let measure, let dimension):
            "'\(measure)' orders no rows here: with the trainee dimension '\(dimension)' it has no value"
        case .trainerAndTrainee(let trainer, let trainee):
            "the trainer dimension '\(trainer)' cannot be combined with the trainee dimension '\(trainee)'"
        }
    }

    /// How a member with a Hijri year is to be given.
    private static func remedy(ofHijri member: String) -> String {
        let dimension: PeriodKind? =
            switch PeriodExpression.kind(of: member) {
            case .year: .hijriYear
            case .month: .hijriMonth
            default: nil
            }
        return dimension.map { "give \($0.rawValue)=\(member), or the period AH\(member)" }
            ?? "give the years of that calendar"
    }
}
