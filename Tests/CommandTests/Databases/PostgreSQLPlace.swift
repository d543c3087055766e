import Foundation
import TestSupport
import Testing

/// A database of its own on the tests' server, and a small dataset beside it.
final class PostgreSQLPlace {
    let server: PostgreSQLServer
    let database = "d" + UUID().uuidString.replacing("-", with: "").lowercased()
    let folder: TemporaryFolder
    var address: String { server.address(database: database) }

    init(on server: PostgreSQLServer? = nil) throws {
        self.server = try server ?? PostgreSQLServer.shared.get()
        folder = try TemporaryFolder()
        for (name, text) in TinyDataset.files { try folder.write(text, to: "records/" + name) }
        try run(sql: "CREATE DATABASE \(database)", in: "postgres")
    }

    /// Runs SQL and gives what it says, without headings.
    @discardableResult func run(sql: String, in database: String? = nil, user: String = "postgres") throws -> String {
        let result = try TestSupport.run(
            "/usr/bin/psql",
            [
                "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql,
                server.address(user: user, database: database ?? self.database),
            ])
        guard result.code == 0 else { throw SQLTrouble(text: result.errors) }
        return result.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Runs the program in the folder.
    func tadrib(_ arguments: [String], _ environment: [String: String] = [:]) throws -> ProgramResult {
        try CommandTests.tadrib(
            arguments, environment: environment.merging(["HOME": folder.path]) { $1 }, folder: folder.path)
    }

    /// Imports the records.
    func importing(to address: String? = nil, _ environment: [String: String] = [:]) throws -> ProgramResult {
        try tadrib(
            ["import", "records", "--into", address ?? self.address, "--today", "2019-12-31", "-q"], environment)
    }

    /// Changes a participation in the records.
    func change() throws {
        let text = TinyDataset.files["participations.csv"] ?? ""
        try folder.write(
            text.replacing("S1,T1,completed,12,40,80,5,10", with: "S1,T1,attended,9,40,,5,10"),
            to: "records/participations.csv")
    }

    /// A table whose figures the change changes.
    static let figures = [
        "--rows", "state", "--measures", "completions,trainee-hours", "--totals", "--today", "2019-12-31", "-q", "-f",
        "csv",
    ]

    /// The figures of a dataset.
    func figures(of dataset: String? = nil) throws -> ProgramResult {
        try tadrib(["table", dataset ?? address] + Self.figures)
    }
}

/// What the server says against SQL.
struct SQLTrouble: Error {
    let text: String
}

/// Passes connections to a server on, until so many bytes have passed.
final class CuttingProxy {
    let port: Int
    private let process = Process()
    private let input = Pipe()

    init(to port: Int, _ direction: String, _ bytes: Int, _ command: [String] = []) throws {
        process.executableURL = URL(fileURLWithPath: debianPython)
        process.arguments =
            [packageFolder + "/Tests/CommandTests/Tools/cutting-proxy", "\(port)", direction, "\(bytes)"] + command
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        self.port = try #require(Int(line.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    deinit {
        // Other signals may be blocked in what a thread of the tests starts.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
