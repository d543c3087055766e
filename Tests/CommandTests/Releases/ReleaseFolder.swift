import Foundation
import Support
import TestSupport
import Testing

@testable import Releases

/// A folder with a small dataset, `d`, and a schedule of two reports, into which releases are made.
final class ReleaseFolder {
    let folder: TemporaryFolder

    /// Months and quarters of 2019; further keys are those of both reports, or of the schedule.
    init(
        from: String = "2019-07", formats: [String] = ["csv"], keys: String = ", \"definition\": \"two.json\"",
        top: String = "\"delay\": 2"
    ) throws {
        // In memory, where there is room for it: syncing hundreds of runs to a disk takes minutes and shows no more.
        let memory = "/dev/shm/"
        folder = try TemporaryFolder(
            in: FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory())
        for (name, text) in TinyDataset.files { try folder.write(text + "\n", to: "d/" + name) }
        let reports = ["monthly", "quarterly"].map {
            """
            {"name": "\($0)", "recurrence": "\($0)", "dataset": "d", "output": "out/\($0)",
             "formats": ["\(formats.joined(separator: "\", \""))"]\(keys)}
            """
        }
        try folder.write(Self.definition, to: "two.json")
        try folder.write(
            "{\"from\": \"\(from)\", \(top), \"reports\": [\(reports.joined(separator: ", "))]}", to: "schedule.json")
    }

    /// A report of two tables, which is quickly made.
    private static let definition = """
        {"tables": [{"section": "key-figures"}, {"id": "states", "title": {"en": "States", "ar": "الدول"}, "rows": ["state"],
          "measures": ["trainees", "attendances"]}]}
        """

    /// A participation that comes late, in a session of October 2019.
    func addLateRecord() throws {
        try folder.write(folder.text(of: "d/participations.csv") + "S3,T1,attended,3,,,,\n", to: "d/participations.csv")
    }

    /// The day on which the third quarter is due, and its last month.
    static let autumn = "2019-10-03"

    var path: String { folder.path }

    /// Runs a command of the program on the schedule.
    func tadrib(
        _ command: String, _ options: [String] = [], today: String = autumn, environment: [String: String] = [:]
    ) throws -> ProgramResult {
        try CommandTests.tadrib(
            [command, path + "/schedule.json", "--today", today] + options, environment: environment, folder: path)
    }

    /// A run that has nothing to say.
    func run(today: String = autumn, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let result = try tadrib("run", today: today)
        try #require(
            result.code == 0 && result.errors.isEmpty && result.text.isEmpty, "\(result.errors)\(result.text)",
            sourceLocation: sourceLocation)
    }

    /// All releases and what is in them.
    func tree() throws -> [String: Data] {
        var tree: [String: Data] = [:]
        for file in try FileSystem.files(below: path + "/out") where !Self.isOwn(file) {
            tree[file] =
                try FileSystem.target(ofLink: path + "/out/" + file).map { Data($0.utf8) }
                ?? folder.bytes(of: "out/" + file)
        }
        return tree
    }

    /// What runs keep for themselves.
    private static func isOwn(_ file: String) -> Bool {
        file.hasSuffix(RunState.fileName) || file.hasSuffix(RunLock.fileName)
    }

    /// Sees to it that each release that can be seen is whole and as it would be undisturbed.
    func expectWhole(
        like reference: [String: Data], _ circumstances: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let findings = (try? Verification(path + "/out").findings) ?? []
        #expect(findings.isEmpty, "\(circumstances): \(findings.map(\.message))", sourceLocation: sourceLocation)
        // What is hidden is what the next run removes.
        let visible = try tree().filter {
            !$0.key.contains("/.") && !$0.key.hasPrefix(".") && !$0.key.hasSuffix(".tmp")
        }
        let odd = visible.filter { reference[$0.key] != $0.value && !$0.key.hasSuffix("latest") }.keys
        #expect(odd.isEmpty, "\(circumstances): \(odd.sorted())", sourceLocation: sourceLocation)
    }
}
