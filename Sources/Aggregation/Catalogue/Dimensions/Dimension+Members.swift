import Support
import TrainingStats

extension Dimension {
    /// The members that it has in a dataset, where a member is none of them in any spelling; nil where it can be one.
    package func members(without member: String, in dataset: Dataset) -> [String]? {
        guard member != "_U", let known = members(of: dataset), !known.holds(canonical(member, dataset)) else {
            return nil
        }
        return known
    }

    /// The members that it has in every dataset, where a member is none of them; nil where it can be one.
    package func fixedMembers(without member: String) -> [String]? {
        guard case .codes(let codes) = rule.vocabulary, member != "_U", !codes.contains(member) else { return nil }
        return codes
    }
}

extension Dimension {
    /// The tables whose records have members of it.
    package var tables: [SourceRecord.Table] {
        switch rule.codedEntity {
        case .session: SourceRecord.Table.allCases
        case .profile, .age: [.participations, .headcounts, .followups]
        case .row(let property): property.tables
        case .assignment: [.assignments]
        }
    }

    /// The members of a fixed list that it has in every dataset, or that the dataset declares, with their names; none of an
    /// open list.
    package var listedMembers: [(code: String, name: BilingualText?)] {
        switch rule.vocabulary {
        case .codes(let codes), .orderedCodes(let codes):
            let own = Dictionary(codeNames.map { (ByteKey($0.code), $0.name) }) { first, _ in first }
            return codes.map { ($0, own[ByteKey($0)] ?? Self.codeNames[id]?[$0]) }
        case .states, .topics, .openWithStates, .open: return []
        }
    }

    /// The number of a record that decides which member it has, if one does.
    package var bandedNumber: RecordNumber? {
        switch rule.codedEntity {
        case .row(.band(of: .value(let value), _)), .row(.band(of: .percentage(let value), _)): .value(value)
        default: nil
        }
    }
}
