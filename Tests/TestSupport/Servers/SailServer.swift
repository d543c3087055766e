import Foundation
import Testing

/// A server of Spark Connect for tests, one for each test process: Sail, if `Scripts/test` has installed it.
public final class SailServer: Sendable {
    /// The one of this process.
    ///
    /// Throws where it does not start: tests that need it are skipped only where it is not installed.
    public static var shared: SailServer { get throws { try started.get() } }
    private static let started = Result { try SailServer() }

    /// Whether it is installed; one that is but does not start is a failure.
    public static let isInstalled = FileManager.default.fileExists(atPath: environment)

    /// What is said where it is missing.
    public static let lack: Comment = "Sail is not installed: run Scripts/engines/sail install"

    /// Where it listens.
    public let port: Int
    private let process: Process
    private let folder: TemporaryFolder

    private static let environment = packageFolder + "/.build/engines/sail"

    /// Starts a server of one's own, to be ended by the test.
    public static func another() throws -> SailServer { try SailServer() }

    private init() throws {
        port = try LoopbackServer.freePort()
        folder = try TemporaryFolder()
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // The server ends when the test process is gone, in whatever way. A pipe would not tell: other children of the test
        // process may hold it open.
        process.arguments = [
            "-c",
            """
            "$0" spark server --ip 127.0.0.1 --port "$1" &
            server=$!
            echo $server >server
            while kill -0 "$2" 2>/dev/null && kill -0 $server 2>/dev/null; do sleep 0.5; done
            kill -9 $server
            """, Self.environment + "/bin/sail", "\(port)", "\(ProcessInfo.processInfo.processIdentifier)",
        ]
        process.standardInput = FileHandle.nullDevice
        // Tables that a test makes are files in the working folder.
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        // The server answers in a fraction of a second, on a busy machine in some seconds.
        for _ in 0..<600 {
            if Connection(port: port) != nil { return }
            guard process.isRunning else { break }
            Thread.sleep(forTimeInterval: 0.1)
        }
        throw NotStarted()
    }

    /// Ends the server at once.
    ///
    /// No other signal is sure to arrive: children have the mask of the thread that started them.
    public func kill() throws {
        let text = try folder.text(of: "server").trimmingCharacters(in: .whitespacesAndNewlines)
        if let server = Int32(text) { Glibc.kill(server, SIGKILL) }
    }

    /// A server that is installed does not answer.
    private struct NotStarted: Error, CustomStringConvertible {
        let description = "Sail is installed and does not start; remove .build/engines/sail and run Scripts/test again"
    }

    /// The address of a folder as a lake.
    public func lake(_ folder: String) -> String { "sc://127.0.0.1:\(port)/;lake=\(folder)" }
}
