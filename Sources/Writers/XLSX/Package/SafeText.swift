/// Text that a workbook can hold: no characters that XML forbids, none that Excel would take for the escape of another
/// (`_x0041_` is an A to it, ECMA-376 part 1, 22.9.2.19), no more UTF-16 units than the limit.
func safeText(_ text: String, limit: Int = 32_767, ending: String = "…") -> String {
    // Most texts are short and of plain letters: nothing is wrong with them.
    if text.utf8.count <= limit, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "_") }) {
        return text
    }
    var clean = text
    if text.unicodeScalars.contains(where: { !isXMLCharacter($0) }) {
        clean = String(String.UnicodeScalarView(text.unicodeScalars.map { isXMLCharacter($0) ? $0 : "\u{FFFD}" }))
    }
    if clean.contains("_x") { clean = clean.replacing(/_(x[0-9A-Fa-f]{4}_)/) { "_x005F_" + $0.output.1 } }
    guard clean.utf16.count > limit else { return clean }
    var count = ending.utf16.count
    var cut = ""
    for character in clean {
        count += character.utf16.count
        if count > limit { break }
        cut.append(character)
    }
    return cut + ending
}

private func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
}
