import Foundation
import Support

/// Writes a text to standard error.
func tell(_ text: String) {
    // Nobody is left to be told that standard error is closed.
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
