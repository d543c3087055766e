import Foundation
import TestSupport
import Testing

/// The program: the file `tadrib` that `TADRIB_PROGRAM` names, or the one built beside the tests.
func builtProgram() throws -> String {
    let beside = try #require(Bundle.main.executableURL).deletingLastPathComponent().path + "/tadrib"
    let path = ProcessInfo.processInfo.environment["TADRIB_PROGRAM"] ?? beside
    try #require(FileManager.default.isExecutableFile(atPath: path), "no program at \(path)")
    return path
}

/// Where the samples are.
let samples = packageFolder + "/Samples"

/// The synthetic sample and the day up to which it runs.
let centre = ["\(samples)/regional-centre", "--today", "2019-12-31"]

/// Runs the program with no variables but those given.
func tadrib(
    _ arguments: [String], environment: [String: String] = [:], folder: String? = nil
) throws -> ProgramResult {
    try run(
        try builtProgram(), arguments, environment: ["LC_ALL": "C.UTF-8"].merging(environment) { $1 }, folder: folder)
}

/// Runs a script by `sh` with `tadrib` and the folder `Tools` on its path, and `$SAMPLES`.
func shell(
    _ script: [String], environment: [String: String] = [:], folder: String
) throws -> ProgramResult {
    let folders = [
        String(try builtProgram().dropLast("/tadrib".count)), packageFolder + "/Tests/CommandTests/Tools",
        ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    let variables = ["PATH": folders.joined(separator: ":"), "SAMPLES": samples, "LC_ALL": "C.UTF-8"]
    return try run("/bin/sh", script, environment: variables.merging(environment) { $1 }, folder: folder)
}
