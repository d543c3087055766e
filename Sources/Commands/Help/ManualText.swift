/// A manual page that is built piece by piece, in the man(7) language, which groff and mandoc read alike.
struct ManualText {
    /// The greatest length of a source line, so that people can read the source too.
    private static let width = 78
    /// The greatest length of a line in an example, so that it fits on a page of 80 columns.
    private static let exampleWidth = 66

    private(set) var text: String
    private var isAfterHeading = false

    /// Starts a page of section 1 without justified lines and without hyphenation.
    init(title: String, day: String, source: String) {
        text = ".TH \(title.uppercased()) 1 \(day) \"\(source)\" \"User commands\"\n.ad l\n"
    }

    mutating func section(_ heading: String) {
        // The end of a synopsis turns hyphenation on again, and so does that of an example.
        text += ".SH \(heading.uppercased())\n.nh\n"
        isAfterHeading = true
    }

    mutating func paragraph(_ words: String) {
        text += (isAfterHeading ? "" : ".PP\n") + filled(words)
        isAfterHeading = false
    }

    /// A word to type, and its meaning.
    mutating func item(_ word: String, _ meaning: String) {
        text += ".TP\n.B \(escaped(word))\n" + filled(meaning)
    }

    /// A syntax, with placeholders in capitals, and its meaning.
    mutating func item(usage: String, _ meaning: String) {
        text += ".TP\n\(styled(usage))\n" + filled(meaning)
    }

    /// A command, and the words that can follow it.
    mutating func synopsis(_ command: String, _ words: String) {
        text += ".SY \"\(escaped(command))\"\n" + words.split(separator: " ").map { styled(String($0)) + "\n" }.joined()
        text += ".YS\n"
    }

    /// An example, broken before its options if it is long, and its effect.
    mutating func example(_ command: String, _ effect: String) {
        let lines = command.replacing(" -", with: "\n-").split(separator: "\n").reduce(into: [String]()) {
            lines, part in
            if let last = lines.last, last.count + 1 + part.count <= Self.exampleWidth {
                lines[lines.count - 1] += " " + part
            } else {
                lines.append(lines.isEmpty ? String(part) : "    " + part)
            }
        }
        paragraph(effect.prefix(1).uppercased() + effect.dropFirst() + ":")
        text += ".PP\n.RS 4\n.EX\n" + lines.map(escaped).joined(separator: " \\e\n") + "\n.EE\n.RE\n.nh\n"
    }

    /// A text in which each sentence starts on a line of its own.
    private func filled(_ words: String) -> String {
        var lines = [""]
        var endsSentence = false
        for word in words.split(separator: " ") {
            let word = escaped(String(word))
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = word
            } else if endsSentence || last.utf8.count + 1 + word.utf8.count > Self.width {
                lines.append(word)
            } else {
                lines[lines.count - 1] = last + " " + word
            }
            endsSentence = word.hasSuffix(".") || word.hasSuffix("?")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A syntax in which placeholders (capitals) are in italics, and words to type (small letters) in bold.
    private func styled(_ usage: String) -> String {
        usage.replacing(/-*[a-z][a-z.0-9-]*|-[a-z]|[A-Z]+/) { match in
            let word = String(match.output)
            return (word.first?.isUppercase == true ? "\u{1}I" : "\u{1}B") + word + "\u{1}R"
        }.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated().map { place, part in
            place == 0 ? escaped(String(part)) : "\\f\(part.prefix(1))" + escaped(String(part.dropFirst()))
        }.joined()
    }

    /// A text escaped for groff, with hyphens that can be copied.
    private func escaped(_ text: String) -> String {
        let replaced = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\\": "\\e"
            case "-": "\\-"
            case "'": "\\(aq"
            case "`": "\\(ga"
            case "^": "\\(ha"
            case "~": "\\(ti"
            case "\"": "\\(dq"
            default: scalar.isASCII ? String(scalar) : "\\[u\(code(of: scalar))]"
            }
        }.joined()
        return replaced.hasPrefix(".") ? "\\&" + replaced : replaced
    }

    /// The code point in at least four hexadecimal digits.
    private func code(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
