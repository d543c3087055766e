/// How many columns of a terminal a text takes.
func displayWidth(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { width, character in
        guard let scalar = character.unicodeScalars.first else { return width }
        switch scalar.properties.generalCategory {
        case .format, .nonspacingMark, .enclosingMark: return width
        default: break
        }
        let isWide =
            (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
            || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
            || (0xFF00...0xFF60).contains(scalar.value) || (0x1F300...0x1FAFF).contains(scalar.value)
        return width + (isWide ? 2 : 1)
    }
}

/// A text in lines of a width, broken at spaces and behind marks that join words; what is longer than a line is broken too.
///
/// `indent` is how many columns all lines but the first are set in.
func broken(_ text: String, to width: Int, indent: Int = 0) -> [String] {
    guard displayWidth(text) > width else { return [text] }
    var lines: [String] = []
    var line = ""
    func room() -> Int { max(1, width - (lines.isEmpty ? 0 : indent)) }
    func end() {
        lines.append(lines.isEmpty ? line : String(repeating: " ", count: indent) + line)
        line = ""
    }
    for piece in unbrokenPieces(text) {
        let space = piece.isWord && !line.isEmpty ? " " : ""
        if !line.isEmpty, displayWidth(line) + space.count + displayWidth(piece.text) > room() {
            end()
        } else {
            line += space
        }
        for character in piece.text {
            if !line.isEmpty, displayWidth(line) + displayWidth(String(character)) > room() { end() }
            line.append(character)
        }
    }
    if !line.isEmpty { end() }
    return lines
}

/// The pieces of a text that stay on a line where there is room, each with whether a word begins with it.
///
/// Words end at spaces; a piece also ends behind a mark that joins words, such as the hyphen in "non-proliferation".
func unbrokenPieces(_ text: String) -> [(text: String, isWord: Bool)] {
    text.split(separator: " ").flatMap { word -> [(text: String, isWord: Bool)] in
        var pieces: [(text: String, isWord: Bool)] = []
        var piece = ""
        for index in word.indices {
            piece.append(word[index])
            let next = word[word.index(after: index)...].first
            let joins =
                ";,/=".contains(word[index]) || (word[index] == "-" && next?.isLetter == true && piece.count > 1)
            if joins, next != nil {
                pieces.append((piece, pieces.isEmpty))
                piece = ""
            }
        }
        return pieces + [(piece, pieces.isEmpty)]
    }
}
