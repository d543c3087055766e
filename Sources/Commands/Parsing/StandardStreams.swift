import Foundation
import Support

/// Writes a text to standard error.
func tell(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    var written = 0
    while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        // Nobody is left to be told that standard error is closed.
        guard count >= 0 || errno == EINTR else { return }
        written += max(0, count)
    }
}

/// Writes bytes to standard output in full.
///
/// - Throws: ``OutputError`` where the other end is closed or the disk is full.
func print(bytes: [UInt8]) throws(OutputError) { try write(bytes, to: STDOUT_FILENO, named: "standard output") }

/// Writes bytes to a device or a pipe in full.
func print(bytes: [UInt8], toDeviceAt path: String) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .creation(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, named: path)
}

/// Writes bytes to an open file in full.
func write(_ bytes: [UInt8], to descriptor: Int32, named path: String) throws(OutputError) {
    var written = 0
    while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else {
            if errno == EPIPE { throw .readerGone }
            throw .midway(path: path, reason: String(cString: strerror(errno)))
        }
        written += count
    }
}
