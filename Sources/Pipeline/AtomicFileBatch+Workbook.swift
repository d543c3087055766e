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

extension AtomicFileBatch {
    /// Writes a workbook by work that reads as well: whatever error ends it is thrown, and the file is not kept.
    package func writeWorkbook(to path: String, _ write: (String) throws -> Void) throws {
        var failure: (any Error)?
        try self.write(to: path) { (temporary) throws(WriteError) in
            do {
                try write(temporary)
            } catch let error as WriteError {
                throw error
            } catch {
                // Told when the batch knows that the file is not to be kept.
                failure = error
            }
        }
        if let failure { throw failure }
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
