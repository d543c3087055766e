import Foundation
import TestSupport
import Testing

/// Whole report packs of the samples, as other programs read them.
struct PackTests {
    static let samples = [
        ("regional-centre", "en", [String]()), ("regional-centre", "ar", []),
        ("gulf-military-training", "en", ["--max-rejects", "5%"]),
    ]

    /// The same records give the same bytes, wherever and whenever.
    @Test(arguments: samples) func sameBytes(sample: String, language: String, options: [String]) throws {
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        try pack(sample, language, options, into: first, environment: ["TZ": "Pacific/Auckland", "LANG": "C"])
        try pack(sample, language, options, into: second, environment: ["TZ": "America/Lima", "LANG": "ar_KW.UTF-8"])
        #expect(first.names == second.names && first.names.count > 8)
        for name in first.names where name.contains(".") {
            #expect(try first.bytes(of: name) == second.bytes(of: name), "\(sample) \(name)")
        }
    }

    /// Every number of the workbook is in the CSV file of its table, and every number of that file is in the workbook.
    @Test(arguments: samples) func workbookHoldsTheNumbersOfTheCSV(
        sample: String, language: String, options: [String]
    ) throws {
        let folder = try TemporaryFolder()
        try pack(sample, language, options, into: folder, environment: [:])
        let book = try ReadWorkbook(path: folder.path + "/report.xlsx")
        let tables = folder.names.filter { $0.hasSuffix(".csv") }
        #expect(tables.count > 4)
        for name in tables {
            let id = String(name.dropFirst("tables/".count).dropLast(".csv".count))
            let sheet = try #require(book[id], "\(sample): no sheet \(id)")
            let written = sheet.rows.flatMap { $0 }.compactMap {
                if case .number(let number) = $0 { number } else { nil }
            }
            let read = try numbers(ofCSV: folder.text(of: name))
            #expect(missing(from: read, of: written).isEmpty, "\(sample) \(id): numbers of the workbook alone")
            #expect(missing(from: written, of: read).isEmpty, "\(sample) \(id): numbers of the CSV alone")
        }
    }

    /// The figures of pages and pictures are those of the CSV files, in both languages.
    @Test(arguments: samples.filter { $0.1 == "en" })
    func pagesHoldTheNumbersOfTheCSV(sample: String, language: String, options: [String]) throws {
        let folder = try TemporaryFolder()
        try pack(sample, "en,ar", options + ["--format", "csv,md,html"], into: folder, environment: [:])
        let result = try run(
            debianPython,
            [packageFolder + "/Tests/Python/page_figures.py", folder.path, "report.html", "report.ar.html"],
            environment: ["PYTHONUTF8": "1"])
        #expect(result.code == 0 && result.text.isEmpty, "\(result.text)\(result.errors)")
        #expect(folder.names.contains("charts/state-year.ar.svg"))
    }

    private func pack(
        _ sample: String, _ language: String, _ options: [String], into folder: TemporaryFolder,
        environment: [String: String]
    ) throws {
        let result = try run(
            try builtProgram(),
            ["report", packageFolder + "/Samples/" + sample, "-o", folder.path, "--today", "2019-12-31", "-q"]
                + ["--lang", language] + options, environment: environment)
        try #require(result.code == 0, "\(result.errors)")
    }

    /// Numbers other than 0 in the measure columns of a CSV file; members such as years are text in a workbook.
    private func numbers(ofCSV text: String) throws -> [Double] {
        let script = """
            import csv, json, sys
            rows = list(csv.DictReader(sys.stdin.read().lstrip("\\ufeff").splitlines()))
            members = {"year", "state", "topic", "course", "programme", "period", "where", "text"}
            def number(text):
                try: return float(text)
                except ValueError: return None
            found = [number(v) for row in rows for k, v in row.items() if k not in members]
            print(json.dumps([n for n in found if n is not None]))
            """
        let result = try run(debianPython, ["-c", script], input: Data(text.utf8), environment: ["PYTHONUTF8": "1"])
        return try JSONDecoder().decode([Double].self, from: result.output)
    }

    /// Numbers that have none in the other list within the 16 digits that a workbook holds; a count of 0 may be a gap.
    private func missing(from others: [Double], of numbers: [Double]) -> [Double] {
        let others = others.sorted()
        return numbers.filter { number in
            guard number != 0 else { return false }
            let index = others.firstIndex { $0 >= number - abs(number) * 1e-15 } ?? others.count
            return index == others.count || others[index] > number + abs(number) * 1e-15
        }
    }
}
