import Foundation
import Stores
import Support
import Writers

/// Writes a text to standard error; each of its lines is made fit for a terminal, and no address in it has a password.
func tell(_ text: String) {
    let text = PostgreSQLAddress.withoutPasswords(text).split(separator: "\n", omittingEmptySubsequences: false).map {
        terminalText(String($0))
    }
    .joined(separator: "\n")
    // If standard error is closed, there is no place for a message about it.
    try? FileSystem.write(Array((text + "\n").utf8), to: STDERR_FILENO, named: "standard error")
}

/// Writes bytes to standard output in full.
///
/// - Throws: `FileError` if the other end is closed or the disk is full.
func print(bytes: [UInt8]) throws(FileError) {
    try FileSystem.write(bytes, to: STDOUT_FILENO, named: "standard output")
}

/// Writes bytes to a device or a pipe in full.
func print(bytes: [UInt8], toDeviceAt path: String) throws(FileError) { try OpenFile(appendingTo: path).write(bytes) }
