import Foundation

extension Spelling {
    /// A name without what its spellings differ in, so that texts of the same name give the same text.
    ///
    /// Case, spacing, punctuation, vowel marks and tatweel go, after Unicode's compatibility folding; أ, إ, آ and ٱ become ا,
    /// ى becomes ي, ة becomes ه, ؤ becomes و, ئ becomes ي, and digits of any script become those of ASCII. It is empty for a
    /// text without letters, marks and digits, which is no name.
    package static func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        appendFolded(Array(text.utf8).span, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the UTF-8 of a folded name; what is no UTF-8 counts as `U+FFFD`.
    package static func appendFolded(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
        let start = bytes.count
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if let folded = foldedASCII(byte) { bytes.append(folded) }
                index += 1
                continue
            }
            // Letters of most scripts are two bytes each; nearly all names need no other.
            guard (0xC2...0xDB).contains(byte), index + 1 < text.count, text[index + 1] & 0xC0 == 0x80 else {
                return appendAnyFolded(text, to: &bytes, from: start)
            }
            let scalar = UInt32(byte & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
            switch FoldedArabic(scalar) {
            case .letter(let letter):
                bytes.append(UInt8(0xC0 | letter >> 6))
                bytes.append(UInt8(0x80 | letter & 0x3F))
            case .digit(let digit): bytes.append(UInt8(ascii: "0") + digit)
            case .nothing: break
            case .other:
                guard let folded = FoldedLetters.european[scalar] else {
                    return appendAnyFolded(text, to: &bytes, from: start)
                }
                bytes.append(contentsOf: folded)
            }
            index += 2
        }
    }

    private static func foldedASCII(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        default: nil
        }
    }

    /// The same for texts of any script, in place of what stands in the array from a position on.
    private static func appendAnyFolded(_ text: Span<UInt8>, to bytes: inout [UInt8], from start: Int) {
        bytes.removeSubrange(start...)
        appendAnyFolded(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }, to: &bytes)
    }

    fileprivate static func appendAnyFolded(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch FoldedArabic(scalar.value) {
            case .letter(let letter):
                if let letter = Unicode.Scalar(letter) { bytes.append(contentsOf: UTF8.encode(letter) ?? .init()) }
                continue
            case .digit(let digit):
                bytes.append(UInt8(ascii: "0") + digit)
                continue
            case .nothing: continue
            case .other: break
            }
            appendFolded(scalar, to: &bytes)
        }
    }

    private static func appendFolded(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar.properties.generalCategory {
        case .decimalNumber:
            if let digit = scalar.properties.numericValue { bytes.append(UInt8(ascii: "0") + UInt8(digit)) }
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .letterNumber, .otherNumber:
            // By way of the capital, so that ß is ss, and both forms of σ are one; the capital ẞ has none.
            let small = scalar.properties.lowercaseMapping.unicodeScalars
            for capital in small.flatMap(\.properties.uppercaseMapping.unicodeScalars) {
                bytes.append(contentsOf: capital.properties.lowercaseMapping.utf8)
            }
        default: break
        }
    }
}

/// Letters of Latin, Greek and Cyrillic with what becomes of each, since the general way is slow.
private struct FoldedLetters: Sendable {
    static let european = FoldedLetters()

    private static let scalars: Range<UInt32> = 0x80..<0x530
    /// Marks that join the letter before them, so that one letter alone does not say what becomes of it.
    private static let marks: Range<UInt32> = 0x300..<0x370

    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]

    private init() {
        for scalar in Self.scalars {
            Spelling.appendAnyFolded(String(Unicode.Scalar(scalar) ?? " "), to: &bytes)
            ends.append(bytes.count)
        }
    }

    /// What becomes of a letter; nil of what does not stand here.
    subscript(scalar: UInt32) -> ArraySlice<UInt8>? {
        guard Self.scalars.contains(scalar), !Self.marks.contains(scalar) else { return nil }
        let place = Int(scalar - Self.scalars.lowerBound)
        return bytes[ends[place]..<ends[place + 1]]
    }
}

/// What becomes of a scalar of the Arabic block.
private enum FoldedArabic {
    case letter(UInt32)
    case digit(UInt8)
    case nothing
    /// It is no letter of everyday Arabic, or no Arabic at all.
    case other

    init(_ scalar: UInt32) {
        self =
            switch scalar {
            case 0x622, 0x623, 0x625, 0x671: .letter(0x627)
            case 0x624: .letter(0x648)
            case 0x626, 0x649: .letter(0x64A)
            case 0x629: .letter(0x647)
            case 0x621, 0x627...0x63A, 0x641...0x648, 0x64A: .letter(scalar)
            case 0x660...0x669: .digit(UInt8(scalar - 0x660))
            case 0x6F0...0x6F9: .digit(UInt8(scalar - 0x6F0))
            // Marks of vowels and of recitation, and hamza and madda as marks, which decomposed letters have.
            case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E8, 0x6EA...0x6ED: .nothing
            case 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4: .nothing
            default: .other
            }
    }
}
