import Foundation

/// What a program left behind.
public struct ProgramResult: Sendable {
    /// Its exit code; a signal is its number plus 128.
    public let code: Int32
    /// Its standard output.
    public let output: Data
    /// Its standard error.
    public let errors: String

    /// Standard output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
}

/// Runs a program to its end.
public func run(
    _ program: String, _ arguments: [String], input: Data = Data(), environment: [String: String]? = nil,
    folder: String? = nil
) throws -> ProgramResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let environment { process.environment = environment }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let files = try TemporaryFolder(["in": "", "out": "", "err": ""])
    try files.write(input, to: "in")
    process.standardInput = FileHandle(forReadingAtPath: files.path + "/in")
    process.standardOutput = FileHandle(forWritingAtPath: files.path + "/out")
    process.standardError = FileHandle(forWritingAtPath: files.path + "/err")
    try process.run()
    process.waitUntilExit()
    return try withExtendedLifetime(files) {
        let code = process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0)
        return ProgramResult(code: code, output: try files.bytes(of: "out"), errors: try files.text(of: "err"))
    }
}

/// The path of a program of the system, or nil where it is not installed.
public func program(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// The Python that Debian's packages belong to; another one on the path would not find their modules.
public let debianPython = "/usr/bin/python3"
