import Foundation
import TestSupport
import Testing

@testable import Commands

/// Help of every command that the overview lists.
struct HelpTests {
    /// The commands in the overview's list, as a reader finds them: two spaces, a name, spaces, an explanation.
    static let commands = ((try? tadrib(["--help"]).text) ?? "").split(separator: "\n").compactMap { line in
        line.wholeMatch(of: /[ ]{2}([a-z]+)[ ]{2,}[a-z].+/).map { String($0.output.1) }
    }

    @Test func overviewListsEveryCommand() throws {
        #expect(Self.commands == Command.all.map(\.name))
        try expectHelp(try tadrib(["--help"]))
        #expect(try tadrib(["-h"]).text == tadrib(["--help"]).text)
        #expect(try tadrib(["help"]).text == tadrib(["--help"]).text)
    }

    @Test(arguments: commands) func ofEveryCommand(command: String) throws {
        let help = try tadrib([command, "--help"])
        try expectHelp(help)
        #expect(help.text.contains("Usage: tadrib \(command)"))
        #expect(try tadrib([command, "-h"]).text == help.text)
        #expect(try tadrib(["help", command]).text == help.text)
        // Other words do not matter where help is asked for.
        #expect(try tadrib([command, "--period", "never", "--help"]).text == help.text)
        #expect(try tadrib([command, "--version"]).text == tadrib(["--version"]).text)
    }

    /// What the examples show can be done; that of `reconcile`, which takes long, is among the cases.
    @Test(arguments: commands.filter { $0 != "reconcile" }) func examplesWork(command: String) throws {
        let folder = try TemporaryFolder()
        let isAboutReleases = ["run", "status", "verify", "compare"].contains(command)
        if isAboutReleases {
            // Releases are made beside the samples.
            try makeReleases(in: folder)
        } else {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/Samples", withDestinationPath: samples)
        }
        if command == "history" {
            let words = [
                "import", samples + "/training-plan", "--into", "sqlite:" + folder.path + "/training.db", "-q",
            ]
            #expect(try tadrib(words).code == 0)
        }
        let lines = try tadrib([command, "--help"]).text.split(separator: "\n")
        let examples = lines.filter { $0.hasPrefix("  tadrib ") || $0.hasPrefix("  source ") }
        #expect(!examples.isEmpty)
        for example in examples {
            let result = try run(
                "/bin/bash", ["-c", String(example)],
                environment: ["PATH": String(try builtProgram().dropLast("/tadrib".count)) + ":/usr/bin:/bin"],
                folder: folder.path)
            #expect(result.code == 0, "\(example): \(result.errors)")
        }
    }

    /// Releases of January, and the samples that they come from, with a late record.
    private func makeReleases(in folder: TemporaryFolder) throws {
        let script = """
            cp -r "$SAMPLES" Samples; run="tadrib run Samples/schedule.json --today 2019-02-06"; $run
            echo S2019-01,T0019,completed,12,,,, >> Samples/regional-centre/participations.csv; $run
            """
        let result = try shell(["-c", script], folder: folder.path)
        #expect(result.errors.isEmpty, "\(result.errors)")
    }

    private func expectHelp(_ result: ProgramResult) throws {
        #expect(result.code == 0 && result.errors.isEmpty)
        #expect(result.text.contains("\nUsage: tadrib "))
        #expect(result.text.contains("\nExamples:\n  "))
        for line in result.text.split(separator: "\n") {
            #expect(line.count <= 100 && line.last != " ", "\(line)")
        }
    }
}
