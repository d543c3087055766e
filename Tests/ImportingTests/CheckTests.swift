import Support
import Testing

@testable import Importing

/// Sums that a register states, in a proposal.
struct CheckTests {
    private func proposal(_ text: String) throws -> MappingProposal {
        try MappingProposal(of: [ShapeTests.sheet(text)])
    }

    private static let days = """
        ID | Name | Course | 5 Jan 2025 | 6 Jan 2025 | Days
        1 | A | One | P | P | 2
        2 | B | One | P | A | 1
        3 | C | One | L | A | 1
        """

    @Test func daysAreComparedWithMarks() throws {
        let table = try proposal(Self.days).mapping.tables[0]
        #expect(table.checks == [.init(.column("Days"), equals: "days.present")])
        #expect(!table.unused.contains("Days"))
    }

    @Test func aColumnThatCountsSomethingElseIsNoCheck() throws {
        let other = Self.days.replacing("| 2\n", with: "| 9\n").replacing("A | 1", with: "A | 8")
        let proposal = try proposal(other)
        #expect(proposal.mapping.tables[0].checks.isEmpty && proposal.mapping.tables[0].unused == ["Days"])
        #expect(
            proposal.doubts.contains { $0.en.contains("'Days' counts something else than days.present: 3 of 3 rows") })
    }

    @Test func sumsOfPeopleAreCompared() throws {
        let text = """
            Activity | Start date | End date | Female | Male | Participants
            Ports | 2025-01-12 | 2025-01-14 | 3 | 12 | 15
            Crises | 2025-02-16 | 2025-02-16 | 5 | | 5
            Fires | 2025-02-18 | 2025-02-18 | 5 | 5 | 11
            """
        let proposal = try proposal(text)
        #expect(proposal.mapping.tables[0].checks == [.init(.column("Participants"), equals: "people")])
        let dataset = try RegisterImport(proposal.mapping).dataset(of: [ShapeTests.sheet(text)])
        #expect(dataset.log.messages.map(\.text.en) == ["the register says 11, and people is 10"])
    }

    @Test func theNumberOfRecordsIsCompared() throws {
        let text = """
            Civil ID | Name | Course | Date | Status
            001 | A | One | 25/01/2025 | Attended
            002 | B | One | 25/01/2025 | Attended
            Total | 2
            """
        #expect(try proposal(text).mapping.tables[0].checks == [.init(Field(.around(["Total"])), equals: "rows")])
        let wrong = try proposal(text.replacing("Total | 2", with: "Total | 3"))
        #expect(wrong.mapping.tables[0].checks.isEmpty)
        #expect(wrong.doubts.contains { $0.en == "the row 'Total' says 3, and 2 rows look like records" })
    }

    @Test func whatTheRegisterSaysNothingOfIsNamed() throws {
        let closing = try proposal(Self.days).closing
        #expect(
            closing?.en
                == "the register says nothing of topics, trainers, seats, hours, scores, scores before the course, "
                + "ratings, costs, institutions, sectors, sexes, years of birth: measures of these, and their columns in "
                + "reports, stay empty")
        #expect(closing?(.ar).contains("الساعات") == true)
    }

    @Test func wordsForResultsAreNoMissingScores() throws {
        let text = """
            Civil ID | Name | Course | Date | Result | Score
            001 | A | One | 25/01/2025 | Passed | 80
            002 | B | One | 25/01/2025 | Passed |
            003 | C | One | 25/01/2025 | N/A |
            """
        let proposal = try proposal(text)
        #expect(proposal.mapping.dataset.contains(.init("scores", .string("optional"))))
        #expect(proposal.doubts.contains { $0.en.hasPrefix("1 of 2 completed participations have a word") })
        #expect(proposal.doubts.contains { $0.en == "rows with 'N/A' are left out" })
    }
}
