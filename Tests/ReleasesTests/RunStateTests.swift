import Foundation
import Records
import Support
import TestSupport
import Testing

@testable import Releases

/// Files that are as they were are not read again; others are.
struct RunStateTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder(["d/courses.csv": "one", "d/sessions.csv": "two"]) }

    private func look(_ state: inout RunState) throws -> Bool {
        try state.look(at: CSVFolder(folder.path + "/d").files())
    }

    @Test func whatIsAsItWasIsNotRead() throws {
        var state = RunState(in: folder.path)
        #expect(try look(&state))
        let digests = state.digests
        #expect(digests.map(\.sha256) == ["one", "two"].map { SHA256.hexadecimal(of: Array($0.utf8)) })
        #expect(try !look(&state))
        // The same file, size and time: whoever looked into it would see the difference.
        let path = folder.path + "/d/courses.csv"
        var status = stat()
        stat(path, &status)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.write(contentsOf: Data("ONE".utf8))
        try handle.close()
        _ = utimensat(AT_FDCWD, path, [status.st_atim, status.st_mtim], 0)
        #expect(try !look(&state))
        #expect(state.digests == digests)
    }

    @Test func whatChangedIsRead() throws {
        var state = RunState(in: folder.path)
        _ = try look(&state)
        state.current = ["2019-01"]
        // Another time alone changes nothing but what is kept of the file.
        try folder.write("one", to: "d/courses.csv")
        #expect(try look(&state))
        #expect(state.current == ["2019-01"])
        try folder.write("new", to: "d/topics.csv")
        #expect(try look(&state))
        #expect(state.current.isEmpty)
        try state.save(in: folder.path)
        var kept = RunState(in: folder.path)
        #expect(try !look(&kept))
        #expect(kept.digests == state.digests)
    }

    /// What cannot be encoded is told, and the file stays as it was.
    @Test func whatCannotBeKeptIsTold() throws {
        var state = RunState(in: folder.path)
        _ = try look(&state)
        try state.save(in: folder.path)
        state.last = RunState.Last(seconds: .infinity)
        state.inputs = []
        #expect {
            try state.save(in: folder.path)
        } throws: { error in
            let error = error as? FileError
            return error?.kind == .writingFailed && error?.path.hasSuffix("/" + RunState.fileName) == true
        }
        #expect(RunState(in: folder.path).inputs.count == 2)
    }

    @Test(arguments: ["", "{", "[]", "{\"inputs\": 3}"]) func whatCannotBeReadIsNothing(text: String) throws {
        try folder.write(text, to: RunState.fileName)
        #expect(RunState(in: folder.path).inputs.isEmpty)
    }
}
