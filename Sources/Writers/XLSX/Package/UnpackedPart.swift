import CZlib

/// What the check of a workbook must know of an entry's content, found by unpacking it.
struct UnpackedPart: Sendable {
    /// Gives bytes from a place on, at least one and at most so many; nil if there is none.
    typealias Source = (_ most: Int, _ place: Int) -> [UInt8]?

    /// How many bytes it takes in the file, and unpacked.
    private(set) var (packedSize, size) = (0, 0)
    /// The CRC-32 of the content.
    private(set) var checksum: UInt32 = 0
    /// The first bytes of the content.
    private(set) var head: [UInt8] = []
    /// The last bytes of the content.
    private(set) var tail: [UInt8] = []
    /// Where the entry ends in the file.
    private(set) var end = 0

    /// Unpacks the entry that begins at a place; nil if none does, or if it cannot be unpacked.
    ///
    /// Only what of its beginning is known before its content is looked at: name, and method.
    init?(at offset: Int, _ source: Source) {
        var header: [UInt8] = []
        while header.count < 30 {
            guard let next = source(30 - header.count, offset + header.count) else { return nil }
            header += next
        }
        guard header.number(4, at: 0) == 0x0403_4B50, header.number(2, at: 8) == 8 else { return nil }
        var stream = z_stream()
        // Negative: raw data without zlib's own header.
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        let start = offset + 30 + header.number(2, at: 26) + header.number(2, at: 28)
        end = start
        var output = [UInt8](repeating: 0, count: 1 << 16)
        var code = Z_OK
        while code != Z_STREAM_END {
            guard var input = source(1 << 16, end) else { return nil }
            // The stream points into the two arrays within this closure alone.
            let isSound = input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                repeat {
                    let made = output.withUnsafeMutableBufferPointer { output -> Int? in
                        stream.next_out = output.baseAddress
                        stream.avail_out = UInt32(output.count)
                        code = inflate(&stream, Z_NO_FLUSH)
                        guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { return nil }
                        let made = output.count - Int(stream.avail_out)
                        checksum = UInt32(crc32(uLong(checksum), output.baseAddress, UInt32(made)))
                        return made
                    }
                    guard let made else { return false }
                    take(output[..<made])
                    if made < output.count { break }
                } while code != Z_STREAM_END
                return true
            }
            guard isSound else { return nil }
            end += input.count - Int(stream.avail_in)
        }
        packedSize = end - start
    }

    /// Counts what was unpacked next.
    private mutating func take(_ bytes: ArraySlice<UInt8>) {
        size += bytes.count
        if head.count < 256 { head += bytes.prefix(256 - head.count) }
        tail = bytes.count < 64 ? Array((tail + bytes).suffix(64)) : Array(bytes.suffix(64))
    }
}
