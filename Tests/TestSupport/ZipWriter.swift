import CZlib
import Foundation

/// Writes zip archives, sound ones and such as no program writes.
public struct ZipWriter {
    /// A part of an archive.
    public struct Part: Sendable {
        /// Its name.
        public var name: String
        /// Its bytes, unpacked.
        public var bytes: [UInt8]
        /// Whether they are compressed.
        public var isPacked: Bool
        /// Whether the part says that it has a password.
        public var isEncrypted: Bool

        /// A part given by its text.
        public init(_ name: String, _ text: String, isPacked: Bool = true, isEncrypted: Bool = false) {
            self.init(name, bytes: Array(text.utf8), isPacked: isPacked, isEncrypted: isEncrypted)
        }

        /// A part given by its bytes.
        public init(_ name: String, bytes: [UInt8], isPacked: Bool = true, isEncrypted: Bool = false) {
            self.name = name
            self.bytes = bytes
            self.isPacked = isPacked
            self.isEncrypted = isEncrypted
        }
    }

    /// The bytes of an archive with these parts (APPNOTE 4.3).
    public static func archive(_ parts: [Part]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let packed = part.isPacked ? deflated(part.bytes) : part.bytes
            let checksum = UInt32(truncatingIfNeeded: crc32(0, part.bytes, UInt32(part.bytes.count)))
            let shared =
                bytes(UInt16(20)) + bytes(UInt16(part.isEncrypted ? 0x801 : 0x800))
                + bytes(UInt16(part.isPacked ? 8 : 0)) + bytes(UInt32(0x5C21_0000)) + bytes(checksum)
                + bytes(UInt32(packed.count)) + bytes(UInt32(part.bytes.count)) + bytes(UInt16(part.name.utf8.count))
                + bytes(UInt16(0))
            directory += bytes(UInt32(0x0201_4B50)) + bytes(UInt16(20)) + shared
            directory += [UInt8](repeating: 0, count: 10) + bytes(UInt32(archive.count)) + part.name.utf8
            archive += bytes(UInt32(0x0403_4B50)) + shared + part.name.utf8 + packed
        }
        let start = archive.count
        archive += directory
        archive += bytes(UInt32(0x0605_4B50)) + [0, 0, 0, 0] + bytes(UInt16(parts.count)) + bytes(UInt16(parts.count))
        archive += bytes(UInt32(directory.count)) + bytes(UInt32(start)) + [0, 0]
        return archive
    }

    private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    /// Bytes compressed without the frame of zlib.
    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let room = output.count
        // Invariant: zlib keeps neither address for longer than this call.
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                deflate(&stream, Z_FINISH)
            }
        }
        return Array(output[..<(room - Int(stream.avail_out))])
    }
}
