/// Estimates the width of texts, without access to fonts: an upper bound for common sans-serif fonts.
enum TextMeasure {
    /// Width of a text, in the unit of `size`.
    static func width(_ text: String, size: Double) -> Double {
        let advances = asciiAdvances
        var sum = 0.0
        for scalar in text.unicodeScalars {
            sum += scalar.value < advances.count ? advances[Int(scalar.value)] : advance(scalar)
        }
        return sum * size
    }

    private static let asciiAdvances: [Double] = (UInt8.min..<0x80).map { advance(Unicode.Scalar($0)) }

    /// Width of a text in widths of a digit, the unit of column widths in spreadsheets.
    static func digits(_ text: String) -> Double { width(text, size: 1) / 0.57 }

    private static func advance(_ scalar: Unicode.Scalar) -> Double {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        case .spaceSeparator: return 0.28
        case .decimalNumber: return 0.57
        default: break
        }
        switch scalar {
        case "i", "j", "l", "f", "t", "r", "I", ".", ",", ":", ";", "'", "|", "!", "(", ")", "[", "]", "/", "-":
            return 0.34
        case "m", "w", "M", "W", "%", "@": return 0.9
        case "A"..."Z": return 0.7
        case "\u{600}"..."\u{6FF}", "\u{750}"..."\u{77F}", "\u{FB50}"..."\u{FEFF}": return 0.5
        case "\u{1100}"..."\u{11FF}", "\u{2E80}"..."\u{D7A3}", "\u{F900}"..."\u{FAFF}", "\u{FF00}"...: return 1.05
        default: return 0.57
        }
    }

    /// Breaks a text into at most `most` lines of the given width; a line that is still too wide is cut and ends in an ellipsis.
    static func lines(_ text: String, size: Double, width: Double, most: Int) -> [String] {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)[...]
        var lines: [String] = []
        while let first = words.first {
            var line = first
            words = words.dropFirst()
            while let next = words.first, self.width(line + " " + next, size: size) <= width {
                line += " " + next
                words = words.dropFirst()
            }
            let isLast = lines.count == most - 1
            if isLast, !words.isEmpty { line += " " + words.joined(separator: " ") }
            lines.append(cut(line, size: size, width: width))
            if isLast { break }
        }
        return lines
    }

    /// Breaks a text into lines that are at most `width` digits wide; a longer word has a line of its own.
    static func lines(ofDigits width: Double, _ text: String) -> [String] {
        text.split(separator: " ").reduce(into: [String]()) { lines, word in
            if let last = lines.last, digits(last + " " + word) <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
    }

    private static func cut(_ text: String, size: Double, width: Double) -> String {
        guard self.width(text, size: size) > width else { return text }
        var text = text
        while text.count > 1, self.width(text + "…", size: size) > width || text.hasSuffix(" ") { text.removeLast() }
        return text + "…"
    }
}
