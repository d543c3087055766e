import Aggregation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

/// Reports ask an engine for what they need, whatever engine it is, and find the answers by their requests.
struct EngineSeamTests {
    private func builders(_ loaded: LoadedDataset, _ languages: [Language]) throws -> [ReportBuilder] {
        let description = DatasetDescription(loaded.dataset, today: .day("2019-12-31"), catalogue: .builtIn)
        return try languages.map { language in
            let context = ReportContext(
                language: language, period: nil, filters: [], today: .day("2019-12-31"), tool: "test")
            return try ReportBuilder(.full, on: description, context)
        }
    }

    /// Two languages ask the same; so do some tables of one language.
    @Test func equalRequestsAreComputedOnce() throws {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        let builders = try builders(loaded, Language.allCases)
        let engine = RecordingEngine(loaded)
        _ = try engine.answers(to: builders.flatMap(\.requests))
        #expect(engine.calls.count == 1)
        let asked = engine.calls[0]
        #expect(Set(asked).count == asked.count)
        #expect(Set(asked) == Set(builders[0].requests))
        #expect(asked.count * 2 <= builders.flatMap(\.requests).count)
    }

    @Test func nothingIsAskedOfAnEngineWithoutRequests() throws {
        let engine = RecordingEngine(TableEngine(summaries: [:]))
        _ = try engine.answers(to: [])
        #expect(engine.calls.isEmpty)
    }

    /// An engine that has nothing but a table of answers, in no order, makes the same report as the records do.
    @Test func anEngineWithoutRecordsMakesTheSameReport() throws {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        let builder = try builders(loaded, [.en])[0]
        var known: [SummaryRequest: Summary] = [:]
        for request in builder.requests.shuffled() { known[request] = try loaded.summary(request) }
        let tables = try [loaded, TableEngine(summaries: known)].map { (engine: any SummaryEngine) in
            try builder.document(
                disclosed(engine.answers(to: builder.requests)), withRejected: nil,
                Provenance(inputs: [], findings: []), completeIn: []
            ).tables
        }
        #expect(tables[0].count > 6)
        #expect(tables[0].map(\.id) == tables[1].map(\.id))
        for (left, right) in zip(tables[0], tables[1]) {
            #expect(left.display.rows.map(\.cells) == right.display.rows.map(\.cells), "\(left.id)")
            #expect(left.data.rows.map(\.cells) == right.data.rows.map(\.cells), "\(left.id)")
        }
    }

    @Test func anEngineThatLeavesARequestOutIsNotTrusted() throws {
        let request = SummaryRequest(measures: ["sessions"], today: .day("2019-12-31"))
        #expect(throws: UnansweredRequest.self) { try TableEngine(summaries: [:]).answers(to: [request]) }
    }
}

/// An engine that looks answers up in a table.
private struct TableEngine: SummaryEngine {
    let summaries: [SummaryRequest: Summary]

    func summaries(of requests: [SummaryRequest]) throws -> [SummaryRequest: Summary] { summaries }
}
