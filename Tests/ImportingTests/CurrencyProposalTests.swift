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

    /// Registers that count people state costs in currencies, too.
    @Test func currenciesOfPeopleWhoAreCounted() throws {
        let text = """
            Activity | Start date | End date | Participants | Cost | Currency
            Ports | 2025-01-12 | 2025-01-14 | 12 | 100 | USD
            Crises | 2025-02-16 | 2025-02-16 | 5 | 50 | KWD
            """
        let proposal = try MappingProposal(of: [ShapeTests.sheet(text)])
        let fields = proposal.mapping.tables[0].fields
        #expect(fields.contains(.init("sessions.currency", .column("Currency"))))
        #expect(fields.contains(.init("sessions.cost", .column("Cost"))))
        #expect(proposal.doubts.contains { $0.en.contains("costs in USD need rates") })
    }

    /// The currency in brackets behind a heading is told, unless it is the dataset's or none.
    @Test(arguments: [("USD", "USD"), ("$", "USD"), ("ر.س", "SAR"), ("KWD", nil), ("د.ك", nil), ("per person", nil)])
    func currenciesInHeadings(unit: String, code: String?) throws {
        let text = """
            Civil ID | Course | Start date | End date | Status | Cost (\(unit))
            001 | First Aid | 2024-03-03 | 2024-03-07 | Attended | 10
            """
        let told = try MappingProposal(of: [ShapeTests.sheet(text)]).doubts.map(\.en).filter {
            $0.contains("costs are in")
        }
        #expect(told == (code.map { ["the costs are in \($0); say so as \"currency\" under \"dataset\""] } ?? []))
    }
}
