import Support
import TrainingStats

/// A property by which records are grouped: one entry of the catalogue.
public struct Dimension: Hashable, Sendable {
    /// What a dimension is a property of.
    public enum Side: String, Sendable { case trainee, session, course, time, trainer, evaluation }

    /// Identifier: `state`, `fiscal-year`.
    public let id: String
    /// Heading of its column.
    public let heading: BilingualText
    /// What it says, one sentence.
    public let definition: BilingualText
    /// How a record's member is found.
    package let rule: MemberRule

    init(_ id: String, heading: BilingualText, definition: BilingualText, _ rule: MemberRule) {
        self.id = id
        self.heading = heading
        self.definition = definition
        self.rule = rule
    }

    /// What it is a property of.
    public var side: Side { rule.side }

    /// The codes that it can have, in the order in which people expect them; nil where they come from the records.
    public func members(of dataset: Dataset) -> [String]? { rule.vocabulary.members(of: dataset) }

    /// The codes that people expect first, in their order; nil where they expect none.
    public func order(in dataset: Dataset) -> [String]? {
        if let members = members(of: dataset) { return members }
        return rule.vocabulary.hasStates ? rule.vocabulary.firstInData(of: dataset) : nil
    }

    /// The code of a member that is given by any of its spellings: names of states and of codes, and what `labels.csv` tells.
    package func canonical(_ member: String, _ dataset: Dataset) -> String {
        canonical(member, spellings: dataset.spellings, states: dataset.states, topics: dataset.topics)
    }

    /// The same, where the spellings that `labels.csv` tells, the states and the topics are at hand.
    package func canonical(
        _ member: String, spellings: [String: [ByteKey: String]], states: [GulfState], topics: [Topic]
    ) -> String {
        let known = spellings[id]?[ByteKey(member)] ?? member
        if rule.vocabulary == .topics {
            let names = topics.map { ($0.code, [$0.name.en, $0.name.ar].compactMap(\.self)) }
            return NameIndex(names)(known).map { topics[$0].code } ?? known
        }
        guard rule.vocabulary.hasStates else { return code(called: known) ?? known }
        return StateSpellings(states)(known).map { states[$0].code } ?? known
    }

    /// What stands behind the identifier of a dimension in that of the column with the names of its members.
    package static let endingOfNames = "-name"

    /// The code of a closed list that a text names: as it is, or by one of its names in any spelling; nil where there is none.
    private func code(called text: String) -> String? {
        let codes: [(code: String, names: [String])]
        if case .attribute(let attribute, _) = rule, case .codes(let list) = attribute.kind {
            codes = list.map { ($0.code, $0.spellings) }
        } else if !codeNames.isEmpty {
            codes = codeNames.map { ($0.code, [$0.name.en, $0.name.ar].compactMap(\.self)) }
        } else if let names = Self.codeNames[id], case .codes(let list) = rule.vocabulary {
            codes = list.map { ($0, [names[$0]?.en, names[$0]?.ar].compactMap(\.self)) }
        } else {
            return nil
        }
        return NameIndex(codes)(text).map { codes[$0].code }
    }

    /// The columns of an attribute that a dataset declares as texts; none of other dimensions.
    package var columnsOfTexts: [String] {
        if case .attribute(let attribute, _) = rule, attribute.kind == .text {
            Array(attribute.columns.values)
        } else {
            []
        }
    }

    /// Whether its members are states.
    package var hasStates: Bool { rule.vocabulary.hasStates }

    /// Whether its members are persons: they are shown by their identifiers, and by names only where somebody asked for names.
    package var isOfPersons: Bool { rule == .field(.trainee) || rule == .field(.trainer) }

    /// Which parts of the calendar are its members; nil of other dimensions.
    package var periodKind: PeriodKind? { if case .period(let kind, _) = rule { kind } else { nil } }

    /// By which day of a session its members are found, where they are parts of the calendar.
    var periodDay: SessionDays.Day? { if case .period(_, let day) = rule { day } else { nil } }

    /// Which parts of the calendar its members are, of the session or of another day; nil where they are something else.
    package var partsOfCalendar: PeriodKind? {
        switch rule {
        case .period(let kind, _): kind
        case .attribute(let attribute, _): if case .date(let kind) = attribute.kind { kind } else { nil }
        case .field, .ofState, .band: nil
        }
    }

    /// Whether it has a member for each part of the calendar.
    public var isTime: Bool { side == .time }
}
