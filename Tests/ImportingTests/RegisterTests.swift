import Support
import Testing

@testable import Importing

/// Each register, imported by its mapping, gives the figures that its `expected.csv` states.
struct RegisterTests {
    @Test(arguments: RegisterFigures.registers)
    func figuresAreAsExpected(register: (folder: String, file: String)) throws {
        let (folder, file) = register
        let mapping = try Mapping(
            json: try FileSystem.bytes(of: RegisterFigures.path(folder, "mapping.json")), path: "mapping.json")
        let sheets = try RegisterSheet.all(in: RegisterFigures.path(folder, file), separator: mapping.separator)
        let dataset = try RegisterImport(mapping).dataset(of: sheets)
        #expect(dataset.log.count(.error) == 0)
        #expect(try RegisterFigures.differences(of: dataset, in: folder).isEmpty)
    }
}
