import Support

/// What can be wrong with a record, as in the data contract.
public enum FindingCode: String, Sendable, CaseIterable {
    case missingColumn = "missing-column"
    case duplicateColumn = "duplicate-column"
    case missingValue = "missing-value"
    case badDate = "bad-date"
    case badNumber = "bad-number"
    case badCode = "bad-code"
    case outOfRange = "out-of-range"
    case unknownCourse = "unknown-course"
    case unknownSession = "unknown-session"
    case unknownTrainer = "unknown-trainer"
    case unknownTrainee = "unknown-trainee"
    case unknownParticipation = "unknown-participation"
    case duplicateKey = "duplicate-key"
    case endBeforeStart = "end-before-start"
    case missingRate = "missing-rate"
    case raggedRow = "ragged-row"
    case uncachedFormula = "uncached-formula"
    case badEncoding = "bad-encoding"
    case unclosedQuote = "unclosed-quote"
    case rejectedReference = "rejected-reference"
    case unknownColumn = "unknown-column"
    case hoursExceedPlan = "hours-exceed-plan"
    case overCapacity = "over-capacity"
    case missingScore = "missing-score"
    case missingDate = "missing-date"
    case doubtfulCertificate = "doubtful-certificate"
    case formulaError = "formula-error"
    case similarMembers = "similar-members"
    case noParticipants = "no-participants"
    case noCompletions = "no-completions"
    case longSession = "long-session"
    case implausibleAge = "implausible-age"
    case possibleDuplicatePerson = "possible-duplicate-person"
    case futureSession = "future-session"
    case earlyFollowUp = "early-follow-up"
    case doubtfulTarget = "doubtful-target"
    case futureFollowUp = "future-follow-up"
    case doubtfulRequirement = "doubtful-requirement"
    case outlier

    /// An error keeps its row out of the figures; a warning does not.
    public enum Severity: String, Sendable { case error, warning }

    /// Whether it keeps the row out.
    public var severity: Severity {
        switch self {
        case .unknownColumn, .hoursExceedPlan, .overCapacity, .missingScore, .missingDate, .doubtfulCertificate,
            .formulaError,
            .similarMembers,
            .noParticipants, .noCompletions, .longSession, .implausibleAge, .possibleDuplicatePerson, .futureSession,
            .earlyFollowUp, .futureFollowUp, .doubtfulTarget, .doubtfulRequirement, .outlier:
            .warning
        default: .error
        }
    }
}

/// Something wrong with a record: where, what, and what to do.
public struct Finding: Hashable, Sendable {
    /// Name of the file within the dataset: `participations.csv`.
    public var file: String
    /// Physical line on which the record starts; the header's is 1.
    public var line: Int
    /// Name of the column, or empty where the whole row is meant.
    public var column: String
    /// What kind of trouble.
    public var code: FindingCode
    /// The offending text, shortened where very long.
    public var value: String
    /// What is wrong and how to fix it, in both languages.
    public var wording: FindingText
    /// What is wrong and how to fix it, in English.
    public var message: String { wording(.en) }
    /// Where it is, as its source gives places: `participations.csv:17`.
    public var place: String
    /// How many rows it is about; more than one where rows are counted and not read.
    public var rows = 1

    /// A finding from its values; if no place is given, it is the file and the line.
    public init(
        file: String, line: Int, column: String, code: FindingCode, value: String, message: FindingText,
        place: String? = nil
    ) {
        self.place = place ?? "\(file):\(line)"
        self.file = file
        self.line = line
        self.column = column
        self.code = code
        self.value = value
        wording = message
    }
}
