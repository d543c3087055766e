import Aggregation
import Foundation
import Reporting
import TestSupport
import Testing
import TrainingStats

/// The records behind a figure make the figure.
struct RecordSelectionTests {
    /// How a figure is made of the listed columns.
    enum Recipe {
        /// The number of distinct values.
        case distinct(String)
        /// The number of rows.
        case rows
        /// The number of rows that name a person, and the participants of the others.
        case rowsAndParticipants
        /// What each row says that it counts.
        case counts
        case sum(String)
        /// The hours over those of a day.
        case days
        case mean(String)
        case deviation(String)
        case quantile(Double, String)
        case ratio
        case distinctRatio(String, String)
        /// Those named and counted in one session, or those named in all, whichever is more.
        case leastPersons
        /// All named and all counted.
        case mostPersons
        /// The least persons over the distinct values of a column.
        case personsOver(String)
        /// The numerators over the least persons of rows with a denominator.
        case perPerson
        /// Distinct persons over a population, which no record states.
        case distinctOverPopulation(String)
    }

    static let recipes: [String: Recipe] = [
        "courses": .distinct("course_id"), "activities": .distinct("course_id"), "sessions": .distinct("session_id"),
        "planned-sessions": .distinct("session_id"), "cancelled-sessions": .distinct("session_id"),
        "attendances": .rowsAndParticipants, "named-attendances": .rows,
        "headcount-attendances": .rowsAndParticipants, "enrolments": .rows, "participations": .rowsAndParticipants,
        "completions": .counts, "withdrawals": .rows, "no-shows": .rows,
        "named-trainees": .distinct("trainee_id"), "trainees": .leastPersons, "trainees-upper": .mostPersons,
        "repeat-trainees": .distinct("trainee_id"), "completion-rate": .ratio, "withdrawal-rate": .ratio,
        "no-show-rate": .ratio, "trainee-hours": .sum("hours"), "trainee-days": .days,
        "attendance-days": .sum("days_present"), "attendance-rate": .ratio, "trainers": .distinct("trainer_id"),
        "trainer-hours": .sum("hours"),
        "trainees-per-trainer": .personsOver("trainer_id"), "seats": .sum("capacity"),
        "fill-rate": .ratio, "institutions": .distinct("institution"), "participant-cost": .sum("cost"),
        "cost": .sum("cost"), "cost-per-trainee": .perPerson, "cost-per-completion": .ratio,
        "cost-per-participation": .ratio,
        "trainees-per-100k": .distinctOverPopulation("trainee_id"), "pre-score-mean": .mean("pre_score_percent"),
        "post-score-mean": .mean("post_score_percent"), "gain-mean": .mean("gain_percent"),
        "pre-score-count": .rows, "post-score-count": .rows, "gain-count": .rows, "rating-count": .rows,
        "gain-normalised": .mean("gain_normalised"), "post-score-sd": .deviation("post_score_percent"),
        "gain-sd": .deviation("gain_percent"), "post-score-p25": .quantile(0.25, "post_score_percent"),
        "post-score-median": .quantile(0.5, "post_score_percent"),
        "post-score-p75": .quantile(0.75, "post_score_percent"),
        "pass-rate": .ratio, "rating-mean": .mean("rating"), "certificates": .rows,
        "persons-current": .distinct("trainee_id"), "persons-due": .distinct("trainee_id"),
        "persons-lapsed": .distinct("trainee_id"), "renewals-in-time": .rows, "renewals-late": .rows,
        "renewal-rate": .ratio,
        "evaluation-count": .rows, "evaluation-mean": .mean("value"), "evaluation-favourable": .ratio,
        "followups-asked": .rows, "followups-answered": .rows, "response-rate": .ratio,
        "application-count": .rows, "application-rate": .ratio, "supervisor-rating-count": .rows,
        "supervisor-rating-mean": .mean("supervisor_rating"), "benefit": .sum("benefit"),
        "benefit-cost-ratio": .ratio, "return-on-investment": .ratio,
    ]

    @Test func everyMeasureHasARecipe() { #expect(Set(Self.recipes.keys) == Set(Catalogue.builtIn.measures.map(\.id))) }

    /// In every cell of any table on any dataset, totals included.
    @Test(arguments: 0..<120) func listedRecordsMakeTheFigure(seed: Int) throws {
        let made = DatasetMaker.dataset(seed: UInt64(seed))
        let folder = try TemporaryFolder()
        try made.write(to: URL(fileURLWithPath: folder.path))
        let loaded = try LoadedDataset(folder: folder.path)
        let hoursPerDay = loaded.dataset.settings.hoursPerDay.double
        var maker = RequestMaker(try NaiveRecords(made), seed: UInt64(seed) + 5_000)
        for number in 0..<3 {
            let plain = maker.next()
            let request = try request(of: plain, loaded.dataset)
            let summary = try loaded.summary(request)
            for cell in maker.random.some(of: summary.cells, count: 3) {
                for (measure, value) in zip(summary.measures, cell.values) {
                    // A session that is not reported can have a group that states a cost or completions: they are listed.
                    if value.number == nil, Self.canBeListed.contains(measure.id) { continue }
                    let list = try RecordList(measure.id, Self.request(for: cell, request), loaded)
                    let fault = list.fault(Self.recipes[measure.id], value, hoursPerDay: hoursPerDay)
                    if let fault {
                        let place = "\(plain.arguments) at \(cell.members.map(\.code))"
                        Issue.record("seed \(seed), request \(number): \(measure.id): \(fault)\n\(place)")
                    }
                }
            }
        }
    }

    /// Measures that are not known where a record states a part of them: too few answers, costs without a benefit.
    private static let canBeListed = [
        "participant-cost", "completions", "cost-per-completion", "evaluation-mean", "evaluation-favourable",
        "application-rate",
        "supervisor-rating-mean", "benefit-cost-ratio", "return-on-investment",
    ]

    /// A request whose total is a cell of another one: its members are filters, its totals stay in the rows.
    private static func request(for cell: Summary.Cell, _ request: SummaryRequest) -> SummaryRequest {
        let dimensions = request.rows + request.columns
        var narrow = request
        (narrow.rows, narrow.columns, narrow.totals) = ([], [], false)
        for (dimension, member) in zip(dimensions, cell.members) {
            if member == .total {
                narrow.rows.append(dimension)
            } else {
                narrow.filters.append(Filter(dimension: dimension, members: [member.code]))
            }
        }
        return narrow
    }

    private func request(of plain: PlainRequest, _ dataset: Dataset) throws -> SummaryRequest {
        let today = CivilDate.day(plain.today)
        return SummaryRequest(
            rows: plain.rows, columns: plain.columns, measures: plain.measures,
            filters: plain.filters.map(\.filter),
            period: try PeriodExpression(plain.period ?? "all").resolve(
                today: today, settings: dataset.settings.calendar), today: today, totals: true)
    }

    /// The records of the tiny dataset behind each measure, found by hand: `P` participations, `H` headcounts,
    /// `S` sessions, `A` assignments, `E` evaluations, `F` follow-ups, each with its line; nil of what goes with no state.
    static let references: [(measure: String, all: String, kuwait: String?)] = [
        ("courses", "S2 S3", "S2 S3"), ("activities", "S2 S3 S4", "S2 S3 S4"), ("sessions", "S2 S3 S4", "S2 S3 S4"),
        ("planned-sessions", "S5", ""), ("cancelled-sessions", "S6", ""),
        ("attendances", "P2 P3 P4 P6 P8 H2 H3", "P2 P3 P6 P8 H3"),
        ("named-attendances", "P2 P3 P4 P6 P8", "P2 P3 P6 P8"), ("headcount-attendances", "H2 H3", "H3"),
        ("enrolments", "P2 P3 P4 P5 P6 P7", "P2 P3 P6"),
        ("participations", "P2 P3 P4 P6 H2", "P2 P3 P6"), ("named-trainees", "P2 P3 P4 P6", "P2 P3 P6"),
        ("trainees", "P2 P3 P4 P6 H2", "P2 P3 P6"), ("trainees-upper", "P2 P3 P4 P6 H2", "P2 P3 P6"),
        ("repeat-trainees", "P2 P6", "P2 P6"), ("completions", "P2 P3 H2", "P2 P3"), ("withdrawals", "P7", ""),
        ("no-shows", "P5", ""), ("completion-rate", "P2 P3 P4 P5 P6 P7", "P2 P3 P6"),
        ("withdrawal-rate", "P2 P3 P4 P5 P6 P7", "P2 P3 P6"), ("no-show-rate", "P2 P3 P4 P5 P6 P7", "P2 P3 P6"),
        ("trainee-hours", "P2 P3 P4 P6", "P2 P3 P6"), ("trainee-days", "P2 P3 P4 P6", "P2 P3 P6"),
        ("attendance-days", "P2 P3 P4 P5 P6 P7", "P2 P3 P6"), ("attendance-rate", "P2 P5 P7", "P2"),
        ("trainers", "A2 A3 A4", "A2 A3 A4"), ("trainer-hours", "A2 A3 A4", "A2 A3 A4"),
        ("trainees-per-trainer", "P2 P3 P4 P6 H2 A2 A3 A4", "P2 P3 P6 A2 A3 A4"), ("seats", "S2 S3 S4", ""),
        ("fill-rate", "P2 P3 P4 P6 H2 S2 S3", ""), ("pre-score-mean", "P2 P3", "P2 P3"),
        ("post-score-mean", "P2 P3 P4", "P2 P3"), ("gain-mean", "P2 P3", "P2 P3"),
        ("pre-score-count", "P2 P3", "P2 P3"), ("post-score-count", "P2 P3 P4", "P2 P3"),
        ("gain-count", "P2 P3", "P2 P3"), ("rating-count", "P2 P3 P6", "P2 P3 P6"),
        ("gain-normalised", "P2 P3", "P2 P3"),
        ("post-score-sd", "P2 P3 P4", "P2 P3"), ("gain-sd", "P2 P3", "P2 P3"), ("post-score-p25", "P2 P3 P4", "P2 P3"),
        ("post-score-median", "P2 P3 P4", "P2 P3"), ("post-score-p75", "P2 P3 P4", "P2 P3"),
        ("pass-rate", "P2 P3 P4", "P2 P3"), ("rating-mean", "P2 P3 P6", "P2 P3 P6"),
        ("institutions", "P2 P3 P4 P6 P8", "P2 P3 P6 P8"),
        ("participant-cost", "P2 P3 P4 P6 P8 H2 H3", "P2 P3 P6 P8 H3"),
        ("cost", "S2 S3 S4 P2 P3 P4 P6 P8 H2 H3", ""), ("cost-per-trainee", "S2 S3 S4 P2 P3 P4 P6 P8 H2 H3", ""),
        ("cost-per-completion", "S2 S3 S4 P2 P3 P4 P6 P8 H2 H3", ""),
        ("cost-per-participation", "P2 P3 H2", "P2 P3"),
        ("trainees-per-100k", "P2 P3 P4 P6 H2", "P2 P3 P6"), ("certificates", "P2 P3", "P2 P3"),
        ("persons-current", "P2 P3", "P2 P3"), ("persons-due", "P2 P3", "P2 P3"), ("persons-lapsed", "", ""),
        ("renewals-in-time", "", ""), ("renewals-late", "", ""), ("renewal-rate", "", ""),
        ("evaluation-count", "E2 E3 E4 E5 E6 E7 E8 E9", nil), ("evaluation-mean", "E2 E3 E4 E5 E6 E7 E8 E9", nil),
        ("evaluation-favourable", "E2 E3 E4 E5 E6 E7 E8 E9", nil),
        ("followups-asked", "F2 F3 F4 F6", "F2 F3 F6"), ("followups-answered", "F2 F3 F6", "F2 F3 F6"),
        ("response-rate", "F2 F3 F4 F6", "F2 F3 F6"), ("application-count", "F2 F3 F6", "F2 F3 F6"),
        ("application-rate", "F2 F3 F6", "F2 F3 F6"), ("supervisor-rating-count", "F2 F3", "F2 F3"),
        ("supervisor-rating-mean", "F2 F3", "F2 F3"), ("benefit", "F2 F3 F4 F6", "F2 F3 F6"),
        ("benefit-cost-ratio", "F2 F3 F4 F6 S2 S3 S4 P2 P3 P4 P6 P8 H2 H3", ""),
        ("return-on-investment", "F2 F3 F4 F6 S2 S3 S4 P2 P3 P4 P6 P8 H2 H3", ""),
    ]

    @Test(arguments: references) func asFoundByHand(measure: String, all: String, kuwait: String?) throws {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        var request = SummaryRequest(measures: [], today: .day("2019-12-31"))
        #expect(try RecordList(measure, request, loaded).initials == all, "\(measure) of all")
        request.filters = [Filter(dimension: "state", members: ["KWT"])]
        guard let kuwait else {
            #expect(throws: RequestError.self) { try RecordList(measure, request, loaded) }
            return
        }
        #expect(try RecordList(measure, request, loaded).initials == kuwait, "\(measure) of Kuwait")
    }

    @Test func everyMeasureHasAReference() {
        #expect(Self.references.map(\.measure) == Catalogue.builtIn.measures.map(\.id))
    }

    /// Trainers' dimensions select by assignment.
    @Test(arguments: [
        ("sessions", "S2"), ("courses", "S2"), ("trainers", "A3"), ("trainer-hours", "A3"),
        ("participations", "P2 P3 P4"), ("trainees", "P2 P3 P4"), ("gain-count", "P2 P3"),
        ("evaluation-count", "E2 E3 E4 E5 E6 E7"),
    ])
    func onTrainers(measure: String, expected: String) throws {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        let request = SummaryRequest(
            measures: [], filters: [Filter(dimension: "trainer-role", members: ["assistant"])],
            today: .day("2019-12-31"))
        #expect(try RecordList(measure, request, loaded).initials == expected)
    }

    @Test func namesWhereTheyAreWantedAlone() throws {
        var files = TinyDataset.files
        files["trainees.csv"] = "trainee_id,name,state\nT1,First Person,KWT\nT2,,KWT\nT3,Third Person,QAT\nT4,,"
        let loaded = try LoadedDataset(files: files)
        let request = SummaryRequest(measures: [], today: .day("2019-12-31"))
        let plain = try RecordList("trainees", request, loaded)
        let columns = ["session_id", "end_date", "course", "state", "institution", "status", "participants", "place"]
        #expect(plain.columns == ["trainee_id"] + columns)
        let named = try RecordList("trainees", request, loaded, showsNames: true)
        #expect(named.columns == ["trainee_id", "name"] + columns)
        let names: [Cell] = [.text("First Person"), .empty, .text("Third Person"), .text("First Person"), .empty]
        #expect(named.cells("name") == names)
        #expect(try RecordList("sessions", request, loaded, showsNames: true).columns.contains("name") == false)
    }
}
