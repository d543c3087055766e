import Foundation
import Synchronization

/// Takes in what a program writes, so that it never waits for a reader; the first bytes are kept.
package final class KeptOutput: Sendable {
    /// Where the program writes.
    package let pipe = Pipe()
    private let most: Int
    private let kept = Mutex<[UInt8]>([])
    private let end = DispatchGroup()

    /// Keeps so many bytes at most.
    package init(most: Int) { self.most = most }

    /// Begins to take in what comes, once the program has been started.
    package func beginReading() {
        DispatchQueue.global().async(group: end) {
            while true {
                let bytes = self.pipe.fileHandleForReading.availableData
                guard !bytes.isEmpty else { return }
                self.kept.withLock { $0 += bytes.prefix(max(0, self.most - $0.count)) }
            }
        }
    }

    /// The first bytes as text; waits until all who write there have ended, or until a moment.
    package func text(waitingUntil limit: DispatchTime = .distantFuture) -> String {
        _ = end.wait(timeout: limit)
        return kept.withLock { String(decoding: $0, as: UTF8.self) }
    }
}
