import Support
import Testing

@testable import Importing

/// The proposal for each register, applied as it stands, gives the figures of its `expected.csv`, but for corrections named
/// here.
struct ProposalTests {
    @Test(arguments: RegisterFigures.registers)
    func figuresAreAsExpected(register: (folder: String, file: String)) throws {
        let (folder, file) = register
        let sheets = try RegisterSheet.all(in: RegisterFigures.path(folder, file))
        let proposal = try MappingProposal(of: sheets)
        let text = proposal.text(in: .en)
        let mapping = try Mapping(json: Array(text.utf8), path: "proposal")
        #expect(mapping == proposal.mapping)
        let dataset = try RegisterImport(mapping).dataset(of: sheets)
        #expect(dataset.log.messages.filter { $0.severity == .error }.map(\.text.en).isEmpty)
        #expect(try RegisterFigures.differences(of: dataset, in: folder) == [])
    }

    @Test(arguments: RegisterFigures.registers)
    func doubtsAreToldOnce(register: (folder: String, file: String)) throws {
        let proposal = try MappingProposal(
            of: try RegisterSheet.all(in: RegisterFigures.path(register.folder, register.file)))
        let doubts = proposal.doubts.map(\.en)
        #expect(Set(doubts).count == doubts.count)
        for (language, mark) in [(Language.en, "// ? "), (.ar, "// ؟ ")] {
            let text = proposal.text(in: language)
            let marked = text.split(separator: "\n").filter { $0.contains(mark) }
            #expect(marked.count == doubts.count)
            for doubt in proposal.doubts {
                #expect(marked.count { $0.hasSuffix(doubt(language)) } == 1, "\(doubt(language))")
            }
        }
    }
}
