import CZlib
import Glibc
import Support

/// Reads a finished workbook again and holds each of its parts against what the file says of it: length, checksum, and the
/// end of its outermost element.
///
/// The library writes each part to a temporary file without checking for errors: on a full disk the workbook would be
/// short of rows, and Excel would refuse it.
///
/// - Throws: `WriteError` naming the part that is not whole.
func checkParts(ofWorkbookAt path: String) throws(WriteError) {
    func broken(_ reason: BilingualText) -> WriteError { .failed(path: path, reason: reason) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WriteError(FileError(.cannotRead, path: path, number: errno)) }
    defer { close(descriptor) }
    guard let parts = WorkbookPart.list(descriptor) else {
        throw broken(.init(en: "the workbook has no list of its parts", ar: "ليس في المصنف قائمة بأجزائه"))
    }
    for part in parts where !part.isWhole(descriptor) {
        throw broken(
            .init(
                en: "the part \(part.name) is cut short: the disk is full, or no file may be as long",
                ar: "الجزء \(part.name) ناقص: القرص ممتلئ، أو لا يُسمح بملف بهذا الطول"))
    }
}

/// An entry of the central directory of a ZIP file (PKWARE's APPNOTE, 4.3.12).
private struct WorkbookPart {
    let name: String
    private let isDeflated: Bool
    private let checksum: UInt32
    private let packedSize: Int
    private let size: Int
    private let offset: Int

    /// All entries; nil if the file does not end as a ZIP file does.
    static func list(_ descriptor: Int32) -> [WorkbookPart]? {
        let length = Int(lseek(descriptor, 0, SEEK_END))
        // The library writes no comment, so the end record is the last of the file.
        guard length >= 22, let end = read(descriptor, 22, at: length - 22), end.number(4, at: 0) == 0x0605_4B50,
            let directory = read(descriptor, end.number(4, at: 12), at: end.number(4, at: 16))
        else { return nil }
        var parts: [WorkbookPart] = []
        var place = 0
        for _ in 0..<end.number(2, at: 10) {
            guard place + 46 <= directory.count, directory.number(4, at: place) == 0x0201_4B50 else { return nil }
            let nameLength = directory.number(2, at: place + 28)
            guard place + 46 + nameLength <= directory.count else { return nil }
            parts.append(
                WorkbookPart(
                    name: String(decoding: directory[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self),
                    isDeflated: directory.number(2, at: place + 10) == 8,
                    checksum: UInt32(directory.number(4, at: place + 16)),
                    packedSize: directory.number(4, at: place + 20), size: directory.number(4, at: place + 24),
                    offset: directory.number(4, at: place + 42)))
            place += 46 + nameLength + directory.number(2, at: place + 30) + directory.number(2, at: place + 32)
        }
        return parts.isEmpty ? nil : parts
    }

    /// Whether the entry has the length and checksum that the directory says, and ends as an XML document does.
    func isWhole(_ descriptor: Int32) -> Bool {
        guard isDeflated, let header = Self.read(descriptor, 30, at: offset) else { return false }
        var place = offset + 30 + header.number(2, at: 26) + header.number(2, at: 28)
        let dataEnd = place + packedSize
        var stream = z_stream()
        // Negative: raw data without zlib's own header.
        guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return false
        }
        defer { inflateEnd(&stream) }
        var (head, tail): ([UInt8], [UInt8]) = ([], [])
        var (count, sum) = (0, crc32(0, nil, 0))
        var output = [UInt8](repeating: 0, count: 1 << 16)
        while place < dataEnd {
            guard var input = Self.read(descriptor, min(1 << 16, dataEnd - place), at: place) else { return false }
            place += input.count
            // The stream points into the two arrays within this closure alone.
            let isSound = input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                repeat {
                    let made = output.withUnsafeMutableBufferPointer { output -> Int? in
                        stream.next_out = output.baseAddress
                        stream.avail_out = UInt32(output.count)
                        let code = inflate(&stream, Z_NO_FLUSH)
                        guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { return nil }
                        let made = output.count - Int(stream.avail_out)
                        sum = crc32(sum, output.baseAddress, UInt32(made))
                        return made
                    }
                    guard let made else { return false }
                    count += made
                    if head.count < 256 { head += output[..<made].prefix(256 - head.count) }
                    tail = Array((tail + output[max(0, made - 64)..<made]).suffix(64))
                    if made < output.count { break }
                } while true
                return true
            }
            guard isSound else { return false }
        }
        guard count == size, UInt32(sum) == checksum else { return false }
        return !isXML || Self.closes(tail, what: head)
    }

    private var isXML: Bool { [".xml", ".rels", ".vml"].contains { name.hasSuffix($0) } }

    /// Whether a document's end closes the element that its start opens.
    private static func closes(_ tail: [UInt8], what head: [UInt8]) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
        let start = head.indices.dropLast().first { head[$0] == UInt8(ascii: "<") && isLetter(head[$0 + 1]) }
        guard let start else { return false }
        let root = head[(start + 1)...].prefix { isLetter($0) || $0 == UInt8(ascii: ":") }
        let end = tail.reversed().drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
        return end.starts(with: (Array("</".utf8) + root + [UInt8(ascii: ">")]).reversed())
    }

    /// So many bytes from a place on; nil if there are fewer.
    private static func read(_ descriptor: Int32, _ count: Int, at place: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: filled), count - filled, off_t(place + filled))
            }
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }
}

extension [UInt8] {
    /// A number of so many bytes, the lowest first.
    fileprivate func number(_ bytes: Int, at place: Int) -> Int {
        (0..<bytes).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
    }
}
