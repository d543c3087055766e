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
    public var tables: [(id: String, title: BilingualText)] { sections.map { ($0.id, $0.title) } }
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
            id: "state-year", title: .init(en: "By state and year", ar: "حسب الدولة والسنة"), rows: ["state"],
            columns: ["year"], measures: persons),
        SummarySection(
            id: "topic-state", title: .init(en: "By topic and state", ar: "حسب المجال والدولة"), rows: ["topic"],
            columns: ["state"], measures: persons, isLacking: lackOfTopics),
        SummarySection(
            id: "activity", title: .init(en: "Activity by year and kind", ar: "الأنشطة حسب السنة والنوع"),
            rows: ["year", "kind"], measures: { _ in ["activities", "sessions", "attendances", "participations"] }),
        SummarySection(
            id: "courses", title: .init(en: "Courses", ar: "الدورات"), rows: ["course"],
            measures: { dataset in
                let named = dataset.tables.participations
                let hasSeats = dataset.sessions.contains { $0.capacity != nil }
                return ["sessions"] + (named ? ["enrolments"] : []) + ["participations"]
                    + (named ? ["completions", "completion-rate"] : []) + (hasSeats ? ["seats", "fill-rate"] : [])
            }),
        SummarySection(
            id: "trainers",
            title: .init(en: "Trainers by affiliation and nationality", ar: "المدربون حسب الانتساب والجنسية"),
            rows: ["trainer-affiliation", "trainer-nationality"],
            measures: { _ in ["trainers", "sessions", "courses", "trainer-hours"] },
            isLacking: {
                $0.tables.trainers ? nil : .init(en: "there is no trainers.csv", ar: "لا يوجد ملف trainers.csv")
            }),
        SummarySection(
            id: "institutions", title: .init(en: "Institutions", ar: "الجهات"), rows: ["institution"],
            measures: { ["attendances"] + persons($0) + ["institutions"] },
            decisive: (["institutions"], .init(en: "no record states an institution", ar: "لا يذكر أي سجل جهة"))),
    ]

    private static let results: [any ReportSection] = [
        SummarySection(
            id: "outcomes", title: .init(en: "Outcomes by topic", ar: "النتائج حسب المجال"), rows: ["topic"],
            measures: { _ in
                [
                    "participations", "pre-score-mean", "post-score-mean", "post-score-median", "gain-mean",
                    "gain-normalised", "pass-rate", "rating-mean",
                ]
            },
            decisive: (
                ["pre-score-mean", "post-score-mean", "rating-mean"],
                .init(en: "no record states a score or a rating", ar: "لا يذكر أي سجل درجة أو تقييماً")
            )),
        SummarySection(
            id: "delivery", title: .init(en: "Delivery by year", ar: "التنفيذ حسب السنة"), rows: ["year"],
            measures: { dataset in
                let hasSeats = dataset.sessions.contains { $0.capacity != nil }
                return ["planned-sessions", "sessions", "cancelled-sessions"]
                    + (hasSeats ? ["seats", "fill-rate"] : [])
            }),
        SummarySection(
            id: "funnel", title: .init(en: "From enrolment to completion", ar: "من التسجيل إلى الإتمام"),
            rows: ["topic"],
            measures: { _ in
                [
                    "enrolments", "participations", "completions", "withdrawals", "no-shows", "completion-rate",
                    "withdrawal-rate", "no-show-rate",
                ]
            },
            isLacking: lackOfPersons),
        SummarySection(
            id: "cost",
            title: .init(en: "Participant cost by programme and state", ar: "تكلفة المشاركين حسب البرنامج والدولة"),
            rows: ["programme"], columns: ["state"], measures: { _ in ["participant-cost"] },
            decisive: (["participant-cost"], noCost)),
        SummarySection(
            id: "cost-programme", title: .init(en: "Cost by programme", ar: "التكلفة حسب البرنامج"),
            rows: ["programme"],
            measures: { _ in ["sessions", "attendances", "participant-cost", "cost", "cost-per-participation"] },
            decisive: (["cost"], noCost)),
    ]

    /// The tables of a summary in the terminal.
    static let glance: [any ReportSection] = [
        HeadlineSection(),
        SummarySection(
            id: "state", title: .init(en: "By state", ar: "حسب الدولة"), rows: ["state"], measures: persons),
        SummarySection(id: "year", title: .init(en: "By year", ar: "حسب السنة"), rows: ["year"], measures: persons),
        SummarySection(
            id: "topic", title: .init(en: "By topic", ar: "حسب المجال"), rows: ["topic"], measures: persons,
            isLacking: lackOfTopics),
    ]

    private static let lackOfTopics: @Sendable (Dataset) -> BilingualText? = { dataset in
        dataset.courses.contains { $0.topic != nil }
            ? nil : .init(en: "no course states its topic", ar: "لا تذكر أي دورة مجالها")
    }

    private static let lackOfPersons: @Sendable (Dataset) -> BilingualText? = {
        $0.tables.participations
            ? nil : .init(en: "there is no participations.csv", ar: "لا يوجد ملف participations.csv")
    }

    private static let noCost = BilingualText(en: "no record states a cost", ar: "لا يذكر أي سجل تكلفة")
}
