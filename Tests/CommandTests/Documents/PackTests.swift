import Foundation
import TestSupport
import Testing

/// Whole report packs of the samples, as other programs read them.
struct PackTests {
    static let samples = [
        ("regional-centre", "en", [String]()), ("regional-centre", "ar", []),
        ("regional-centre", "ar,en", ["--profile", "publication", "--intervals"]),
        ("gulf-military-training", "en,ar", ["--max-rejects", "5%"]),
    ]

    /// The same records give the same bytes, wherever and whenever.
    @Test(arguments: samples) func sameBytes(sample: String, language: String, options: [String]) throws {
        let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
        try pack(sample, in: language, options, into: first, environment: ["TZ": "Pacific/Auckland", "LANG": "C"])
        try pack(
            sample, in: language, options, into: second, environment: ["TZ": "America/Lima", "LANG": "ar_KW.UTF-8"])
        #expect(first.names == second.names && first.names.count > 8)
        for name in first.names where name.contains(".") {
            #expect(try first.bytes(of: name) == second.bytes(of: name), "\(sample) \(name)")
        }
    }

    /// The figures of pages and pictures are those of the CSV files, in both languages.
    @Test(arguments: samples.filter { $0.1 == "en" })
    func pagesHoldTheNumbersOfTheCSV(sample: String, language: String, options: [String]) throws {
        let folder = try TemporaryFolder()
        try pack(sample, in: "en,ar", options + ["--format", "csv,md,html"], into: folder, environment: [:])
        let result = try run(
            debianPython,
            [packageFolder + "/Tests/Python/page_figures.py", folder.path, "report.html", "report.ar.html"],
            environment: ["PYTHONUTF8": "1"])
        #expect(result.code == 0 && result.text.isEmpty, "\(result.text)\(result.errors)")
        #expect(folder.names.contains("charts/state-year.ar.svg"))
    }

    /// A workbook's notes say the period and its days, the reporting day, the records, and the SHA-256 of every file that was read.
    @Test(arguments: ["analyst", "publication"]) func notesTellWhereFiguresComeFrom(profile: String) throws {
        let folder = try TemporaryFolder()
        let options = ["--format", "xlsx", "--profile", profile, "--period", "2018-H1"]
        try pack("regional-centre", in: "en", options, into: folder, environment: [:])
        let script = """
            import hashlib, openpyxl, pathlib, sys
            notes = openpyxl.load_workbook(sys.argv[1])["Notes"]
            text = "\\n".join(str(cell.value) for row in notes.iter_rows() for cell in row)
            wanted = ["2018-01-01", "2018-06-30", "2019-12-31", "3,891 read, 0 rejected"]
            files = [path for path in pathlib.Path(sys.argv[2]).iterdir() if path.suffix in (".csv", ".json")]
            for path in files:
                wanted += [path.name, hashlib.sha256(path.read_bytes()).hexdigest()]
            print(len(files), [word for word in wanted if word not in text])
            """
        let sample = packageFolder + "/Samples/regional-centre"
        let read = try run(debianPython, ["-c", script, folder.path + "/report.xlsx", sample])
        #expect(read.text == "12 []\n", "\(read.errors)")
    }

    private func pack(
        _ sample: String, in language: String, _ options: [String], into folder: TemporaryFolder,
        environment: [String: String]
    ) throws {
        let result = try run(
            try builtProgram(),
            ["report", packageFolder + "/Samples/" + sample, "-o", folder.path, "--today", "2019-12-31", "-q"]
                + ["--lang", language] + options, environment: environment)
        try #require(result.code == 0, "\(result.errors)")
    }
}
