import Aggregation
import Reporting
import TestSupport
import Testing
import TrainingStats

/// What reports leave to programs so that people can read them, and in which order people read it.
struct ReadingTests {
    private func tables(
        _ files: [String: String], today: String = "2019-12-31", period: String = "all",
        completeIn places: [CompleteTables] = [.csv, .workbook]
    ) throws -> [String: Table] {
        let loaded = try LoadedDataset(files: files, today: today)
        let period = try PeriodExpression(period).resolve(
            today: .day(today), settings: loaded.dataset.settings.calendar)
        let context = ReportContext(language: .en, period: period, filters: [], today: .day(today), tool: "test")
        let builder = try ReportBuilder(
            .full, on: DatasetDescription(loaded.dataset, today: .day(today), catalogue: .builtIn), context)
        let document = try builder.document(
            disclosed(try loaded.answers(to: builder.requests)), withRejected: nil,
            Provenance(inputs: [], findings: []),
            completeIn: places)
        return Dictionary(uniqueKeysWithValues: document.tables.map { ($0.id, $0) })
    }

    private func texts(_ grid: Grid, _ column: Int = 0) -> [String] {
        grid.rows.map { if case .text(let text) = $0.cells[column] { text } else { "" } }
    }

    /// The tiny dataset with so many courses more, each held once with one participant.
    private func files(moreCourses count: Int) -> [String: String] {
        var files = TinyDataset.files
        for number in 100..<(100 + count) {
            files["courses.csv"]? += "\nM\(number),More \(number),energy-security,course,,,,"
            files["sessions.csv"]? += "\nM\(number),M\(number),2019-02-01,2019-02-02,KWT,,,held"
            files["participations.csv"]? += "\nM\(number),T2,attended,,,,,"
        }
        return files
    }

    @Test func longTablesHaveAnExcerpt() throws {
        let courses = try #require(try tables(files(moreCourses: 70))["courses"])
        #expect(courses.display.rows.count == 74 && courses.data.rows.count == 74)
        let excerpt = try #require(courses.excerpt)
        #expect(excerpt.note == "The first 40 of 73 rows; all of them are in the CSV file and the workbook.")
        #expect(texts(excerpt.grid) == texts(courses.display).prefix(40) + ["Total"])
        // Six took part in the seminar, three in the course, nobody trained in the panel.
        #expect(texts(courses.display).prefix(3) == ["Energy Seminar", "Network Defence", "More 100"])
        #expect(texts(courses.display).suffix(2) == ["Panel", "Total"])
        #expect(texts(courses.data).first == "C1")
        #expect(courses.notes.contains("In the order of participations, the largest first."))
    }

    /// What is not shown must be somewhere: with no other file the text has all rows.
    @Test(arguments: [
        ([], nil), ([.page], "the page for browsers"), ([.csv], "the CSV file"),
        (CompleteTables.allCases, "the CSV file, the workbook and the page for browsers"),
    ])
    func excerptNamesWhatHasAllRows(places: [CompleteTables], words: String?) throws {
        let courses = try #require(try tables(files(moreCourses: 70), completeIn: places)["courses"])
        #expect(courses.excerpt?.note == words.map { "The first 40 of 73 rows; all of them are in \($0)." })
    }

    @Test func shortTablesAreShownAsAWhole() throws {
        let all = try tables(files(moreCourses: 55))
        #expect(all["courses"]?.display.rows.count == 59)
        #expect(all.values.allSatisfy { $0.excerpt == nil })
    }

    /// A year in which nothing was delivered is no year to look at, unless somebody asks for it.
    @Test func keyFiguresAreThoseOfTheLastYearWithRecords() throws {
        let current = try #require(try tables(TinyDataset.files)["key-figures"])
        #expect(current.data.columns.map(\.heading).prefix(3) == ["Figure", "2019", "2018"])
        let late = try #require(try tables(TinyDataset.files, today: "2023-06-30")["key-figures"])
        #expect(
            late.data.columns.map(\.heading).prefix(3) == ["Figure", "2020, to 2020-01-31", "2019, to 2019-01-31"])
        #expect(late.display.columns.map(\.id) == current.display.columns.map(\.id))
    }

    /// A session that is still to come makes no low, and the picture says what it leaves out.
    @Test func yearsToComeAreNotDrawn() throws {
        var files = TinyDataset.files
        files["sessions.csv"]? += "\nS7,C1,2022-01-05,2022-01-06,KWT,10,,planned\nS8,C1,,,KWT,10,,held"
        let delivery = try #require(try tables(files, today: "2020-12-31")["delivery"])
        #expect(texts(delivery.display) == ["2019", "2020", "2022", "Not known", "Total"])
        let chart = try #require(delivery.charts.first)
        #expect(chart.rows == 0...1)
        #expect(chart.remark == "Not drawn: 2022 (0); Year: Not known (1).")
    }

    /// The unknown is never cut off.
    @Test func excerptEndsWithTheUnknownAndTheTotal() throws {
        var files = TinyDataset.files
        for number in 100..<170 {
            files["trainees.csv"]? += "\nM\(number),KWT,Agency \(number),civil,M,"
            files["participations.csv"]? += "\nS1,M\(number),attended,,,,,"
        }
        files["participations.csv"] = files["participations.csv"]?.replacing("T4,no-show", with: "T4,attended")
        let institutions = try #require(try tables(files)["institutions"])
        let excerpt = try #require(institutions.excerpt)
        #expect(texts(excerpt.grid).suffix(2) == ["Not known", "Total"] && excerpt.grid.rows.count == 42)
    }

    /// The panel has no topic, and nobody was trained in it: a row of zeros that programs may want.
    @Test func unknownMembersWithoutAFigureAreLeftOut() throws {
        var files = TinyDataset.files
        files["headcounts.csv"] = nil
        let topics = try #require(try tables(files)["topic-state"])
        #expect(texts(topics.display) == ["Energy security", "Cyber security", "Total"])
        #expect(texts(topics.data).contains("_U"))
        #expect(topics.display.columns.map(\.heading) == ["Topic", "Kuwait", "Qatar", "Total"])
    }

    /// A total over one kind repeats it; the total of all is always there, and is named once.
    @Test func repeatedTotalsAreLeftOut() throws {
        let all = try #require(try tables(TinyDataset.files)["activity"]).display
        #expect(texts(all, 1) == ["Course", "Seminar", "Dialogue", "Total", "Course", "Seminar", "Dialogue", ""])
        #expect(texts(all).suffix(4) == ["Total", "Total", "Total", "Total"])
        var files = TinyDataset.files
        files["sessions.csv"] = files["sessions.csv"]?.replacing(",C2,", with: ",C1,").replacing(",C3,", with: ",C1,")
        let one = try #require(try tables(files, today: "2020-12-31")["activity"])
        #expect(texts(one.display) == ["2019", "2020", "Total"] && texts(one.display, 1) == ["Course", "Course", ""])
        #expect(one.data.rows.count == 6)
    }

    @Test func figuresThatAreNotMetComeFirst() throws {
        var files = TinyDataset.files
        files["published.csv"] = "indicator,where,qualifier,value\nenrolments,,exactly,6\nenrolments,,exactly,7\n"
        let published = try #require(try tables(files)["published"])
        #expect(texts(published.display, published.display.columns.count - 1) == ["not met", "met"])
        #expect(
            published.display.columns.map(\.id) == [
                "indicator", "period", "qualifier", "published", "computed", "difference", "status",
            ])
        #expect(texts(published.data, 9) == ["met", "not-met"])
        #expect(published.notes.first == "Figures that are not met come first.")
    }

    /// Where headcounts leave it open how many persons there are, the key figures say so too.
    @Test func keyFiguresHaveBounds() throws {
        let table = try #require(try tables(TinyDataset.files)["key-figures"]).display
        let place = try #require(table.columns.firstIndex { $0.id == "all-time" })
        #expect(texts(table).prefix(2) == ["Trainees, at least", "Trainees, at most"])
        #expect(table.rows[0].cells[place] == .whole(6) && table.rows[1].cells[place] == .whole(8))
    }

    @Test func keyFiguresSayWhereAPeriodHasNoSession() throws {
        let table = try #require(try tables(TinyDataset.files, today: "2031-06-30", period: "2031")["key-figures"])
        #expect(
            table.data.columns.map(\.heading).prefix(3) == ["Figure", "2031, to 2031-06-30", "2030, to 2030-06-30"])
    }
}
