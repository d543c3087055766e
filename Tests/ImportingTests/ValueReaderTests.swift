import Support
import Testing

@testable import Importing

@Suite struct ValueReaderTests {
    @Test(arguments: [
        ("1250.75", "1250.75"), ("1,200", "1200"), ("1,250.5", "1250.5"), ("90 KD", "90"), ("KWD 90.5", "90.5"),
        ("$ 9,999", "9999"),
        ("£1,000,000", "1000000"), ("٩٠٫٥ د.ك", "90.5"), ("١٬٢٠٠", "1200"), ("-5", "-5"), ("(12)", "-12"), ("0", "0"),
        (".5", "0.5"),
        ("1 250", "1250"), ("500/-", "500"), ("=\"0012\"", "12"),
    ])
    func numbers(text: String, number: String) { #expect(NumberReader()(text)?.description == number) }

    @Test(arguments: [
        "", "-", "12-14", "1,20", "1,2000", "12.5.3", "abc", "3 days ago and more words", "1.250,5", "62%", "1e5",
        "12/3",
    ])
    func noNumbers(text: String) { #expect(NumberReader()(text) == nil) }

    @Test func decimalCommas() {
        let read = NumberReader(mark: .comma)
        #expect(read("82,50")?.description == "82.5")
        #expect(read("1.250,5")?.description == "1250.5")
        #expect(read("1.5") == nil)
        #expect(NumberReader().measured("90 KD")?.unit == "kd")
        func evidence(_ texts: String...) -> DecimalMarkEvidence {
            texts.reduce(into: DecimalMarkEvidence()) { $0.add($1) }
        }
        #expect(evidence("82,50 %", "61").mark == .comma)
        #expect(evidence("150.5", "90").mark == .point)
        let open = evidence("1,200")
        #expect(open.mark == nil && open.open == 1)
        #expect(evidence("150.5", "82,50").mark == nil)
    }

    @Test(arguments: [("62%", "62"), ("62 %", "62"), ("٨٥٪", "85"), ("%62", "62"), ("92.5%", "92.5")])
    func percents(text: String, number: String) { #expect(PercentReader()(text)?.description == number) }

    @Test func percentCells() {
        #expect(PercentReader.percentage(ofFraction: "0.85")?.description == "85")
        #expect(PercentReader(mark: .comma)("82,50 %")?.description == "82.5")
        #expect(PercentReader()("85") == nil)
        #expect(PercentReader()("غائب") == nil)
    }

    @Test(arguments: [
        ("24 months", "24"), ("2 years", "24"), ("1.5 years", "18"), ("1 year and 6 months", "18"), ("two yrs", "24"),
        ("24-month", "24"), ("2y", "24"), ("٢٤ شهرًا", "24"), ("سنتان", "24"), ("٣ سنوات", "36"), ("سنة واحدة", "12"),
        ("عام و6 أشهر", "18"), ("شهرين", "2"), ("24", nil), ("2 years (24 months)", nil), ("1-2 years", nil),
        ("90 days", nil), ("-2 years", nil), ("6 months 1 year", nil), ("2 years 3", nil), ("Lifetime", nil), ("", nil),
    ])
    func validities(text: String, months: String?) { #expect(ValidityReader()(text)?.description == months) }

    @Test(arguments: [
        ("3 days", "18"), ("1 day", "6"), ("half day", "3"), ("1 week", "30"), ("2 weeks", "60"), ("6 hrs", "6"),
        ("4 hrs", "4"),
        ("1h 30m", "1.5"), ("19m 20s", "0.322222"), ("01:30", "1.5"), ("٥ أيام", "30"), ("٣ أيام", "18"),
        ("يومان", "12"),
        ("أسبوع", "30"), ("١ أسبوع", "30"), ("أسبوعان", "60"), ("يوم واحد", "6"), ("نصف يوم", "3"), ("ساعتان", "2"),
        ("1.5 days", "9"),
        ("2 days and 3 hours", "15"), ("three days", "18"), ("يوم", "6"),
    ])
    func durations(text: String, hours: String) {
        let duration = DurationReader()(text)
        #expect(duration?.hours(daysPerWeek: 5, hoursPerDay: ExactDecimal(6))?.description == hours)
    }

    @Test(arguments: ["", "3", "9 months", "days 9 until", "TBD", "12-14", "2 يومان"])
    func noDurations(text: String) { #expect(DurationReader()(text) == nil) }

    @Test(arguments: [
        ("09:00 - 14:00", "5"), ("08:30-13:00", "4.5"), ("9 AM to 2 PM", "5"), ("9 a.m. – 2 p.m.", "5"),
        ("من ٩ ص إلى ٢ م", "5"),
        ("9 - 11 AM", "2"), ("9 - 2 PM", "5"), ("1 - 3 PM", "2"), ("09.00-12.30", "3.5"),
    ])
    func clockRanges(text: String, hours: String) { #expect(ClockRange(text)?.hours.description == hours) }

    @Test(arguments: ["", "9 - 2", "14:00 - 09:00", "25:00 - 26:00", "12 - 20 January 2025", "09:00", "9 AM"])
    func noClockRanges(text: String) { #expect(ClockRange(text) == nil) }

    @Test func cells() {
        #expect(CellText.tidied("\u{200F} ٢٩٩٠١٠  كـويت\u{A0}") == "299010 كويت")
        #expect(["", " ", "-", "–", "—", "--", "...", "…"].allSatisfy { CellText.isNothing($0) })
        #expect(!CellText.isNothing("0") && !CellText.isNothing("N/A"))
        #expect(CellText.identifier("=\"0004001\"") == "0004001")
        #expect(CellText.identifier("#1234") == "1234")
        #expect(CellText.identifier("299 010 100 030 ") == "299010100030")
        #expect(CellText.identifier("٢٩٩٠١٠١٠٠٠٠٢") == "299010100002")
        #expect(CellText.identifier("EMP 0013") == "EMP 0013")
    }
}
