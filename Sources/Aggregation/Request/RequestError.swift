import Support
import TrainingStats

/// Why a request cannot be computed.
public enum RequestError: Error, Hashable, Sendable {
    case unknownDimension(String, known: [String])
    case unknownMeasure(String, known: [String])
    /// The catalogue has the measure, and the engine cannot compute it.
    case unsupportedMeasure(String, reason: String)
    case unknownMember(dimension: String, member: String, known: [String])
    /// A filter on the Gregorian calendar with a Hijri year.
    case hijriMember(dimension: String, member: String)
    case repeatedDimension(String)
    case badFilter(String)
    /// A trainer dimension with a measure that is not among those which allow one.
    case trainerDimension(String, measure: String, allowed: [String])
    case trainerAndTrainee(String, String)
    case unknownTransform(String)
    case meaninglessTransform(String, measure: String)
    case transformNeedsTime(String)
    case transformNeeds(String, option: String)
    case noRate
    /// The members of dimensions that rows have themselves cannot be combined any more from this dimension on.
    case tooManyCombinations(String)
    case meaninglessOrder(String, dimension: String)

    /// The misspelt name and the names that it could have been, where that is the trouble.
    public var misspelling: (text: String, candidates: [String])? {
        switch self {
        case .unknownDimension(let id, let known), .unknownMeasure(let id, let known): (id, known)
        case .unknownMember(_, let member, let known): (member, known)
        case .unknownTransform(let id): (id, Transform.allCases.map(\.rawValue))
        case .unsupportedMeasure, .hijriMember, .repeatedDimension, .badFilter, .trainerDimension, .trainerAndTrainee,
            .meaninglessTransform,
            .transformNeedsTime, .transformNeeds, .noRate, .tooManyCombinations, .meaninglessOrder:
            nil
        }
    }

    /// What is wrong, in English.
    public var message: String { text.en }
}
