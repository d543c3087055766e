import Aggregation
import TrainingStats

/// A set of tables that belong together.
public struct ReportPack: Sendable {
    let sections: [any ReportSection]
    /// Whether the notes define the measures.
    let hasDefinitions: Bool

    /// What an office publishes.
    public static let full = ReportPack(sections: ReportCatalogue.full, hasDefinitions: true)
    /// What an officer wants at a glance.
    public static let glance = ReportPack(sections: ReportCatalogue.glance, hasDefinitions: false)

    /// Identifier and title of every table that the pack can have.
    public var tables: [(id: String, title: BilingualText)] {
        sections.map { ($0.id, BilingualText(en: Language.en($0.title), ar: Language.ar($0.title))) }
    }
}

/// The tables that reports are made of.
enum ReportCatalogue {
    /// The measures of the headline and of the brief.
    static func headlineMeasures(_ dataset: Dataset) -> [String] {
        let named = dataset.tables.participations
        return ["trainees"] + (dataset.tables.trainers ? ["trainers"] : []) + ["courses", "sessions", "participations"]
            + (named ? ["repeat-trainees", "completions", "completion-rate", "trainee-hours"] : []) + ["cost"]
    }

    /// Distinct persons where the dataset names them, else participations.
    static let persons: @Sendable (Dataset) -> [String] = {
        $0.tables.participations ? ["trainees"] : ["participations"]
    }

    /// The tables of a pack, in their order.
    static let full: [any ReportSection] =
        [BriefSection(), HeadlineSection()] + overviews + [PeopleSection()] + results
        + [PublishedSection(), QualitySection(), UnknownSection()]

    private static let overviews: [any ReportSection] = [
        SummarySection(
            id: "state-year", title: .stateYear, rows: ["state"],
            columns: ["year"], measures: persons, picture: .crossTabulation(.chartByYearAndState)),
        SummarySection(
            id: "topic-state", title: .topicState, rows: ["topic"],
            columns: ["state"], measures: persons, isLacking: lackOfTopics, picture: .rowTotals(.chartByTopic)),
        SummarySection(
            id: "activity", title: .activity,
            rows: ["year", "kind"], measures: { _ in ["activities", "sessions", "attendances", "participations"] },
            compared: ["participations"]),
        SummarySection(
            id: "courses", title: .courses, rows: ["course"],
            measures: { dataset in
                let named = dataset.tables.participations
                let hasSeats = dataset.sessions.contains { $0.capacity != nil }
                return ["sessions"] + (named ? ["enrolments"] : []) + ["participations"]
                    + (named ? ["completions", "completion-rate"] : []) + (hasSeats ? ["seats", "fill-rate"] : [])
            }, order: "participations", compared: ["participations"]),
        SummarySection(
            id: "trainers",
            title: .trainers,
            rows: ["trainer-affiliation", "trainer-nationality"],
            measures: { _ in ["trainers", "sessions", "courses", "trainer-hours"] },
            isLacking: { $0.tables.trainers ? nil : .noTrainers }, compared: ["trainers"]),
        SummarySection(
            id: "institutions", title: .institutions, rows: ["institution"],
            measures: { ["attendances"] + persons($0) + ["courses"] }, order: "attendances",
            memberless: .noInstitutions, compared: ["attendances"]),
    ]

    private static let results: [any ReportSection] = [
        SummarySection(
            id: "outcomes", title: .outcomes, rows: ["topic"],
            measures: { _ in
                [
                    "participations", "pre-score-mean", "post-score-mean", "post-score-median", "gain-mean",
                    "gain-normalised", "pass-rate", "rating-mean",
                ]
            },
            decisive: (
                ["pre-score-mean", "post-score-mean", "rating-mean"],
                .noScores
            ), picture: .measures(["pre-score-mean", "post-score-mean"], .chartOfScores), compared: ["gain-mean"]),
        SummarySection(
            id: "delivery", title: .delivery, rows: ["year"],
            measures: { dataset in
                let hasSeats = dataset.sessions.contains { $0.capacity != nil }
                return ["planned-sessions", "sessions", "cancelled-sessions"]
                    + (hasSeats ? ["seats", "fill-rate"] : [])
            }, picture: .measures(["sessions"], .chartByYear), compared: ["sessions"]),
        SummarySection(
            id: "funnel", title: .funnel,
            rows: ["topic"],
            measures: { _ in
                [
                    "enrolments", "participations", "completions", "withdrawals", "no-shows", "completion-rate",
                    "withdrawal-rate", "no-show-rate",
                ]
            },
            isLacking: lackOfPersons, picture: .measures(["completion-rate"], .chartByTopic),
            compared: ["completion-rate"]),
        SummarySection(
            id: "cost",
            title: .cost,
            rows: ["programme"], columns: ["state"], measures: { _ in ["participant-cost"] },
            order: "participant-cost", decisive: (["participant-cost"], .noCost), picture: .columnTotals(.chartByState)),
        SummarySection(
            id: "cost-programme", title: .costProgramme,
            rows: ["programme"],
            measures: { _ in ["sessions", "attendances", "participant-cost", "cost", "cost-per-participation"] },
            order: "cost", decisive: (["cost"], .noCost), picture: .measures(["cost"], .chartByProgramme),
            compared: ["cost"]),
    ]

    /// The tables of a summary in the terminal.
    static let glance: [any ReportSection] = [
        HeadlineSection(),
        SummarySection(
            id: "state", title: .state, rows: ["state"], measures: persons),
        SummarySection(id: "year", title: .year, rows: ["year"], measures: persons),
        SummarySection(
            id: "topic", title: .topic, rows: ["topic"], measures: persons,
            isLacking: lackOfTopics),
    ]

    private static let lackOfTopics: @Sendable (Dataset) -> Title? = { dataset in
        dataset.courses.contains { $0.topic != nil }
            ? nil : .noTopics
    }

    private static let lackOfPersons: @Sendable (Dataset) -> Title? = {
        $0.tables.participations
            ? nil : .noPersons
    }
}
