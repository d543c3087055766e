import Glibc
import Support

/// Holds each part of a finished workbook against what the file says of it: length, checksum, and the end of its outermost
/// element.
///
/// The library writes each part to a temporary file without checking for errors: on a full disk the workbook would be
/// short of rows, and Excel would refuse it. Parts that were read while the file was written are not read again.
///
/// - Throws: `WriteError` naming the part that is not whole.
func checkParts(ofWorkbookAt path: String, readAlready: [Int: UnpackedPart] = [:]) throws(WriteError) {
    func broken(_ reason: BilingualText) -> WriteError { .failed(path: path, reason: reason) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw WriteError(FileError(.cannotRead, path: path, number: errno)) }
    defer { close(descriptor) }
    guard let parts = WorkbookPart.list(descriptor) else {
        throw broken(.init(en: "the workbook has no list of its parts", ar: "ليس في المصنف قائمة بأجزائه"))
    }
    for part in parts where !part.isWhole(readAlready[part.offset]) && !part.isWhole(part.unpacked(descriptor)) {
        throw broken(
            .init(
                en: "the part \(part.name) is cut short: the disk is full, or no file may be as long",
                ar: "الجزء \(part.name) ناقص: القرص ممتلئ، أو لا يُسمح بملف بهذا الطول"))
    }
}

/// An entry of the central directory of a ZIP file (PKWARE's APPNOTE, 4.3.12).
private struct WorkbookPart {
    let name: String
    /// Where the entry begins in the file.
    let offset: Int
    private let isDeflated: Bool
    private let checksum: UInt32
    private let packedSize: Int
    private let size: Int

    /// All entries; nil if the file does not end as a ZIP file does.
    static func list(_ descriptor: Int32) -> [WorkbookPart]? {
        let length = Int(lseek(descriptor, 0, SEEK_END))
        // The library writes no comment, so the end record is the last of the file.
        guard length >= 22, let end = bytes(of: descriptor, 22, at: length - 22), end.number(4, at: 0) == 0x0605_4B50,
            let directory = bytes(of: descriptor, end.number(4, at: 12), at: end.number(4, at: 16))
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
                    offset: directory.number(4, at: place + 42),
                    isDeflated: directory.number(2, at: place + 10) == 8,
                    checksum: UInt32(directory.number(4, at: place + 16)),
                    packedSize: directory.number(4, at: place + 20), size: directory.number(4, at: place + 24)))
            place += 46 + nameLength + directory.number(2, at: place + 30) + directory.number(2, at: place + 32)
        }
        return parts.isEmpty ? nil : parts
    }

    /// The content of the entry; nil if it cannot be unpacked.
    func unpacked(_ descriptor: Int32) -> UnpackedPart? {
        UnpackedPart(at: offset) { count, place in bytes(of: descriptor, atMost: count, at: place) }
    }

    /// Whether a content has the length and checksum that the directory says, and ends as an XML document does.
    func isWhole(_ content: UnpackedPart?) -> Bool {
        guard isDeflated, let content, content.packedSize == packedSize, content.size == size,
            content.checksum == checksum
        else { return false }
        return !isXML || Self.closes(content.tail, what: content.head)
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
}

/// So many bytes of a file from a place on; nil if there are fewer.
private func bytes(of descriptor: Int32, _ count: Int, at place: Int) -> [UInt8]? {
    var all: [UInt8] = []
    while all.count < count {
        guard let next = bytes(of: descriptor, atMost: count - all.count, at: place + all.count) else { return nil }
        all += next
    }
    return all
}

/// Bytes of a file from a place on, at least one and at most so many; nil if there is none.
func bytes(of descriptor: Int32, atMost count: Int, at place: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    while true {
        let got = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, off_t(place)) }
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return nil }
        bytes.removeLast(count - got)
        return bytes
    }
}

extension [UInt8] {
    /// A number of so many bytes, the lowest first.
    func number(_ bytes: Int, at place: Int) -> Int {
        (0..<bytes).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
    }
}
