import Support

/// The arguments of a command: operands, and the typed values of options.
///
/// An option that is not given is looked up as a `TADRIB_*` variable, then in `tadrib.json` in the working folder. All values
/// are read and checked here, before the command does anything.
struct Arguments: Sendable {
    let operands: [String]
    /// The names of the options on the command line.
    private let given: Set<String>
    /// The values by the names of their options.
    let values: [String: any Sendable]
    /// The dataset that the variable or the configuration file names.
    private let usualDataset: String?

    /// Parses the words and the values of all options.
    ///
    /// - Throws: ``CommandError`` with the word that is wrong and the nearest right spelling.
    init(_ words: [String], accepting accepted: [any DeclaredOption], _ process: ProcessEnvironment)
        throws(CommandError)
    {
        let line = try CommandLineWords(words, accepting: accepted)
        let configuration = try ConfigurationFile(in: process.workingFolder)
        var values: [String: any Sendable] = [:]
        for option in accepted {
            let texts: [String]
            if let given = line.texts[option.name] {
                texts = given
            } else if option.isConfigurable, let text = process.variables[option.variable], !text.isEmpty {
                texts = [text]
            } else if option.isConfigurable, let text = configuration.settings[option.name] {
                texts = [text]
            } else {
                continue
            }
            values[option.name] = try option.parse(texts)
        }
        operands = line.operands
        given = Set(line.texts.keys)
        self.values = values
        usualDataset = process.variables["TADRIB_DATASET"] ?? configuration.settings["dataset"]
    }

    /// The value of an option, or nil if nothing sets it.
    subscript<Value>(option: Option<Value>) -> Value? { values[option.name] as? Value }

    /// Whether a switch is on.
    func isOn(_ option: Option<Bool>) -> Bool { self[option] ?? false }

    /// Whether the command line itself sets an option.
    func isGiven<Value>(_ option: Option<Value>) -> Bool { given.contains(option.name) }

    /// The dataset: the only operand, or the one that the variable or the configuration file names.
    func dataset() throws(CommandError) -> String {
        if operands.count > 1 {
            throw .usage(
                .init(
                    en: "one dataset is expected, and got '\(operands.joined(separator: "', '"))'",
                    ar: "المطلوب مجموعة بيانات واحدة، والمذكور «\(operands.joined(separator: "»، «"))»"))
        }
        if let path = operands.first ?? usualDataset, !path.isEmpty {
            return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        }
        throw .usage(
            .init(en: "no dataset is given", ar: "لم تُذكر مجموعة بيانات"),
            hint: .init(
                en: "name its folder or workbook, or set TADRIB_DATASET",
                ar: "اذكر مجلدها أو مصنفها، أو اضبط TADRIB_DATASET"))
    }
}
