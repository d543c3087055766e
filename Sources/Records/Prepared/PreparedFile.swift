import Foundation
import Support

/// A file of prepared records as bytes: at its beginning where the header lies, then sealed parts, then the header.
///
/// Each part is sealed with the file's own random number and its own position, so that a part of another file, or one in
/// another place, is no better than a damaged one. Numbers are in the machine's own order of bytes: the file is a cache of
/// this machine, for this program.
final class PreparedFile: Sendable {
    /// Where a part lies, and its seal.
    struct Part: Codable, Hashable, Sendable {
        var position: Int
        var length: Int
        var seal: UInt64
    }

    /// The first words of a file.
    private enum Word: Int, CaseIterable { case mark, salt, position, length, headerSeal, trust, seal }

    /// "TADRIBR" and the version of the form, which a change of the form must raise.
    private static let mark: UInt64 = 0x5441_4452_4942_5202
    private static let headSize = Word.allCases.count * 8

    private let file: PositionedFile
    private let salt: UInt64

    /// A new file, which is in its place when it is published.
    init(creating path: String) throws(FileError) {
        file = try PositionedFile(creating: path)
        salt = .random(in: 0 ... .max)
    }

    /// Where the first part can lie.
    static var firstPosition: Int { headSize }

    // MARK: Writing

    /// Writes a part.
    func write(_ bytes: UnsafeRawBufferPointer, at position: Int) throws(FileError) -> Part {
        try file.write(bytes, at: position)
        return Part(position: position, length: bytes.count, seal: seal(of: bytes, at: position))
    }

    /// Writes the header and the beginning, and puts the file in its place.
    func publish(_ header: [UInt8], at position: Int, isTrusted: Bool) throws(FileError) {
        let part = try header.withUnsafeBufferPointer { (bytes) throws(FileError) in
            try write(UnsafeRawBufferPointer(bytes), at: position)
        }
        try writeHead(part, isTrusted: isTrusted)
        try file.publish()
    }

    /// Writes another header behind everything that is there, which takes the place of the one so far.
    ///
    /// What does not get so far is a damaged file.
    func replace(header: [UInt8], isTrusted: Bool) throws(FileError) {
        let part = try header.withUnsafeBufferPointer { (bytes) throws(FileError) in
            try write(UnsafeRawBufferPointer(bytes), at: (file.size + 7) & ~7)
        }
        try writeHead(part, isTrusted: isTrusted)
    }

    private func writeHead(_ header: Part, isTrusted: Bool) throws(FileError) {
        var words = [Self.mark, salt, UInt64(header.position), UInt64(header.length), header.seal, isTrusted ? 1 : 0]
        words.append(words.withUnsafeBytes { Seal.seal(of: $0, seed: salt) })
        try words.withUnsafeBufferPointer { (words) throws(FileError) in
            try file.write(UnsafeRawBufferPointer(words), at: 0)
        }
    }

    private func seal(of bytes: UnsafeRawBufferPointer, at position: Int) -> UInt64 {
        Seal.seal(of: bytes, seed: salt &+ UInt64(position))
    }

    // MARK: Reading

    /// Opens a file; nil, and it counts for nothing, if it is not one of this form, is damaged, or is not the user's own.
    init?(reading path: String, header: inout [UInt8], isTrusted: inout Bool, headerPart: inout Part) {
        guard let file = PositionedFile(private: path) else { return nil }
        var words = [UInt64](repeating: 0, count: Word.allCases.count)
        guard words.withUnsafeMutableBytes({ file.read(into: $0, at: 0) }), words[Word.mark.rawValue] == Self.mark
        else { return nil }
        salt = words[Word.salt.rawValue]
        self.file = file
        let sealed = words.dropLast().withUnsafeBytes { [salt] in Seal.seal(of: $0, seed: salt) }
        let size = UInt64(file.size)
        let (position, length) = (words[Word.position.rawValue], words[Word.length.rawValue])
        guard sealed == words[Word.seal.rawValue], position <= size, length <= size - position else { return nil }
        headerPart = Part(position: Int(position), length: Int(length), seal: words[Word.headerSeal.rawValue])
        isTrusted = words[Word.trust.rawValue] == 1
        guard let bytes = self.bytes(of: headerPart) else { return nil }
        header = bytes
    }

    /// How many bytes it has.
    var size: Int { file.size }

    /// The bytes of a part; nil if they are damaged.
    func bytes(of part: Part) -> [UInt8]? { numbers(of: part, as: UInt8.self) }

    /// The numbers of a part; nil if they are damaged.
    func numbers<Number: BitwiseCopyable>(of part: Part, as type: Number.Type) -> [Number]? {
        let size = file.size
        guard (0...size).contains(part.position), (0...(size - part.position)).contains(part.length),
            part.length % MemoryLayout<Number>.stride == 0
        else { return nil }
        var isSound = false
        let numbers = [Number](unsafeUninitializedCapacity: part.length / MemoryLayout<Number>.stride) { room, count in
            let bytes = UnsafeMutableRawBufferPointer(start: room.baseAddress, count: part.length)
            isSound = read(part, into: bytes)
            // Invariant: what was not read is not looked at.
            count = isSound ? room.count : 0
        }
        return isSound ? numbers : nil
    }

    /// Fills a buffer, which is as long as the part, with its bytes; false if they are damaged.
    func read(_ part: Part, into buffer: UnsafeMutableRawBufferPointer) -> Bool {
        file.read(into: buffer, at: part.position)
            && seal(of: UnsafeRawBufferPointer(buffer), at: part.position) == part.seal
    }

    /// Notes that the files can be told by their times from now on.
    func trust(_ header: Part) { try? writeHead(header, isTrusted: true) }

    /// Notes that the file was used now.
    func touch() { file.touch() }
}
