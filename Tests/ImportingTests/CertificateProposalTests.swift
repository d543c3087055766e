import Records
import Support
import Testing
import TrainingStats

@testable import Importing

/// Certificates and their validity in a proposal, in both languages.
struct CertificateProposalTests {
    private func proposal(_ text: String) throws -> (MappingProposal, table: MappedTable) {
        let proposal = try MappingProposal(of: [ShapeTests.sheet(text)])
        return (proposal, proposal.mapping.tables[0])
    }

    private func field(_ name: String, of table: MappedTable) -> Field? {
        table.fields.first { $0.name == name }?.field
    }

    private func rows(_ table: RecordTable, _ columns: [String], of proposal: MappingProposal, _ text: String) throws
        -> [[String]]
    {
        let dataset = try RegisterImport(proposal.mapping).dataset(of: [ShapeTests.sheet(text)])
        #expect(dataset.log.messages.filter { $0.severity == .error }.map(\.text.en) == [])
        let made = try #require(dataset[table])
        let positions = try columns.map { try #require(made.columns.firstIndex(of: $0)) }
        return made.rows.map { row in positions.map { row[$0] } }
    }

    private static let english = """
        Civil ID | Course | Start date | End date | Status | Certificate no | Certified on | Valid (months) | Valid until
        001 | First Aid | 2024-03-03 | 2024-03-07 | Attended | FA/17 | 2024-03-10 | 24 | 2026-03-10
        002 | First Aid | 2024-03-03 | 2024-03-07 | Attended | | | 24 |
        003 | First Aid | 2024-03-03 | 2024-03-07 | Absent | none | | 24 |
        004 | Radio | 2024-04-03 | 2024-04-07 | Attended | R/3 | 2024-04-30 | 36 | 2027-04-30
        """
    private static let arabic = """
        الرقم المدني | اسم الدورة | تاريخ البدء | تاريخ الانتهاء | الحالة | رقم الشهادة | تاريخ الشهادة | مدة صلاحية الشهادة (أشهر)
        001 | الإسعاف الأولي | 2024-03-03 | 2024-03-07 | حضر | ش/17 | 2024-03-10 | 24
        002 | الإسعاف الأولي | 2024-03-03 | 2024-03-07 | حضر | | | 24
        003 | الإسعاف الأولي | 2024-03-03 | 2024-03-07 | غائب | لا يوجد | | 24
        004 | الاتصال اللاسلكي | 2024-04-03 | 2024-04-07 | حضر | ش/3 | 2024-04-30 | 36
        """

    @Test(arguments: [english, arabic])
    func certificatesAreTakenOver(text: String) throws {
        let (proposal, _) = try proposal(text)
        let number = text.contains("FA") ? ["FA/17", "R/3"] : ["ش/17", "ش/3"]
        #expect(
            try rows(.participations, ["status", "certificate_no", "certified_on"], of: proposal, text) == [
                ["completed", number[0], "2024-03-10"], ["attended", "", ""], ["no-show", "", ""],
                ["completed", number[1], "2024-04-30"],
            ])
        #expect(try rows(.courses, ["valid_months"], of: proposal, text) == [["24"], ["36"]])
        let doubts = proposal.doubts.map(\.en)
        #expect(doubts.contains { $0.contains(text.contains("FA") ? "'none'" : "'لا يوجد'") })
        // The number of months is given, so that the day of its end need not be.
        #expect(!doubts.contains { $0.contains("is not imported: until when") })
    }

    /// A column that says yes or no decides who has completed; number and day stand beside it.
    @Test func answersComeFirst() throws {
        let text = """
            Civil ID | Course | Start date | End date | Certificate | Cert. No. | Issue date
            001 | First Aid | 2024-03-03 | 2024-03-07 | Yes | FA/17 | 2024-03-10
            002 | First Aid | 2024-03-03 | 2024-03-07 | No | FA/18 | 2024-03-10
            """
        let (proposal, table) = try proposal(text)
        #expect(table.values.map(\.name) == ["certificate"])
        #expect(
            try rows(.participations, ["status", "certificate_no", "certified_on"], of: proposal, text) == [
                ["completed", "FA/17", "2024-03-10"], ["attended", "FA/18", "2024-03-10"],
            ])
    }

    @Test func validityInYearsBecomesMonths() throws {
        let text = """
            Civil ID | Course | Start date | End date | Certificate | Validity (years)
            001 | First Aid | 2024-03-03 | 2024-03-07 | 12.04.2024 | 2
            002 | Radio | 2024-03-03 | 2024-03-07 | 13.04.2024 | 1.5
            """
        let (proposal, _) = try proposal(text)
        #expect(try rows(.courses, ["valid_months"], of: proposal, text) == [["24"], ["18"]])
        // What stands under a heading that says little is told by its values: here days.
        #expect(
            try rows(.participations, ["certified_on"], of: proposal, text) == [["2024-04-12"], ["2024-04-13"]])
    }

    /// Validity in words is read as months; numbers alone are taken for what the heading says, else for months.
    @Test(arguments: [
        ("Valid for", ["2 years", "24 months", "36"], ["24", "24", "36"]),
        ("Valid for", ["2 years", "1 year", "18 months"], ["24", "12", "18"]),
        ("Validity (years)", ["2 years", "3 years", "1 year"], ["24", "36", "12"]),
        ("مدة الصلاحية", ["سنتان", "٢٤ شهرًا", "٣ سنوات"], ["24", "24", "36"]),
    ])
    func validityInWords(heading: String, texts: [String], months: [String]) throws {
        let text = """
            Civil ID | Course | Start date | End date | Status | \(heading)
            001 | First Aid | 2024-03-03 | 2024-03-07 | Attended | \(texts[0])
            002 | Radio | 2024-03-03 | 2024-03-07 | Attended | \(texts[1])
            003 | Diving | 2024-03-03 | 2024-03-07 | Attended | \(texts[2])
            """
        let (proposal, _) = try proposal(text)
        #expect(try rows(.courses, ["valid_months"], of: proposal, text).map { $0[0] } == months)
        let isDoubtful = proposal.doubts.contains { $0.en.contains("are taken for months") }
        #expect(isDoubtful == texts.contains("36"))
    }

    /// What is neither is refused, with what can be written in its place.
    @Test func validityThatIsNoneIsTold() throws {
        let text = """
            Civil ID | Course | Start date | End date | Status | Valid for
            001 | First Aid | 2024-03-03 | 2024-03-07 | Attended | 2 years
            002 | Radio | 2024-03-03 | 2024-03-07 | Attended | 3 years
            003 | Diving | 2024-03-03 | 2024-03-07 | Attended | Lifetime
            """
        let dataset = try RegisterImport(try proposal(text).0.mapping).dataset(of: [ShapeTests.sheet(text)])
        let told = dataset.log.messages.filter { $0.severity == .error }.map(\.text)
        #expect(told.count == 1 && told.allSatisfy { $0.en.contains("2 years") && $0(.ar).contains("empty") })
    }

    /// Without its months nobody knows how long a certificate is valid, whatever end a row states; no last day is made of it.
    @Test func theEndOfValidityIsNoLastDay() throws {
        let text = """
            Civil ID | Course | Start date | Status | Valid until
            001 | First Aid | 2024-03-03 | Completed | 2026-03-10
            002 | First Aid | 2024-03-03 | Completed | 2026-03-10
            003 | First Aid | 2024-03-03 | Completed | 2026-03-10
            """
        let (proposal, table) = try proposal(text)
        #expect(field("sessions.end_date", of: table) == Field(.value("sessions.start_date")))
        #expect(table.unused == ["Valid until"])
        let doubt = try #require(proposal.doubts.first { $0.en.hasPrefix("'Valid until' is not imported") })
        #expect(doubt.en.contains("courses.valid_months") && doubt(.ar).contains("courses.valid_months"))
    }

    @Test(arguments: [
        ("Certificate no", RegisterColumn.certificateNumber), ("رقم الشهادة", .certificateNumber),
        ("Certified on", .certifiedOn), ("Issue date", .certifiedOn), ("تاريخ الشهادة", .certifiedOn),
        ("تاريخ الإصدار", .certifiedOn), ("Valid (months)", .validMonths), ("صلاحية الشهادة (أشهر)", .validMonths),
        ("رقم الخدمة", .traineeIdentifier), ("Service No.", .traineeIdentifier),
        ("Expiry date", .expiresOn), ("تاريخ انتهاء الصلاحية", .expiresOn), ("Currency", .currency),
        ("العملة", .currency),
    ])
    func headings(heading: String, column: RegisterColumn) {
        #expect(HeadingIndex.columns(for: heading).first == column)
    }
}
