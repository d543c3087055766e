import Aggregation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

/// Figures of money where sessions state their amounts in other currencies, worked out by hand for the tiny dataset.
struct ConvertedAmountTests {
    /// S1 states dollars: 1000 for itself, 10 of T1 and 20.5 of T2; S2 euros: 100 of the five; S3 states 50 dinars.
    private func tiny() throws -> LoadedDataset {
        var files = TinyDataset.files
        files["sessions.csv"] = try #require(files["sessions.csv"]).split(separator: "\n").map { line in
            if line.hasPrefix("session_id") { return line + ",currency" }
            return line.hasPrefix("S1") ? line + ",USD" : line.hasPrefix("S2") ? line + ",EUR" : line + ","
        }.joined(separator: "\n")
        files["rates.csv"] = """
            currency,from,rate
            USD,2000-01-01,0.3
            EUR,2000-01-01,0.35
            EUR,2019-01-01,0.36
            EUR,2030-01-01,9
            GBP,2000-01-01,0.4
            """
        return try LoadedDataset(files: files)
    }

    @Test(arguments: [
        // 10 x 0.3 + 20.5 x 0.3 + 100 x 0.36, and 1000 x 0.3 + 50 besides.
        ("participant-cost", 45.15), ("cost", 395.15), ("cost-per-completion", 395.15 / 4),
        ("cost-per-participation", 45.15 / 7),
    ])
    func figures(measure: String, value: Double) throws {
        let summary = try tiny().summary(SummaryRequest(measures: [measure], today: .day("2019-12-31")))
        let found = try #require(summary.total.values[0].number)
        #expect(abs(found - value) <= abs(value) * 1e-14, "\(measure): \(found)")
    }

    /// A note names the rates that the figures of money can be made of, and no others.
    @Test func notes() throws {
        func notes(_ measure: String, _ filter: String? = nil, _ language: Language = .en) throws -> [String] {
            let request = SummaryRequest(
                measures: [measure], filters: try filter.map { [try Filter(parsing: $0)] } ?? [],
                today: .day("2019-12-31"))
            return TableNotes(try tiny().summary(request), language).remarks.filter {
                $0.contains("converted") || $0.contains("محوَّلة")
            }
        }
        let euros =
            "Amounts in euros are converted by the rate in force at the end of each session: 0.36 from 2019-01-01."
        let dollars =
            "Amounts in US dollars are converted by the rate in force at the end of each session: 0.3 from 2000-01-01."
        #expect(try notes("cost") == [euros, dollars])
        #expect(try notes("cost", "session=S2") == [euros])
        #expect(try notes("participant-cost", "state=OMN", .ar).count == 2)
        #expect(try notes("trainees") == [])
    }

    /// A list of records has the amounts as they were converted, and as they are stated with their currency and the rate.
    @Test func records() throws {
        let list = try RecordList("cost", SummaryRequest(measures: [], today: .day("2019-12-31")), tiny())
        #expect(list.initials == "S2 S3 S4 P2 P3 P4 P6 P8 H2 H3")
        #expect(
            list.cells("currency")
                == ["USD", "EUR", "KWD", "USD", "USD", "USD", "EUR", "KWD", "EUR", "KWD"].map { Cell.text($0) })
        #expect(list.cells("rate").map(\.number) == [0.3, 0.36, nil, 0.3, 0.3, 0.3, 0.36, nil, 0.36, nil])
        #expect(list.cells("stated_cost").map(\.number) == [1000, nil, 50, 10, 20.5, nil, nil, nil, 100, nil])
        #expect(list.cells("cost").map(\.number) == [300, nil, 50, 3, 6.15, nil, nil, nil, 36, nil])
    }

    /// Benefits are stated in the dataset's currency, also of sessions that state their costs in another one.
    @Test func benefitsAreNotConverted() throws {
        let request = SummaryRequest(measures: ["benefit"], today: .day("2019-12-31"))
        let benefit = try tiny().summary(request).total.values
        #expect(try benefit == LoadedDataset(files: TinyDataset.files).summary(request).total.values)
        let list = try RecordList(
            "benefit-cost-ratio", SummaryRequest(measures: [], today: .day("2019-12-31")), tiny())
        let kinds = list.initials.split(separator: " ").map(\.first)
        let currencies = zip(kinds, list.cells("currency")).filter { $0.0 == "F" }.map(\.1)
        #expect(!currencies.isEmpty && currencies.allSatisfy { $0 == .text("KWD") })
    }
}
