import Support

/// The words of a command line, separated into operands and options with their texts.
struct CommandLineWords {
    private(set) var operands: [String] = []
    /// The texts of each option that is given, by its name; `true` for a switch.
    private(set) var texts: [String: [String]] = [:]
    private let accepted: [any DeclaredOption]
    private var rest: ArraySlice<String>

    /// Separates the words.
    ///
    /// After `--`, all are operands.
    ///
    /// - Throws: ``CommandError`` naming an option that is not accepted, has no value, or is given twice.
    init(_ words: [String], accepting accepted: [any DeclaredOption]) throws(CommandError) {
        self.accepted = accepted
        rest = words[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            } else if word.hasPrefix("--") {
                try takeLong(word)
            } else if word.hasPrefix("-"), word.count > 1 {
                try takeShort(word)
            } else {
                operands.append(word)
            }
        }
    }

    /// `--name` or `--name=value`.
    private mutating func takeLong(_ word: String) throws(CommandError) {
        let sides = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(sides.first ?? "")
        guard let option = accepted.first(where: { $0.name == name }) else {
            let nearest = Spelling.nearest(to: name, among: accepted.map(\.name))
            throw Self.noOption("--" + name, hint: nearest.map { Spelling.didYouMean("--" + $0) })
        }
        try take(option, spelt: "--" + name, attached: sides.count > 1 ? String(sides[1]) : nil)
    }

    /// `-f`, or `-fvalue`.
    private mutating func takeShort(_ word: String) throws(CommandError) {
        let letter = word[word.index(after: word.startIndex)]
        guard let option = accepted.first(where: { $0.short == letter }) else {
            throw Self.noOption("-\(letter)")
        }
        let attached = String(word.dropFirst(2))
        try take(option, spelt: "-\(letter)", attached: attached.isEmpty ? nil : attached)
    }

    private mutating func take(
        _ option: any DeclaredOption, spelt spelling: String, attached: String?
    ) throws(CommandError) {
        guard let placeholder = option.placeholder else {
            if let attached {
                throw .usage(
                    .init(
                        en: "\(spelling) takes no value, and got '\(attached)'",
                        ar: "\(spelling) لا يأخذ قيمة، وقد أُعطي «\(attached)»"))
            }
            texts[option.name] = ["true"]
            return
        }
        // If the next word is an option of this command, the value was most likely forgotten.
        let optionBehind = attached == nil ? rest.first.flatMap { isOption($0) ? $0 : nil } : nil
        guard optionBehind == nil, let value = attached ?? rest.popFirst() else {
            throw .usage(
                .init(
                    en: "\(spelling) needs a value: \(spelling) \(placeholder)",
                    ar: "\(spelling) يحتاج إلى قيمة: \(spelling) \(placeholder)"),
                hint: optionBehind.map {
                    .init(
                        en: "if '\($0)' is the value, give --\(option.name)=\($0)",
                        ar: "إن كانت القيمة «\($0)» فاكتب --\(option.name)=\($0)")
                })
        }
        if texts[option.name] != nil, !option.isRepeatable {
            throw .usage(.init(en: "\(spelling) is given twice", ar: "\(spelling) مذكور مرتين"))
        }
        texts[option.name, default: []].append(value)
    }

    private static func noOption(_ spelling: String, hint: BilingualText? = nil) -> CommandError {
        .usage(.init(en: "there is no option \(spelling) here", ar: "لا يوجد هنا خيار \(spelling)"), hint: hint)
    }

    /// Whether a word would be taken as an option of this command, such as `--format=csv`, `-fcsv` or `--`.
    private func isOption(_ word: String) -> Bool {
        guard word.hasPrefix("--") else {
            return word.hasPrefix("-") && accepted.contains { $0.short.map { word.hasPrefix("-\($0)") } ?? false }
        }
        let name = word.dropFirst(2).prefix { $0 != "=" }
        return word == "--" || accepted.contains { $0.name == name }
    }
}
