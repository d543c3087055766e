import Dispatch
import Synchronization

/// Does work on several threads at once, each with a state of its own; the first to fail says why.
///
/// Invariant: the states share only what is safe to share: a source of chunks, or values that do not change meanwhile.
func concurrently<State, Failure: Error>(
    _ states: inout [State], _ work: (inout State) throws(Failure) -> Void
) throws(Failure) {
    if states.count == 1 { return try work(&states[0]) }
    let failure = Mutex<Failure?>(nil)
    states.withUnsafeMutableBufferPointer { states in
        nonisolated(unsafe) let states = states
        withoutActuallyEscaping(work) { work in
            nonisolated(unsafe) let work = work
            DispatchQueue.concurrentPerform(iterations: states.count) { index in
                do throws(Failure) {
                    try work(&states[index])
                } catch {
                    failure.withLock { $0 = $0 ?? error }
                }
            }
        }
    }
    if let error = failure.withLock({ $0 }) { throw error }
}
