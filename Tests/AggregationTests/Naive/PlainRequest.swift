import Aggregation
import Support

/// A filter in plain words: members that are kept (`=`) or left out (`!=`), or texts that they contain (`~`).
struct PlainFilter: Sendable {
    var dimension: String
    var sign = "="
    var members: [String]
}

/// A request for a table in plain words.
struct PlainRequest: Sendable {
    var rows: [String]
    var columns: [String] = []
    var measures: [String]
    var filters: [PlainFilter] = []
    var period: String?
    var today: String
    var totals = false
    /// Whether known members have rows without records too.
    var includesEmpty = false
    /// Which records count that do not say whether they belong.
    var extent = Extent.stated
    /// The written forms of measures that are no built-in ones, by identifier.
    var forms: [String: JSONNode] = [:]

    /// The dimensions of the table, rows first.
    var dimensions: [String] { rows + columns }

    /// The request as options of the command.
    var arguments: [String] {
        var result: [String] = []
        if !rows.isEmpty { result += ["--rows", rows.joined(separator: ",")] }
        if !columns.isEmpty { result += ["--columns", columns.joined(separator: ",")] }
        result += ["--measures", measures.joined(separator: ",")]
        for filter in filters {
            let members = filter.members.map { PlainRequest.escaped($0) }
            result += ["--where", filter.dimension + filter.sign + members.joined(separator: ",")]
        }
        if let period { result += ["--period", period] }
        result += ["--today", today]
        if includesEmpty { result.append("--include-empty") }
        return totals ? result + ["--totals"] : result
    }

    /// A member with a backslash before what would end it.
    private static func escaped(_ member: String) -> String {
        var result = ""
        for scalar in member.unicodeScalars {
            if [",", ";", "\\"].contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}

/// The names of all dimensions and measures.
enum Names {
    static let traineeDimensions = [
        "state", "membership", "institution", "sector", "sex", "age-band", "status", "hours-band", "score-band",
        "certificate-status", "trainee", "applied",
    ]
    static let sessionDimensions = [
        "session", "host-state", "venue", "provider", "programme", "language", "delivery", "course", "topic", "kind",
        "level", "weekday", "duration-band",
    ]
    static let timeDimensions = [
        "year", "half", "quarter", "month", "fiscal-year", "academic-year", "hijri-year", "hijri-month",
    ]
    static let startDimensions = ["start-year", "start-half", "start-quarter", "start-month"]
    static let trainerDimensions = [
        "trainer", "trainer-nationality", "trainer-affiliation", "trainer-organisation", "trainer-role",
    ]
    static let evaluationDimensions = ["evaluation-item", "evaluation-value"]
    static let dimensions =
        traineeDimensions + sessionDimensions + timeDimensions + startDimensions + trainerDimensions
        + evaluationDimensions

    static let measures =
        [
            "courses", "activities", "sessions", "planned-sessions", "cancelled-sessions", "attendances",
            "named-attendances", "headcount-attendances", "enrolments", "participations", "named-trainees", "trainees",
            "trainees-upper", "repeat-trainees",
            "completions", "withdrawals", "no-shows", "completion-rate",
            "withdrawal-rate", "no-show-rate", "trainee-hours", "trainee-days", "attendance-days", "attendance-rate",
            "trainers", "trainer-hours",
            "trainees-per-trainer", "seats", "fill-rate", "pre-score-mean", "post-score-mean", "gain-mean",
            "pre-score-count", "post-score-count", "gain-count", "rating-count",
            "gain-normalised", "post-score-sd", "gain-sd", "post-score-p25", "post-score-median", "post-score-p75",
            "pass-rate", "rating-mean", "institutions", "participant-cost", "cost", "cost-per-trainee",
            "cost-per-completion", "cost-per-participation",
            "trainees-per-100k", "certificates", "persons-current", "persons-due", "persons-lapsed", "renewals-in-time",
            "renewals-late", "renewal-rate", "followups-asked", "followups-answered", "response-rate",
            "application-count", "application-rate", "supervisor-rating-count",
            "supervisor-rating-mean", "benefit", "benefit-cost-ratio", "return-on-investment",
        ] + evaluationMeasures
    /// Measures of answers that nobody signed: they go with no dimension of trainees.
    static let evaluationMeasures = ["evaluation-count", "evaluation-mean", "evaluation-favourable"]
    static let trainerMeasures =
        [
            "courses", "sessions", "participations", "trainees", "trainers", "trainer-hours", "gain-mean", "gain-count",
            "rating-count", "rating-mean",
        ] + evaluationMeasures
}
