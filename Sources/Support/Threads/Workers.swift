import Dispatch
import Synchronization

/// Does work on several threads at once, each with a state of its own; the first to fail says why.
///
/// Invariant: the states share only what is safe to share: a source of chunks, or values that do not change meanwhile.
package func concurrently<State, Failure: Error>(
    _ states: inout [State], _ work: (inout State) throws(Failure) -> Void
) throws(Failure) {
    if states.count == 1 { return try work(&states[0]) }
    let failure = Mutex<Failure?>(nil)
    // What a test says of calls holds on all threads.
    let fault = SystemCall.fault
    states.withUnsafeMutableBufferPointer { states in
        nonisolated(unsafe) let states = states
        withoutActuallyEscaping(work) { work in
            nonisolated(unsafe) let work = work
            DispatchQueue.concurrentPerform(iterations: states.count) { index in
                SystemCall.failing(fault) {
                    do throws(Failure) {
                        try work(&states[index])
                    } catch {
                        failure.withLock { $0 = $0 ?? error }
                    }
                }
            }
        }
    }
    if let error = failure.withLock({ $0 }) { throw error }
}

/// What becomes of each of some items, made on several threads at once; of several that fail the first in the list says why.
///
/// Invariant: making one shares with making another only what is safe to share, as in ``concurrently(_:_:)``.
package func mapTogether<Item, Product, Failure: Error>(
    _ items: [Item], _ make: (Item) throws(Failure) -> Product
) throws(Failure) -> [Product] {
    var states = items.map { (item: $0, product: Result<Product, Failure>?.none) }
    concurrently(&states) { (state) throws(Never) in
        let item = state.item
        do throws(Failure) {
            state.product = .success(try make(item))
        } catch {
            state.product = .failure(error)
        }
    }
    var products: [Product] = []
    for state in states {
        if let product = state.product { products.append(try product.get()) }
    }
    return products
}
