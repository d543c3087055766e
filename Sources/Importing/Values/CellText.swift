import Support

/// What offices write around a value: guards, marks for none, digits of another script, blanks that nobody sees.
package enum CellText {
    /// A text with the digits of ASCII, one blank where there are several of any kind, and without marks that are not seen.
    package static func tidied(_ text: String) -> String {
        var result = ""
        var owesBlank = false
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            if properties.isWhitespace || scalar == "\u{0}" {
                owesBlank = !result.isEmpty
                continue
            }
            // Marks of direction, soft hyphens, a byte order mark, and the tatweel that stretches Arabic words.
            if properties.generalCategory == .format || scalar == "\u{640}" { continue }
            if owesBlank { result.append(" ") }
            owesBlank = false
            if properties.generalCategory == .decimalNumber, let digit = properties.numericValue {
                result.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "0") + UInt8(digit)))
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Whether a text stands for nothing: it is empty, or only dashes, dots, or underscores.
    package static func isNothing(_ text: String) -> Bool {
        tidied(text).unicodeScalars.allSatisfy { " -–—−_.…".unicodeScalars.contains($0) }
    }

    /// A text without what keeps a spreadsheet from taking it for a number: `="0004001"` and `'0004001` are 0004001.
    package static func unguarded(_ text: String) -> String {
        let tidy = tidied(text)
        if tidy.hasPrefix("=\""), tidy.hasSuffix("\""), tidy.utf8.count >= 3 {
            return String(tidy.dropFirst(2).dropLast())
        }
        return tidy.hasPrefix("'") ? String(tidy.dropFirst()) : tidy
    }

    /// An identifier in the one form that all its spellings have: without guards, a leading `#` and blanks within numbers.
    ///
    /// Letters stay as they are; whether case counts is for the mapping to say. Leading zeros stay.
    package static func identifier(_ text: String) -> String {
        var identifier = unguarded(text)
        while identifier.hasPrefix("#") { identifier = tidied(String(identifier.dropFirst())) }
        let isNumber = identifier.utf8.allSatisfy { $0 == UInt8(ascii: " ") || isDigit($0) }
        return isNumber ? identifier.filter { $0 != " " } : identifier
    }

    /// Whether a byte is a digit of ASCII.
    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
