import Support
import TrainingStats

/// Why a request cannot be computed.
public enum RequestError: Error, Hashable, Sendable {
    case unknownDimension(String, known: [String])
    case unknownMeasure(String, known: [String])
    /// A condition names a dimension, or a number that the dataset declares, where a measure is expected.
    case memberAsFigure(String, known: [String])
    /// The catalogue has the measure, and the engine cannot compute it.
    case unsupportedMeasure(String, reason: String)
    case unknownMember(dimension: String, member: String, known: [String])
    /// A filter on the Gregorian calendar with a Hijri year.
    case hijriMember(dimension: String, member: String)
    case repeatedDimension(String)
    /// An attribute of numbers without bands is asked for as a dimension.
    case numberWithoutBands(String)
    case badFilter(String)
    /// A filter looks for a text without letters and digits.
    case badSoughtText(String)
    /// A trainer dimension with a measure that is not among those which allow one.
    case trainerDimension(String, measure: String, allowed: [String])
    case trainerAndTrainee(String, String)
    /// A dimension of evaluations with a measure that is made of something else.
    case evaluationDimension(String, measure: String, allowed: [String])
    /// A trainee-side dimension with what is made of evaluations.
    case evaluationsByTrainee(String, of: String)
    /// A condition on persons in a request for what is made of evaluations.
    case evaluationsByPersons(String)
    case unknownTransform(String)
    case meaninglessTransform(String, measure: String)
    case transformNeedsTime(String)
    case transformNeeds(String, option: String)
    case noRate(shares: [String])
    /// The members of dimensions that rows have themselves cannot be combined any more from this dimension on.
    case tooManyCombinations(String)
    /// The list of the records behind a measure has no such column.
    case unknownColumn(String, measure: String, known: [String])
    case meaninglessOrder(String, dimension: String)
    /// A text that is no condition, from a character on.
    case badCondition(String, character: Int, FigureCondition.Fault)
    /// A condition on rows, and there are none.
    case conditionWithoutRows(String)
    /// A condition on a figure that no row has with a dimension on trainees.
    case meaninglessCondition(String, dimension: String)
    /// A condition on persons by a figure that one person does not have.
    case figureWithoutPersons(String)
    /// A condition on persons in a request with a trainer dimension.
    case trainersByPersons(String)
    /// A condition on a figure that looks along a dimension in the columns.
    case conditionOnColumns(String, dimension: String)
    /// A table of certificates by a dimension that persons and courses do not have on the reporting day.
    case dimensionOfRecords(String)
    /// The direction of an order that is neither `asc` nor `desc`.
    case badDirection(String)

    /// The misspelt name and the names that it could have been, where that is the trouble.
    public var misspelling: (text: String, candidates: [String])? {
        switch self {
        case .unknownDimension(let id, let known), .unknownMeasure(let id, let known),
            .memberAsFigure(let id, let known):
            (id, known)
        case .unknownMember(_, let member, let known): (member, known)
        case .unknownColumn(let id, _, let known): (id, known)
        case .unknownTransform(let id): (id, Transform.allCases.map(\.rawValue))
        case .badDirection(let word): (word, RowOrder.Direction.allCases.map(\.rawValue))
        case .unsupportedMeasure, .hijriMember, .repeatedDimension, .numberWithoutBands, .badFilter, .badSoughtText,
            .trainerDimension, .trainerAndTrainee, .evaluationDimension, .evaluationsByTrainee, .evaluationsByPersons,
            .meaninglessTransform,
            .transformNeedsTime, .transformNeeds, .noRate, .tooManyCombinations, .meaninglessOrder, .badCondition,
            .conditionWithoutRows, .meaninglessCondition, .conditionOnColumns,
            .figureWithoutPersons, .trainersByPersons, .dimensionOfRecords:
            nil
        }
    }

    /// The names that were meant: those of which the given one is a synonym, else the nearest one.
    package var namesMeant: [String] {
        guard let misspelling else { return [] }
        let synonyms: [String]? =
            switch self {
            case .unknownDimension: Synonyms.dimensions.meant(by: misspelling.text, among: misspelling.candidates)
            case .unknownMeasure, .memberAsFigure:
                Synonyms.measures.meant(by: misspelling.text, among: misspelling.candidates)
            default: nil
            }
        if let synonyms, !synonyms.isEmpty { return synonyms }
        return Spelling.nearest(to: misspelling.text, among: misspelling.candidates).map { [$0] } ?? []
    }

    /// The command that lists the names that there are; nil where none does.
    private var list: String? {
        switch self {
        case .unknownDimension: "tadrib list dimensions"
        case .unknownMeasure, .memberAsFigure: "tadrib list measures"
        default: nil
        }
    }

    /// What there is, for who asked for a name that none is near.
    private var rest: BilingualText? {
        switch self {
        case .unknownDimension:
            .init(
                en: "see tadrib list dimensions; attributes of its own a dataset declares in dataset.json",
                ar: "انظر tadrib list dimensions؛ أما الخصائص التي تنفرد بها مجموعة بيانات فتُعرّف في dataset.json")
        case .unknownColumn(_, _, let known):
            .init(en: "give some of \(known.joined(separator: ", "))", ar: "اختر من \(known.joined(separator: "، "))")
        default: list.map { .init(en: "see \($0)", ar: "انظر \($0)") }
        }
    }

    /// The names that were meant, asked as a question, and where all are listed; nil if there is nothing to say.
    package var suggestion: BilingualText? {
        guard let question = Spelling.suggestion(of: namesMeant) else { return rest }
        guard let list else { return question }
        return .init(en: "\(question.en) See \(list)", ar: "\(question(.ar)) انظر \(list)")
    }

    /// What is wrong, in English.
    public var message: String { text.en }
}
