import Foundation
import TestSupport
import Testing

/// What the fuzzer has found worth keeping: inputs that between them lead everywhere in the reader of workbooks.
///
/// `Scripts/fuzz workbooks` looks for more, and `Scripts/fuzz workbooks FILE` reads one alone, should this test end in a crash.
struct CorpusTests {
    @Test func everyInputIsReadInOrder() throws {
        let folder = packageFolder + "/Tests/WorkbooksTests/Corpus"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names.count > 30)
        let oracle = try WorkbookOracle()
        for name in names {
            let input = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            let disorder = try oracle.disorder(in: Array(input))
            #expect(disorder == nil, "\(name)")
        }
    }
}
