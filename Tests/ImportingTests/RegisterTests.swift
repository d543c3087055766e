import Pipeline
import Records
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats
import Writers

@testable import Importing

/// Each register, imported by its mapping, gives the figures that its `expected.csv` states.
struct RegisterTests {
    private static let folder = packageFolder
    private static let tests = "Tests/ImportingTests/Registers"
    private let environment = PipelineEnvironment(
        tool: "test", threads: 2, currentDay: { _ in CivilDate(day: 0) })

    /// The folders of the registers with the names of their files.
    static let registers: [(folder: String, file: String)] = [
        ("Samples/register", "register.xlsx"), (tests + "/1-arabic-flat", "register.xlsx"),
        (tests + "/3-lms-export", "export.csv"), (tests + "/4-attendance-matrix", "attendance.xlsx"),
        (tests + "/5-courses-across", "matrix.xlsx"),
    ]

    static func imported(_ folder: String, _ file: String) throws -> ImportedDataset {
        let path = "\(Self.folder)/\(folder)"
        let mapping = try Mapping(json: try FileSystem.bytes(of: path + "/mapping.json"), path: "mapping.json")
        let sheets = try RegisterSheet.all(in: "\(path)/\(file)", separator: mapping.separator)
        return try RegisterImport(mapping).dataset(of: sheets)
    }

    @Test(arguments: registers)
    func figuresAreAsExpected(register: (folder: String, file: String)) throws {
        let dataset = try Self.imported(register.folder, register.file)
        #expect(dataset.log.count(.error) == 0)
        let titles = Dictionary(
            dataset[.courses]?.rows.map { ($0[0], $0[1]) } ?? [], uniquingKeysWith: { first, _ in first })
        let expected = CSVText.records(try FileSystem.bytes(of: "\(Self.folder)/\(register.folder)/expected.csv"))
        for line in expected.dropFirst() where line[2] != "attendance-days" {
            let table = try figures(ImportedRecords(dataset), by: line[0] == "all" ? [] : [line[0]], measure: line[2])
            let found = table.dropFirst().first { row in
                line[0] == "all" || row[0] == line[1] || titles[row[0]] == line[1]
            }
            let value = found?.last ?? ""
            #expect(isSame(value, line[3]), "\(line.joined(separator: ",")): \(value)")
        }
    }

    private func isSame(_ left: String, _ right: String) -> Bool {
        guard let left = Double(left), let right = Double(right) else { return left == right }
        return abs(left - right) < 1e-6
    }

    private func figures(_ source: some RecordSource, by rows: [String], measure: String) throws -> [[String]] {
        let table = try TableRequest(
            dataset: DatasetRequest(source: source, today: CivilDate("2026-01-31")), selection: Selection(), rows: rows,
            columns: [], measures: [measure], transforms: [], order: nil, layout: .tidy, hasTotals: false,
            style: .init(showsBounds: false, isDescribed: false, isDrawn: false), language: .en
        ).made(environment).table
        return CSVText.records(Array(DelimitedWriter.csv(guardsInjection: false).text(of: table).utf8))
    }
}
