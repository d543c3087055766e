import Aggregation
import TrainingStats

extension ReportDefinition {
    /// The full report, which an office publishes.
    public static let full = ReportDefinition(
        parts: [.section(.keyFigures), .section(.targets)] + ReportCatalogue.overviews.map(Part.table)
            + [.section(.people)] + ReportCatalogue.results.map(Part.table)
            + [.section(.requirements), .section(.published), .section(.quality), .section(.unknown)])

    /// The figures at a glance.
    public static let glance = ReportDefinition(
        parts: [.section(.keyFigures)] + ReportCatalogue.glance.map(Part.table), definesMeasures: false)
}

/// The tables that reports are made of.
enum ReportCatalogue {
    /// The measures of the key figures: persons only where the dataset names them, since headcounts prove no number of them.
    static func keyMeasures(_ dataset: DatasetDescription) -> [String] {
        let named = dataset.has(.persons)
        return (named ? ["trainees"] : []) + (dataset.has(.trainers) ? ["trainers"] : [])
            + ["courses", "sessions", "participations"]
            + (named ? ["repeat-trainees", "completions", "completion-rate", "trainee-hours"] : []) + ["cost"]
    }

    /// Those of them that come first where there is room for a few, in this order.
    static let firstMeasures = [
        "trainees", "participations", "sessions", "courses", "completion-rate", "cost", "trainee-hours", "trainers",
    ]

    /// The dimensions by which key figures are broken down, to see what stands out.
    static func dimensionsOfFindings(_ dataset: DatasetDescription) -> [String] {
        ["state"] + (dataset.has(.topics) ? ["topic"] : [])
    }

    /// The properties of which it is told how often they are not known.
    static let propertiesOfGaps = ["state", "institution", "sector", "sex", "age-band", "topic", "year", "programme"]

    /// Distinct persons where the dataset names them, else participations.
    static let persons = MeasureChoice("trainees", needs: .persons, instead: "participations")

    fileprivate static let overviews: [TableDefinition] = [
        TableDefinition(
            id: "state-year", title: Title.stateYear.text, rows: ["state"], columns: ["year"], measures: [persons],
            picture: .crossTabulation(ChartSentence.chartByYearAndState.text)),
        TableDefinition(
            id: "topic-state", title: Title.topicState.text, rows: ["topic"], columns: ["state"], measures: [persons],
            needs: [.topics]),
        TableDefinition(
            id: "activity", title: Title.activity.text, rows: ["year", "kind"],
            measures: ["activities", "sessions", "attendances", "participations"], compared: ["participations"]),
        TableDefinition(
            id: "courses", title: Title.courses.text, rows: ["course"],
            measures: [
                "sessions", .init("enrolments", needs: .persons), "participations",
                .init("completions", needs: .persons), .init("completion-rate", needs: .persons),
                .init("seats", needs: .seats), .init("fill-rate", needs: .seats),
            ], sort: .init("participations"), compared: ["participations"]),
        TableDefinition(
            id: "trainers", title: Title.trainers.text, rows: ["trainer-affiliation", "trainer-nationality"],
            measures: ["trainers", "sessions", "courses", "trainer-hours"], needs: [.trainers],
            compared: ["trainers"]),
        TableDefinition(
            id: "institutions", title: Title.institutions.text, rows: ["institution"],
            measures: ["attendances", persons, "courses"], memberless: Title.noInstitutions.text,
            sort: .init("attendances"),
            compared: ["attendances"]),
    ]

    fileprivate static let results: [TableDefinition] = [
        TableDefinition(
            id: "outcomes", title: Title.outcomes.text, rows: ["topic"],
            measures: [
                "participations", "pre-score-mean", "post-score-mean", "post-score-median", "gain-mean",
                "gain-normalised", "pass-rate", "rating-mean",
            ],
            decisive: .init(
                measures: ["pre-score-mean", "post-score-mean", "rating-mean"], reason: Title.noScores.text),
            picture: .measures(["pre-score-mean", "post-score-mean"], ChartSentence.chartOfScores.text),
            compared: ["gain-mean"]),
        TableDefinition(
            id: "delivery", title: Title.delivery.text, rows: ["year"],
            measures: [
                "planned-sessions", "sessions", "cancelled-sessions", .init("seats", needs: .seats),
                .init("fill-rate", needs: .seats),
            ], picture: .measures(["sessions"], ChartSentence.chartByYear.text), compared: ["sessions"]),
        TableDefinition(
            id: "funnel", title: Title.funnel.text, rows: ["topic"],
            measures: [
                "enrolments", "participations", "completions", "withdrawals", "no-shows", "completion-rate",
                "withdrawal-rate", "no-show-rate",
            ], needs: [.persons], picture: .measures(["completion-rate"], ChartSentence.chartByTopic.text),
            compared: ["completion-rate"]),
        TableDefinition(
            id: "validity", title: Title.validity.text, rows: ["course"],
            measures: [
                "certificates", "persons-current", .init(stringLiteral: Measure.ofPersonsDue), "persons-lapsed",
                "renewals-in-time", "renewals-late", "renewal-rate",
            ], needs: [.persons, .validity], filters: [.ofAnyCertificate], period: PeriodExpression("all"),
            picture: .measures(["persons-current"], ChartSentence.chartByCourse.text),
            compared: ["persons-current", "persons-lapsed"]),
        TableDefinition(
            id: "cost", title: Title.cost.text, rows: ["programme"], columns: ["state"], measures: ["participant-cost"],
            decisive: .init(measures: ["participant-cost"], reason: Title.noCost.text), sort: .init("participant-cost"),
            picture: .columnTotals(ChartSentence.chartByState.text)),
        TableDefinition(
            id: "cost-programme", title: Title.costProgramme.text, rows: ["programme"],
            measures: ["sessions", "attendances", "participant-cost", "cost", "cost-per-participation"],
            decisive: .init(measures: ["cost"], reason: Title.noCost.text), sort: .init("cost"),
            picture: .measures(["cost"], ChartSentence.chartByProgramme.text), compared: ["cost"]),
        TableDefinition(
            id: "after-the-course", title: Title.afterTheCourse.text, rows: ["course"],
            measures: [
                .init("evaluation-count", needs: .evaluations), .init("evaluation-mean", needs: .evaluations),
                .init("evaluation-favourable", needs: .evaluations), .init("followups-asked", needs: .followups),
                .init("response-rate", needs: .followups), .init("application-count", needs: .followups),
                .init("application-rate", needs: .followups), .init("supervisor-rating-count", needs: .followups),
                .init("supervisor-rating-mean", needs: .followups), .init("benefit-cost-ratio", needs: .followups),
                .init("return-on-investment", needs: .followups),
            ], compared: ["evaluation-favourable"]),
    ]

    fileprivate static let glance: [TableDefinition] = [
        TableDefinition(id: "state", title: Title.state.text, rows: ["state"], measures: [persons]),
        TableDefinition(id: "year", title: Title.year.text, rows: ["year"], measures: [persons]),
        TableDefinition(
            id: "topic", title: Title.topic.text, rows: ["topic"], measures: [persons], needs: [.topics]),
    ]
}
