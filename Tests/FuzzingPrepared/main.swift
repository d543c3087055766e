import Foundation
import TestSupport

/// The fuzzer's own loop; it ends the program when it is done.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

nonisolated(unsafe) let oracle = try PreparedOracle()
var count = CommandLine.argc
var words = CommandLine.unsafeArgv
exit(
    runFuzzer(&count, &words) { start, count in
        // Invariant: the fuzzer hands over `count` bytes from `start` on, which stay until this returns.
        let input = Array(UnsafeBufferPointer(start: start, count: count))
        do {
            // A crash is what the fuzzer takes for a finding.
            if let difference = try oracle.disagreement(over: input) { fatalError(difference) }
        } catch {
            fatalError("the files could not be written: \(error)")
        }
        return 0
    })
