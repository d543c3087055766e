import Foundation
import Records
import TestSupport
import Testing
import TrainingStats

/// What stands in the place of a file, and files that do not stay as they were.
struct InputFileTests {
    /// A thing that is no file, put where a file should be.
    enum Thing: String, CaseIterable, Sendable {
        case folder, pipe, device, socket
        case linkToNothing = "link to nothing"
        case linkToItself = "link to itself"

        func put(at path: String) throws {
            unlink(path)
            switch self {
            case .folder: try #require(mkdir(path, 0o700) == 0)
            case .pipe: try #require(mkfifo(path, 0o600) == 0)
            case .device: try #require(symlink("/dev/zero", path) == 0)
            case .socket: try #require(mknod(path, S_IFSOCK | 0o600, 0) == 0)
            case .linkToNothing: try #require(symlink(path + ".none", path) == 0)
            case .linkToItself: try #require(symlink(path, path) == 0)
            }
        }
    }

    @Test(arguments: Thing.allCases, ["trainees.csv", "labels.csv", "trainees.csv.gz", "dataset.json"])
    func whatIsNoFileIsRefused(_ thing: Thing, _ file: String) throws {
        let folder = try TemporaryFolder(FindingTests.sound)
        if file.hasSuffix(".gz") { unlink(folder.path + "/trainees.csv") }
        try thing.put(at: folder.path + "/" + file)
        let error = #expect(throws: ReadError.self) { try LoadedDataset(folder: folder.path) }
        guard case .unreadable(let path, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(path == folder.path + "/" + file)
    }

    @Test func aLinkToAFileIsAFile() throws {
        let (folder, other) = (try TemporaryFolder(FindingTests.sound), try TemporaryFolder(FindingTests.sound))
        unlink(folder.path + "/trainees.csv")
        try #require(symlink(other.path + "/trainees.csv", folder.path + "/trainees.csv") == 0)
        #expect(try LoadedDataset(folder: folder.path).dataset.trainees.count == 2)
    }

    @Test(.enabled(if: getuid() != 0, "nothing is closed to root")) func aFileThatMayNotBeReadIsRefused() throws {
        let folder = try TemporaryFolder(FindingTests.sound)
        try #require(chmod(folder.path + "/trainees.csv", 0) == 0)
        let error = #expect(throws: ReadError.self) { try LoadedDataset(folder: folder.path) }
        #expect(error?.message.hasSuffix("trainees.csv: cannot be read: Permission denied") == true)
    }

    /// A process's memory is a file that can be opened, and its first page cannot be read.
    @Test(arguments: ["trainees.csv", "participations.csv"])
    func aFileThatFailsMidwayIsTold(_ file: String) throws {
        let folder = try TemporaryFolder(FindingTests.sound)
        unlink(folder.path + "/" + file)
        try #require(symlink("/proc/self/mem", folder.path + "/" + file) == 0)
        let error = #expect(throws: ReadError.self) { try LoadedDataset(folder: folder.path) }
        guard case .failedMidway? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    // MARK: Changes

    /// What happens to a file while it, or one that is read later, is read.
    enum Change: String, CaseIterable, Sendable {
        case removed, emptied, grown, replaced
        case cutShort = "cut short"
        case writtenAnew = "written anew"
        case becomesFolder = "becomes a folder"

        func happen(to path: String) throws {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            switch self {
            case .removed: try #require(unlink(path) == 0)
            case .emptied: try #require(truncate(path, 0) == 0)
            case .cutShort: try #require(truncate(path, bytes.count / 2) == 0)
            case .grown:
                let handle = try #require(FileHandle(forWritingAtPath: path))
                try handle.seekToEnd()
                try handle.write(contentsOf: Data("\n".utf8))
                try handle.close()
            case .replaced:
                // The same text in another file.
                try bytes.write(to: URL(fileURLWithPath: path + ".new"))
                try #require(rename(path + ".new", path) == 0)
            case .writtenAnew:
                // As many bytes in the same file, at a time that differs for certain.
                let handle = try #require(FileHandle(forWritingAtPath: path))
                try handle.write(contentsOf: bytes)
                try handle.close()
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: path)
            case .becomesFolder:
                try #require(unlink(path) == 0)
                try #require(mkdir(path, 0o700) == 0)
            }
        }
    }

    @Test(arguments: Change.allCases, ["sessions.csv", "participations.csv"])
    func aChangeBetweenTheTablesIsNoticed(_ change: Change, _ file: String) throws {
        let folder = try TemporaryFolder(FindingTests.sound)
        let reader = try DatasetReader(folder: folder.path, log: FindingLog(keptPerGroup: nil))
        _ = try reader.readTables()
        try change.happen(to: folder.path + "/" + file)
        #expect(throws: ReadError.self) { try reader.readParticipations(into: BlockCollector()) }
    }

    @Test(arguments: Change.allCases, [1, 3])
    func aChangeWhileThatFileIsReadIsNoticed(_ change: Change, _ threads: Int) throws {
        let persons = (0..<20_000).map { "T\($0)" }
        let folder = try TemporaryFolder(FindingTests.sound)
        try folder.write(
            "trainee_id,state\n" + persons.map { $0 + ",KWT\n" }.joined(), to: "trainees.csv")
        try folder.write(
            "session_id,trainee_id,status\n" + persons.map { "S1,\($0),attended\n" }.joined(), to: "participations.csv")
        var options = ReadOptions()
        options.threads = threads
        options.chunkSize = 1 << 12
        let reader = try DatasetReader(folder: folder.path, options: options, log: FindingLog(keptPerGroup: nil))
        _ = try reader.readTables()
        let sink = Disturber { try change.happen(to: folder.path + "/participations.csv") }
        let error = #expect(throws: ReadError.self) { try reader.readParticipations(into: sink) }
        #expect(error?.message.contains("participations.csv") == true)
    }

    @Test func aChangeAfterTheReadingIsNoticedByWhoeverAsks() throws {
        let folder = try TemporaryFolder(FindingTests.sound)
        let reader = try DatasetReader(folder: folder.path, log: FindingLog(keptPerGroup: nil))
        _ = try reader.readTables()
        _ = try reader.readParticipations(into: BlockCollector())
        try reader.checkUnchanged()
        try Change.removed.happen(to: folder.path + "/courses.csv")
        let error = #expect(throws: ReadError.self) { try reader.checkUnchanged() }
        #expect(error?.message.contains("courses.csv: reading failed midway: it was changed") == true)
    }
}

/// Does something to a file when the first participations come.
private struct Disturber: ParticipationSink {
    private final class Once: @unchecked Sendable {
        // Invariant: the lock is held wherever the action is touched.
        private let lock = NSLock()
        private var action: (() throws -> Void)?

        init(_ action: @escaping () throws -> Void) { self.action = action }

        func run() {
            lock.withLock {
                do { try action?() } catch { Issue.record(error) }
                action = nil
            }
        }
    }

    private let once: Once

    init(_ action: @escaping () throws -> Void) { once = Once(action) }

    func emptyCopy() -> Disturber { self }
    mutating func add(_ block: borrowing ParticipationBlock) { once.run() }
    mutating func merge(_ other: consuming Disturber) {}
}
