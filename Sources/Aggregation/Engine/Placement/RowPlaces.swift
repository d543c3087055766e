import Support
import TrainingStats

/// Where the rows of a block fall, and which of them each list takes.
struct RowPlaces: Sendable {
    /// The cell of each row, or -1 where filters or the period keep it out.
    var cells: [Int32] = []
    /// The class of each row by session and status; filled in only if there are lists.
    var classes: [UInt16] = []
    /// For each list of the plan, the rows that fall in a cell and that its selection takes.
    var lists: [[Int32]]

    init(lists count: Int) { lists = [[Int32]](repeating: [], count: count) }
}

/// The rows of a block with what conditions and quantities look at.
///
/// It answers the common tests from the columns; for any other one it makes the record and asks that, as `records` does.
///
/// It is a class, so that the loops hand it on by reference: as a structure, all that block and placer hold would be
/// retained and released for each row.
final class RowReader {
    let block: ParticipationBlock
    // In the reader itself: what another object held would be copied for each row that asks it.
    let placer: RecordPlacer
    let sessionNumbers: SessionNumbers

    init(block: ParticipationBlock, placer: RecordPlacer, sessionNumbers: SessionNumbers) {
        self.block = block
        self.placer = placer
        self.sessionNumbers = sessionNumbers
    }

    /// The position of a row's session.
    @inline(always)
    func session(ofRow row: Int) -> Int { Int(block.sessions[row]) }

    /// A number that a row, or its session or course, states.
    @inline(always)
    func number(_ number: RecordNumber, row: Int) -> ExactDecimal? {
        if case .value(let value) = number { return block[value][row] }
        if case .constant(let value) = number { return value }
        if case .own(let number) = number { return placer.number(number, ofRow: row, in: block) }
        return placer.dataset.number(number, ofSession: Int(block.sessions[row]))
    }

    /// The position of the entity that a row names; nil where it is not known.
    func item(_ entity: CountedEntity, row: Int) -> Int? {
        let (person, session) = (Int(block.trainees[row]), Int(block.sessions[row]))
        switch entity {
        case .trainee: return person
        case .session: return session
        case .course: return placer.dataset.sessions[session].course
        case .trainer: return nil
        case .institution:
            guard !placer.profiles.isEmpty else { return nil }
            let institution = Int(placer.profiles[placer.profile(ofPerson: person, in: session)].institution)
            return institution >= 0 ? institution : nil
        }
    }

    /// Whether a row meets all conditions.
    @inline(always)
    func meets(_ conditions: [Condition], row: Int) -> Bool {
        for condition in conditions where !meets(condition, row: row) { return false }
        return true
    }

    private func meets(_ condition: Condition, row: Int) -> Bool {
        switch condition {
        case .states(let number): return self.number(number, row: row) != nil
        case .atLeast(let first, let second):
            guard let first = number(first, row: row), let second = number(second, row: row) else { return false }
            return first >= second
        case .below(let first, let second):
            guard let first = number(first, row: row), let second = number(second, row: row) else { return false }
            return first < second
        case .known(let property):
            return placer.isKnown(property, ofPerson: Int(block.trainees[row]), in: Int(block.sessions[row]))
        case .member(let test):
            if let answers = test.answers, case .row(let property) = answers.entity {
                return answers[property.value(ofRow: row, in: block, of: placer.dataset) + 1]
            }
            return placer.hasMember(test, ofPerson: Int(block.trainees[row]), in: Int(block.sessions[row]))
        default:
            let values = condition.numbers.compactMap { if case .value(let value) = $0 { value } else { nil } }
            return placer.record(ofRow: row, in: block, stating: values).meets(condition)
        }
    }
}

extension RecordPlacer {
    /// Whether a property of a person on the day of a session is known.
    @inline(always)
    func isKnown(_ property: Condition.ProfileProperty, ofPerson person: Int, in session: Int) -> Bool {
        guard !profiles.isEmpty else { return false }
        let profile = profiles[profile(ofPerson: person, in: session)]
        return switch property {
        case .institution: profile.institution >= 0
        case .state: profile.state >= 0
        }
    }
}
