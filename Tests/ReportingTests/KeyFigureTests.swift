import Aggregation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

/// What a report begins with: tiles, what stands out, and warnings.
struct KeyFigureTests {
    func document(
        _ files: [String: String] = Self.years, today: String = "2019-12-31", period: String = "all",
        filters: [Filter] = [], language: Language = .en, rejected: Int = 0,
        of file: String = "sessions.csv"
    ) throws -> Document {
        let loaded = try LoadedDataset(files: files, today: today)
        let period = try PeriodExpression(period).resolve(
            today: .day(today), settings: loaded.dataset.settings.calendar)
        let context = ReportContext(
            language: language, period: period, filters: filters, today: .day(today), tool: "test")
        let builder = try ReportBuilder(
            .full, on: DatasetDescription(loaded.dataset, today: .day(today), catalogue: .builtIn), context)
        let inputs = [InputRecord(file: file, rows: 100, rejected: rejected, emptyLines: 0, sha256: "ab")]
        return try builder.document(
            disclosed(try loaded.answers(to: builder.requests)), withRejected: nil,
            Provenance(inputs: inputs, findings: []), completeIn: [.csv])
    }

    /// Three years of sessions: two, three and five participants from Kuwait, and three, two and one from Qatar.
    static let years: [String: String] = {
        var files = TinyDataset.files
        files["sessions.csv"] = "session_id,course_id,start_date,end_date,host_state,capacity,cost,status\n"
        files["participations.csv"] = "session_id,trainee_id,status\n"
        files["trainees.csv"] = "trainee_id,state\n"
        files["headcounts.csv"] = nil
        files["attendance.csv"] = nil
        files["trainers.csv"] = nil
        files["assignments.csv"] = nil
        files["evaluations.csv"] = nil
        files["followups.csv"] = nil
        files["published.csv"] = nil
        files["targets.csv"] = nil
        files["requirements.csv"] = nil
        for number in 1...5 { files["trainees.csv"]? += "K\(number),KWT\nQ\(number),QAT\n" }
        for (year, counts) in [(2017, (2, 3)), (2018, (3, 2)), (2019, (5, 1))] {
            for end in ["02-10", "11-10"] {
                files["sessions.csv"]? += "S\(year)\(end),C1,\(year)-\(end),\(year)-\(end),KWT,10,100,held\n"
                for number in 1...counts.0 { files["participations.csv"]? += "S\(year)\(end),K\(number),attended\n" }
                for number in 1...counts.1 { files["participations.csv"]? += "S\(year)\(end),Q\(number),attended\n" }
            }
        }
        return files
    }()

    /// The words of sentences with their numbers.
    func texts(_ statements: [KeyFigures.Statement]) -> [String] {
        statements.map { statement in
            statement.text { cell in
                switch cell {
                case .share(let share): "\(Int((share * 100).rounded()))%"
                case .signed(let cell): ((cell.number ?? 0) > 0 ? "+" : "") + "\(Int(cell.number ?? 0))"
                default: "\(Int(cell.number ?? -1))"
                }
            }
        }
    }

    @Test func tilesHaveChangeAndTrend() throws {
        let figures = try #require(try document().keyFigures)
        #expect(figures.caption == "2019 (2019-01-01 – 2019-12-31); change on 2018")
        #expect(figures.tiles.prefix(3).map(\.id) == ["trainees", "participations", "sessions"])
        let tile = figures.tiles[1]
        #expect(tile.figure == .whole(12) && tile.change == .signed(.whole(2)))
        #expect(tile.relativeChange == .signed(.share(0.2)) && tile.comparison == "on 2018")
        #expect(tile.trend.map(\.figure) == [.whole(10), .whole(10), .whole(12)])
        #expect(tile.trend.map(\.label) == ["2017", "2018", "2019"] && !tile.trend.contains(where: \.isPartial))
        #expect(texts(tile.remarks) == ["All time 32"])
    }

    @Test func whatStandsOutIsSaid() throws {
        let figures = try #require(try document().keyFigures)
        #expect(
            texts(figures.findings) == [
                "Trainees by state: Kuwait comes first, with 5 of 6 (83%).",
                "Largest rise by state: Kuwait, from 3 to 5 (+2).", "Largest fall by state: Qatar, from 2 to 1 (-1).",
                "Higher than in any period since 2017: trainees, participations.",
            ])
    }

    /// Sentences are in the language of the report, and have the same figures.
    @Test func bothLanguagesHaveTheSameFigures() throws {
        let (english, arabic) = (
            try #require(try document().keyFigures), try #require(try document(language: .ar).keyFigures)
        )
        #expect(english.tiles.map(\.figure) == arabic.tiles.map(\.figure))
        #expect(english.findings.map { $0.figures.map(\.cell) } == arabic.findings.map { $0.figures.map(\.cell) })
        for statement in arabic.findings + arabic.warnings {
            let words = statement.text { _ in "" }
            #expect(!words.contains { $0.isASCII && $0.isLetter }, "\(words)")
            #expect(!words.contains("{"), "\(words)")
        }
    }

    /// The same days of the year before, and no lowest figure of a year that is not over.
    @Test func aYearThatIsNotOverIsHeldAgainstTheSamePart() throws {
        let figures = try #require(try document(today: "2019-06-30").keyFigures)
        let tile = try #require(figures.tiles.first { $0.id == "participations" })
        #expect(tile.figure == .whole(6) && tile.change == .signed(.whole(1)))
        #expect(tile.comparison == "on the same part of 2018")
        #expect(tile.trend.last?.isPartial == true)
        #expect(
            texts(figures.warnings) == [
                "2019 is not over: its figures reach to 2019-06-30, and are held against 2018 to 2018-06-30."
            ])
        #expect(!texts(figures.findings).contains { $0.hasPrefix("Lower") })
    }

    @Test func recordsThatEndEarlierAreSaid() throws {
        var files = Self.years
        files["sessions.csv"] = files["sessions.csv"]?.replacing(
            "2019-11-10,2019-11-10,KWT", with: "2019-03-10,2019-03-10,KWT")
        let document = try document(files)
        let figures = try #require(document.keyFigures)
        #expect(
            texts(figures.warnings) == [
                "The records end on 2019-03-10, before 2019 does; its figures are held against 2018 to 2018-03-31."
            ])
        let table = try #require(document.tables.first { $0.id == "key-figures" })
        #expect(
            table.display.columns.map(\.heading).prefix(3) == ["Figure", "2019, to 2019-03-31", "2018, to 2018-03-31"])
    }

    /// In the year in which the records begin there is nothing to compare with.
    @Test func theFirstYearHasNoChange() throws {
        let figures = try #require(try document(period: "2017").keyFigures)
        #expect(figures.tiles.allSatisfy { $0.change == nil && $0.comparison.isEmpty && $0.trend.isEmpty })
    }

    /// A period behind the end of the records is no fall to 0.
    @Test(arguments: ["2020", "2021"]) func aPeriodWithoutRecordsHasNoChange(period: String) throws {
        let document = try document(today: "2020-12-31", period: period)
        let figures = try #require(document.keyFigures)
        #expect(figures.tiles.allSatisfy { $0.change == nil && $0.figure == .unknown })
        let table = try #require(document.tables.first { $0.id == "key-figures" })
        #expect(table.display.rows.allSatisfy { $0.cells[1] == .unknown })
        #expect(!texts(figures.findings).contains { $0.hasPrefix("Largest") })
    }

    @Test func targetsAndClaimsStandInTheirTile() throws {
        var files = Self.years
        files["targets.csv"] = "measure,where,period,target\ntrainees,,2019,10\nsessions,,2019,2\n"
        files["published.csv"] = "indicator,where,period,qualifier,value\nparticipations,,,exactly,33\n"
        let figures = try #require(try document(files, rejected: 3).keyFigures)
        func remarks(_ id: String) -> [KeyFigures.Statement] { figures.tiles.first { $0.id == id }?.remarks ?? [] }
        #expect(texts(remarks("trainees")) == ["Target 10: missed", "All time 8"])
        #expect(remarks("trainees").first?.isGood == false && remarks("sessions").first?.isGood == true)
        #expect(texts(remarks("participations")) == ["All time 32; published 33: not met"])
        #expect(remarks("participations").first?.table == "published")
        #expect(
            texts(figures.warnings) == [
                "Published figures that the records do not meet: 1 of 1.", "Targets missed: 1; behind: 0.",
                "Records rejected: 3 of 100; no figure has them.",
            ])
    }

    /// A link to a table that the report does not have would lead nowhere.
    @Test func linksLeadToTablesOfTheReport() throws {
        let document = try document(rejected: 1)
        let figures = try #require(document.keyFigures)
        let links = (figures.findings + figures.warnings + figures.tiles.flatMap(\.remarks)).compactMap(\.table)
        #expect(links.allSatisfy { link in document.tables.contains { $0.id == link } })
        #expect(links.contains("quality"))
    }
}
