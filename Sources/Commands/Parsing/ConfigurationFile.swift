import Support

/// `tadrib.json` of the working folder: option names without dashes, and `dataset`.
struct ConfigurationFile: JSONDecoding {
    private static let name = "tadrib.json"

    /// Each setting as the text that would stand on the command line.
    private(set) var settings: [String: String] = [:]
    var problems: [JSONProblem] = []

    /// Reads the file; without one there are no settings.
    ///
    /// - Throws: ``CommandError`` with everything that is wrong, each mistake with its line.
    init(in folder: String) throws(CommandError) {
        let path = folder + "/" + Self.name
        guard FileStatus(path) != nil else { return }
        let document: JSONDocument
        do {
            document = try JSONReader.read(try FileSystem.bytes(of: path), repeatedKeys: .lastCounts)
        } catch let fault as JSONReader.Fault {
            throw Self.wrong(["\(Self.name):\(fault.line): character \(fault.column): \(fault.reason)"])
        } catch {
            throw Self.wrong(["\(Self.name): it cannot be read"])
        }
        guard case .object(let members) = document.root else {
            throw Self.wrong(["\(Self.name):1: it is not a JSON object"])
        }
        let known = Command.allOptions.filter { $0.options[0].isConfigurable }.map(\.name) + ["dataset"]
        for member in members { settings[member.key] = text(of: member, known: known) }
        guard problems.isEmpty else {
            throw Self.wrong(problems.map { "\(Self.name):\(document.line(of: $0.path)): \($0.advice)" })
        }
    }

    private static func wrong(_ messages: [String]) -> CommandError {
        CommandError(code: .configuration, lines: messages.map { BilingualText(en: $0) })
    }

    /// One setting, for messages about a command line; a file that is wrong sets nothing there, since reading all of it tells
    /// so.
    static func setting(_ name: String, in folder: String) -> String? {
        try? ConfigurationFile(in: folder).settings[name]
    }

    private mutating func text(of member: JSONNode.Member, known: [String]) -> String? {
        guard known.contains(member.key) else {
            problems.append(
                JSONProblem(
                    path: member.key, message: "there is no setting '\(member.key)'",
                    misspelling: .init(text: member.key, candidates: known)))
            return nil
        }
        switch member.value {
        case .string(let text): return text
        case .bool(let isOn): return isOn ? "true" : "false"
        case .number(let text): return Self.plain(text)
        case .object, .array, .null:
            add(member.key, "'\(member.key)' is neither a text nor a number nor true or false")
            return nil
        }
    }

    /// A number as the command line takes it: `1000` for `1e3`.
    private static func plain(_ number: String) -> String {
        guard let value = Double(number), number.contains(where: { ".eE".contains($0) }) else { return number }
        return Int(exactly: value).map { String($0) } ?? "\(value)"
    }
}
