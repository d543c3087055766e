import Foundation
import Support
import Synchronization
import TestSupport
import Testing

@testable import Releases

/// Releases that cannot be made: exit codes say why, what there is stays as it is, and the next run completes the work.
struct ReleaseFailureTests {
    private func reference() throws -> [String: Data] {
        let place = try ReleaseFolder()
        try place.run()
        return try place.tree()
    }

    /// Runs a script with mounts of its own in a folder where August is released.
    private func inOwnMounts(_ script: String) throws -> (place: ReleaseFolder, code: String, errors: String) {
        let place = try ReleaseFolder()
        try place.run(today: "2019-09-03")
        try place.folder.write(script, to: "script")
        let options = try #require(FailingOutputTests.ownMounts)
        let result = try shell(["-c", "unshare \(options.joined(separator: " ")) sh script"], folder: place.path)
        #expect(result.errors.isEmpty, "\(result.errors)")
        return (place, try place.folder.text(of: "code"), try place.folder.text(of: "errors"))
    }

    private static let run = "tadrib run schedule.json --today 2019-10-03 2> errors; echo $? > code\n"

    /// So much room is left, in kilobytes; what came of it is copied to where it lasts.
    @Test(
        .enabled(if: FailingOutputTests.ownMounts != nil, "no mounts are allowed here"),
        arguments: [0, 4, 8, 16, 24, 32])
    func fullDisk(room: Int) throws {
        let (place, code, errors) = try inOwnMounts(
            """
            mv out had; mkdir out; mount -t tmpfs -o size=1024k tmpfs out; cp -a had/. out
            used=$(df --output=used -k out | tail -1)
            head -c $((1024 - used - \(room)))K /dev/zero > out/filler
            \(Self.run)
            rm out/filler; rm -r had; cp -a out had; umount out; rmdir out; mv had out
            """)
        #expect(["73\n", "74\n"].contains(code) || (code == "0\n" && room >= 16), "\(code)\(errors)")
        #expect(errors.split(separator: "\n").allSatisfy { $0.hasPrefix("tadrib: ") }, "\(errors)")
        let reference = try reference()
        try place.expectWhole(like: reference, "\(room) kB")
        try place.run()
        #expect(try place.tree() == reference)
    }

    @Test(.enabled(if: FailingOutputTests.ownMounts != nil, "no mounts are allowed here"))
    func readOnlyFolder() throws {
        let (place, code, errors) = try inOwnMounts(
            """
            mount --bind out out; mount -o remount,ro,bind out
            \(Self.run)
            tadrib run schedule.json --today 2019-09-03 >> errors 2>&1; echo $? >> code
            """)
        // With nothing to do a folder that takes nothing is no trouble.
        #expect(code == "73\n0\n", "\(errors)")
        #expect(errors.contains("Read-only file system"), "\(errors)")
        try place.run()
        #expect(try place.tree() == reference())
    }

    @Test func vanishedFolder() throws {
        let place = try ReleaseFolder()
        try place.run(today: "2019-09-03")
        try FileSystem.removeTree(place.path + "/out")
        try place.folder.write("a file where the folder was", to: "out")
        let result = try place.tadrib("run")
        #expect(result.code == 73 && result.errors.contains("a file of that name is in the way"), "\(result.errors)")
        unlink(place.path + "/out")
        try place.run()
        #expect(try place.tree() == reference())
    }

    @Test func vanishedDataset() throws {
        let place = try ReleaseFolder()
        try place.run(today: "2019-09-03")
        let before = try place.tree()
        try FileManager.default.moveItem(atPath: place.path + "/d", toPath: place.path + "/e")
        let result = try place.tadrib("run")
        #expect(result.code == 66 && result.errors.contains("tadrib: monthly: \(place.path)/d: "), "\(result.errors)")
        #expect(try place.tree() == before)
        try FileManager.default.moveItem(atPath: place.path + "/e", toPath: place.path + "/d")
        try place.run()
        #expect(try place.tree() == reference())
    }

    /// Somebody writes a table anew all the while: what is released comes of one state of it, or is not released.
    @Test func inputThatChangesWhileItIsRead() throws {
        let place = try ReleaseFolder()
        let table = place.path + "/d/participations.csv"
        let text = try place.folder.text(of: "d/participations.csv")
        let isDone = Mutex(false)
        let writer = Thread {
            var count = 0
            while !isDone.withLock({ $0 }) {
                count += 1
                let more = String(repeating: "S2,T2,registered,,,,,\n", count: count % 2)
                try? (text + more).write(toFile: table, atomically: count % 3 == 0, encoding: .utf8)
            }
            isDone.withLock { $0 = false }
        }
        writer.start()
        var codes: Set<Int32> = []
        for _ in 0..<8 {
            let result = try place.tadrib("run")
            codes.insert(result.code)
            #expect(result.code == 0 || result.errors.hasPrefix("tadrib: "), "\(result.errors)")
        }
        isDone.withLock { $0 = true }
        while isDone.withLock({ $0 }) { usleep(1000) }
        // A table that is found empty has no header line; one that grows meanwhile fails midway.
        #expect(codes.isSubset(of: [0, 65, 74]), "\(codes)")
        #expect(((try? Verification(place.path + "/out"))?.findings ?? []).isEmpty)
        try text.write(toFile: table, atomically: true, encoding: .utf8)
        try place.run()
        let verification = try Verification(place.path + "/out")
        #expect(verification.findings.isEmpty && verification.releases.count >= 4)
    }

    @Test func twoAtOnce() throws {
        let reference = try reference()
        for _ in 0..<5 {
            let place = try ReleaseFolder()
            let runs = try (0..<3).map { run in
                let process = Process()
                process.executableURL = URL(fileURLWithPath: try builtProgram())
                process.arguments = ["run", place.path + "/schedule.json", "--today", ReleaseFolder.autumn]
                try place.folder.write("", to: "errors\(run)")
                process.standardError = FileHandle(forWritingAtPath: "\(place.path)/errors\(run)")
                try process.run()
                return process
            }
            var codes: [Int32] = []
            for (run, process) in runs.enumerated() {
                process.waitUntilExit()
                let errors = try place.folder.text(of: "errors\(run)")
                let isHeldOff = process.terminationStatus == 75
                #expect(isHeldOff ? errors.contains("another run is at work") : errors.isEmpty, "\(errors)")
                codes.append(process.terminationStatus)
            }
            #expect(codes.contains(0) && Set(codes).isSubset(of: [0, 75]), "\(codes)")
            #expect(try place.tree() == reference)
        }
    }

    @Test func waitingForAnotherRun() throws {
        let place = try ReleaseFolder()
        var lock: RunLock? = try RunLock(place.path + "/out/quarterly", folderMode: 0o750, deadline: .now)
        #expect(try place.tadrib("run").code == 75)
        #expect(try place.tadrib("run", ["--wait", "1"]).code == 75)
        #expect(try place.tree().isEmpty)
        #expect(lock != nil)
        lock = nil
        #expect(try place.tadrib("run", ["--wait", "1"]).code == 0)
        #expect(try place.tree() == reference())
    }
}
