import Support
import TrainingStats

/// What fields of attributes hold: texts, codes of a list, numbers or days.
extension SettingsDecoder {
    /// What the fields of an attribute hold.
    mutating func kind(_ fields: [String: JSONNode], _ path: String) -> Attribute.Kind? {
        let usual = fields["codes"] != nil ? "codes" : "text"
        let kind =
            fields["kind"].map {
                choice($0, at: join(path, "kind"), noun: "kind", among: ["text", "codes", "number", "date"])
            } ?? usual
        guard let kind else { return nil }
        if fields["codes"] != nil, fields["bands"] != nil {
            add(join(path, "bands"), "an attribute has codes or bands, and not both")
            return nil
        }
        if kind != "codes", fields["codes"] != nil {
            add(join(path, "codes"), "only an attribute of the kind 'codes' has codes")
            return nil
        }
        if kind == "text" || kind == "codes", fields["bands"] != nil {
            add(join(path, "bands"), "only an attribute of the kind 'number' or 'date' has bands")
            return nil
        }
        switch kind {
        case "codes":
            guard let node = fields["codes"] else {
                add(
                    path,
                    "'codes' is missing: a list such as [{\"code\": \"major\", \"en\": \"Major\"}]")
                return nil
            }
            return codes(node, join(path, "codes")).map { .codes($0) }
        case "number":
            guard let node = fields["bands"] else { return .number(nil) }
            return cuts(node, join(path, "bands"), within: 0...1_000_000_000).map {
                .number(Bands(cuts: $0.cuts, named: $0.names))
            }
        case "date":
            guard let node = fields["bands"] else { return .date(.year) }
            let known: [PeriodKind] = [.year, .quarter, .month]
            return choice(node, at: join(path, "bands"), noun: "part of the calendar", among: known.map(\.rawValue))
                .flatMap(PeriodKind.init).map { .date($0) }
        default: return .text
        }
    }

    /// One of a few words; of one that is near to none of them, all are told.
    private mutating func choice(_ node: JSONNode, at path: String, noun: String, among known: [String]) -> String? {
        guard case .string(let text) = node, !known.contains(text), Spelling.nearest(to: text, among: known) == nil
        else {
            return name(node, at: path, noun: noun, known: known)
        }
        add(path, "there is no \(noun) '\(text.shortened())'; give one of \(Spelling.list(known).en)")
        return nil
    }

    private static let mostCodes = 10_000

    private static let codeKeys: [(name: String, meaning: String, isRequired: Bool)] = [
        ("code", "the code in data", true), ("en", "its name in English", true),
        ("ar", "its name in Arabic", false), ("also", "what else records call it", false),
    ]

    private mutating func codes(_ node: JSONNode, _ path: String) -> [Attribute.Code]? {
        let before = problems.count
        var codes: [Attribute.Code] = []
        // Which code each spelling names: one that names two would name neither.
        var owners: [String: String] = [:]
        for (path, element) in list(node, path) {
            guard let fields = object(element, at: path, noun: "a code", keys: Self.codeKeys),
                let code = fields["code"].flatMap({ string($0, join(path, "code")) }),
                let english = fields["en"].flatMap({ string($0, join(path, "en")) })
            else { continue }
            let arabic = fields["ar"].flatMap { string($0, join(path, "ar")) }
            var also: [String] = []
            if let node = fields["also"] {
                for (path, element) in list(node, join(path, "also")) {
                    also += [string(element, path)].compactMap(\.self)
                }
            }
            if code.isEmpty {
                add(join(path, "code"), "a code cannot be empty")
            } else if reservedMembers.contains(code) {
                add(
                    join(path, "code"),
                    "'\(code)' cannot be a code: reports write it for something else; give another one")
            }
            if codes.count == Self.mostCodes { add(path, "there are more than \(Self.mostCodes) codes") }
            let made = Attribute.Code(code: code, name: BilingualText(en: english, ar: arabic), also: also)
            if codes.contains(where: { $0.code == code }) {
                add(join(path, "code"), "'\(code.shortened())' is given twice")
            } else {
                for spelling in [code] + made.spellings {
                    let owner = owners[Spelling.folded(spelling), default: code]
                    owners[Spelling.folded(spelling)] = owner
                    guard owner != code else { continue }
                    add(
                        path,
                        "'\(spelling.shortened())' is a spelling of '\(owner.shortened())' too; give it to one of them")
                }
            }
            codes.append(made)
        }
        return problems.count == before ? codes : nil
    }
}
