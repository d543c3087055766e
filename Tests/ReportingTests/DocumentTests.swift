import Aggregation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting

/// What the tables of a report say beside their figures.
struct DocumentTests {
    private func remarks(
        _ request: SummaryRequest, of files: [String: String] = TinyDataset.files, in language: Language = .en
    ) throws -> [String] {
        TableNotes(try LoadedDataset(files: files).summary(request), language).remarks
    }

    private func request(_ rows: [String], _ measures: [String]) -> SummaryRequest {
        SummaryRequest(rows: rows, measures: measures, today: .day("2019-12-31"), totals: true)
    }

    /// T1 was trained in both topics: two cells count him, the total once.
    @Test func bridgeOfDistinctPersons() throws {
        let remarks = try remarks(request(["topic"], ["named-trainees"]))
        #expect(remarks.contains("Trainees, named: sum of cells 4 − counted in several cells 1 = total 3."))
    }

    /// The six of Energy security may have the three of Cyber security among them: nobody knows that they have.
    @Test func bridgeOfPersonsWhoMayBeTheSame() throws {
        let remarks = try remarks(request(["topic"], ["trainees"]))
        #expect(
            remarks.contains("Trainees: sum of cells 9 − what may count in several cells 3 = total 6."))
    }

    /// T1 came twice, but once in each topic: no cell has a person who came twice.
    @Test func bridgeOfRepeatedPersons() throws {
        let remarks = try remarks(request(["topic"], ["repeat-trainees"]))
        #expect(remarks.contains("Repeat trainees: sum of cells 0 + counted only across cells 1 = total 1."))
    }

    @Test func noBridgeWhereTheSumIsTheTotal() throws {
        #expect(try remarks(request(["topic"], ["participations"])).isEmpty)
    }

    /// Five were counted in Energy security: they may have enrolled, or come twice, as others did.
    @Test func figuresOfNamedPersonsSayForHowManyTheySpeak() throws {
        let measures = ["enrolments", "repeat-trainees", "withdrawals"]
        #expect(
            try remarks(request(["year"], measures)) == [
                "Enrolments, Repeat trainees and Withdrawals: of named persons alone, 4 of 9 participations."
            ])
    }

    /// S7 was delivered, and nobody reported who came.
    @Test func sessionsThatAreNotReportedAreTold() throws {
        var files = TinyDataset.files
        files["sessions.csv"]? += "\nS7,C1,2019-03-03,2019-03-07,KWT,4,1000,held"
        let all = try remarks(request(["topic"], ["participations", "attendances", "fill-rate"]), of: files)
        #expect(
            all == [
                "Participants in training: reported by 2 of 3 sessions.",
                "Participants in sessions of any kind: reported by 3 of 4 sessions.",
                "Fill rate: no figure [z] where there are no records, or too few, that it could be of.",
                "Fill rate: over the seats of 2 of 3 sessions with seats; nobody reported who came to the others.",
            ])
        let arabic = try remarks(request(["topic"], ["participations"]), of: files, in: .ar)
        #expect(arabic == ["المشاركون في التدريب: وردت بياناتهم عن 2 من 3 انعقادات."])
    }

    @Test func boundsOfPersons() throws {
        let remarks = try remarks(request(["topic"], ["trainees"]))
        #expect(remarks.contains { $0.contains("between 6,") && $0.contains("and 8,") })
    }

    @Test func coverageOfStatedValues() throws {
        let remarks = try remarks(request(["topic"], ["post-score-mean"]))
        #expect(remarks.contains("Mean score after (%): stated by 3 of 9 participations."))
    }

    @Test func undatedSessionsAreTold() throws {
        var files = TinyDataset.files
        files["sessions.csv"]? += "\nS9,C1,,,KWT,,,held"
        var request = request(["topic"], ["sessions"])
        request.period = try PeriodExpression("2019").resolve(
            today: .day("2019-12-31"), settings: DatasetSettings().calendar)
        #expect(
            try remarks(request, of: files).contains {
                $0 == "1 delivered session has no known end and is in no report of a period."
            })
    }

    /// Every measure and every dimension has words and a definition in both languages.
    @Test func wordsInBothLanguages() {
        func isArabic(_ text: String?) -> Bool {
            (text ?? "").unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }
        }
        for measure in Catalogue.builtIn.measures {
            #expect(isArabic(measure.heading.ar) && isArabic(measure.definition.ar), "\(measure.id)")
            #expect(!measure.heading.en.isEmpty && measure.definition.en.hasSuffix("."), "\(measure.id)")
        }
        for dimension in Catalogue.builtIn.dimensions {
            #expect(isArabic(dimension.heading.ar) && !dimension.heading.en.isEmpty, "\(dimension.id)")
        }
    }

    @Test func crossTabulationShowsZeroForCountsThatDoNotExist() throws {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        let summary = try loaded.summary(
            SummaryRequest(
                rows: ["state"], columns: ["topic"], measures: ["participations", "pass-rate"],
                today: .day("2019-12-31"), totals: true))
        let grid = TableBuilder(
            summary, on: DatasetDescription(loaded.dataset, today: .day("2019-12-31"), catalogue: .builtIn), .en,
            showsBounds: false
        )
        .wide(usesCodes: true)
        let headings = grid.columns.map(\.id)
        let oman = try #require(grid.rows.first { $0.cells.first == .text("OMN") })
        #expect(oman.cells[try #require(headings.firstIndex(of: "cyber-security:participations"))] == .whole(0))
        #expect(oman.cells[try #require(headings.firstIndex(of: "cyber-security:pass-rate"))] == .notApplicable)
        #expect(oman.cells[try #require(headings.firstIndex(of: "energy-security:participations"))] == .whole(5))
        #expect(grid.rows.last?.cells.last == .share(2.0 / 3))
    }

    private func crossTabulation(_ columns: [String], _ measures: [String]) throws -> Grid {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        let summary = try loaded.summary(
            SummaryRequest(
                rows: ["state"], columns: columns, measures: measures, today: .day("2019-12-31"), totals: true))
        return TableBuilder(
            summary, on: DatasetDescription(loaded.dataset, today: .day("2019-12-31"), catalogue: .builtIn), .en,
            showsBounds: false
        ).wide(usesCodes: false)
    }

    /// Where several figures stand in each place, names of members stand once over them; a heading says both by itself.
    @Test func membersStandOnceOverTheirFigures() throws {
        let grid = try crossTabulation(["year"], ["participations", "pass-rate"])
        let years = try #require(grid.groups.first)
        #expect(grid.groups.count == 1 && years.last?.heading == "Total")
        #expect(years.map(\.columns).flatMap { $0 } == Array(1..<grid.columns.count))
        #expect(years.allSatisfy { $0.columns.count == 2 } && Set(years.map(\.heading)).count == years.count)
        #expect(grid.headings == ["State"] + years.flatMap { _ in ["Participations", "Pass rate"] })
        #expect(grid.columns.suffix(2).map(\.heading) == ["Total: participations", "Total: pass rate"])
        #expect(try crossTabulation(["year"], ["participations"]).groups.isEmpty)
    }

    @Test func membersOfSeveralDimensionsStandOverEachOther() throws {
        let grid = try crossTabulation(["topic", "year"], ["participations", "pass-rate"])
        #expect(grid.groups.count == 2)
        for level in grid.groups { #expect(level.map(\.columns).flatMap { $0 } == Array(1..<grid.columns.count)) }
        let topics = grid.groups[0].map(\.heading)
        #expect(Set(topics).count == topics.count && topics.count < grid.groups[1].count)
        for (index, column) in grid.columns.enumerated().dropFirst() {
            let names = grid.groups.compactMap { level in level.first { $0.columns.contains(index) }?.heading }
            #expect(column.heading.hasPrefix(names.joined(separator: " / ") + ": "), "\(column.heading)")
        }
    }

    /// In every table of a pack people and programs read the same numbers.
    @Test func displayAndDataHoldTheSameNumbers() throws {
        let loaded = try LoadedDataset(folder: packageFolder + "/Samples/regional-centre")
        let context = ReportContext(language: .en, period: nil, filters: [], today: .day("2019-12-31"), tool: "test")
        let builder = try ReportBuilder(
            .full, on: DatasetDescription(loaded.dataset, today: context.today, catalogue: .builtIn), context)
        let answers = disclosed(try loaded.answers(to: builder.requests))
        let provenance = Provenance(
            inputs: [InputRecord(file: "courses.csv", rows: 3, rejected: 1, emptyLines: 2, sha256: "ab")],
            findings: [(name: BilingualText(en: "bad-date"), count: 1)])
        let document = try builder.document(answers, withRejected: nil, provenance, completeIn: [.csv])
        #expect(document.tables.count > 6)
        for table in document.tables {
            let (shown, read) = (numbers(table.display), numbers(table.data))
            #expect(shown == read, "\(table.id)")
            #expect(!shown.isEmpty, "\(table.id)")
        }
    }

    private func sampleTables(_ filters: [Filter] = []) throws -> [Table] {
        let loaded = try LoadedDataset(folder: packageFolder + "/Samples/regional-centre")
        let context = ReportContext(
            language: .en, period: nil, filters: filters, today: .day("2019-12-31"), tool: "test")
        let builder = try ReportBuilder(
            .full, on: DatasetDescription(loaded.dataset, today: context.today, catalogue: .builtIn), context)
        return try builder.document(
            disclosed(try loaded.answers(to: builder.requests)), withRejected: nil,
            Provenance(inputs: [], findings: []),
            completeIn: [.csv]
        ).tables
    }

    /// Wherever a table says that cells add up to a total, they do.
    @Test(arguments: [[], [Filter(dimension: "state", members: ["KWT", "OMN"])]])
    func whatIsSaidToAddUpDoes(filters: [Filter]) throws {
        var sums = 0
        for table in try sampleTables(filters) {
            let grid = table.display
            func check(_ parts: [Cell], areIn total: Cell, at place: String) {
                guard let expected = total.number else { return }
                let sum = parts.reduce(0) { $0 + ($1.number ?? 0) }
                #expect(abs(sum - expected) < 1e-6, "\(table.id) \(place)")
                sums += 1
            }
            for (index, row) in grid.rows.enumerated() {
                for column in row.additiveColumns where !row.addends.isEmpty {
                    check(row.addends.map { grid.rows[$0].cells[column] }, areIn: row.cells[column], at: "row \(index)")
                }
                for (column, heading) in grid.columns.enumerated() where !heading.addends.isEmpty {
                    check(heading.addends.map { row.cells[$0] }, areIn: row.cells[column], at: "column \(column)")
                }
            }
        }
        #expect(sums > 40)
    }

    /// Sessions add up over years and kinds, distinct activities do not; counted by the people who came, neither does.
    @Test func additivityFollowsTheRequest() throws {
        func additive(_ filters: [Filter]) throws -> Set<String> {
            let tables = try sampleTables(filters)
            let activity = try #require(tables.first { $0.id == "activity" }).display
            return Set(try #require(activity.rows.last).additiveColumns.map { activity.columns[$0].id })
        }
        let (all, women) = (try additive([]), try additive([Filter(dimension: "sex", members: ["F"])]))
        #expect(all == ["sessions", "attendances", "participations"])
        #expect(women == ["attendances", "participations"])
    }

    /// Whoever draws a chart finds figures, no totals among the members, and no gap that would be drawn as 0.
    @Test func chartsAreOfFiguresThatStandBesideEachOther() throws {
        let tables = try sampleTables()
        #expect(
            tables.filter { !$0.charts.isEmpty }.map(\.id) == [
                "state-year", "topic-state", "outcomes", "delivery", "funnel", "cost", "cost-programme",
            ])
        for table in tables {
            for chart in table.charts {
                let cells = chart.rows.flatMap { row in chart.columns.map { table.display.rows[row].cells[$0] } }
                #expect(!cells.contains { !$0.isNumber }, "\(table.id)")
            }
        }
    }

    private func numbers(_ grid: Grid) -> Set<Double> {
        Set(grid.rows.flatMap { $0.cells.compactMap(\.number) }).subtracting([0])
    }
}
