import Support
import TrainingStats

/// What texts of the register are members of the dataset: by the lists of the mapping, by built-in names, and by the first
/// spelling of a name.
struct MemberLists {
    private let lists: [String: WordIndex]
    private let names: [String: [String]]
    private let states = StateSpellings(GulfState.builtIn)
    /// The first spellings by field and folded name.
    private var firstSpellings: [String: [String: String]] = [:]

    /// The lists of a mapping.
    init(_ mapping: Mapping) {
        lists = Dictionary(mapping.words.map { ($0.name, WordIndex($0)) }, uniquingKeysWith: { first, _ in first })
        names = Dictionary(
            mapping.words.map { list in (list.name, list.members.flatMap { [$0.name] + $0.spellings }) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether the mapping has a list of a name.
    func hasList(_ name: String) -> Bool { lists[name] != nil }

    /// The member of a list that a text spells; nil if there is none.
    func member(_ text: String, of list: String) -> String? { lists[list]?.member(text) }

    /// The spelling of a list that is nearest to a text.
    func nearest(to text: String, in list: String) -> String? {
        Spelling.nearest(to: text, among: names[list] ?? [])
    }

    /// The code of a column with a closed list, or a topic, that a text names by itself.
    func builtInCode(_ text: String, of column: String) -> String? {
        switch column.split(separator: ".").last.map(String.init) ?? column {
        case "state", "host_state": states(text).map { GulfState.builtIn[$0].code }
        case "sex": Sex(spelling: text)?.rawValue
        case "sector": Sector(spelling: text)?.rawValue
        case "kind": ActivityKind(spelling: text)?.rawValue
        case "level": CourseLevel(spelling: text)?.rawValue
        case "delivery": DeliveryMode(spelling: text)?.rawValue
        case "completion": CourseCompletion(spelling: text)?.rawValue
        case "affiliation": TrainerAffiliation(spelling: text)?.rawValue
        case "currency": CurrencyWords.code(text)
        case "role": TrainerRole(spelling: text)?.rawValue
        case "status":
            column.hasPrefix("sessions")
                ? SessionStatus(spelling: text)?.rawValue : ParticipationStatus(spelling: text)?.rawValue
        case "topic":
            Topic.builtIn.first { topic in
                [topic.code, topic.name.en, topic.name.ar ?? ""].contains {
                    WordIndex.key(of: $0) == WordIndex.key(of: text)
                }
            }?.code
        default: nil
        }
    }

    /// Whether a column takes any text: a new one is a new member.
    static func isOpen(_ column: String) -> Bool {
        let open: Set = ["topic", "nationality", "language"]
        return open.contains(column.split(separator: ".").last.map(String.init) ?? column)
    }

    /// The first spelling of a name in a field; the text itself if it is the first.
    mutating func firstSpelling(of text: String, in field: String) -> String {
        let key = WordIndex.key(of: text)
        if let first = firstSpellings[field]?[key] { return first }
        firstSpellings[field, default: [:]][key] = text
        return text
    }
}
