import Foundation
import Support
import TestSupport
import Testing

/// Transforms and intervals are the same figures in every format and both languages.
struct TransformFormatTests {
    /// Cumulative persons of 2018, their change, the cumulative rate, and the lower end of the interval of 2017.
    ///
    /// Held against a count of the records by another program: 651 of 747 by 2018, 258 of 290 in 2017.
    private static let numbers: [(data: String, display: String)] = [
        ("659", "659"), ("137", "137"), ("0.8714859437751004", "87.1%"), ("0.8483763989203322", "84.8%"),
    ]

    private func written(_ options: String...) throws -> Data {
        let table = ["--rows", "year", "--measures", "trainees,completion-rate"]
        let made = try tadrib(
            ["table"] + centre + table + ["--transforms", "change,cumulative", "--intervals", "-q"] + options)
        try #require(made.code == 0, "\(made.errors)")
        return made.output
    }

    /// Whether a number stands in a text, not as a part of another.
    private func stands(_ number: String, in text: String) -> Bool {
        text.ranges(of: number).contains { place in
            let before = text[..<place.lowerBound].last, after = text[place.upperBound...].first
            return ![before, after].contains { $0?.isNumber == true || $0 == "." }
        }
    }

    @Test(arguments: ["csv", "tsv", "json", "sdmx-csv"], ["en", "ar"]) func data(format: String, language: String)
        throws
    {
        let text = String(decoding: try written("-f", format, "--lang", language), as: UTF8.self)
        for (number, _) in Self.numbers {
            #expect(stands(number, in: text), "\(format) \(number)")
        }
    }

    @Test(arguments: ["text", "md", "html"], ["en", "ar"]) func documents(format: String, language: String) throws {
        let text = String(decoding: try written("-f", format, "--lang", language), as: UTF8.self)
        let digits = language == "ar" ? Digits.arab : .latn
        for (_, number) in Self.numbers {
            #expect(stands(digits.figure(number), in: text), "\(format) \(number)")
        }
    }

    @Test(arguments: ["analyst", "publication"], ["en", "ar"]) func workbooks(profile: String, language: String) throws
    {
        let folder = try TemporaryFolder()
        let path = folder.path + "/a.xlsx"
        _ = try written("--profile", profile, "--lang", language, "-o", path)
        let cells = try ReadWorkbook(path: path).sheets.flatMap { $0.rows.joined() }
        for (number, _) in Self.numbers {
            let value = try #require(Double(number))
            let isThere = cells.contains { if case .number(let read) = $0 { abs(read - value) < 1e-15 } else { false } }
            #expect(isThere, "\(profile) \(number)")
        }
    }
}
