import Support

extension Language {
    /// The language of messages about a command line, which may itself be wrong: the one that it asks for, else that of the
    /// variable or of `tadrib.json`; English where none of them names one.
    init(ofMessagesOn words: some Sequence<String>, _ process: ProcessEnvironment) {
        let option = Option.language
        self =
            Self(firstOf: Self.value(of: "--" + option.name, in: words))
            ?? Self(firstOf: process.variables[option.variable])
            ?? Self(firstOf: ConfigurationFile.setting(option.name, in: process.workingFolder)) ?? .en
    }

    /// The first of several languages: Arabic of `ar,en`.
    private init?(firstOf text: String?) {
        guard let word = text.map(commaSeparated)?.first else { return nil }
        self.init(rawValue: word)
    }

    /// What stands behind a long option, the last time that it is given.
    private static func value(of option: String, in words: some Sequence<String>) -> String? {
        var value: String?
        var isNext = false
        for word in words {
            if isNext { value = word }
            if word == "--" { break }
            isNext = word == option
            if word.hasPrefix(option + "=") { value = String(word.dropFirst(option.count + 1)) }
        }
        return value
    }
}
