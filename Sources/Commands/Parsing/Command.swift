/// A sub-command, declared once: help, the manual page, completions and dispatch derive from this value.
///
/// Each command is declared beside what it runs, in a file of the folder `Commands`; ``all`` lists them.
struct Command: Sendable {
    /// A command line to try, and what it does.
    struct Example: Sendable {
        let command: String
        let effect: String

        init(_ command: String, _ effect: String) {
            self.command = command
            self.effect = effect
        }
    }

    /// When a command that has done its work ends with 1.
    struct NotMet: Sendable {
        /// The option without which it does not, if there is one.
        var option: (any DeclaredOption)?
        let meaning: String
    }

    /// The word on the command line.
    let name: String
    /// One line for help.
    let summary: String
    /// The words that follow the name: operands, options that are needed, and `[OPTION...]`.
    let synopsis: String
    /// What a shell offers for its operands.
    var operands = Completion.files
    /// Command lines to try.
    let examples: [Example]
    /// The options that it takes, in the order in which help lists them.
    let options: [any DeclaredOption]
    /// When it ends with 1, if ever.
    var notMet: NotMet?
    /// Does the work.
    let run: @Sendable (Arguments, ProcessEnvironment) throws -> ExitCode
}

extension Command {
    /// All commands, in the order in which help lists them.
    static let all: [Command] = [
        summary, report, table, check, reconcile, records, run, status, verify, compare, generate, list, explain,
        completions, manual,
    ]

    /// The options of all commands by their names; of a name that several have, that with no ``DeclaredOption/manualNote``
    /// comes first.
    static let allOptions: [(name: String, options: [any DeclaredOption])] = {
        var byName: [String: [any DeclaredOption]] = [:]
        for option in all.flatMap(\.options) {
            let isKnown = byName[option.name]?.contains { $0.manualNote == option.manualNote } ?? false
            if !isKnown { byName[option.name, default: []].append(option) }
        }
        return byName.sorted { $0.key < $1.key }.map { name, options in
            (name, options.sorted { $0.manualNote == nil && $1.manualNote != nil })
        }
    }()

    /// The command of a name, or nil.
    static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}

/// Options that several commands take together.
enum OptionGroup {
    /// Which records a figure is about.
    static let selection: [any DeclaredOption] = [Option.period, Option.today, Option.where]
    /// What becomes of records with errors.
    static let reading: [any DeclaredOption] = [Option.maxRejects, Option.rejects, Option.strict]
    /// Details of CSV.
    static let delimited: [any DeclaredOption] = [Option.bom, Option.noInjectionGuard]
    /// What all commands take.
    static let general: [any DeclaredOption] = [Option.help, Option.version]
    /// What the commands take that read a dataset and write in one language.
    static let common: [any DeclaredOption] = [Option.language] + telling
    /// What is told while a dataset is read.
    static let telling: [any DeclaredOption] =
        [Option.quiet, Option.verbose, Option.noColor, Option.progress] + general
}
