import Pipeline
import Records
import Reporting
import Support
import TestSupport
import TrainingStats
import Writers

@testable import Importing

/// The synthetic registers with the figures that must come of them.
enum RegisterFigures {
    /// The folders of the registers with the names of their files.
    static let registers: [(folder: String, file: String)] = [
        ("Samples/register", "register.xlsx"), (tests + "/1-arabic-flat", "register.xlsx"),
        (tests + "/3-lms-export", "export.csv"), (tests + "/4-attendance-matrix", "attendance.xlsx"),
        (tests + "/5-courses-across", "matrix.xlsx"),
    ]

    private static let tests = "Tests/ImportingTests/Registers"
    private static var environment: PipelineEnvironment {
        PipelineEnvironment(
            tool: "test", threads: 2, currentDay: { _ in CivilDate(day: 0) })
    }

    /// The path of a file beside a register.
    static func path(_ folder: String, _ file: String) -> String { "\(packageFolder)/\(folder)/\(file)" }

    /// What differs from `expected.csv`: the line, and the figure that came.
    static func differences(of dataset: ImportedDataset, in folder: String) throws -> [String] {
        let titles = Dictionary(
            dataset[.courses]?.rows.map { ($0[0], $0[1]) } ?? [], uniquingKeysWith: { first, _ in first })
        let expected = CSVText.records(try FileSystem.bytes(of: path(folder, "expected.csv")))
        var tables: [[String]: [[String]]] = [:]
        return try expected.dropFirst().compactMap { line -> String? in
            let question = [line[0], line[2]]
            let table =
                try tables[question]
                ?? figures(ImportedRecords(dataset), by: line[0] == "all" ? [] : [line[0]], measure: line[2])
            tables[question] = table
            let found = table.dropFirst().first { row in
                line[0] == "all" || row[0] == line[1] || titles[row[0]] == line[1]
            }
            let value = found?.last ?? ""
            return isSame(value, line[3]) ? nil : "\(line.joined(separator: ",")): \(value)"
        }
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        guard let left = Double(left), let right = Double(right) else { return left == right }
        return abs(left - right) < 1e-6
    }

    /// A table of one measure, as CSV has it.
    static func figures(_ source: some RecordSource, by rows: [String], measure: String) throws -> [[String]] {
        let table = try TableRequest(
            dataset: DatasetRequest(source: source, today: CivilDate("2026-01-31")), selection: Selection(), rows: rows,
            columns: [], measures: [measure], transforms: [], order: nil, layout: .tidy, hasTotals: false,
            style: .init(showsBounds: false, isDescribed: false, isDrawn: false), language: .en
        ).made(environment).table
        return CSVText.records(Array(DelimitedWriter.csv(guardsInjection: false).text(of: table).utf8))
    }
}
