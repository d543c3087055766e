import Aggregation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting

/// How many records state a cost is told of what a cost is divided by as well.
struct CostCoverageTests {
    private func notes(_ measures: [String], by rows: [String] = [], _ files: [String: String] = [:]) throws -> [String]
    {
        let loaded = try LoadedDataset(
            files: TargetBoundTests.files.merging(files) { $1 }, today: "2019-12-31")
        let request = SummaryRequest(rows: rows, measures: measures, today: .day("2019-12-31"), totals: true)
        let summary = try loaded.answers(to: [request]).summary(of: request)
        return TableNotes(summary, .en).remarks.filter { $0.contains("cost") || $0.contains("Cost") }
    }

    /// Two of the three sessions state a cost; none of two attendances and two groups does.
    @Test(
        arguments: [
            ["cost"], ["cost-per-trainee"], ["cost-per-completion"], ["benefit-cost-ratio"], ["return-on-investment"],
            ["cost", "cost-per-trainee", "cost-per-completion"],
        ])
    func costsThatAreStated(measures: [String]) throws {
        #expect(try notes(measures).filter { $0.hasPrefix("Cost:") } == ["Cost: stated by 2 of 7 records."])
    }

    /// By persons there is no such figure, and only that is told.
    @Test func byPersons() throws {
        #expect(try notes(["cost-per-trainee"], by: ["state"]).filter { $0.hasPrefix("Cost:") } == [])
    }

    /// What is made of records that state it says nothing.
    @Test func ofThoseThatStateIt() throws {
        #expect(try notes(["cost-per-participation"]).filter { $0.contains("stated by") } == [])
    }
}
