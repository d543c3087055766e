/// Makes names that Excel accepts for sheets, each used once.
struct SheetNames {
    /// The most UTF-16 units of a name.
    private static let limit = 31
    private var used: Set<String> = []

    /// A name as near to the wanted one as can be: no forbidden characters, not too long, not used before (case aside).
    mutating func unique(_ wanted: String) -> String {
        let forbidden = "[]:*?/\\\n\r\t".unicodeScalars
        let scalars = safeText(wanted).unicodeScalars.map { forbidden.contains($0) ? "-" : $0 }
        var base = String(String.UnicodeScalarView(scalars.drop { $0 == "'" }))
        while base.unicodeScalars.last == "'" { base.unicodeScalars.removeLast() }
        // Excel keeps this name for itself.
        if base.isEmpty || base.lowercased() == "history" { base = base.isEmpty ? "Sheet" : base + "-" }
        var name = cut(base, to: Self.limit)
        var number = 2
        while !used.insert(name.lowercased()).inserted {
            let tail = " (\(number))"
            name = cut(base, to: Self.limit - tail.utf16.count) + tail
            number += 1
        }
        return name
    }

    /// The text up to a limit: whole words and an ellipsis, but of a first word that is longer its beginning.
    private func cut(_ text: String, to limit: Int) -> String {
        guard text.utf16.count > limit else { return text }
        var result = ""
        for character in text {
            if result.utf16.count + character.utf16.count > limit - 1 { break }
            result.append(character)
        }
        let isWithinWord = text.dropFirst(result.count).first.map { $0.isLetter || $0.isNumber } ?? false
        if isWithinWord, let end = result.lastIndex(of: " ") { result = String(result[..<end]) }
        while let last = result.unicodeScalars.last, " '،,;؛:".unicodeScalars.contains(last) {
            result.unicodeScalars.removeLast()
        }
        return result + "…"
    }
}
