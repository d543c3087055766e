import Foundation
import Testing

@testable import Support

struct SHA256Tests {
    /// The examples of FIPS 180-4, and the length at which a message needs a second block for its padding.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func bytesHaveTheKnownDigest(text: String, digest: String) {
        #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest)
    }

    /// A file longer than one block of the reading.
    @Test func aFileHasTheDigestOfItsBytes() throws {
        let path = NSTemporaryDirectory() + UUID().uuidString
        defer { unlink(path) }
        let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(try SHA256.hexadecimal(ofFileAt: path) == SHA256.hexadecimal(of: bytes))
    }

    @Test func aMissingFileAndAFolderAreTold() {
        #expect(throws: FileError(.cannotRead, path: "/nowhere/at-all", number: ENOENT)) {
            try SHA256.hexadecimal(ofFileAt: "/nowhere/at-all")
        }
        #expect(throws: FileError(.readingFailed, path: "/", number: EISDIR)) {
            try SHA256.hexadecimal(ofFileAt: "/")
        }
    }
}
