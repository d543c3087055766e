/// The texts of help, made from the catalogues of commands and options.
enum Help {
    /// The length of a line, unless the terminal is narrower.
    static let usualWidth = 100
    /// The least room for the words beside a name.
    private static let leastWords = 30

    /// The length of a line where help is shown.
    static func width(_ process: ProcessEnvironment) -> Int { min(usualWidth, process.terminalWidth ?? usualWidth) }

    /// What the program is, for the line after its name.
    static let title = "training statistics of the Gulf states, from record files to CSV, Markdown, XLSX and HTML"

    /// Help that applies to all commands.
    static let notes = [
        "DATASET is a folder of record files, or a workbook; TADRIB_DATASET names the default.",
        "An option can also be set by a variable (TADRIB_PERIOD for --period), or in tadrib.json in the working "
            + "folder; the command line comes first.",
        "tadrib COMMAND --help explains a command and its options.",
    ]

    /// The overview of all commands, in lines of a width.
    static func overview(width: Int = usualWidth) -> String {
        """
        tadrib: \(title)

        Usage: tadrib COMMAND DATASET [OPTION...]

        \(columns(Command.all.map { ($0.name, $0.summary) }, width))

        \(notes.flatMap { wrapped($0, to: width) }.joined(separator: "\n"))

        Examples:
        \(examples(Command.summary.examples + Command.report.examples.prefix(1) + Command.explain.examples.prefix(1)))

        """
    }

    /// The help of a command, in lines of a width.
    static func text(of command: Command, width: Int = usualWidth) -> String {
        """
        tadrib \(command.name): \(command.summary)

        Usage: tadrib \(command.name) \(command.synopsis)

        \(columns(command.options.map { ($0.usage, $0.help) }, width))

        Examples:
        \(examples(command.examples))

        """
    }

    private static func examples(_ examples: [Command.Example]) -> String {
        examples.map { "  \($0.command)\n      \($0.effect)" }.joined(separator: "\n")
    }

    private static func columns(_ lines: [(name: String, text: String)], _ width: Int) -> String {
        let margin = 4 + (lines.map(\.name.count).max() ?? 0)
        return lines.map { line in
            let name = "  " + line.name + String(repeating: " ", count: margin - line.name.count - 2)
            let indent = "\n" + String(repeating: " ", count: margin)
            return name + wrapped(line.text, to: max(leastWords, width - margin)).joined(separator: indent)
        }.joined(separator: "\n")
    }

    /// A text broken into lines at spaces.
    private static func wrapped(_ text: String, to width: Int) -> [String] {
        text.split(separator: " ").reduce(into: [String]()) { lines, word in
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
    }
}
