import Records
import Support
import TrainingStats
import Writers

/// Turns fields of records into cells: days and numbers become real ones, codes and states their names.
///
/// What cannot be read stays as the text that it is, so that whoever opens the workbook can correct it.
struct TemplateCells {
    private let language: Language
    private let isHijri: Bool
    private let stateSpellings: StateSpellings
    private let stateNames: [String]
    private let topicIndex: NameIndex
    private let topicNames: [String]

    /// A conversion for records with these states and topics.
    init(states: [GulfState], topics: [Topic], isHijri: Bool, language: Language) {
        self.language = language
        self.isHijri = isHijri
        let spellings = StateSpellings(states)
        stateSpellings = spellings
        // A name that two have names neither: then the code stands.
        stateNames = states.enumerated().map { index, state in
            let name = state.name(language)
            return spellings(name) == index ? name : state.code
        }
        let names = NameIndex(topics.map { ($0.code, [$0.name.en, $0.name.ar].compactMap(\.self)) })
        topicIndex = names
        topicNames = topics.enumerated().map { [names] index, topic in
            let name = topic.name(language)
            return names(name) == index ? name : topic.code
        }
    }

    /// The conversion of a column's fields.
    func conversion(of content: FieldContent) -> (String) -> FormCell {
        switch content {
        case .identifier, .reference, .text: return { Self.text($0) }
        case .code(let codes):
            let known = NameIndex(codes.map { ($0.code, $0.spellings) })
            return Self.names(codes.map { $0.name(language) }) { known($0) }
        case .state:
            let spellings = stateSpellings
            return Self.names(stateNames) { spellings($0) }
        case .topic:
            let index = topicIndex
            return Self.names(topicNames) { index($0) }
        case .date where isHijri: return { Self.text($0) }
        case .date: return { Self.day($0) }
        case .number: return { Self.number($0) }
        }
    }

    /// The conversion of spellings to names, each looked up once.
    private static func names(
        _ names: [String], _ position: @escaping (String) -> Int?
    ) -> (String) -> FormCell {
        var memory: [String: FormCell] = ["": .empty]
        return { text in
            if let known = memory[text] { return known }
            let cell = FormCell.text(position(text).map { names[$0] } ?? text)
            if memory.count < 10_000 { memory[text] = cell }
            return cell
        }
    }

    private static func text(_ text: String) -> FormCell { text.isEmpty ? .empty : .text(text) }

    private static func day(_ text: String) -> FormCell {
        guard !text.isEmpty else { return .empty }
        guard let day = CivilDate(text), day.year >= 1900 else { return .text(text) }
        let parts = day.components
        return .day(year: parts.year, month: parts.month, day: parts.day)
    }

    /// A number, unless it has more digits than a cell holds.
    private static func number(_ text: String) -> FormCell {
        guard !text.isEmpty else { return .empty }
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }.count
        guard digits <= 15, let number = ExactDecimal(text) else { return .text(text) }
        return .number(number.double)
    }
}
