import Support
import TrainingStats

/// Text that stands in HTML and SVG as it is, between tags and in quoted attributes.
func markup(_ text: String) -> String {
    // Most texts have neither marks nor characters that are not printed, which are outside ASCII or below a blank.
    if text.utf8.allSatisfy(standsAsItIs) { return text }
    var result = ""
    for scalar in text.onPages.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// Whether a byte is of a printed character of ASCII that means nothing to HTML.
private func standsAsItIs(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
    default: (0x20..<0x7F).contains(byte)
    }
}

extension String {
    /// The text as pages show it, on one line.
    ///
    /// Characters that XML forbids become U+FFFD, and so do marks of direction that would reach beyond the text.
    var onPages: String {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
        return String(
            String.UnicodeScalarView(
                directionsShown.unicodeScalars.map { scalar in
                    switch scalar {
                    case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": " "
                    case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}

/// Running text of a page.
///
/// Among Arabic words a date would be turned about at its hyphens: each keeps its own direction.
func prose(_ text: String, _ language: Language) -> String {
    let text = markup(text)
    // Most texts have no hyphen, and looking for a pattern takes long.
    guard language.isRightToLeft, text.utf8.contains(UInt8(ascii: "-")) else { return text }
    return text.replacing(/[0-9]{4}-[0-9]{2}-[0-9]{2}/) { "<bdi dir=\"ltr\">\($0.output)</bdi>" }
}

/// Running text from right to left in which each figure with a sign or a percent sign is isolated, since these would change sides.
func isolatingFigures(_ text: String, _ isolate: (Substring) -> String) -> String {
    text.replacing(/[+\u{2212}]?[0-9][0-9,.]*%?/) { match in
        match.output.contains { "+\u{2212}%".contains($0) } ? isolate(match.output) : String(match.output)
    }
}
