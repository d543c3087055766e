import Foundation
import Support
import Writers

extension AtomicFileBatch {
    /// Writes a workbook to a file of the batch; returns the temporary path, which is valid until the batch is committed.
    ///
    /// - Throws: `FileError`, or `WriteError` if the document does not fit a workbook.
    @discardableResult package func write(
        to path: String, _ write: (String) throws(WriteError) -> Void
    ) throws -> String {
        let file = try stage(path)
        do throws(WriteError) {
            try withoutForeignMessages { () throws(WriteError) in try write(file.path) }
        } catch .failed(_, let reason) {
            throw FileError(.writingFailed, path: path, reason: reason)
        }
        return file.path
    }
}

/// Runs work while messages of libraries to standard error are discarded.
///
/// The error is reported once, where it is caught. Standard error belongs to the whole process: only the program itself may
/// redirect it, and only while no other thread writes to it.
private func withoutForeignMessages(_ work: () throws(WriteError) -> Void) throws(WriteError) {
    let errors = dup(STDERR_FILENO)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { for descriptor in [errors, nowhere] where descriptor >= 0 { close(descriptor) } }
    guard errors >= 0, nowhere >= 0 else { return try work() }
    dup2(nowhere, STDERR_FILENO)
    defer { dup2(errors, STDERR_FILENO) }
    try work()
}
