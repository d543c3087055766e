import Aggregation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting

/// Targets in reports: which of them a report shows, in which order, and where they stand on figures of other tables.
struct TargetSectionTests {
    private static let targets = """
        measure,where,period,target,baseline
        participations,topic=cyber-security,2019,3,
        participations,topic=cyber-security,2020,3,
        participations,topic=cyber-security,2019-Q1,4,
        attendances,,2019,20,
        sessions,,2019-H2,5,
        completion-rate,topic=cyber-security,2019,0.9,
        sessions,,2019,4,

        """

    private func document(
        _ targets: String? = targets, period: String = "all", filters: [Filter] = [],
        definition: ReportDefinition = .full, release: ReleaseNote? = nil
    ) throws -> Document {
        var files = TinyDataset.files
        files["targets.csv"] = targets
        let (loaded, today) = (try LoadedDataset(files: files), CivilDate.day("2019-12-31"))
        let period = try PeriodExpression(period).resolve(today: today, settings: loaded.dataset.settings.calendar)
        let context = ReportContext(language: .en, period: period, filters: filters, today: today, tool: "test")
        var builder = try ReportBuilder(
            definition, on: DatasetDescription(loaded.dataset, today: today, catalogue: .builtIn), context)
        if let release { builder = builder.releasing(release) }
        return try builder.document(
            disclosed(try loaded.answers(to: builder.requests)), withRejected: nil,
            Provenance(inputs: [], findings: []), completeIn: [])
    }

    private func table(_ id: String, _ document: Document) throws -> Table {
        try #require(document.tables.first { $0.id == id })
    }

    private func texts(_ grid: Grid, _ column: String) -> [String] {
        let index = grid.columns.firstIndex { $0.id == column } ?? 0
        return grid.rows.map { $0.cells[index].text }
    }

    @Test func whatNeedsSomethingDoneComesFirst() throws {
        let table = try table("targets", document())
        #expect(texts(table.data, "status") == ["met", "not-begun", "missed", "missed", "missed", "missed", "missed"])
        #expect(texts(table.display, "status").suffix(2) == ["met", "not begun"])
        #expect(table.displayOrder == [2, 3, 4, 5, 6, 0, 1])
        #expect(texts(table.display, "measure").first == "Participations (2019-Q1; Topic: Cyber security)")
        // Each bar has its target, and what has not begun has no bar; none of them is in a period that is not over.
        #expect(table.marks.map(\.value) == [1, 1, 1, 1, 1, 1] && Set(table.marks.map(\.kind)) == [.target])
        #expect(table.charts.first?.rows == 0...5 && table.charts.first?.goal == 1)
    }

    @Test func aReportOfAPeriodHasTheTargetsThatOverlapIt() throws {
        let quarter = try table("targets", document(period: "2019-Q1"))
        #expect(texts(quarter.data, "period") == ["2019", "2019-Q1", "2019", "2019", "2019"])
        // Of these the quarter's own is not another figure on a later reporting day.
        #expect(quarter.rowsOfOtherPeriods == [0, 2, 3, 4])
        #expect(quarter.keysOfOtherPeriods.first == ["participations", "topic=cyber-security", "2019"])
        #expect(
            try document(period: "2018").omissions.contains { $0.id == "targets" && $0.reason.contains("no target") })
        #expect(try document(nil).omissions.contains { $0.id == "targets" && $0.reason == "there is no targets.csv" })
        let filtered = try table("targets", document(filters: [Filter(dimension: "state", members: ["QAT"])]))
        #expect(filtered.notes.last == "Each target is of its own records, whatever the filters of the report.")
        #expect(texts(filtered.data, "status").first == "met")
    }

    /// The table for people has another order and other columns than the data, and the same figures are marked.
    @Test func revisedFiguresAreMarkedWhereTheyStand() throws {
        let place = FigurePlace(
            table: "targets",
            key: [
                .init(column: "measure", code: "attendances"), .init(column: "where", code: ""),
                .init(column: "period", code: "2019"),
            ], column: "actual")
        let period = try #require(
            try PeriodExpression("2019").resolve(today: .day("2019-12-31"), settings: CalendarSettings()))
        let note = ReleaseNote(
            period: period, revision: 2, provisionalUntil: nil,
            changes: [FigureChange(place: place, old: "16", new: "17")])
        let table = try table("targets", document(period: "2019", release: note))
        func marked(_ grid: Grid) -> [String] {
            grid.rows.flatMap { row in
                zip(grid.columns, row.cells).filter { !$1.marks.isEmpty }.map { column, _ in
                    "\(row.cells[0].text) \(column.id)"
                }
            }
        }
        #expect(marked(table.data) == ["attendances actual"])
        #expect(marked(table.display) == ["Attendances (2019) actual"])
    }

    /// What a plan states, and how much of the days is over, is as sure as ever.
    @Test func onlyWhatRecordsGiveIsProvisional() throws {
        let period = try #require(
            try PeriodExpression("2019").resolve(today: .day("2019-12-31"), settings: CalendarSettings()))
        let note = ReleaseNote(period: period, revision: 1, provisionalUntil: .day("2020-03-31"), changes: [])
        let table = try table(
            "targets",
            document("measure,where,period,target,baseline\nattendances,,2019,20,2\n", period: "2019", release: note))
        func marked(_ grid: Grid) -> [String] {
            grid.columns.indices.filter { !grid.rows[0].cells[$0].marks.isEmpty }.map { grid.columns[$0].id }
        }
        #expect(marked(table.data) == ["actual", "achieved", "remaining"])
        #expect(marked(table.display) == ["actual", "achieved", "remaining"])
        let headings = table.markedData.columns.map(\.id)
        #expect(!headings.contains("target-status") && !headings.contains("period_passed-status"))
    }

    /// A list's row is the figure of a target where measure, records and days are the same.
    @Test(arguments: [
        ("participations,topic=cyber-security,2019,3", "topic", "2019", [1: 3.0]),
        ("participations,topic=cyber-security,2019-01..2019-12,3", "topic", "2019", [1: 3.0]),
        ("participations,topic=cyber-security,2018,3", "topic", "2019", [:]),
        ("trainees,topic=cyber-security,2019,3", "topic", "2019", [:]),
        ("participations,topic=cyber-security;state=KWT,2019,3", "topic", "2019", [:]),
        ("participations,,2019,9", "year", "all", [0: 9.0]), ("participations,,2020,9", "year", "all", [:]),
        ("participations,,2019,9", "year", "2019-H1", [:]), ("participations,,2019-H1,9", "half", "all", [0: 9.0]),
        ("participations,,2019,9", "start-year", "all", [:]),
        ("participations,state=Kuwait,2019,2", "state", "2019", [0: 2.0]),
        ("participations,,AH1440,4", "hijri-year", "all", [0: 4.0]),
    ])
    func targetsStandOnFiguresOfLists(_ target: String, _ dimension: String, _ period: String, _ marks: [Int: Double])
        throws
    {
        let definition = ReportDefinition(parts: [
            .table(
                TableDefinition(id: "list", title: .init(en: "List"), rows: [dimension], measures: ["participations"]))
        ])
        let list = try table(
            "list",
            document("measure,where,period,target\n" + target + "\n", period: period, definition: definition))
        let column = try #require(list.display.columns.firstIndex { $0.id == "participations" })
        #expect(list.marks == marks.map { .init(row: $0.key, column: column, value: $0.value, kind: .target) })
    }
}
