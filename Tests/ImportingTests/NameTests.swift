import Records
import Support
import Testing

@testable import Importing

/// Names of two languages: identifiers made of them, courses with two names, titles and labels.
struct NameTests {
    private func imported(_ text: String) throws -> (proposal: MappingProposal, dataset: ImportedDataset) {
        let sheet = ShapeTests.sheet(text)
        let proposal = try MappingProposal(of: [sheet])
        let mapping = try Mapping(json: Array(proposal.text(in: .en).utf8), path: "proposal")
        return (proposal, try RegisterImport(mapping).dataset(of: [sheet]))
    }

    @Test func identifiersOfNamesAreReadableAndStable() {
        #expect(NameKey.key(of: "Port Security") == "portsecurity")
        let arabic = NameKey.key(of: "أمن الموانئ")
        #expect(arabic.hasPrefix("amnalmwany-") && arabic.utf8.count == 15)
        #expect(arabic.utf8.allSatisfy { $0 < 0x80 })
        // Spellings of one name give one identifier, and names that sound alike do not.
        #expect(NameKey.key(of: "امن  المُوانـئ") == arabic)
        #expect(NameKey.key(of: "سلام") != NameKey.key(of: "صلام"))
        #expect(NameKey.key(of: "الدورة أ") != NameKey.key(of: "الدورة ب"))
    }

    @Test func namesInTwoColumnsAreOneCourse() throws {
        let (_, dataset) = try imported(
            """
            Civil ID | Name | اسم الدورة | Course name | Date | Status
            001 | A | أمن الموانئ | Port Security | 25/01/2025 | Attended
            002 | B | أمن الموانىء | | 25/01/2025 | Attended
            003 | C | | Port Security | 25/01/2025 | Attended
            004 | D | إدارة الأزمات | Crisis Management | 26/01/2025 | Attended
            """)
        let courses = try #require(dataset[.courses])
        #expect(courses.rows.map { $0[0] } == ["portsecurity", "crisismanagement"])
        let arabic = try #require(courses.columns.firstIndex(of: "title_ar"))
        #expect(courses.rows.map { $0[arabic] } == ["أمن الموانئ", "إدارة الأزمات"])
        #expect(dataset[.participations]?.rows.count == 4)
    }

    @Test func englishNamesAreNotInArabic() throws {
        let (_, dataset) = try imported(
            """
            Civil ID | Name | Course | Topic | Date | Status | Employer
            001 | A | One | القيادة العليا | 25/01/2025 | Attended | الجمارك
            002 | B | One | القيادة العليا | 25/01/2025 | Attended | الجمارك
            """)
        #expect(dataset[.labels] == nil)
        #expect(dataset[.topics]?.rows.first?[1].hasArabic == false)
        #expect(dataset[.topics]?.rows.first?[2] == "القيادة العليا")
    }

    @Test func textsAboveTheHeadingsAreTitles() throws {
        let (proposal, _) = try imported(
            """
            Directorate of Training
            Training register 2025
            سجل التدريب ٢٠٢٥
            Updated: 31 January 2025
            Civil ID | Name | Course | Date | Status
            001 | A | One | 25/01/2025 | Attended
            """)
        let dataset = JSONNode.object(proposal.mapping.dataset)
        #expect(
            dataset
                == .object([
                    "title": .object(["en": .string("Training register 2025"), "ar": .string("سجل التدريب ٢٠٢٥")]),
                    "custodian": .object(["en": .string("Directorate of Training")]),
                    "traineeIdentifiers": .string("civil"),
                ]))
        #expect(
            proposal.doubts.contains { $0.en.contains("the office that keeps the records; add the other language") })
    }
}
