/// An option of the command line, declared once: parsing, messages, help, the manual page, completions, its `TADRIB_`
/// variable and its key in `tadrib.json` all follow from this value.
///
/// The options are computed properties of `Option where Value == ...`, in files beside this one:
///
///     extension Option where Value == CivilDate {
///         static var today: Self { Self("today", .date, help: "the reporting day") }
///     }
///
/// A command names those that it takes in its `options`, and reads a typed value: `arguments[.today]` is a `CivilDate?`.
struct Option<Value: Sendable>: DeclaredOption {
    let name: String
    let short: Character?
    let kind: ValueKind<Value>
    let isRepeatable: Bool
    let isConfigurable: Bool
    let help: String
    let manualNote: String?

    /// Declares an option.
    ///
    /// - Parameters:
    ///   - name: Its name, without dashes.
    ///   - kind: What its value is, and how it is read.
    ///   - short: Its one-letter form, if it has one.
    ///   - isRepeatable: Whether it may be given several times.
    ///   - isConfigurable: Whether a variable or `tadrib.json` may set it.
    ///   - help: One line for help.
    ///   - manualNote: If another option has the same name in most commands: what the manual page adds about this one.
    init(
        _ name: String, _ kind: ValueKind<Value>, short: Character? = nil, isRepeatable: Bool = false,
        isConfigurable: Bool = true, help: String, manualNote: String? = nil
    ) {
        self.name = name
        self.short = short
        self.kind = kind
        self.isRepeatable = isRepeatable
        self.isConfigurable = isConfigurable
        self.help = help
        self.manualNote = manualNote
    }

    var placeholder: String? { kind.placeholder }
    var completion: Completion { kind.completion }

    func parse(_ texts: [String]) throws(CommandError) -> any Sendable { try kind.parse(texts, "--" + name) }
}

/// An option with a value of any type, as help, completions, the manual page and the parser need it.
protocol DeclaredOption: Sendable {
    /// Its name, without dashes.
    var name: String { get }
    /// The one-letter form, if it has one.
    var short: Character? { get }
    /// The name of its value in help; nil for a switch.
    var placeholder: String? { get }
    /// What a shell suggests for its value.
    var completion: Completion { get }
    /// Whether it may be given several times.
    var isRepeatable: Bool { get }
    /// Whether a variable or the configuration file may set it.
    var isConfigurable: Bool { get }
    /// One line for help.
    var help: String { get }
    /// What the manual page adds to the entry of the option with the same name in other commands.
    var manualNote: String? { get }
    /// Parses the texts; the last one counts unless the option is repeatable.
    ///
    /// - Throws: ``CommandError`` naming the option and what is wrong with a text.
    func parse(_ texts: [String]) throws(CommandError) -> any Sendable
}

extension DeclaredOption {
    /// How it is written: `-f, --format F`.
    var usage: String {
        (short.map { "-\($0), " } ?? "") + "--" + name + (placeholder.map { " " + $0 } ?? "")
    }

    /// The environment variable that sets it.
    var variable: String { "TADRIB_" + name.uppercased().replacing("-", with: "_") }
}

/// What a shell suggests for a word that is being typed.
enum Completion: Sendable {
    /// Nothing: numbers and dates.
    case nothing
    /// One of some words.
    case words([String])
    /// Names of files and folders.
    case files
    /// Names of folders.
    case folders

    /// The suggested words; empty if they are names of files.
    var words: [String] { if case .words(let words) = self { words } else { [] } }
}
