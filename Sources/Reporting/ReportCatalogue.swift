import Aggregation
import TrainingStats

/// A table of the report pack that comes from one summary.
struct TableDefinition: Sendable {
    let id: String
    let title: BilingualText
    let rows: [String]
    var columns: [String] = []
    /// The measures, which may depend on what the dataset has.
    let measures: @Sendable (Dataset) -> [String]
    /// Why the dataset cannot fill the table, or nil where it can.
    var lack: @Sendable (Dataset) -> BilingualText? = { _ in nil }
}

/// A set of tables that belong together, the headline figures first.
public struct ReportPack: Sendable {
    let tables: [TableDefinition]
    /// Identifiers of the dimensions whose unknown members the quality tables count; no quality tables without any.
    let qualityDimensions: [String]
    /// Whether the notes define the measures.
    let hasDefinitions: Bool
    /// Whether all published figures are listed beside the figures from the records.
    let hasPublishedFigures: Bool

    /// What an office publishes.
    public static let full = ReportPack(
        tables: ReportCatalogue.tables, qualityDimensions: ReportCatalogue.qualityDimensions,
        hasDefinitions: true, hasPublishedFigures: true)
    /// What an officer wants at a glance.
    public static let glance = ReportPack(
        tables: ReportCatalogue.glance, qualityDimensions: [], hasDefinitions: false,
        hasPublishedFigures: false)

    /// Identifiers of all tables that the pack can have.
    public var tableIDs: [String] { ["headline"] + tables.map(\.id) + ["published", "quality", "quality-unknown"] }
}

/// The tables that reports are made of.
enum ReportCatalogue {
    /// The measures of the headline table.
    static func headlineMeasures(_ dataset: Dataset) -> [String] {
        let named = dataset.tables.participations
        return ["trainees"] + (dataset.tables.trainers ? ["trainers"] : []) + ["courses", "sessions", "participations"]
            + (named ? ["repeat-trainees", "completions", "completion-rate", "trainee-hours"] : []) + ["cost"]
    }

    /// The tables that come from one summary each, in the order of the pack.
    static let tables: [TableDefinition] = [
        TableDefinition(
            id: "state-year", title: .init(en: "By state and year", ar: "حسب الدولة والسنة"), rows: ["state"],
            columns: ["year"], measures: persons),
        TableDefinition(
            id: "topic-state", title: .init(en: "By topic and state", ar: "حسب المجال والدولة"), rows: ["topic"],
            columns: ["state"], measures: persons,
            lack: lackOfTopics),
        TableDefinition(
            id: "courses", title: .init(en: "Courses", ar: "الدورات"), rows: ["course"],
            measures: { dataset in
                let named = dataset.tables.participations
                let hasSeats = dataset.sessions.contains { $0.capacity != nil }
                return ["sessions"] + (named ? ["enrolments"] : []) + ["participations"]
                    + (named ? ["completions", "completion-rate"] : []) + (hasSeats ? ["seats", "fill-rate"] : [])
            }),
        TableDefinition(
            id: "cost",
            title: .init(en: "Participant cost by programme and state", ar: "تكلفة المشاركين حسب البرنامج والدولة"),
            rows: ["programme"], columns: ["state"], measures: { _ in ["participant-cost"] }, lack: lackOfCosts),
        TableDefinition(
            id: "cost-programme", title: .init(en: "Cost by programme", ar: "التكلفة حسب البرنامج"),
            rows: ["programme"],
            measures: { _ in ["sessions", "attendances", "participant-cost", "cost", "cost-per-participation"] },
            lack: lackOfCosts),
    ]

    /// The tables of a summary in the terminal.
    static let glance: [TableDefinition] = [
        TableDefinition(
            id: "state", title: .init(en: "By state", ar: "حسب الدولة"), rows: ["state"], measures: persons),
        TableDefinition(id: "year", title: .init(en: "By year", ar: "حسب السنة"), rows: ["year"], measures: persons),
        TableDefinition(
            id: "topic", title: .init(en: "By topic", ar: "حسب المجال"), rows: ["topic"], measures: persons,
            lack: lackOfTopics),
    ]

    /// Distinct persons where the dataset names them, else participations.
    private static let persons: @Sendable (Dataset) -> [String] = {
        $0.tables.participations ? ["trainees"] : ["participations"]
    }

    private static let lackOfTopics: @Sendable (Dataset) -> BilingualText? = { dataset in
        dataset.courses.contains { $0.topic != nil }
            ? nil : .init(en: "no course states its topic", ar: "لا تذكر أي دورة مجالها")
    }

    private static let lackOfCosts: @Sendable (Dataset) -> BilingualText? = { dataset in
        let hasCosts =
            dataset.sessions.contains { $0.cost != nil } || dataset.headcounts.contains { $0.cost != nil }
            || dataset.tables.participations
        return hasCosts ? nil : .init(en: "no record states a cost", ar: "لا يذكر أي سجل تكلفة")
    }

    /// The trainee-side and session-side properties whose unknown members the quality table counts.
    static let qualityDimensions = ["state", "institution", "sector", "sex", "age-band", "topic", "year", "programme"]
}
