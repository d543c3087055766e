import Aggregation
import Records
import Support

extension Command {
    /// The shells that completions are made for.
    enum Shell: String, CaseIterable { case bash, zsh, fish }

    /// What a shell must know to complete commands, options and names.
    func completions(_ arguments: Arguments) throws -> ExitCode {
        let known = Shell.allCases.map(\.rawValue)
        guard arguments.operands.count == 1, let shell = arguments.operands.first.flatMap(Shell.init) else {
            let suggestion = arguments.operands.first.flatMap { Spelling.suggestion(for: $0, among: known) }
            throw CommandError.usage(
                "one of \(known.joined(separator: ", ")) is expected", hint: suggestion)
        }
        let script =
            switch shell {
            case .bash: Self.bash
            case .zsh: Self.zsh
            case .fish: Self.fish
            }
        try print(bytes: Array(script.utf8))
        return .done
    }

    private static var bash: String {
        let options = allCases.map { command in
            "        \(command.rawValue)) words=\"\(command.options.map { "--" + $0.rawValue }.joined(separator: " "))\" ;;"
        }
        let values = Option.allCases.compactMap { option -> String? in
            let words = option.candidates
            let spellings = "--\(option.rawValue)" + (option.short.map { "|-\($0)" } ?? "")
            return words.isEmpty ? nil : "        \(spellings)) words=\"\(words.joined(separator: " "))\" ;;"
        }
        return """
            # Completions of tadrib; source this file, or put it where your shell looks for completions.
            _tadrib() {
                local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words="" before=""
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W "\(allCases.map(\.rawValue).joined(separator: " "))" -- "$current"))
                    return
                fi
                case "$previous" in
            \(values.joined(separator: "\n"))
                esac
                if [ -n "$words" ]; then
                    # The last of several names, behind a comma; another may follow.
                    compopt -o nospace 2>/dev/null
                    case "$current" in *,*) before="${current%,*}," ;; esac
                    COMPREPLY=($(compgen -P "$before" -W "$words" -- "${current##*,}"))
                    return
                fi
                case "$current" in
                -*)
                    case "${COMP_WORDS[1]}" in
            \(options.joined(separator: "\n"))
                    esac
                    COMPREPLY=($(compgen -W "$words" -- "$current"))
                    ;;
                *)
                    case "${COMP_WORDS[1]}" in
                    list) COMPREPLY=($(compgen -W "\(listable.joined(separator: " "))" -- "$current")) ;;
                    completions) COMPREPLY=($(compgen -W "\(Shell.allCases.map(\.rawValue).joined(separator: " "))" -- "$current")) ;;
                    explain) COMPREPLY=($(compgen -W "\(explainable.joined(separator: " "))" -- "$current")) ;;
                    *)
                        # One name a line: names may have spaces.
                        compopt -o filenames 2>/dev/null
                        local IFS=$'\\n'
                        COMPREPLY=($(compgen -f -- "$current"))
                        ;;
                    esac
                    ;;
                esac
            }
            complete -F _tadrib tadrib

            """
    }

    /// Those of bash; zsh loads the file for the first completion, and then makes that one too.
    private static var zsh: String {
        """
        #compdef tadrib
        autoload -U +X bashcompinit && bashcompinit
        \(bash)
        if [[ "${funcstack[1]}" == _tadrib ]]; then _bash_complete -F _tadrib; fi

        """
    }

    private static var fish: String {
        func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "\\'") + "'" }
        var lines = ["# Completions of tadrib; put this file into ~/.config/fish/completions."]
        for command in allCases {
            lines.append(
                "complete -c tadrib -n __fish_use_subcommand -f -a \(command.rawValue) -d \(quoted(command.explanation))"
            )
            for option in command.options {
                var line =
                    "complete -c tadrib -n '__fish_seen_subcommand_from \(command.rawValue)' -l \(option.rawValue)"
                if let short = option.short { line += " -s \(short)" }
                if option.placeholder != nil { line += " -r" }
                if !option.candidates.isEmpty { line += " -f -a \(quoted(option.candidates.joined(separator: " ")))" }
                lines.append(line + " -d \(quoted(option.explanation(for: command)))")
            }
        }
        for (command, words) in [
            ("list", listable), ("completions", Shell.allCases.map(\.rawValue)),
            ("explain", explainable),
        ] {
            lines.append(
                "complete -c tadrib -n '__fish_seen_subcommand_from \(command)' -f -a \(quoted(words.joined(separator: " ")))"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }

}
