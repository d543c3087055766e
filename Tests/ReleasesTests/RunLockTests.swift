import Foundation
import Support
import TestSupport
import Testing

@testable import Releases

/// The file of a lock is made once, and nothing else in its place is opened or followed.
struct RunLockTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path + "/out/" + RunLock.fileName }

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("untouched", to: "elsewhere")
        try FileManager.default.createDirectory(atPath: folder.path + "/out", withIntermediateDirectories: true)
    }

    @Test func isMadeAndTakenAgain() throws {
        for _ in 1...2 { _ = try RunLock(folder.path + "/out", folderMode: 0o750, deadline: .now) }
        #expect(FileStatus.kind(of: path, followsLinks: false) == .file)
    }

    @Test(arguments: ["elsewhere", "nothing"]) func followsNoLink(target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.path + "/" + target)
        #expect(throws: ReleaseError.file(FileError(.cannotCreate, path: path, number: ELOOP))) {
            _ = try RunLock(folder.path + "/out", folderMode: 0o750, deadline: .now)
        }
        #expect(try folder.text(of: "elsewhere") == "untouched")
        #expect(FileStatus.kind(of: folder.path + "/nothing") == nil)
    }

    /// The superuser may open any file.
    @Test(.enabled(if: getuid() != 0)) func aFileThatCannotBeOpenedIsTold() throws {
        try folder.write("", to: "out/" + RunLock.fileName)
        #expect(chmod(path, 0) == 0)
        #expect(throws: ReleaseError.file(FileError(.cannotCreate, path: path, number: EACCES))) {
            _ = try RunLock(folder.path + "/out", folderMode: 0o750, deadline: .now)
        }
    }
}
