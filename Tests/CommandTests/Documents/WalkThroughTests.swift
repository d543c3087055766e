import Foundation
import TestSupport
import Testing

/// What the project's own texts show of the command line is what the program does.
///
/// In their indented blocks a line that begins with `$ ` is typed, and what stands behind it is what comes out, on both
/// streams; a line `...` stands for any number of lines. The commands of a text run one after the other in one folder,
/// in which `Samples` is what the project has.
struct WalkThroughTests {
    /// A command as a text has it.
    struct Step {
        let command: String
        var output: [String] = []
    }

    /// The texts that show commands: the first page, the sample that is wrong, and the program's reference.
    static let texts =
        ["README.md", "Samples/broken/README.md"]
        + [
            "CommandLine", "DatasetSettings", "Findings", "Formats", "MeasuresAndDimensions", "MoneyAndRates",
            "PeriodsAndFilters",
            "RecordsBehindAFigure", "Requirements",
            "ReportDefinitions", "SchedulesAndReleases", "Targets", "tadrib",
        ].map { "Sources/tadrib/tadrib.docc/\($0).md" }

    @Test(arguments: texts) func textIsTrue(text: String) throws {
        let steps = try Self.steps(of: String(contentsOfFile: packageFolder + "/" + text, encoding: .utf8))
        #expect(!steps.isEmpty)
        let scratch = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path + "/Samples", withDestinationPath: packageFolder + "/Samples")
        let path = String(try builtProgram().dropLast("/tadrib".count))
        for step in steps {
            let result = try run(
                "/bin/sh", ["-c", "{ \(step.command); } 2>&1"],
                environment: ["PATH": path + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8"], folder: scratch.path)
            let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let found = lines.last == "" ? lines.dropLast() : lines[...]
            #expect(Self.matches(step.output[...], found), "$ \(step.command)\n\(result.text)")
        }
    }

    private static func steps(of text: String) -> [Step] {
        var steps: [Step] = []
        var isInStep = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("    $ ") {
                steps.append(Step(command: String(line.dropFirst(6))))
                isInStep = true
            } else if isInStep, line.hasPrefix("    ") || line.isEmpty {
                steps[steps.count - 1].output.append(String(line.dropFirst(4)))
            } else {
                isInStep = false
            }
        }
        // The empty line before the next paragraph is no output.
        for index in steps.indices where steps[index].output.last == "" { steps[index].output.removeLast() }
        return steps
    }

    private static func matches(_ expected: ArraySlice<String>, _ found: ArraySlice<String>) -> Bool {
        guard let first = expected.first else { return found.isEmpty }
        guard first == "..." else {
            return found.first == first && matches(expected.dropFirst(), found.dropFirst())
        }
        return (0...found.count).contains { matches(expected.dropFirst(), found.dropFirst($0)) }
    }
}
