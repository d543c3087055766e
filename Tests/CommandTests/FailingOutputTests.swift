import Foundation
import TestSupport
import Testing

/// Outputs that cannot be written: the exit code says why, what was there before stays byte for byte, nothing is left beside it.
struct FailingOutputTests {
    /// Options of `unshare` that run a script with mounts of its own, which are gone when it ends; nil where the machine allows none.
    static let ownMounts: [String]? = [["-rm"], ["-m"]].first { options in
        guard let unshare = program("unshare"), let folder = try? TemporaryFolder() else { return false }
        let trial = ["sh", "-c", "mount -t tmpfs tmpfs \(folder.path)"]
        return (try? run(unshare, options + trial))?.code == 0
    }

    /// Words before a command that make permissions hold for it; nil if that is impossible.
    ///
    /// Permissions hold for an ordinary user anyway. Root gives up the capability to write everywhere, and stays root: another user
    /// could not reach the program and the samples where the clone lies below a private folder.
    private static let bindingPermissions: String? = {
        guard getuid() == 0 else { return "" }
        let words = "setpriv --bounding-set=-dac_override "
        guard let folder = try? TemporaryFolder() else { return nil }
        return (try? shell(["-c", words + "tadrib --version"], folder: folder.path))?.code == 0 ? words : nil
    }()

    /// Reports on the year 2019 over a pack of all time; `$?` and what is there go to files.
    private static let report = """
        state() { find "$1" -mindepth 1 -printf '%P %y %s ' -exec sha256sum {} \\; 2>/dev/null | sort; }
        state pack > before
        tadrib report "$SAMPLES/regional-centre" --today 2019-12-31 --period 2019 -q -o pack 2> errors
        echo $? > code
        state pack > after
        """
    /// The pack of all time as it is kept.
    private static let firstPack = "mkdir -p pack; cp -r \"\(packageFolder)\"/Reports/regional-centre/. pack\n"

    private func expectNothingDone(_ folder: TemporaryFolder, codes: Set<String>) throws {
        let code = try folder.text(of: "code").trimmingCharacters(in: .whitespacesAndNewlines)
        let errors = try folder.text(of: "errors")
        #expect(codes.contains(code), "\(errors)")
        // One line, which names a file of the pack.
        #expect(errors.hasPrefix("tadrib: pack/") && errors.filter { $0 == "\n" }.count == 1, "\(errors)")
        let (before, after) = (try folder.text(of: "before"), try folder.text(of: "after"))
        #expect(before == after && before.contains("report.xlsx"))
    }

    /// So much room is left, in kilobytes, that the trouble comes sooner or later.
    @Test(.enabled(if: ownMounts != nil, "no mounts are allowed here"), arguments: [0, 16, 48, 80, 112])
    func fullDisk(room: Int) throws {
        let folder = try inOwnMounts(
            """
            mkdir pack; mount -t tmpfs -o size=4096k tmpfs pack
            \(Self.firstPack)
            used=$(df --output=used -k pack | tail -1)
            head -c $((4096 - used - \(room)))K /dev/zero > pack/filler
            \(Self.report)
            """)
        try expectNothingDone(folder, codes: ["73", "74"])
    }

    /// The library's own temporary files need room too: beside the workbook, where there is little in memory.
    @Test(
        .enabled(if: ownMounts != nil, "no mounts are allowed here"),
        arguments: [(4, "12g"), (16, "12g"), (4, "1m"), (16, "1m"), (32, "1m"), (48, "1m")])
    func fullDiskForAWorkbook(room: Int, memory: String) throws {
        let folder = try inOwnMounts(
            """
            mount -t tmpfs -o size=\(memory) tmpfs /dev/shm
            mkdir small; mount -t tmpfs -o size=\(room)k tmpfs small; cd small
            tadrib table "$SAMPLES/regional-centre" --rows institution,course,state --measures trainees,attendances \
            --today 2019-12-31 -q -o out.xlsx 2> ../errors
            echo $? > ../code
            ls -A > ../after
            """)
        #expect(try folder.text(of: "after") == "")
        #expect(try ["73\n", "74\n"].contains(folder.text(of: "code")))
        #expect(try folder.text(of: "errors").hasPrefix("tadrib: out.xlsx: "))
    }

    @Test(.enabled(if: ownMounts != nil, "no mounts are allowed here"))
    func readOnlyFolder() throws {
        let folder = try inOwnMounts(
            """
            mkdir pack; mount -t tmpfs tmpfs pack
            \(Self.firstPack)
            # Of the mount alone: in a user namespace the file system itself cannot be mounted again with the options it has.
            mount -o remount,ro,bind pack
            \(Self.report)
            """)
        try expectNothingDone(folder, codes: ["73"])
        #expect(try folder.text(of: "errors").contains("Read-only file system"))
    }

    /// One of the last files cannot be replaced, since something is mounted there: the first get back what they had.
    @Test(
        .enabled(if: ownMounts != nil, "no mounts are allowed here"), arguments: ["trainers", "quality"])
    func fileThatCannotBeReplaced(table: String) throws {
        let folder = try inOwnMounts(
            """
            \(Self.firstPack)
            cp pack/tables/\(table).csv other; mount --bind other pack/tables/\(table).csv
            \(Self.report)
            """)
        try expectNothingDone(folder, codes: ["73"])
    }

    /// The same where the pack is new: nothing of it stays.
    @Test(.enabled(if: ownMounts != nil, "no mounts are allowed here"))
    func newFilesGoAgain() throws {
        let folder = try inOwnMounts(
            """
            mkdir -p pack/tables; touch other pack/tables/trainers.csv; mount --bind other pack/tables/trainers.csv
            tadrib report "$SAMPLES/regional-centre" --today 2019-12-31 -q -o pack 2> errors
            echo $? > code
            find pack -type f > after
            """)
        #expect(try folder.text(of: "code") == "73\n")
        #expect(try folder.text(of: "after") == "pack/tables/trainers.csv\n")
    }

    /// A pack that may be read and not written.
    @Test(.enabled(if: bindingPermissions != nil, "root cannot give up its capabilities here"))
    func folderWithoutPermission() throws {
        let folder = try TemporaryFolder(["script": Self.report])
        let words = try #require(Self.bindingPermissions)
        let script = Self.firstPack + "chmod -R a-w pack; \(words)sh script; chmod -R u+w pack"
        let result = try shell(["-c", script], folder: folder.path)
        #expect(result.errors.isEmpty, "\(result.errors)")
        try expectNothingDone(folder, codes: ["73"])
        #expect(try folder.text(of: "errors").contains("Permission denied"))
    }

    /// No file may be longer than so many blocks of 512 bytes, which is enough for what the program says.
    @Test(arguments: [1, 16, 48, 56, 80]) func filesOfLimitedLength(blocks: Int) throws {
        let folder = try TemporaryFolder()
        let limited = Self.report.replacing(/(tadrib report.*errors)/) { "(ulimit -f \(blocks); \($0.output.1))" }
        _ = try shell(["-c", Self.firstPack + limited], folder: folder.path)
        try expectNothingDone(folder, codes: ["74"])
    }

    /// Whoever reads the output goes away: nothing is said, and the code tells that not all was written.
    @Test(arguments: ["csv", "xlsx"]) func readerThatGoesAway(format: String) throws {
        let folder = try TemporaryFolder()
        let command =
            "tadrib table \"$SAMPLES/regional-centre\" --rows session,institution,course --measures \(measures)"
        _ = try shell(
            ["-c", "(\(command) -q -f \(format); echo $? > code) 2> errors | true"], folder: folder.path)
        #expect(try folder.text(of: "code") == "74\n")
        #expect(try folder.text(of: "errors") == "")
    }

    private let measures = "attendances,trainees,trainee-hours,trainers,trainer-hours,sessions,courses,cost,seats"

    private func inOwnMounts(_ script: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder(["script": script])
        let options = try #require(Self.ownMounts)
        let result = try shell(
            ["-c", "unshare \(options.joined(separator: " ")) sh script"], folder: folder.path)
        #expect(result.errors.isEmpty, "\(result.errors)")
        return folder
    }
}
