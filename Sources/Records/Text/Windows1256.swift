import Foundation

/// The encoding in which Arabic versions of Windows save text that is not Unicode.
enum Windows1256 {
    /// The characters of the bytes from 0x80 on, as Foundation knows them.
    private static let characters: [Character] = (0x80...0xFF).map { (byte: UInt8) in
        // The number of the encoding in Core Foundation is 0x0506; the highest bit makes it one of Foundation.
        let encoding = String.Encoding(rawValue: 0x8000_0506)
        return String(bytes: [byte], encoding: encoding)?.first ?? "\u{FFFD}"
    }

    private static let utf8 = characters.map { Array(String($0).utf8) }

    private static let isArabicLetter = characters.map { character in
        character.unicodeScalars.allSatisfy { (0x0620...0x06FF).contains($0.value) && $0.properties.isAlphabetic }
    }

    /// Appends bytes as UTF-8.
    static func decode(_ bytes: [UInt8], into decoded: inout [UInt8]) {
        let table = utf8
        for byte in bytes {
            if byte < 0x80 { decoded.append(byte) } else { decoded += table[Int(byte & 0x7F)] }
        }
    }

    /// Whether bytes are likely to be in this encoding: most of what is beyond ASCII is no UTF-8, and there is a word of
    /// Arabic letters.
    ///
    /// Every byte has a character in it, so that the bytes of other encodings would do too: a damaged text in UTF-8, or
    /// French in Latin-1, where letters beyond ASCII stand alone.
    static func isLikely(_ bytes: ArraySlice<UInt8>) -> Bool {
        var (sound, odd, run, longest) = (0, 0, 0, 0)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            guard byte >= 0x80 else {
                if byte == 0 { return false }
                run = 0
                index += 1
                continue
            }
            let length = lengthOfUTF8(bytes[index...])
            if length > 0 { sound += 1 } else { odd += 1 }
            for place in bytes[index...].prefix(max(length, 1)) {
                run = isArabicLetter[Int(place & 0x7F)] ? run + 1 : 0
                longest = max(longest, run)
            }
            index += max(length, 1)
        }
        return odd > sound && longest >= 3
    }

    /// How many bytes the character takes that bytes begin with, if they are UTF-8; 0 if not.
    private static func lengthOfUTF8(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let first = bytes.first else { return 0 }
        let length =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        guard length > 0, bytes.count >= length else { return 0 }
        return String(validating: bytes.prefix(length), as: UTF8.self) == nil ? 0 : length
    }
}
