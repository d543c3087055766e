import Foundation
import Support
import Writers

extension AtomicFileBatch {
    /// Has a workbook written to a file of the batch, and says where it is until all are in their places.
    ///
    /// - Throws: `FileError`, or `WriteError` where the document does not fit a workbook.
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

/// Does work while whatever a library says on standard error goes nowhere.
///
/// What went wrong is told once, by whoever catches the error. Standard error is the whole process's: only the program
/// itself may turn it aside, and only while no other thread has anything to say.
private func withoutForeignMessages(_ work: () throws(WriteError) -> Void) throws(WriteError) {
    let errors = dup(STDERR_FILENO)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { for descriptor in [errors, nowhere] where descriptor >= 0 { close(descriptor) } }
    guard errors >= 0, nowhere >= 0 else { return try work() }
    dup2(nowhere, STDERR_FILENO)
    defer { dup2(errors, STDERR_FILENO) }
    try work()
}
