/// Completion scripts of shells, made from the declarations of commands and options.
enum Completions {
    /// A script for bash.
    static var bash: String {
        let names = Command.all.map(\.name).joined(separator: " ")
        let options = Command.all.map { command in
            "        \(command.name)) words=\"\(command.options.map { "--" + $0.name }.joined(separator: " "))\" ;;"
        }
        return """
            # Completions of tadrib; source this file, or put it where your shell looks for completions.
            _tadrib() {
                local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" words="" before="" kind=""
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W "\(names)" -- "$current"))
                    return
                fi
                case "$previous" in
            \(optionValues.joined(separator: "\n"))
                esac
                if [ -n "$words" ]; then
                    # The last of several names, behind a comma; another may follow.
                    compopt -o nospace 2>/dev/null
                    case "$current" in *,*) before="${current%,*}," ;; esac
                    COMPREPLY=($(compgen -P "$before" -W "$words" -- "${current##*,}"))
                    return
                fi
                if [ -z "$kind" ]; then
                    case "$current" in
                    -*)
                        case "${COMP_WORDS[1]}" in
            \(options.map { "    " + $0 }.joined(separator: "\n"))
                        esac
                        COMPREPLY=($(compgen -W "$words" -- "$current"))
                        return
                        ;;
                    esac
                    case "${COMP_WORDS[1]}" in
            \(operands.joined(separator: "\n"))
                    esac
                fi
                # One name a line: names may have spaces.
                local IFS=$'\\n'
                case "$kind" in
                nothing) COMPREPLY=() ;;
                folders) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current")) ;;
                words) COMPREPLY=($(IFS=' '; compgen -W "$words" -- "$current")) ;;
                *) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")) ;;
                esac
            }
            complete -F _tadrib tadrib

            """
    }

    /// The script for zsh, which uses that for bash.
    ///
    /// zsh loads the file at the first completion, and must then also answer it.
    static var zsh: String {
        """
        #compdef tadrib
        autoload -U +X bashcompinit && bashcompinit
        \(bash)
        if [[ "${funcstack[1]}" == _tadrib ]]; then _bash_complete -F _tadrib; fi

        """
    }

    /// A script for fish.
    static var fish: String {
        var lines = ["# Completions of tadrib; put this file into ~/.config/fish/completions."]
        for command in Command.all {
            lines.append(
                "complete -c tadrib -n __fish_use_subcommand -f -a \(command.name) -d \(quoted(command.summary))")
            let condition = "complete -c tadrib -n '__fish_seen_subcommand_from \(command.name)'"
            for option in command.options {
                var line = condition + " -l \(option.name)"
                if let short = option.short { line += " -s \(short)" }
                if option.placeholder != nil { line += " -r" + offer(option.completion) }
                lines.append(line + " -d \(quoted(option.help))")
            }
            if case .files = command.operands { continue }
            lines.append(condition + offer(command.operands))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What bash suggests after each option: words, or files, folders or nothing.
    private static var optionValues: [String] {
        Command.allOptions.compactMap { name, options in
            // The words that the value can have in any command.
            let words = options.flatMap(\.completion.words)
            let distinct = words.enumerated().filter { !words[..<$0.offset].contains($0.element) }.map(\.element)
            let spellings = "--\(name)" + (options[0].short.map { "|-\($0)" } ?? "")
            guard options[0].placeholder != nil else { return nil }
            return "    \(spellings)) \(assignment(distinct.isEmpty ? options[0].completion : .words(distinct))) ;;"
        }
    }

    /// What bash suggests for the operands of each command.
    private static var operands: [String] {
        Command.all.map { command in
            let kind = command.operands.words.isEmpty ? "" : "kind=words "
            return "        \(command.name)) \(kind)\(assignment(command.operands)) ;;"
        }
    }

    private static func assignment(_ completion: Completion) -> String {
        switch completion {
        case .nothing: "kind=nothing"
        case .words(let words): "words=\"\(words.joined(separator: " "))\""
        case .files: "kind=files"
        case .folders: "kind=folders"
        }
    }

    /// What fish suggests for a value or an operand.
    private static func offer(_ completion: Completion) -> String {
        switch completion {
        case .nothing: " -f"
        case .words(let words): " -f -a \(quoted(words.joined(separator: " ")))"
        case .files: ""
        case .folders: " -f -a '(__fish_complete_directories)'"
        }
    }

    private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "\\'") + "'" }
}
