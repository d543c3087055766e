/// Text that a workbook can hold: no characters that XML forbids, none that Excel would take for the escape of another
/// (`_x0041_` is an A to it, ECMA-376 part 1, 22.9.2.19), no more UTF-16 units than the limit.
func safeText(_ text: String, limit: Int = 32_767, ending: @autoclosure () -> String = "…") -> String {
    // Most texts are short and of plain letters: nothing is wrong with them.
    if text.isPlain(upTo: limit) { return text }
    var clean = text
    if text.mayHoldWhatXMLForbids, text.unicodeScalars.contains(where: { !isXMLCharacter($0) }) {
        clean = String(String.UnicodeScalarView(text.unicodeScalars.map { isXMLCharacter($0) ? $0 : "\u{FFFD}" }))
    }
    clean = withoutEscapes(clean)
    // There are no more units of UTF-16 than bytes.
    guard clean.utf8.count > limit, clean.utf16.count > limit else { return clean }
    let ending = ending()
    var count = ending.utf16.count
    var cut = ""
    for character in clean {
        count += character.utf16.count
        if count > limit { break }
        cut.append(character)
    }
    return cut + ending
}

/// The text with each underscore that begins what Excel takes for an escape written as one itself.
///
/// Bytes are looked at: an underscore behind a prepended mark is no character of its own to Swift.
private func withoutEscapes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    func isEscape(_ start: Int) -> Bool {
        guard start + 6 < bytes.count, bytes[start] == UInt8(ascii: "_"), bytes[start + 1] == UInt8(ascii: "x") else {
            return false
        }
        return bytes[start + 6] == UInt8(ascii: "_") && bytes[(start + 2)..<(start + 6)].allSatisfy(isHexadecimal)
    }
    let starts = bytes.indices.filter(isEscape)
    guard !starts.isEmpty else { return text }
    var result: [UInt8] = []
    var place = 0
    for start in starts {
        result += bytes[place..<start]
        result += "_x005F".utf8
        place = start
    }
    return String(decoding: result + bytes[place...], as: UTF8.self)
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
}

extension String {
    /// Whether it has so many bytes at most, all of them printable ASCII and none an underscore.
    fileprivate func isPlain(upTo limit: Int) -> Bool {
        let bytes = utf8.span
        guard bytes.count <= limit else { return false }
        for index in bytes.indices where bytes[index] &- 0x20 >= 0x5F || bytes[index] == UInt8(ascii: "_") {
            return false
        }
        return true
    }

    /// Whether there is a byte of a control character or of U+FFFE or U+FFFF, which begin with 0xEF.
    fileprivate var mayHoldWhatXMLForbids: Bool { utf8.contains { $0 < 0x20 || $0 == 0xEF } }
}

/// Whether a character may stand in XML.
func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
}
