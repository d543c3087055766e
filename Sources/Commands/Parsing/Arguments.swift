import Foundation
import Records
import Support

/// The words after a command's name, sorted out: operands and options.
///
/// An option that is not given is looked up as a `TADRIB_*` variable, then in `tadrib.json` in the working folder.
struct Arguments {
    let operands: [String]
    private let given: [Option: [String]]
    private let environment: [String: String]
    private let configuration: [String: String]

    /// Sorts out words.
    ///
    /// - Throws: ``CommandError`` naming the word that is wrong and the nearest right spelling.
    init(_ words: [String], accepting accepted: [Option], _ process: ProcessEnvironment) throws(CommandError) {
        var operands: [String] = []
        var given: [Option: [String]] = [:]
        var rest = words[...]
        func take(_ option: Option, _ spelling: String, _ attached: String?) throws(CommandError) {
            if option.placeholder == nil {
                if let attached { throw .usage("\(spelling) takes no value, and got '\(attached)'") }
                given[option] = ["true"]
                return
            }
            let isFollowedByOption = accepted.contains { rest.first == "--" + $0.rawValue }
            guard let value = attached ?? (isFollowedByOption ? nil : rest.popFirst()) else {
                throw .usage("\(spelling) needs a value: \(spelling) \(option.placeholder ?? "")")
            }
            if given[option] != nil, !option.isRepeatable { throw .usage("\(spelling) is given twice") }
            given[option, default: []].append(value)
        }
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            } else if word.hasPrefix("--") {
                let sides = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let name = String(sides.first ?? "")
                guard let option = accepted.first(where: { $0.rawValue == name }) else {
                    let nearest = Spelling.nearest(to: name, among: accepted.map(\.rawValue))
                    throw .usage(
                        "there is no option --\(name) here", hint: nearest.map { Spelling.didYouMean("--" + $0) })
                }
                try take(option, "--" + name, sides.count > 1 ? String(sides[1]) : nil)
            } else if word.hasPrefix("-"), word.count > 1 {
                let letter = word[word.index(after: word.startIndex)]
                guard let option = accepted.first(where: { $0.short == letter }) else {
                    throw .usage("there is no option -\(letter) here")
                }
                let attached = String(word.dropFirst(2))
                try take(option, "-\(letter)", attached.isEmpty ? nil : attached)
            } else {
                operands.append(word)
            }
        }
        self.operands = operands
        self.given = given
        environment = process.variables
        configuration = try Self.readConfiguration(process)
    }

    /// Words that stand on no command line: no variable and no configuration file has a say in them.
    init(dataset: String, _ options: [Option: String]) {
        operands = [dataset]
        given = options.mapValues { [$0] }
        environment = [:]
        configuration = [:]
    }

    /// The value of an option, or nil where nothing sets it.
    func value(_ option: Option) -> String? { values(option).last }

    /// All values of a repeatable option.
    func values(_ option: Option) -> [String] {
        if let values = given[option] { return values }
        guard option.isConfigurable else { return [] }
        if let value = environment[option.variable], !value.isEmpty { return [value] }
        return configuration[option.rawValue].map { [$0] } ?? []
    }

    /// Whether the command line itself sets an option.
    func isGiven(_ option: Option) -> Bool { given[option] != nil }

    /// Whether a switch is on.
    func isOn(_ option: Option) -> Bool {
        guard let value = value(option) else { return false }
        return !["false", "0", "no"].contains(value.lowercased())
    }

    /// A comma-separated list.
    func list(_ option: Option) -> [String] {
        value(option)?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } ?? []
    }

    /// A comma-separated list of names, each once.
    func names(_ option: Option) throws(CommandError) -> [String] {
        let names = list(option)
        for (index, name) in names.enumerated() where names[..<index].contains(name) {
            throw .usage("--\(option.rawValue): '\(name)' is given twice")
        }
        return names
    }

    /// One of an enumeration's values.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ option: Option, of type: Choice.Type
    ) throws(CommandError) -> Choice? where Choice.RawValue == String {
        guard let text = value(option) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        let suggestion = Spelling.suggestion(for: text, among: known)
        throw .usage(
            "--\(option.rawValue): '\(text)' is none of \(known.joined(separator: ", "))",
            hint: suggestion)
    }

    /// The dataset: the only operand, or what the environment or configuration names.
    func dataset() throws(CommandError) -> String {
        if operands.count > 1 {
            throw .usage("one dataset is expected, and got '\(operands.joined(separator: "', '"))'")
        }
        if let path = operands.first ?? environment["TADRIB_DATASET"] ?? configuration["dataset"], !path.isEmpty {
            return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        }
        throw .usage("no dataset is given", hint: "name its folder, or set TADRIB_DATASET")
    }

    /// `tadrib.json` of the working folder: option names without dashes, and `dataset`.
    private static func readConfiguration(_ process: ProcessEnvironment) throws(CommandError) -> [String: String] {
        let path = process.workingFolder + "/tadrib.json"
        guard FileStatus(path) != nil else { return [:] }
        func wrong(_ text: String) -> CommandError {
            CommandError(code: .configuration, message: "tadrib.json: \(text)")
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw wrong("it cannot be read") }
        guard let object = try? JSONDecoder().decode([String: Setting].self, from: data) else {
            throw wrong("it is not a JSON object")
        }
        var configuration: [String: String] = [:]
        let known = Option.allCases.filter(\.isConfigurable).map(\.rawValue) + ["dataset"]
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            guard known.contains(key) else {
                let nearest = Spelling.nearest(to: key, among: known)
                throw wrong("there is no setting '\(key)'" + Spelling.ending(suggesting: nearest))
            }
            guard let text = value.text else {
                throw wrong("'\(key)' is neither a text nor a number nor true or false")
            }
            configuration[key] = text
        }
        return configuration
    }

    /// A value of the configuration file as the text that would stand on the command line.
    private struct Setting: Decodable {
        /// Nil of what no option can take: a list, an object, null.
        let text: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self.text = text
            } else if let isOn = try? container.decode(Bool.self) {
                text = isOn ? "true" : "false"
            } else if let whole = try? container.decode(Int.self) {
                text = String(whole)
            } else {
                text = (try? container.decode(Double.self)).map { "\($0)" }
            }
        }
    }
}
