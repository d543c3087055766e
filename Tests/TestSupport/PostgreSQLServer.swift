import Foundation

/// A PostgreSQL server for tests, on a free port of this machine; it ends with the process of the tests, however that ends.
public final class PostgreSQLServer: Sendable {
    /// Whether there is one to be started.
    public static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/lib/postgresql/15/bin/initdb")

    /// The one that tests use together, each with a schema or a database of its own.
    public static let shared = Result { try PostgreSQLServer() }

    /// Where it listens.
    public let port: Int
    /// Its folder, with its log.
    public let folder: String

    /// Starts a server.
    public init() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: packageFolder + "/Scripts/engines/postgresql")
        process.arguments = ["serve", "\(getpid())"]
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw CocoaError(.fileReadUnknown) }
            line += more
        }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        guard words.count == 2, let port = Int(words[0]) else { throw CocoaError(.fileReadCorruptFile) }
        self.port = port
        folder = words[1]
    }

    /// The address of a database; the owner needs no password.
    public func address(user: String = "postgres", database: String = "postgres") -> String {
        "postgresql://\(user)@127.0.0.1:\(port)/\(database)"
    }

    /// Has it ended, and its folder removed.
    ///
    /// By a file: signals may be blocked in what a thread of the tests starts.
    public func stop() { _ = FileManager.default.createFile(atPath: folder + "/stop", contents: nil) }
}
