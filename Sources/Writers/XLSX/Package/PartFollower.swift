import Foundation
import Synchronization

/// Reads the parts of a workbook on a thread of its own while the library writes them, so that they need not be read when it is done.
///
/// The library writes a part's content once, from its beginning to its end; only lengths and checksums in what stands before it are
/// filled in later, and these are taken from the finished file.
final class PartFollower: Sendable {
    /// How long it waits for more of the file, in microseconds.
    private static let pause: UInt32 = 500

    private let path: String
    private let isWritten = Atomic(false)
    private let parts = Mutex<[Int: UnpackedPart]>([:])
    private let end = DispatchSemaphore(value: 0)

    /// Begins to follow the file that is about to be written to a path.
    init(_ path: String) {
        self.path = path
        // What stands there from earlier is not to be taken for it.
        truncate(path, 0)
        Thread.detachNewThread { [self] in
            follow()
            end.signal()
        }
    }

    /// The parts that were read, by their places in the file, once all of it is written.
    func finish() -> [Int: UnpackedPart] {
        isWritten.store(true, ordering: .releasing)
        end.wait()
        return parts.withLock { $0 }
    }

    private func follow() {
        guard let descriptor = opened() else { return }
        defer { close(descriptor) }
        var place = 0
        while let part = UnpackedPart(at: place, { awaited(descriptor, $0, at: $1) }) {
            parts.withLock { [place] in $0[place] = part }
            place = part.end
        }
    }

    /// Opens the file as soon as it is there; nil if it is not when all is written.
    private func opened() -> Int32? {
        while true {
            let wasWritten = isWritten.load(ordering: .acquiring)
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            if descriptor >= 0 { return descriptor }
            if wasWritten { return nil }
            usleep(Self.pause)
        }
    }

    /// Bytes from a place on, as soon as there are any; nil if there are none when all is written.
    private func awaited(_ descriptor: Int32, _ most: Int, at place: Int) -> [UInt8]? {
        while true {
            let wasWritten = isWritten.load(ordering: .acquiring)
            if let bytes = bytes(of: descriptor, atMost: most, at: place) { return bytes }
            if wasWritten { return nil }
            usleep(Self.pause)
        }
    }
}
