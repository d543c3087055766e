import Records
import Support
import Testing
import TrainingStats

@testable import Importing

/// What follows from the dates of sessions, and when persons belonged where.
struct SessionDateTests {
    private func imported(
        _ text: String, today: String? = nil
    ) throws -> (proposal: MappingProposal, dataset: ImportedDataset) {
        let sheet = ShapeTests.sheet(text)
        let day = today.flatMap { CivilDate($0) }
        let proposal = try MappingProposal(of: [sheet], today: day)
        let mapping = try Mapping(json: Array(proposal.text(in: .en).utf8), path: "proposal")
        return (proposal, try RegisterImport(mapping).dataset(of: [sheet], today: day))
    }

    private func rows(_ columns: [String], of table: RecordTable, in dataset: ImportedDataset) -> [[String]] {
        guard let table = dataset[table] else { return [] }
        let positions = columns.map { table.columns.firstIndex(of: $0) }
        return table.rows.map { row in positions.map { $0.map { row[$0] } ?? "" } }
    }

    private static let endless = """
        ID | Name | Course | Start date | End date | Status
        1 | A | One | 05/01/2025 | 06/01/2025 | Attended
        2 | B | Two | 25/01/2025 | | Attended
        3 | C | Two | 26/01/2025 | | Attended
        """

    @Test func sessionsWithoutALastDayAreTold() throws {
        let (proposal, dataset) = try imported(Self.endless)
        #expect(dataset.tally.endless == 2)
        #expect(
            dataset.log.messages.contains { $0.text.en.hasPrefix("held sessions without a last day: 2 of 3") })
        let doubt = proposal.doubts.first { $0.en.hasPrefix("sessions without a last day: 2 of 3") }
        let choice = #"{ "first": [ "End date", { "value": "sessions.start_date" } ], "order": "day-month-year" }"#
        #expect(doubt?.en.contains(choice) == true, "\(doubt?.en ?? "")")
    }

    @Test func theProposedChoiceTakesTheFirstDay() throws {
        let sheet = ShapeTests.sheet(Self.endless)
        var mapping = try MappingProposal(of: [sheet]).mapping
        let place = try #require(mapping.tables[0].fields.firstIndex { $0.name == "sessions.end_date" })
        let end = mapping.tables[0].fields[place].field
        mapping.tables[0].fields[place].field.source = .first([Field(end.source), Field(.value("sessions.start_date"))])
        let dataset = try RegisterImport(mapping).dataset(of: [sheet])
        #expect(rows(["end_date"], of: .sessions, in: dataset) == [["2025-01-06"], ["2025-01-25"], ["2025-01-26"]])
        #expect(dataset.tally.endless == 0)
    }

    @Test func sessionsAfterTheReportingDayArePlanned() throws {
        let (proposal, dataset) = try imported(
            """
            ID | Name | Course | Date | Status | Hours
            1 | A | One | 25/01/2025 | Attended | 6
            2 | B | Two | 25/03/2025 | Attended | 6
            3 | C | Two | 25/03/2025 | Withdrawn | 6
            """, today: "2025-02-01")
        #expect(rows(["status"], of: .sessions, in: dataset) == [[""], ["planned"]])
        #expect(
            rows(["status", "hours"], of: .participations, in: dataset) == [
                ["attended", "6"], ["registered", ""], ["withdrawn", ""],
            ])
        #expect(proposal.doubts.contains { $0.en.hasPrefix("sessions that begin after 2025-02-01: 1 of 2") })
        #expect(dataset.log.messages.count { $0.text.en.contains("is written as planned") } == 1)
        #expect(
            dataset.log.messages.contains { $0.text.en.contains("'attended' in a session that begins on 2025-03-25") })
    }

    /// The rows of the register are in no order, and the last employer by date is that of the first row.
    @Test func changesOfPersonsAreKeptByDate() throws {
        let (proposal, dataset) = try imported(
            """
            ID | Name | Course | Date | Status | Employer | Nationality
            1 | A | Three | 25/03/2025 | Attended | Ports | Kuwaiti
            1 | A | One | 25/01/2025 | Attended | Customs | Kuwaiti
            1 | A | Two | 25/02/2025 | Attended | | Kuwaiti
            2 | B | One | 25/01/2025 | Attended | Customs | Qatari
            2 | B | Two | 25/02/2025 | Attended | Customs | Qatari
            """)
        #expect(
            rows(["trainee_id", "institution"], of: .trainees, in: dataset) == [["1", "Ports"], ["2", "Customs"]])
        #expect(
            rows(["trainee_id", "from", "state", "institution"], of: .affiliations, in: dataset) == [
                ["1", "2025-01-25", "KWT", "Customs"], ["1", "2025-03-25", "KWT", "Ports"],
            ])
        #expect(
            proposal.doubts.contains {
                $0.en.hasPrefix("persons with more than one 'Employer', such as 'Ports' and 'Customs': 1")
            })
        let figures = try RegisterFigures.figures(
            ImportedRecords(dataset), by: ["institution"], measure: "participations")
        #expect(Set(figures.dropFirst().map { [$0[0], $0[$0.count - 1]] }) == [["Customs", "4"], ["Ports", "1"]])
    }

    @Test func whoWasNotThereHasNoHours() throws {
        let (_, dataset) = try imported(
            """
            ID | Name | Course | Date | Status | No. of days
            1 | A | One | 25/01/2025 | Attended | 2
            2 | B | One | 25/01/2025 | No show | 2
            """)
        #expect(rows(["hours"], of: .participations, in: dataset) == [["12"], [""]])
    }
}
