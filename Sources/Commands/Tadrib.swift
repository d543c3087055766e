import Pipeline
import Records
import Support
import Writers

/// The program: finds the command, runs it, and turns errors into text and exit codes.
public enum Tadrib {
    /// Version of the program.
    static let version = "0.5.0"
    /// Name and version, as reports show them.
    static let tool = "tadrib " + version

    /// Runs the program with the words of the command line, the first of which is its own name.
    public static func run(_ words: [String], _ process: ProcessEnvironment) -> ExitCode {
        do {
            guard !words.isEmpty else {
                // Swift finds the words on the stack, and the stack through /proc/self/maps.
                throw CommandError(
                    code: .noInput,
                    message: .init(
                        en: "the command line cannot be read without /proc", ar: "لا يُقرأ سطر الأوامر من دون /proc"),
                    hint: .init(en: "mount -t proc proc /proc", ar: "mount -t proc proc /proc"))
            }
            return try dispatch(Array(words.dropFirst()), process)
        } catch {
            let error = CommandError(error)
            let language = Language(ofMessagesOn: words.dropFirst(), process)
            let text = error.text(language)
            if !text.isEmpty { tell("tadrib: " + terminalText(text)) }
            for message in error.further { tell(terminalText(message(language))) }
            return error.code
        }
    }

    private static func dispatch(_ words: [String], _ process: ProcessEnvironment) throws -> ExitCode {
        guard let name = words.first else {
            tell(Help.overview(width: Help.width(process)))
            return .usage
        }
        let rest = Array(words.dropFirst())
        switch name {
        case "-h", "--help":
            try print(bytes: Array(Help.overview(width: Help.width(process)).utf8))
            return .done
        case "help":
            let command = try rest.first.map(command(named:))
            let width = Help.width(process)
            let text = command.map { Help.text(of: $0, width: width) } ?? Help.overview(width: width)
            try print(bytes: Array(text.utf8))
            return .done
        case "--version":
            try print(bytes: Array((tool + "\n").utf8))
            return .done
        default:
            let command = try command(named: name)
            // After `--`, all words are operands.
            let options = rest.prefix { $0 != "--" }
            if options.contains("--help") || options.contains("-h") {
                try print(bytes: Array(Help.text(of: command, width: Help.width(process)).utf8))
                return .done
            }
            if options.contains("--version") { return try dispatch(["--version"], process) }
            let arguments = try Arguments(rest, accepting: command.options, process)
            do {
                return try command.run(arguments, process)
            } catch let plan as ExplainedPlan {
                try print(bytes: Array(plan.text(arguments.language).utf8))
                return .done
            }
        }
    }

    private static func command(named name: String) throws(CommandError) -> Command {
        if let command = Command.named(name) { return command }
        let suggestion = Spelling.suggestion(for: name, among: Command.all.map(\.name))
        throw .usage(
            .init(en: "there is no command '\(name)'", ar: "لا يوجد أمر باسم «\(name)»"),
            hint: suggestion ?? .init(en: "tadrib --help lists them", ar: "يسردها tadrib --help")
        )
    }
}
