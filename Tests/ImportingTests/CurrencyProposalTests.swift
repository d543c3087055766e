import Records
import Support
import Testing

@testable import Importing

/// Currencies beside costs, in a proposal.
struct CurrencyProposalTests {
    @Test func currenciesNeedRates() throws {
        let text = """
            Civil ID | Course | Start date | End date | Status | Cost | Currency
            001 | First Aid | 2024-03-03 | 2024-03-07 | Attended | 10 | KD
            002 | Radio | 2024-04-03 | 2024-04-07 | Attended | 20.5 | $
            003 | Radio | 2024-04-03 | 2024-04-07 | Attended | 30 | USD
            """
        let sheet = ShapeTests.sheet(text)
        let proposal = try MappingProposal(of: [sheet])
        let sessions = try #require(RegisterImport(proposal.mapping).dataset(of: [sheet])[.sessions])
        let currency = try #require(sessions.columns.firstIndex(of: "currency"))
        #expect(sessions.rows.map { $0[currency] } == ["KWD", "USD"])
        let doubt = try #require(proposal.doubts.first { $0.en.contains("need rates") })
        #expect(
            doubt.en.hasPrefix("costs in USD need rates: give them under \"rates\"") && doubt(.ar).contains("\"rates\"")
        )
    }
}
