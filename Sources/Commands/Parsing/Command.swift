/// A sub-command, declared once: help, the manual page, completions and dispatch derive from this value.
///
/// Each command is declared in a file of the folder `Commands`, together with the function that it runs; ``all`` lists them.
struct Command: Sendable {
    /// An example: a command line and its effect.
    struct Example: Sendable {
        let command: String
        let effect: String

        init(_ command: String, _ effect: String) {
            self.command = command
            self.effect = effect
        }
    }

    /// When a command ends with code 1 after it has done its work.
    struct NotMet: Sendable {
        /// The option that is needed for this, if any.
        var option: (any DeclaredOption)?
        let meaning: String
    }

    /// The word on the command line.
    let name: String
    /// One line for help.
    let summary: String
    /// The words that follow the name: operands, options that are needed, and `[OPTION...]`.
    let synopsis: String
    /// What a shell suggests for its operands.
    var operands = Completion.files
    /// Examples.
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
        summary, report, table, check, reconcile, targets, requirements, records, roster, transcript, validity,
        dictionary,
        template, run, status,
        verify, compare,
        `import`, history, generate, list, explain, completions, manual,
    ]

    /// The options of all commands by name.
    ///
    /// If several have the same name, the one without a ``DeclaredOption/manualNote`` comes first.
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

    /// The command with a name, or nil if there is none.
    static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}

/// Options that several commands take together.
enum OptionGroup {
    /// Options that select records.
    static let selection: [any DeclaredOption] = [Option.period, Option.today, Option.where]
    /// Options for records with errors.
    static let reading: [any DeclaredOption] =
        [Option.asOf, Option.schema, Option.maxRejects, Option.rejects, Option.strict, Option.cache, Option.noCache]
    /// Options for records that can be counted where they are.
    static let counting: [any DeclaredOption] = [Option.handOver, Option.explain]
    /// Options for CSV.
    static let delimited: [any DeclaredOption] = [Option.bom, Option.noInjectionGuard]
    /// Options of all commands.
    static let general: [any DeclaredOption] = [Option.help, Option.version]
    /// Options of commands that read a dataset and write in one language.
    static let common: [any DeclaredOption] = [Option.language, Option.digits] + telling
    /// Options for messages while a dataset is read.
    static let telling: [any DeclaredOption] =
        [Option.quiet, Option.verbose, Option.noColor, Option.progress] + general
}
