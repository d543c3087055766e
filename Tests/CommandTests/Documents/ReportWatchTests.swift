import Foundation
import TestSupport
import Testing

/// A report that is made again while its files change.
struct ReportWatchTests {
    /// Waits until something holds, for as long as a busy machine may need.
    private func wait(_ sourceLocation: SourceLocation = #_sourceLocation, until holds: () throws -> Bool) throws {
        for _ in 0..<600 {
            if try holds() { return }
            usleep(100_000)
        }
        Issue.record("it does not come", sourceLocation: sourceLocation)
    }

    @Test(arguments: [SIGINT, SIGTERM]) func followsItsFiles(signal: Int32) throws {
        let folder = try TemporaryFolder()
        for (name, text) in TinyDataset.files { try folder.write(text + "\n", to: "d/" + name) }
        try folder.write(
            "{\"tables\": [{\"id\": \"t\", \"title\": {\"en\": \"First\", \"ar\": \"أ\"}, \"rows\": [\"state\"], \"measures\": [\"trainees\"]}, {\"section\": \"key-figures\"}]}",
            to: "r.json")
        try folder.write("", to: "err")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try builtProgram())
        // The pack lies in the dataset itself: what is written there is no change of it.
        process.arguments = [
            "report", folder.path + "/d", "-o", folder.path + "/d/pack", "--definition", folder.path + "/r.json",
            "--today", "2019-12-31", "-f", "html,csv", "-q", "--watch",
        ]
        process.environment = [:]
        process.standardError = FileHandle(forWritingAtPath: folder.path + "/err")
        try process.run()
        defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
        func page() throws -> String {
            let path = folder.path + "/d/pack/report.html"
            return FileManager.default.fileExists(atPath: path) ? try folder.text(of: "d/pack/report.html") : ""
        }
        try wait { try page().contains("First") }
        #expect(try page().contains("script-src 'unsafe-inline' 'self' file:"))
        let definition = try folder.text(of: "r.json")
        try folder.write(definition.replacing("First", with: "Second"), to: "r.json")
        try wait { try page().contains("Second") }
        // What is wrong is told, and the last good pack stays.
        try folder.write("{", to: "r.json")
        try wait { try folder.text(of: "err").contains("r.json") }
        #expect(try page().contains("Second") && process.isRunning)
        try folder.write(definition.replacing("First", with: "Third"), to: "r.json")
        try wait { try page().contains("Third") }
        let table = try folder.text(of: "d/pack/tables/t.csv")
        try folder.write(folder.text(of: "d/participations.csv") + "S3,T1,attended,3,,,,\n", to: "d/participations.csv")
        let stamp = try folder.text(of: "d/pack/reload.js")
        try wait { try folder.text(of: "d/pack/reload.js") != stamp }
        #expect(!table.isEmpty)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
        // The pack that stays, which may be handed out, has nothing of that.
        #expect(try page().contains("Third"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/d/pack/reload.js"))
        #expect(try !page().contains("reload.js"))
    }

    /// A pack among the records themselves would be taken for a change of them, or hide one.
    @Test func notAmongTheRecords() throws {
        let folder = try TemporaryFolder()
        for (name, text) in TinyDataset.files { try folder.write(text + "\n", to: "d/" + name) }
        let result = try tadrib(["report", folder.path + "/d", "-o", folder.path + "/./d/", "--watch"])
        #expect(result.code == 64 && result.errors.contains("among the records"), "\(result.errors)")
    }

    @Test func serversTellNobody() throws {
        let result = try tadrib(["report", "postgresql://localhost/none", "-o", "pack", "--watch"])
        #expect(result.code == 64 && result.errors.contains("--watch"), "\(result.errors)")
    }
}
