import Foundation
import TestSupport
import Testing

/// What the fuzzer has found worth keeping: inputs that between them lead everywhere in the reader.
///
/// `Scripts/fuzz` looks for more, and `Scripts/fuzz FILE` reads one alone, should this test end in a crash.
struct CorpusTests {
    @Test func everyInputIsReadTheSameInAllWays() throws {
        let folder = packageFolder + "/Tests/RecordsTests/Corpus"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names.count > 30)
        let oracle = try ReadingOracle()
        for name in names {
            let input = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            let difference = try oracle.disagreement(over: Array(input))
            #expect(difference == nil, "\(name)")
        }
    }
}
