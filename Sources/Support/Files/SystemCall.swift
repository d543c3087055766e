import Foundation

/// The calls by which files and folders are changed.
///
/// All of them go through ``run(on:orThrow:allowing:_:)``, so that tests can make any of them fail.
enum SystemCall: Hashable, Sendable, CaseIterable {
    case open, write, chmod, sync, link, rename, symlink, unlink, makeFolder, removeFolder

    /// What a test says before a call on a path: the number of an error, or nil if the call is to happen.
    @TaskLocal static var fault: (@Sendable (SystemCall, String) -> Int32?)?

    /// Does work in which calls fail as they do on another thread; outside tests none do.
    static func failing(_ fault: (@Sendable (SystemCall, String) -> Int32?)?, _ work: () -> Void) {
        guard let fault else { return work() }
        $fault.withValue(fault, operation: work)
    }

    /// Makes the call, again if a signal interrupts it.
    ///
    /// - Parameters:
    ///   - path: What an error names.
    ///   - kind: The kind of error that a failure is.
    ///   - allowed: The number of an error that is no failure.
    ///   - call: The call, which sets `errno` and returns a negative number if it fails.
    /// - Returns: What the call returns: a descriptor, a count of bytes, or 0; -1 after the allowed error.
    /// - Throws: ``FileError`` of the given kind if the call fails in any other way.
    @discardableResult func run<Result: BinaryInteger>(
        on path: String, orThrow kind: FileError.Kind, allowing allowed: Int32? = nil, _ call: () -> Result
    ) throws(FileError) -> Result {
        if let number = Self.fault?(self, path) {
            guard number != allowed else { return -1 }
            throw FileError(kind, path: path, number: number)
        }
        while true {
            let result = call()
            guard result < 0 else { return result }
            // Read at once: any later call may change it.
            let number = errno
            if number == EINTR { continue }
            guard number != allowed else { return result }
            throw FileError(number == EPIPE ? .readerGone : kind, path: path, number: number)
        }
    }

    /// Makes a call whose failure changes nothing for the caller, such as the removal of a file that may be gone already.
    @discardableResult func attempt(on path: String, _ call: () -> Int32) -> Bool {
        if Self.fault?(self, path) != nil { return false }
        return call() == 0
    }
}
