import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Support

/// Files that appear together or not at all, whatever call fails.
struct AtomicFileTests {
    private let temporary: TemporaryFolder
    private var folder: String { temporary.path }

    init() throws { temporary = try TemporaryFolder() }

    /// Everything below the folder with its content: a link's target, and a slash for a folder.
    private func tree() throws -> [String: String] {
        var tree: [String: String] = [:]
        for path in try FileSystem.folders(below: folder) { tree[String(path.dropFirst(folder.count + 1))] = "/" }
        for file in try FileSystem.files(below: folder) {
            let path = folder + "/" + file
            tree[file] =
                try FileSystem.target(ofLink: path) ?? String(decoding: FileSystem.bytes(of: path), as: UTF8.self)
        }
        return tree
    }

    private func put(_ text: String, at file: String) throws {
        try FileSystem.makeFolder(FilePath.folder(of: folder + "/" + file))
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + file))
    }

    /// Replaces two files, makes two in new folders, and removes one.
    private func replaceAll() throws(FileError) {
        let batch = AtomicFileBatch(mode: 0o640)
        try batch.write(Array("new one".utf8), to: folder + "/one")
        try batch.write(Array("new three".utf8), to: folder + "/a/b/three")
        let file = try batch.stage(folder + "/two")
        for part in ["new ", "two"] { try batch.append(Array(part.utf8), to: file) }
        batch.removeOnCommit(folder + "/gone")
        try batch.write([], to: folder + "/a/four")
        try batch.commit()
    }

    private let before = ["one": "old one", "two": "old two", "gone": "old"]
    private let after = [
        "one": "new one", "two": "new two", "a": "/", "a/b": "/", "a/b/three": "new three", "a/four": "",
    ]

    private func prepare() throws {
        try FileSystem.removeTree(folder)
        try FileSystem.makeFolder(folder)
        for (file, text) in before { try put(text, at: file) }
    }

    /// The calls that a replacement makes, in their order.
    private func calls() throws -> [SystemCall] {
        try prepare()
        let calls = Mutex<[SystemCall]>([])
        try SystemCall.$fault.withValue({ call, _ in
            calls.withLock { $0.append(call) }
            return nil
        }) { try replaceAll() }
        return calls.withLock { $0 }
    }

    @Test func allAppear() throws {
        try prepare()
        try replaceAll()
        #expect(try tree() == after)
        #expect(["one", "a/b/three"].allSatisfy { FileStatus(folder + "/" + $0)?.mode == 0o640 })
    }

    /// One call fails; those that undo the work go on.
    ///
    /// Earlier content stays and nothing is left behind; after the last rename all is new.
    @Test(arguments: [EIO, ENOSPC, EACCES]) func oneCallFails(number: Int32) throws {
        let calls = try calls()
        #expect(Set(calls).isSuperset(of: [.open, .write, .chmod, .sync, .link, .rename, .makeFolder, .unlink]))
        let lastRename = try #require(calls.lastIndex(of: .rename))
        for (index, call) in calls.enumerated() {
            try prepare()
            let count = Atomic(0)
            let failure: FileError? = SystemCall.$fault.withValue({ _, _ in
                count.wrappingAdd(1, ordering: .relaxed).oldValue == index ? number : nil
            }) {
                do throws(FileError) { try replaceAll() } catch { return error }
                return nil
            }
            let place = Comment(rawValue: "call \(index) of \(calls.count), \(call)")
            if call == .unlink {
                // A removal that fails fails nothing.
                #expect(failure == nil, place)
            } else {
                #expect(failure.map { $0.number == number && $0.path.hasPrefix(folder) } == true, place)
                #expect(try tree() == (index > lastRename ? after : before), place)
            }
        }
    }

    /// No call succeeds from one on, so that nothing can be undone: the files are all there, each old or new as a whole.
    @Test func allLaterCallsFail() throws {
        for index in try calls().indices {
            try prepare()
            let count = Atomic(0)
            SystemCall.$fault.withValue({ _, _ in
                count.wrappingAdd(1, ordering: .relaxed).oldValue >= index ? EIO : nil
            }) { _ = Result { try replaceAll() } }
            for (file, text) in try tree() where !file.contains(".tmp") && text != "/" {
                #expect(text == before[file] || text == after[file], "call \(index): \(file)")
            }
            #expect(Set(before.keys).subtracting(["gone"]).isSubset(of: try tree().keys))
        }
    }

    /// A file system without second names: the batch works, and a single file is safe all the same.
    @Test func noSecondNames() throws {
        try prepare()
        try SystemCall.$fault.withValue({ call, _ in call == .link ? EPERM : nil }) { try replaceAll() }
        #expect(try tree() == after)
        try prepare()
        SystemCall.$fault.withValue({ call, _ in call == .rename ? EIO : call == .link ? EPERM : nil }) {
            #expect(throws: FileError.self) { try AtomicFile.write(Array("new".utf8), to: folder + "/one") }
        }
        #expect(try tree() == before)
    }

    @Test func aBatchThatIsNotCommittedLeavesNothing() throws {
        try prepare()
        do {
            let batch = AtomicFileBatch()
            try batch.write([1], to: folder + "/new/one")
            try batch.write([1], to: folder + "/one")
            #expect(try tree().count > before.count)
        }
        #expect(try tree() == before)
    }

    @Test func whatIsNoFileIsNotReplaced() throws {
        try prepare()
        try FileSystem.makeFolder(folder + "/sub")
        mkfifo(folder + "/pipe", 0o600)
        let reasons = [
            "/sub": "it is a folder", "/pipe": "it is no regular file", "/one/two": "a file of that name is in the way",
        ]
        for (name, reason) in reasons {
            let error = #expect(throws: FileError.self) { try AtomicFile.write([], to: folder + name) }
            #expect(error?.kind == .cannotCreate && error?.reason.en == reason)
        }
        unlink(folder + "/pipe")
        #expect(try tree() == before.merging(["sub": "/"]) { $1 })
    }

    @Test func aLinkIsFollowed() throws {
        try prepare()
        try FileSystem.makeFolder(folder + "/sub")
        try FileSystem.link(folder + "/sub/link", to: "../one")
        try AtomicFile.write(Array("through".utf8), to: folder + "/sub/link")
        #expect(try tree() == before.merging(["one": "through", "sub": "/", "sub/link": "../one"]) { $1 })
    }

    /// Links that somebody else has planted, at names that could be guessed or in the place of a file that is being written,
    /// lead nowhere: what they point to stays as it was.
    @Test func aPlantedLinkIsNotFollowed() throws {
        try prepare()
        try put("of somebody else", at: "victim")
        let guesses = [".one.\(getpid()).tmp", ".one.tmp", ".one.000000000000.tmp"]
        for guess in guesses { try FileSystem.link(folder + "/" + guess, to: "victim") }
        try AtomicFile.write(Array("new".utf8), to: folder + "/one")
        #expect(try OpenFile(creating: folder + "/" + guesses[0], named: "one") == nil)
        let batch = AtomicFileBatch()
        let file = try batch.stage(folder + "/two")
        FileSystem.removeFile(file.path)
        try FileSystem.link(file.path, to: "victim")
        #expect(throws: FileError.self) { try batch.append(Array("new".utf8), to: file) }
        let tree = try tree()
        #expect(tree["victim"] == "of somebody else" && tree["one"] == "new" && tree["two"] == "old two")
        #expect(guesses.allSatisfy { tree[$0] == "victim" })
    }

    /// A name as long as names can be has a temporary file too, and leftovers are known by it.
    @Test(arguments: ["a", ".tadrib.json", String(repeating: "é", count: 127)]) func temporaryNames(name: String) throws
    {
        let temporary = TemporaryName.random(for: name)
        #expect(temporary.hasPrefix(".") && !temporary.hasPrefix("..") && temporary.utf8.count < 255 - 4)
        #expect(temporary != TemporaryName.random(for: name))
        #expect(TemporaryName.isTemporary(temporary, for: name))
        #expect(!TemporaryName.isTemporary(name, for: name) && !TemporaryName.isTemporary(temporary, for: "b"))
        try AtomicFile.write([1], to: folder + "/" + name)
        #expect(try FileSystem.names(in: folder) == [name])
    }

    /// Room for what is written, but not for all of it.
    @Test func aFullDeviceIsTold() throws {
        let error = #expect(throws: FileError.self) { try OpenFile(appendingTo: "/dev/full").write([1, 2, 3]) }
        #expect(error == FileError(.writingFailed, path: "/dev/full", number: ENOSPC))
    }

    @Test func aPipeWithoutReaderIsNoTrouble() throws {
        signal(SIGPIPE, SIG_IGN)
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        close(ends[0])
        defer { close(ends[1]) }
        let error = #expect(throws: FileError.self) {
            try FileSystem.write([1], to: ends[1], named: "standard output")
        }
        #expect(error?.kind == .readerGone && error?.message == "")
    }
}
