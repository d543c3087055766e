import Foundation
import TestSupport
import Testing

/// The command line as the shell sees it: all recorded cases, or those that `TADRIB_CASE` names.
///
/// `Scripts/record` sets `TADRIB_RECORD`: what comes out is then put in the place of what was recorded.
struct CaseTests {
    private static let isRecording = ProcessInfo.processInfo.environment["TADRIB_RECORD"] == "1"

    @Test func casesAreThere() {
        #expect(Case.all.count > 100)
        #expect(
            !Case.chosen.isEmpty,
            "TADRIB_CASE names no case: they are the folders of Tests/CommandTests/Cases/<command>")
        let empty = Case.all.filter { !FileManager.default.fileExists(atPath: $0.folder + "/cmd") }
        #expect(empty.isEmpty, "these folders have no file cmd: \(empty.map(\.name))")
    }

    @Test(arguments: Case.chosen) func asRecorded(one: Case) throws {
        for (file, text) in try one.run() where try text != one.recorded(file) {
            let difference = try one.difference(of: text, from: file)
            if Self.isRecording {
                try one.record(text, as: file)
                print("recorded:\n\(difference)")
            } else {
                Issue.record("\(difference)\nIf this is meant: Scripts/record \(one.name)")
            }
        }
    }
}
