/// A manual page as it grows, in the man(7) language, which groff and mandoc read alike.
struct ManualText {
    /// Source lines are not longer, so that people can read them too.
    private static let width = 78
    /// What a line of an example may take, so that a page of 80 columns shows it whole.
    private static let exampleWidth = 66

    private(set) var text: String
    private var isAfterHeading = false

    /// Begins a page of section 1, whose words are neither spread over the line nor parted.
    init(title: String, day: String, source: String) {
        text = ".TH \(title.uppercased()) 1 \(day) \"\(source)\" \"User commands\"\n.ad l\n"
    }

    mutating func section(_ heading: String) {
        // What ends a synopsis lets words be parted again.
        text += ".SH \(heading.uppercased())\n.nh\n"
        isAfterHeading = true
    }

    mutating func paragraph(_ words: String) {
        text += (isAfterHeading ? "" : ".PP\n") + filled(words)
        isAfterHeading = false
    }

    /// A word to type and what it means.
    mutating func item(_ word: String, _ meaning: String) {
        text += ".TP\n.B \(escaped(word))\n" + filled(meaning)
    }

    /// How something is written, with what stands for other words in capitals, and what it means.
    mutating func item(usage: String, _ meaning: String) {
        text += ".TP\n\(styled(usage))\n" + filled(meaning)
    }

    /// A command and the words that may follow it.
    mutating func synopsis(_ command: String, _ words: String) {
        text += ".SY \"\(escaped(command))\"\n" + words.split(separator: " ").map { styled(String($0)) + "\n" }.joined()
        text += ".YS\n"
    }

    /// A command to try, broken before its options where it is long, and what it does.
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
        text += ".PP\n.RS 4\n.EX\n" + lines.map(escaped).joined(separator: " \\e\n") + "\n.EE\n.RE\n"
    }

    /// Sentences, each on a line of its own or on several.
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

    /// Words in capitals in italics, as they stand for others; small letters, which are typed, in bold.
    private func styled(_ usage: String) -> String {
        usage.replacing(/-*[a-z][a-z.0-9-]*|-[a-z]|[A-Z]+/) { match in
            let word = String(match.output)
            return (word.first?.isUppercase == true ? "\u{1}I" : "\u{1}B") + word + "\u{1}R"
        }.split(separator: "\u{1}", omittingEmptySubsequences: false).enumerated().map { place, part in
            place == 0 ? escaped(String(part)) : "\\f\(part.prefix(1))" + escaped(String(part.dropFirst()))
        }.joined()
    }

    /// A text in which nothing means anything to groff, and hyphens can be copied.
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

    /// Its number in four hexadecimal digits or more.
    private func code(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
