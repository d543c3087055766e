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

/// The tables of the report pack.
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
            lack: { dataset in
                dataset.courses.contains { $0.topic != nil }
                    ? nil : .init(en: "no course states its topic", ar: "لا تذكر أي دورة مجالها")
            }),
        TableDefinition(
            id: "courses", title: .init(en: "Courses", ar: "الدورات"), rows: ["course"],
            measures: { dataset in
                let named = dataset.tables.participations
                let hasSeats = dataset.sessions.contains { $0.capacity != nil }
                return ["sessions"] + (named ? ["enrolments"] : []) + ["participations"]
                    + (named ? ["completions", "completion-rate"] : []) + (hasSeats ? ["seats", "fill-rate"] : [])
            }),
        TableDefinition(
            id: "cost", title: .init(en: "Participant cost by programme and state", ar: "تكلفة المشاركين حسب البرنامج والدولة"),
            rows: ["programme"], columns: ["state"], measures: { _ in ["participant-cost"] }, lack: lackOfCosts),
        TableDefinition(
            id: "cost-programme", title: .init(en: "Cost by programme", ar: "التكلفة حسب البرنامج"),
            rows: ["programme"],
            measures: { _ in ["sessions", "attendances", "participant-cost", "cost", "cost-per-participation"] },
            lack: lackOfCosts),
    ]

    /// Distinct persons where the dataset names them, else participations.
    private static let persons: @Sendable (Dataset) -> [String] = {
        $0.tables.participations ? ["trainees"] : ["participations"]
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
