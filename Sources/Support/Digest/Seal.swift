import CXXHash

/// XXH3 of 64 bits: tells damaged bytes from sound ones as fast as they are read.
///
/// It is no proof against somebody who makes up bytes on purpose; that is what ``SHA256`` is for.
package enum Seal {
    /// The seal of bytes; another seed gives another seal, so that bytes cannot stand in another place than their own.
    package static func seal(of bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
        xxh3_64bits(bytes.baseAddress, bytes.count, seed)
    }
}
