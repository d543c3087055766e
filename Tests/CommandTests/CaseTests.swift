import Foundation
import TestSupport
import Testing

/// The command line as the shell sees it.
///
/// Each folder of `Cases` holds `cmd`, run by `sh` in an empty folder with `tadrib` and `Tools` on its path, `$SAMPLES` and `$CASE`
/// (the case's own folder), and what is expected: `expected` (standard output), `expected-errors` and `expected-code`
/// where they are not empty or 0. With `TADRIB_RECORD=1` what came out is put in their place, and the test fails once.
struct CaseTests {
    static let folder = packageFolder + "/Tests/CommandTests/Cases"
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

    @Test func casesAreThere() { #expect(Self.names.count > 30) }

    @Test(arguments: names) func asExpected(name: String) throws {
        let place = Self.folder + "/" + name
        let scratch = try TemporaryFolder()
        let result = try shell([place + "/cmd"], environment: ["CASE": place], folder: scratch.path)
        let outcome = [
            "expected": result.text, "expected-errors": result.errors,
            "expected-code": result.code == 0 ? "" : "\(result.code)\n",
        ]
        for (file, text) in outcome.sorted(by: { $0.key < $1.key }) {
            // Paths differ between machines.
            let text = text.replacing(scratch.path, with: "$HERE").replacing(packageFolder, with: "$PACKAGE")
            let path = place + "/" + file
            let expected = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            guard text != expected else { continue }
            Issue.record("\(name)/\(file) is not as expected:\n\(text)")
            if ProcessInfo.processInfo.environment["TADRIB_RECORD"] == "1" {
                try? FileManager.default.removeItem(atPath: path)
                if !text.isEmpty { try text.write(toFile: path, atomically: true, encoding: .utf8) }
            }
        }
    }
}
