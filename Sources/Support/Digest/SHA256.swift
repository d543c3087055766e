import COpenSSL
import Foundation

/// SHA-256 digests, as 64 lower-case hexadecimal digits.
package enum SHA256 {
    /// The digest of bytes.
    package static func hexadecimal(of bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
        return hexadecimal(digest)
    }

    /// The digest of a file as it stands on disk, read in blocks.
    package static func hexadecimal(ofFileAt path: String) throws(FileError) -> String {
        // Invariant: the context is made, used and freed within this function alone.
        guard let context = EVP_MD_CTX_new() else { throw FileError(.readingFailed, path: path, number: ENOMEM) }
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            throw FileError(
                .readingFailed, path: path,
                reason: .init(en: "OpenSSL offers no SHA-256", ar: "لا توفر OpenSSL خوارزمية SHA-256"))
        }
        try FileSystem.read(path) { block in
            block.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        }
        var digest = [UInt8](repeating: 0, count: 32)
        EVP_DigestFinal_ex(context, &digest, nil)
        return hexadecimal(digest)
    }

    private static func hexadecimal(_ digest: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
