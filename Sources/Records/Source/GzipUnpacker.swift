import Support
import CZlib

/// Unpacks gzip bytes as they come: one member, or several one behind the other (RFC 1952).
///
/// zlib's own file functions pass in silence over whatever follows a member and is none, and over a file that is not
/// packed at all: a damaged file would lose records unnoticed.
final class GzipUnpacker {
    /// zlib keeps the address of this, so it stays where it is.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    private let path: String
    private var packed = [UInt8](repeating: 0, count: 1 << 18)
    private var position = 0
    private var filled = 0
    private var isInMember = false
    private var hasMember = false

    /// An unpacker at the start of the file at a path.
    init(path: String) throws(ReadError) {
        self.path = path
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 more for a gzip header.
        let code = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else {
            stream.deallocate()
            throw .unreadable(
                path: path,
                reason: .init(en: "zlib cannot unpack it (code \(code))", ar: "لا تستطيع zlib فكه (الرمز \(code))"))
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks some bytes into a place that is not empty, and says how many; 0 at the end.
    ///
    /// `refill` puts the file's next bytes into a place, and says how many; 0 at the end.
    func unpack(
        into target: UnsafeMutableRawBufferPointer,
        refill: (UnsafeMutableRawBufferPointer) throws(ReadError) -> Int
    ) throws(ReadError) -> Int {
        while true {
            if position == filled {
                filled = try packed.withUnsafeMutableBufferPointer { bytes throws(ReadError) in
                    try refill(UnsafeMutableRawBufferPointer(bytes))
                }
                position = 0
                if filled == 0 {
                    guard hasMember, !isInMember else {
                        throw fault(
                            .init(en: "the gzip file is cut short; copy it again", ar: "ملف gzip ناقص؛ انسخه من جديد"))
                    }
                    return 0
                }
            }
            if !isInMember {
                // Tapes and disks pad files with zeros.
                if hasMember { while position < filled, packed[position] == 0 { position += 1 } }
                guard position < filled else { continue }
                // A member begins with 1F 8B.
                guard packed[position] == 0x1F else { throw notGzip }
                inflateReset(stream)
                isInMember = true
            }
            let count = try inflateSome(into: target)
            if count > 0 { return count }
        }
    }

    /// Unpacks what is at hand, as far as it goes.
    private func inflateSome(into target: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        // Invariant: zlib reads within packed[position..<filled] and writes within the target, and keeps neither address
        // for longer than this call.
        stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(clamping: target.count)
        let room = stream.pointee.avail_out
        let code = packed.withUnsafeMutableBufferPointer { bytes -> Int32 in
            stream.pointee.next_in = bytes.baseAddress.map { $0 + position }
            stream.pointee.avail_in = UInt32(filled - position)
            return inflate(stream, Z_NO_FLUSH)
        }
        position = filled - Int(stream.pointee.avail_in)
        switch code {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: (isInMember, hasMember) = (false, true)
        default:
            let detail = stream.pointee.msg.map { String(cString: $0) } ?? "zlib's code \(code)"
            guard detail == "incorrect header check" else {
                throw fault(
                    .init(
                        en: "the gzip file is damaged (\(detail)); copy it again",
                        ar: "ملف gzip تالف (\(detail))؛ انسخه من جديد"))
            }
            throw notGzip
        }
        return Int(room - stream.pointee.avail_out)
    }

    private var notGzip: ReadError {
        fault(
            hasMember
                ? .init(
                    en: "something that is not gzip follows the packed data; copy or pack the file again",
                    ar: "بعد البيانات المضغوطة ما ليس من gzip؛ انسخ الملف أو اضغطه من جديد")
                : .init(
                    en: "it is not a gzip file; pack it with gzip, or take .gz off its name",
                    ar: "ليس ملف gzip؛ اضغطه ببرنامج gzip أو احذف .gz من اسمه"))
    }

    private func fault(_ reason: BilingualText) -> ReadError { .unreadable(path: path, reason: reason) }
}
