import Support

extension Command {
    static let completions = Command(
        name: "completions", summary: "what a shell must know to complete commands, options and names",
        synopsis: "bash|zsh|fish",
        operands: .words(Shell.allCases.map(\.rawValue)),
        examples: [
            Example("source <(tadrib completions bash)", "completions for this shell")
        ],
        options: OptionGroup.general,
        run: runCompletions)

    /// The shells that completions are made for.
    enum Shell: String, CaseIterable { case bash, zsh, fish }

    /// Prints the completion script of a shell.
    private static func runCompletions(_ arguments: Arguments, _: ProcessEnvironment) throws -> ExitCode {
        let known = Shell.allCases.map(\.rawValue)
        guard arguments.operands.count == 1, let shell = arguments.operands.first.flatMap(Shell.init) else {
            let suggestion = arguments.operands.first.flatMap { Spelling.suggestion(for: $0, among: known) }
            throw CommandError.usage(
                .init(
                    en: "one of \(Spelling.list(known).en) is expected",
                    ar: "المطلوب واحد من \(Spelling.list(known)(.ar))"),
                hint: suggestion)
        }
        let script =
            switch shell {
            case .bash: Completions.bash
            case .zsh: Completions.zsh
            case .fish: Completions.fish
            }
        try print(bytes: Array(script.utf8))
        return .done
    }
}
