import Foundation
import TestSupport
import Testing

/// A recorded use of the command line.
///
/// Its folder, `Cases/<command>/<case>`, holds `cmd`, which `sh` runs in an empty folder with `tadrib` and `Tools` on its path, `$SAMPLES`
/// and `$CASE` (the case's own folder). Beside it is what comes of it: `expected` (standard output), `expected-errors` and
/// `expected-code`, where they are not empty or 0.
struct Case: CustomTestStringConvertible, Sendable {
    /// Command and case, such as `table/bad-period`.
    let name: String

    /// Where all cases are.
    static let root = packageFolder + "/Tests/CommandTests/Cases"

    /// All cases, sorted by name.
    static let all: [Case] = folders(of: root).flatMap { command in
        folders(of: root + "/" + command).map { Case(name: command + "/" + $0) }
    }

    /// The cases that `TADRIB_CASE` names, or all: `table/bad-period`, `table` (all of the command), several with spaces between.
    static let chosen: [Case] = {
        let words = (ProcessInfo.processInfo.environment["TADRIB_CASE"] ?? "").split(separator: " ")
        guard !words.isEmpty else { return all }
        return all.filter { one in words.contains { one.name == $0 || one.name.hasPrefix($0 + "/") } }
    }()

    private static func folders(of path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    var testDescription: String { name }
    var folder: String { Self.root + "/" + name }

    /// What a run of the case gives, by the names of the files that hold what is expected; empty texts have no file.
    func run() throws -> [(file: String, text: String)] {
        let scratch = try TemporaryFolder()
        let result = try shell([folder + "/cmd"], environment: ["CASE": folder], folder: scratch.path)
        let texts = [
            ("expected", result.text), ("expected-errors", result.errors),
            ("expected-code", result.code == 0 ? "" : "\(result.code)\n"),
        ]
        // Paths differ between machines.
        return texts.map { file, text in
            (file, text.replacing(scratch.path, with: "$HERE").replacing(packageFolder, with: "$PACKAGE"))
        }
    }

    /// The recorded text of a file; empty if there is none.
    func recorded(_ file: String) throws -> String {
        let path = folder + "/" + file
        guard FileManager.default.fileExists(atPath: path) else { return "" }
        return String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }

    /// Puts a text in the place of the recorded one.
    func record(_ text: String, as file: String) throws {
        let path = folder + "/" + file
        if !text.isEmpty {
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        } else if FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
    }

    /// How a text differs from the recorded one, as a unified diff.
    func difference(of text: String, from file: String) throws -> String {
        let texts = try TemporaryFolder(["recorded": try recorded(file), "now": text])
        let path = "Tests/CommandTests/Cases/\(name)/\(file)"
        let words = ["-u", "--label", "\(path) (recorded)", "--label", "\(path) (now)", "recorded", "now"]
        let lines = try TestSupport.run("/usr/bin/diff", words, folder: texts.path).text.split(
            separator: "\n", omittingEmptySubsequences: false)
        let longest = 120
        return lines.prefix(longest).joined(separator: "\n")
            + (lines.count > longest ? "\n... \(lines.count - longest) more lines" : "")
    }
}
