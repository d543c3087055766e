import CZlib
import Foundation

/// The bytes of a file, plain or gzip, one after the other.
final class ByteSource {
    private enum Handle {
        case plain(Int32)
        case gzip(gzFile)
    }

    private let handle: Handle
    private let path: String
    /// The file's size in bytes where it is plain and regular; nil where nobody can tell beforehand.
    let plainSize: Int?

    /// Opens a file; a name that ends in `.gz` is decompressed on the way.
    init(path: String) throws(ReadError) {
        self.path = path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: Self.reason()) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            close(descriptor)
            throw .unreadable(path: path, reason: "it is a folder; a file is needed")
        }
        let isGzip = path.hasSuffix(".gz")
        plainSize = !isGzip && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
        guard isGzip else {
            handle = .plain(descriptor)
            return
        }
        guard let file = gzdopen(descriptor, "rb") else {
            close(descriptor)
            throw .unreadable(path: path, reason: "zlib cannot open it")
        }
        gzbuffer(file, 1 << 18)
        handle = .gzip(file)
    }

    deinit {
        switch handle {
        case .plain(let descriptor): close(descriptor)
        case .gzip(let file): gzclose(file)
        }
    }

    /// Reads up to `count` bytes to the place `offset` of a buffer that has room for them; 0 at the end.
    func read(into buffer: inout [UInt8], at offset: Int, count: Int) throws(ReadError) -> Int {
        // Invariant: offset + count <= buffer.count, and the pointer does not leave the closure.
        precondition(offset + count <= buffer.count)
        while true {
            let result = buffer.withUnsafeMutableBytes { bytes -> Int in
                let target = bytes.baseAddress.map { $0 + offset }
                switch handle {
                case .plain(let descriptor): return Foundation.read(descriptor, target, count)
                case .gzip(let file): return Int(gzread(file, target, UInt32(min(count, 1 << 30))))
                }
            }
            if result > 0 { return result }
            switch handle {
            case .plain:
                if result == 0 { return 0 }
                if errno == EINTR { continue }
                throw .failedMidway(path: path, reason: Self.reason())
            case .gzip(let file):
                var code: Int32 = 0
                let text = gzerror(file, &code).map { String(cString: $0) } ?? ""
                if code == Z_OK || code == Z_STREAM_END, result == 0 { return 0 }
                let reason =
                    code == Z_BUF_ERROR
                    ? "the gzip file is cut short; copy it again" : "not a sound gzip file (\(text))"
                throw .unreadable(path: path, reason: reason)
            }
        }
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
