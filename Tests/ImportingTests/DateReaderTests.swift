import Testing
import TrainingStats

@testable import Importing

@Suite struct DateReaderTests {
    static let read = DateReader()
    static let dayFirst = DateReader(order: .dayMonthYear)
    static let monthFirst = DateReader(order: .monthDayYear)

    static func day(_ reading: DateReading) -> String? {
        guard let span = reading.span, span.precision == .day else { return nil }
        return span.first.description
    }

    @Test(arguments: [
        ("2024-12-31", "2024-12-31"), ("2024/12/31", "2024-12-31"), ("2024-12-31T09:30", "2024-12-31"),
        ("2024-12-31 09:30:00", "2024-12-31"), ("31/12/2024", "2024-12-31"), ("12/31/2024", "2024-12-31"),
        ("31.12.24", "2024-12-31"), ("15/06/2025 09:00", "2025-06-15"), ("14/11/22, 09:30:46", "2022-11-14"),
        ("12-Mar-25", "2025-03-12"), ("9-Jul-25", "2025-07-09"), ("March 12, 2025", "2025-03-12"),
        ("12th of March 2025", "2025-03-12"), ("Wednesday, 12 March 2025", "2025-03-12"),
        ("Monday 9 April 2018, 10:30 PM", "2018-04-09"),
        ("٩ فبراير ٢٠٢٥", "2025-02-09"), ("٢٥/٠١/٢٠٢٥", "2025-01-25"), ("٢٠٢٥/٠١/١٢", "2025-01-12"),
        ("12 كانون الثاني 2025", "2025-01-12"), ("3 تشرين الأول 2024", "2024-10-03"),
        ("الأحد 2 آذار 2025", "2025-03-02"),
        ("١٥ يناير ٢٠٢٥م", "2025-01-15"), ("1446/07/12 هـ", "2025-01-12"), ("12 رجب 1446", "2025-01-12"),
        ("١ ربيع الأول ١٤٤٦هـ", "2024-09-04"), ("05/05/2025", "2025-05-05"),
    ])
    func certainDates(text: String, day: String) { #expect(Self.day(Self.read(text)) == day) }

    @Test func orderIsDecidedOrOpen() {
        let open = Self.read("2/3/2025")
        #expect(
            open
                == .eitherOrder(
                    dayFirst: CivilDate("2025-03-02") ?? .init(day: 0),
                    monthFirst: CivilDate("2025-02-03") ?? .init(day: 0)))
        #expect(Self.day(Self.dayFirst("2/3/2025")) == "2025-03-02")
        #expect(Self.day(Self.monthFirst("2/3/2025")) == "2025-02-03")
        // What the stated order does not allow is told, never guessed.
        #expect(Self.monthFirst("31/12/2024") == .none)
        #expect(Self.dayFirst("12/31/2024") == .none)
        #expect(Self.day(DateReader(order: .yearMonthDay)("24/12/31")) == "2024-12-31")
    }

    @Test(arguments: [
        ("Mar 2025", "2025-03-01", "2025-03-31"), ("مارس ٢٠٢٥", "2025-03-01", "2025-03-31"),
        ("03/2025", "2025-03-01", "2025-03-31"), ("2025-02", "2025-02-01", "2025-02-28"),
        ("Mar-25", "2025-03-01", "2025-03-31"),
        ("Dec-68", "2068-12-01", "2068-12-31"), ("2024", "2024-01-01", "2024-12-31"),
        ("رجب 1446", "2025-01-01", "2025-01-30"),
        ("12 - 20 January 2025", "2025-01-12", "2025-01-20"), ("March 9-11, 2025", "2025-03-09", "2025-03-11"),
        ("28 April - 2 May 2025", "2025-04-28", "2025-05-02"), ("29 Dec 2024 - 3 Jan 2025", "2024-12-29", "2025-01-03"),
        ("1-5/2/2025", "2025-02-01", "2025-02-05"), ("25/01/2025 - 28/01/2025", "2025-01-25", "2025-01-28"),
        ("من ١٢ إلى ١٤ يناير ٢٠٢٥", "2025-01-12", "2025-01-14"),
    ])
    func spans(text: String, first: String, last: String) throws {
        let span = try #require(Self.dayFirst(text).span)
        #expect(span.first.description == first)
        #expect(span.last.description == last)
        #expect(span.precision != .day)
    }

    @Test(arguments: [
        "", "-", "TBD", "31/02/2025", "99/99/2025", "9 months", "0004001", "299010100030", "12 March", "62%", "March",
        "1446/07/12", "12/07/1446", "32 Jan 2025", "2025-13-01", "City 2024", "1/2/3/4/5", "20250112",
    ])
    func noDates(text: String) { #expect(Self.read(text) == .none) }

    @Test func hijriNeedsToBeStated() {
        let hijri = DateReader(order: .dayMonthYear, calendar: .hijri)
        #expect(Self.day(hijri("12/07/1446")) == "2025-01-12")
        #expect(Self.day(hijri("1446-07-12")) == "2025-01-12")
        // A year such as 2025 tells its calendar.
        #expect(Self.day(hijri("2025-01-12")) == "2025-01-12")
    }

    @Test func columnsDecideTheirOrder() {
        func evidence(_ texts: String...) -> DateEvidence { texts.reduce(into: DateEvidence()) { $0.add($1) } }
        #expect(evidence("2/3/2025", "25/3/2025", "-").order == .dayMonthYear)
        #expect(evidence("2/3/2025", "3/25/2025").order == .monthDayYear)
        let open = evidence("2/3/2025", "4/5/2025")
        #expect(open.order == nil && open.open.count == 2 && open.open.example == "2/3/2025")
        #expect(evidence("25/3/2025", "3/25/2025").isContradictory)
        let mixed = evidence("2025-03-02", "Mar 2025", "1446/07/12", "TBD")
        #expect(mixed.months.count == 1 && mixed.hijri.count == 1 && mixed.others.example == "TBD" && mixed.dates == 3)
    }
}
