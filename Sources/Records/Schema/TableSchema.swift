/// The tables of the data contract and their columns.
public enum RecordTable: String, Sendable, CaseIterable {
    case states, topics, courses, sessions, trainers, assignments, trainees, affiliations, labels, headcounts,
        participations, published

    /// The file's name without compression.
    public var fileName: String { rawValue + ".csv" }

    /// The names that the file may have, as it is and compressed.
    public var fileNames: [String] { [fileName, fileName + ".gz"] }

    /// A column of a table.
    struct Column {
        let name: String
        /// The header must have it.
        var isRequired = false
        /// Each row must fill it in.
        var isFilled = false
    }

    /// The names of the columns that a header must have, and of those that it may have.
    package var columnNames: (required: [String], optional: [String]) {
        (columns.filter(\.isRequired).map(\.name), columns.filter { !$0.isRequired }.map(\.name))
    }

    /// A column that must be there and filled in each row.
    private static func filled(_ name: String) -> Column { Column(name: name, isRequired: true, isFilled: true) }
    /// A column that must be there and may be empty.
    private static func required(_ name: String) -> Column { Column(name: name, isRequired: true) }
    /// Columns that may be absent.
    private static func optional(_ names: String...) -> [Column] { names.map { Column(name: $0) } }

    /// The column by which other tables refer to its rows; nil of those that none refers to.
    var keyColumn: String? {
        switch self {
        case .courses: "course_id"
        case .sessions: "session_id"
        case .trainers: "trainer_id"
        case .trainees: "trainee_id"
        default: nil
        }
    }

    /// Whether its fields are members of dimensions; labels and published figures may speak of totals.
    var isOfMembers: Bool { self != .labels && self != .published }

    /// The columns in the order of the contract.
    var columns: [Column] {
        switch self {
        case .states:
            [Self.filled("state"), Self.filled("name_en")] + Self.optional("name_ar", "membership", "population")
        case .topics: [Self.filled("topic"), Self.filled("name_en")] + Self.optional("name_ar")
        case .courses:
            [Self.filled("course_id"), Self.filled("title"), Self.required("topic")]
                + Self.optional("title_ar", "kind", "level", "hours", "max_score", "pass_score")
        case .sessions:
            [Self.filled("session_id"), Self.filled("course_id"), Self.required("start_date")]
                + [Self.required("end_date")]
                + Self.optional(
                    "host_state", "venue", "provider", "programme", "cost", "language", "delivery", "capacity",
                    "status")
        case .trainers:
            [Self.filled("trainer_id")] + Self.optional("name", "nationality", "organisation", "affiliation")
        case .assignments:
            [Self.filled("session_id"), Self.filled("trainer_id")] + Self.optional("role", "hours")
        case .trainees:
            [Self.filled("trainee_id"), Self.required("state")]
                + Self.optional("name", "institution", "sector", "sex", "birth_year")
        case .affiliations:
            [Self.filled("trainee_id"), Self.filled("from"), Self.required("state")]
                + Self.optional("institution", "sector")
        case .labels:
            [Self.filled("dimension"), Self.filled("member")] + Self.optional("name_en", "name_ar", "same_as")
        case .headcounts:
            [Self.filled("session_id"), Self.filled("participants")]
                + Self.optional("state", "institution", "sector", "sex", "completions", "cost")
        case .participations:
            [Self.filled("session_id"), Self.filled("trainee_id"), Self.filled("status")]
                + Self.optional("hours", "pre_score", "post_score", "rating", "cost")
        case .published:
            [Self.filled("indicator"), Self.filled("qualifier"), Self.filled("value")]
                + Self.optional("where", "period", "source", "published_on")
        }
    }
}

/// What data output writes for a total, for what is not known, for the rest, and where there can be nothing.
let reservedMembers: Set<String> = ["_T", "_U", "_O", "_Z"]
