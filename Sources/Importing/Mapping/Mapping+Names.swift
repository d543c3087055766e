import Records

extension Mapping {
    /// The tables whose columns a mapping fills.
    static let filledTables: [RecordTable] = [
        .courses, .sessions, .trainers, .assignments, .trainees, .participations, .evaluations, .followups,
    ]

    /// The columns that ``MappedTable/fields`` can fill, as `courses.title`; references are made of ``MappedTable/keys``.
    package static let fieldNames: [String] = filledTables.flatMap { table in
        let (required, optional) = table.columnNames
        return (required + optional).map { "\(table.rawValue).\($0)" }
    }.filter { !references.contains($0) }

    /// Columns that are made of keys.
    private static let references: Set = [
        "sessions.course_id", "assignments.session_id", "assignments.trainer_id", "participations.session_id",
        "participations.trainee_id", "evaluations.session_id", "followups.session_id", "followups.trainee_id",
    ]

    /// The columns of a group of ``MappedTable/headcounts``.
    package static let headcountNames: [String] = {
        let (required, optional) = RecordTable.headcounts.columnNames
        return (required + optional).filter { $0 != "session_id" }
    }()

    /// How the text of a column of the dataset is usually read.
    package static func usualKind(of name: String) -> Field.Kind {
        switch name.split(separator: ".").last.map(String.init) ?? name {
        case "start_date", "end_date", "certified_on", "asked_on": .date
        case "course_id", "session_id", "trainer_id", "trainee_id", "certificate_no": .identifier
        case "hours": .duration
        case "valid_months": .months
        case "pre_score", "post_score": .percent
        case "max_score", "pass_score", "cost", "capacity", "rating", "birth_year", "participants", "completions",
            "value", "supervisor_rating", "benefit":
            .number
        case "title", "title_ar", "venue", "provider", "programme", "institution", "organisation", "name", "item": .name
        case "topic", "state", "host_state", "nationality", "sex", "sector", "kind", "level", "status", "delivery",
            "completion", "affiliation", "role", "language", "applied",
            "currency":
            .words
        default: .text
        }
    }

    /// What days across give, besides `marks.NAME` for each mark.
    package static let resultsOfDays = ["days.present", "days.hours", "days.first", "days.last"]
}
