import Foundation
import Support

/// The bytes of a file, plain or gzip, one after the other.
final class FileBytes: ByteStream {
    private let descriptor: Int32
    private let path: String
    private let unpacker: GzipUnpacker?
    /// The file's size in bytes; nil where it is packed, because the unpacked size is not known beforehand.
    let size: Int?

    /// Opens a file; a name that ends in `.gz` is decompressed on the way.
    init(path: String) throws(ReadError) {
        self.path = path
        unpacker = path.hasSuffix(".gz") ? try GzipUnpacker(path: path) : nil
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadError(FileError(.cannotRead, path: path, number: errno)) }
        var status = stat()
        size = unpacker == nil && fstat(descriptor, &status) == 0 ? Int(status.st_size) : nil
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Reads up to `count` bytes to the place `offset` of a buffer that has room for them; 0 at the end.
    func read(into buffer: inout [UInt8], at offset: Int, count: Int) throws(ReadError) -> Int {
        // Invariant: offset + count <= buffer.count, and the pointer does not leave the closure.
        precondition(offset + count <= buffer.count)
        return try buffer.withUnsafeMutableBufferPointer { bytes throws(ReadError) in
            let target = UnsafeMutableRawBufferPointer(.init(rebasing: bytes[offset..<(offset + count)]))
            guard let unpacker else { return try readFile(target) }
            return try unpacker.unpack(into: target, refill: readFile)
        }
    }

    private func readFile(_ target: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        while true {
            let count = Foundation.read(descriptor, target.baseAddress, target.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw ReadError(FileError(.readingFailed, path: path, number: errno)) }
        }
    }
}
