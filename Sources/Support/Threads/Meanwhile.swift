import Dispatch
import Synchronization

/// A value that another thread makes while this one goes on.
package final class Meanwhile<Value: Sendable>: Sendable {
    private let made = Mutex<Value?>(nil)
    private let group = DispatchGroup()

    /// Begins to make a value, which may turn out to be none; makes it at once where no other thread may be used.
    package init(onOtherThread: Bool = true, _ make: @escaping @Sendable () -> Value?) {
        guard onOtherThread else {
            let value = make()
            made.withLock { $0 = value }
            return
        }
        // What a test says of calls holds on all threads.
        let fault = SystemCall.fault
        DispatchQueue.global().async(group: group) {
            SystemCall.failing(fault) {
                let value = make()
                self.made.withLock { $0 = value }
            }
        }
    }

    /// The value, when it has been made; nil if it is none.
    package func wait() -> Value? {
        group.wait()
        return made.withLock { $0 }
    }
}
