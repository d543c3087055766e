import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Support

/// Work on several threads at once.
struct WorkersTests {
    private struct Failure: Error, Equatable { let item: Int }

    @Test(arguments: [0, 1, 2, 17]) func productsStandInTheOrderOfTheirItems(count: Int) throws {
        #expect(mapTogether(Array(0..<count)) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    /// All items are taken, and of those that fail the first in the list says why, whichever fails first.
    @Test func theFirstInTheListSaysWhy() {
        let taken = Atomic(0)
        let error = #expect(throws: Failure.self) {
            _ = try mapTogether(Array(0..<20)) { item in
                taken.wrappingAdd(1, ordering: .relaxed)
                if item == 3 { usleep(10_000) }
                if item >= 3 { throw Failure(item: item) }
            }
        }
        #expect(error == Failure(item: 3) && taken.load(ordering: .relaxed) == 20)
    }

    /// What a test says of calls holds on every thread.
    @Test func callsFailOnAllThreads() {
        let failed = SystemCall.$fault.withValue({ _, _ in EIO }) {
            mapTogether(Array(0..<8)) { _ in SystemCall.unlink.attempt(on: "nowhere") { 0 } }
        }
        #expect(failed.allSatisfy { !$0 })
    }

    /// Several threads write files of one batch, in folders that several of them need: all appear, or none and no folder.
    @Test(arguments: [false, true]) func aBatchTakesFilesOfSeveralThreads(isCommitted: Bool) throws {
        let temporary = try TemporaryFolder()
        let names = (0..<24).map { "a\($0 % 3)/b\($0 % 2)/file\($0)" }
        do {
            let batch = AtomicFileBatch()
            _ = try mapTogether(names) { try batch.write(Array($0.utf8), to: temporary.path + "/" + $0) }
            if isCommitted { try batch.commit() }
        }
        #expect(try FileSystem.files(below: temporary.path).sorted() == (isCommitted ? names.sorted() : []))
        #expect(try FileSystem.folders(below: temporary.path).isEmpty != isCommitted)
        for name in names where isCommitted {
            #expect(try FileSystem.bytes(of: temporary.path + "/" + name) == Array(name.utf8))
        }
    }
}
