import Foundation
import TestSupport
import Testing

@testable import Aggregation
@testable import Commands

/// The manual page as the two programs that show such pages see it.
struct ManualTests {
    /// The page in a file, as `man` wants it.
    private func page() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(try tadrib(["manual", "--today", "2026-11-25"]).output, to: "tadrib.1")
        return folder
    }

    private func shown(by script: String) throws -> ProgramResult {
        let folder = try page()
        return try shell(["-c", script], environment: ["MANWIDTH": "80"], folder: folder.path)
    }

    @Test func mandocFindsNoFault() throws {
        let result = try shown(by: "mandoc -T lint tadrib.1")
        #expect(result.code == 0 && result.text.isEmpty && result.errors.isEmpty, "\(result.text)\(result.errors)")
    }

    @Test func manShowsItWithoutAWarning() throws {
        let result = try shown(by: "man --warnings -l tadrib.1")
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(result.text.contains("tadrib 0") && result.text.contains("2026-11-25"))
        let lines = result.text.split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= 80 }, "wider than a terminal")
        // What the page says, however its lines are broken.
        let words = Set(result.text.split { $0.isWhitespace || $0 == "," }.map(String.init))
        let names =
            Command.all.map(\.name) + Command.allOptions.map { "--" + $0.name }
            + Catalogue.builtIn.measures.map(\.id) + Catalogue.builtIn.dimensions.map(\.id)
            + Transform.allCases.map(\.rawValue)
            + ExitCode.allCases.map { "\($0.rawValue)" }
        #expect(names.filter { !words.contains($0) } == [])
    }

    @Test func bothShowTheSameWords() throws {
        let byMan = try shown(by: "man -l tadrib.1 | tr -s ' \\n' '\\n\\n'").text
        let byMandoc = try shown(by: "mandoc -T utf8 -O width=78 tadrib.1 | col -bx | tr -s ' \\n' '\\n\\n'").text
        let words = Set(byMandoc.split(separator: "\n"))
        #expect(Set(byMan.split(separator: "\n")).subtracting(words).isEmpty)
    }

    @Test func whatisFindsNameAndPurpose() throws {
        let result = try shown(by: "lexgrog tadrib.1")
        #expect(result.text == "tadrib.1: \"tadrib - \(Help.title)\"\n")
    }

    /// Long examples are broken over lines, and are still the commands that help shows.
    @Test func examplesCanBeCopied() throws {
        let page = try shown(by: "man -l tadrib.1").text
        let joined = page.replacing(/[ ]\\\n[ ]+/, with: " ")
        for example in Command.all.flatMap(\.examples) {
            #expect(joined.contains("           \(example.command)\n"), "\(example.command)")
        }
    }

    @Test func theSameDayGivesTheSameBytes() throws {
        #expect(
            try tadrib(["manual", "--today", "2026-11-25"]).output
                == tadrib(["manual", "--today", "2026-11-25"]).output)
        #expect(try tadrib(["manual"]).text.contains(".TH TADRIB 1 2"))
    }
}
