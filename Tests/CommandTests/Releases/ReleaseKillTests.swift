import Foundation
import TestSupport
import Testing

@testable import Releases

/// Runs that are ended, or fail, at any moment: each release is whole or absent, and the next run completes the work.
struct ReleaseKillTests {
    /// Releases that nothing disturbed.
    private func reference() throws -> [String: Data] {
        let undisturbed = try ReleaseFolder()
        try undisturbed.run()
        let tree = try undisturbed.tree()
        #expect(tree.keys.filter { $0.hasSuffix(Manifest.fileName) }.count == 4)
        return tree
    }

    @Test func killedAtRandomMoments() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SplitMix64(seed: seed)
        let reference = try reference()
        var (place, kills, ends) = (try ReleaseFolder(), 0, 0)
        var longest = 0.4
        while kills < 200, ends < 1000 {
            let start = ContinuousClock.now
            let process = Process()
            process.executableURL = URL(fileURLWithPath: try builtProgram())
            process.arguments = ["run", place.path + "/schedule.json", "--today", ReleaseFolder.autumn]
            process.environment = [:]
            try process.run()
            usleep(UInt32(Double.random(in: 0..<longest, using: &generator) * 1e6))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal {
                kills += 1
                try place.expectWhole(like: reference, "seed \(seed), kill \(kills)")
            } else {
                ends += 1
                longest = min(longest, (ContinuousClock.now - start) / .seconds(1))
            }
            guard try place.tree().keys.contains("quarterly/2019-Q3/\(Manifest.fileName)") else { continue }
            try place.run()
            #expect(try place.tree() == reference, "seed \(seed), kill \(kills)")
            place = try ReleaseFolder()
        }
        try place.run()
        #expect(try place.tree() == reference, "seed \(seed)")
    }

    /// Two months released, and then a late record: the next run makes a month, a revision, and lets the oldest month go.
    private func prepared() throws -> ReleaseFolder {
        let place = try ReleaseFolder(from: "2019-09", keys: ", \"definition\": \"two.json\", \"retention\": 2")
        try place.run(today: "2019-11-03")
        try place.addLateRecord()
        return place
    }

    /// All calls of a run that write, sync or rename, one by one.
    @Test(
        .enabled(if: TroubleLibrary.path != nil, "nothing builds the library"), arguments: ["KILL", "ENOSPC", "EIO"])
    func troubleAtEachCall(_ trouble: String) throws {
        let day = "2019-12-03"
        let undisturbed = try prepared()
        let before = try undisturbed.tree()
        let variables = try TroubleLibrary.variables(
            ["TROUBLE_COUNT": undisturbed.path + "/count"], in: undisturbed.folder)
        let result = try undisturbed.tadrib("run", today: day, environment: variables)
        #expect(result.code == 0 && result.errors.isEmpty)
        let after = try undisturbed.tree()
        #expect(
            Set(after.keys.filter { $0.hasSuffix(Manifest.fileName) })
                == Set(["2019-10", "2019-10-r2", "2019-11"].map { "monthly/\($0)/\(Manifest.fileName)" }))
        let calls = try #require(Int(try undisturbed.folder.text(of: "count")))
        #expect(calls > 50)
        // Errors are returned by the same calls that kills come at; each fourth of them says enough.
        for call in stride(from: 1, through: calls, by: trouble == "KILL" ? 1 : 4) {
            let place = try prepared()
            let result = try place.tadrib(
                "run", today: day,
                environment: TroubleLibrary.variables(
                    ["TROUBLE_AT": "\(call)", "TROUBLE": trouble], in: place.folder))
            let circumstances = "\(trouble) at call \(call) of \(calls)"
            try place.expectWhole(like: before.merging(after) { $1 }, circumstances)
            if trouble == "KILL" {
                #expect(result.code == 128 + SIGKILL)
            } else {
                #expect([0, 73, 74].contains(result.code), "\(circumstances): \(result.code) \(result.errors)")
                #expect(result.code == 0 || result.errors.hasPrefix("tadrib: "), "\(result.errors)")
            }
            try place.run(today: day)
            #expect(try place.tree() == after, "\(circumstances)")
        }
    }
}
