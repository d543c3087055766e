import Support
import Testing

@testable import Importing

/// What somebody has to correct in the proposals, besides what the figures of `expected.csv` show; the rest is right as it is.
struct CorrectionTests {
    /// A correction: a text of the file, and what takes its place.
    private static let corrections: [String: [(of: String, to: String)]] = [
        "Samples/register": [
            // Two names of one office, and one hall in two languages.
            (#""Customs Authority": [],"#, #""Customs Authority": ["Customs"],"#), (#""Customs": [],"#, ""),
            (#""main hall": [],"#, ""), (#""القاعة الرئيسية": [],"#, #""Main hall": ["القاعة الرئيسية"],"#),
        ]
    ]

    @Test(arguments: RegisterFigures.registers)
    func correctedProposalsAgreeWithMappingsByHand(register: (folder: String, file: String)) throws {
        let (folder, file) = register
        let sheets = try RegisterSheet.all(in: RegisterFigures.path(folder, file))
        var text = try MappingProposal(of: sheets).text(in: .en)
        for correction in Self.corrections[folder] ?? [] {
            #expect(text.contains(correction.of))
            text = text.replacing(correction.of, with: correction.to)
        }
        let corrected = try RegisterImport(Mapping(json: Array(text.utf8), path: "")).dataset(of: sheets)
        let byHand = try RegisterImport(
            Mapping(json: FileSystem.bytes(of: RegisterFigures.path(folder, "mapping.json")), path: "")
        ).dataset(of: sheets)
        for (dimension, measure) in [
            ("institution", "participations"), ("venue", "participations"), ("topic", "participations"),
            ("delivery", "sessions"), ("state", "completions"), ("year", "trainee-hours"), ("sex", "no-shows"),
        ] {
            let tables = try [corrected, byHand].map { dataset in
                try RegisterFigures.figures(ImportedRecords(dataset), by: [dimension], measure: measure).dropFirst()
                    .compactMap(\.last).sorted()
            }
            #expect(tables[0] == tables[1], "\(measure) by \(dimension)")
        }
    }
}
