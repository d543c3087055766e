/// The texts of help, made from the catalogues of commands and options.
enum Help {
    /// What the program can do.
    static var overview: String {
        let commands = Command.allCases.map { ($0.rawValue, $0.explanation) }
        return """
            tadrib: training statistics of the Gulf states, from record files to CSV, Markdown and XLSX

            Usage: tadrib COMMAND DATASET [OPTION...]

            \(columns(commands))
              
            DATASET is a folder of record files; TADRIB_DATASET names the default.
            tadrib COMMAND --help explains a command and its options.

            """.replacing("  \n", with: "\n")
    }

    /// How a command is used.
    static func text(of command: Command) -> String {
        let options = command.options.map { option in
            let short = option.short.map { "-\($0), " } ?? ""
            return (short + "--" + option.rawValue + (option.placeholder.map { " " + $0 } ?? ""), option.explanation)
        }
        let examples = command.examples.map { "  \($0.command)\n      \($0.effect)" }
        return """
            tadrib \(command.rawValue): \(command.explanation)

            Usage: tadrib \(command.rawValue) \(command.synopsis)

            \(columns(options))

            Examples:
            \(examples.joined(separator: "\n"))

            """
    }

    private static func columns(_ lines: [(name: String, text: String)]) -> String {
        let width = lines.map(\.name.count).max() ?? 0
        return lines.map { line in
            "  " + line.name + String(repeating: " ", count: width - line.name.count + 2) + line.text
        }.joined(separator: "\n")
    }
}
