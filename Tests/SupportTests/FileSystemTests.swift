import Foundation
import TestSupport
import Testing

@testable import Support

struct FileSystemTests {
    private let temporary: TemporaryFolder
    private var folder: String { temporary.path }

    init() throws { temporary = try TemporaryFolder() }

    @Test(arguments: [
        ("a", "", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("/a/b//", "/a", "b"), ("./a", ".", "a"), ("/", "/", ""),
    ])
    func partsOfPaths(path: String, holder: String, name: String) {
        #expect(FilePath.parts(of: path) == (holder, name))
        #expect(FilePath.folder(of: path) == (holder.isEmpty ? "." : holder))
    }

    @Test func treesAreWalkedWithoutFollowingLinks() throws {
        try FileSystem.makeFolder(folder + "/tree/b/c")
        for file in ["tree/z", "tree/b/c/x", "tree/a"] { try AtomicFile.write([1], to: folder + "/" + file) }
        try AtomicFile.write([2], to: folder + "/kept")
        try FileSystem.link(folder + "/tree/b/out", to: "../..")
        #expect(try FileSystem.files(below: folder + "/tree") == ["a", "b/c/x", "b/out", "z"])
        #expect(try FileSystem.folders(below: folder + "/tree") == ["tree/b", "tree/b/c"].map { folder + "/" + $0 })
        #expect(try FileSystem.names(in: folder + "/tree/a").isEmpty)
        try FileSystem.removeTree(folder + "/tree")
        #expect(try FileSystem.names(in: folder) == ["kept"])
    }

    @Test func linksAreLedElsewhere() throws {
        for target in ["one", "two"] { try FileSystem.link(folder + "/latest", to: target) }
        #expect(FileSystem.target(ofLink: folder + "/latest") == "two")
        #expect(FileSystem.target(ofLink: folder) == nil)
        #expect(try FileSystem.names(in: folder) == ["latest"])
        SystemCall.$fault.withValue({ call, _ in call == .rename ? EROFS : nil }) {
            #expect(throws: FileError.self) { try FileSystem.link(folder + "/latest", to: "three") }
        }
        #expect(try FileSystem.names(in: folder) == ["latest"])
        #expect(FileSystem.target(ofLink: folder + "/latest") == "two")
    }

    @Test func foldersGetTheirMode() throws {
        let made = try FileSystem.makeFolder(folder + "/a/b", mode: 0o750)
        #expect(made == [folder + "/a", folder + "/a/b"])
        #expect(made.allSatisfy { FileStatus($0)?.mode == 0o750 })
        #expect(try FileSystem.makeFolder(folder + "/a/b").isEmpty)
    }

    /// Where the last folder cannot be made, those before it go again.
    @Test(arguments: [SystemCall.makeFolder, .chmod, .sync]) func foldersThatCannotBeMade(call: SystemCall) throws {
        let path = folder + "/a/b"
        SystemCall.$fault.withValue({ $0 == call && $1.hasPrefix(path) ? ENOSPC : nil }) {
            #expect(throws: FileError.self) { try FileSystem.makeFolder(path + "/c", mode: 0o700) }
        }
        #expect(try FileSystem.names(in: folder).isEmpty)
    }

    @Test func whatIsMissingIsTold() {
        let path = folder + "/none"
        #expect(throws: FileError(.cannotRead, path: path, number: ENOENT)) { try FileSystem.bytes(of: path) }
        #expect(throws: FileError(.readingFailed, path: folder, number: EISDIR)) {
            try FileSystem.bytes(of: folder)
        }
        #expect(FileStatus(path) == nil && !FileStatus.areSame(path, path) && FileStatus.areSame(folder, folder + "/."))
    }
}
