import COpenSSL
import Foundation

/// SHA-256 of bytes, in lower-case hexadecimal.
public func sha256(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil)
    return hexadecimal(digest)
}

private func hexadecimal(_ digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
}

/// SHA-256 of a file as it stands on disk, in lower-case hexadecimal.
public func sha256(ofFileAt path: String) throws(ReadError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    // Invariant: the context is made, used and freed within this function alone.
    guard let context = EVP_MD_CTX_new() else { throw .failedMidway(path: path, reason: "out of memory") }
    defer { EVP_MD_CTX_free(context) }
    guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
        throw .failedMidway(path: path, reason: "OpenSSL offers no SHA-256")
    }
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
        let count = read(descriptor, &block, block.count)
        if count == 0 { break }
        guard count > 0 else {
            if errno == EINTR { continue }
            throw .failedMidway(path: path, reason: String(cString: strerror(errno)))
        }
        EVP_DigestUpdate(context, block, count)
    }
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    return hexadecimal(digest)
}
