import Support
import TrainingStats

/// A record of one of the tables that figures are made of, with what the definitions of measures look at.
public struct SourceRecord: Sendable {
    /// The tables that figures are made of.
    public enum Table: String, Sendable, CaseIterable {
        case sessions, assignments, participations, headcounts, evaluations, followups
    }

    /// The table that it stands in.
    public internal(set) var table: Table
    /// Physical line of the record.
    public internal(set) var line: Int
    /// Position in `Dataset.sessions` of the session that it is, or that it belongs to.
    public let session: Int
    /// What is known of that session.
    var facts: SessionFacts

    /// Position in `Dataset.trainees`; nil where it names no person.
    public internal(set) var trainee: Int?
    /// Position in `Dataset.trainers`; nil where it names no trainer.
    public internal(set) var trainer: Int?
    /// Code in `Dataset.institutions`; nil where it is not known or no measure asks for it.
    public internal(set) var institution: Int?
    /// How far a participation went.
    public internal(set) var status: ParticipationStatus?
    /// What has become of a participation's certificate, as a position among all statuses; -1 where there is none.
    var certificate = -1
    /// Whether anybody attended: the person, or at least one of the group.
    var attends = false
    /// Whether the state of the person is known, where a measure asks for it.
    var hasKnownState = false
    /// Where the answers to tests on members are found, besides those on sessions.
    var positions = MemberPositions()

    /// How many a group counts.
    var participants: Int?
    /// How many of a group completed.
    var completions: Int?
    /// Cost of a group.
    var groupCost: ExactDecimal?
    /// Cost of a participation or a group as it is stated, if it was converted from another currency.
    var statedCost: ExactDecimal?
    /// Hours taught.
    var assignmentHours: ExactDecimal?
    /// Code of the item that is answered, and the answer.
    var evaluation: (item: Int, value: Int)?
    /// Whether what was taught is applied, as the follow-up of a participation says.
    var applied: FollowUpApplication?
    /// What else a follow-up says.
    var supervisorRating, benefit: ExactDecimal?
    /// What a participation states of the attributes that the dataset declares; empty where its table has none of them.
    var own: [OwnValue] = []
    /// What its session, person or trainer states in columns that the dataset declares; nil where no measure asks for it.
    var ownNumbers: OwnNumbers?
    /// The values of a participation; nil where it does not state one, or none is asked for.
    var values = ValueColumns<ExactDecimal?>(repeating: nil)

    /// What it adds to a count, a sum, or the numerator of a rate; nil where it does not say.
    package internal(set) var numerator: ExactDecimal?
    /// What it adds to the denominator of a rate.
    package internal(set) var denominator: ExactDecimal?

    init(_ table: Table, line: Int, session: Int, facts: SessionFacts) {
        self.table = table
        self.line = line
        self.session = session
        self.facts = facts
    }

    /// The positions among the coded entities of dimensions; -1 where there is none, or no measure asks for it.
    struct MemberPositions: Sendable {
        /// Among the profiles of persons and groups.
        var profile = -1
        /// Among the ages.
        var age = -1
        /// Among the assignments of trainers.
        var assignment = -1
    }

    /// What the definitions of measures look at in a session and its course.
    struct SessionFacts: Sendable {
        /// Whether the session was delivered and counts in the request.
        var isDelivered: Bool
        /// Whether anybody reported who took part; asked of sessions alone.
        var isReported = false
        /// Whether its kind is training.
        let isTraining: Bool
        let status: SessionStatus
        let kind: ActivityKind
        /// Whether its course can be completed.
        let isCompletable: Bool
        let capacity: Int?
        let cost: ExactDecimal?
        let maxScore: ExactDecimal
        let passScore: ExactDecimal?

        /// The facts of the session at a position.
        ///
        /// They are read one by one: a session or a course taken out of its array is retained for each listed record.
        @inline(always)
        init(ofSession index: Int, in dataset: borrowing Dataset, isDelivered: Bool, isTraining: Bool) {
            let course = dataset.sessions[index].course
            self.isDelivered = isDelivered
            self.isTraining = isTraining
            status = dataset.sessions[index].status
            kind = dataset.courses[course].kind
            isCompletable = dataset.courses[course].completion == .yes
            capacity = dataset.sessions[index].capacity
            cost = dataset.sessions[index].cost
            maxScore = dataset.courses[course].maxScore
            passScore = dataset.courses[course].passScore
        }
    }
}

extension SourceRecord {
    /// A number, exact; nil where the record does not state it.
    package func number(_ number: RecordNumber) -> ExactDecimal? {
        switch number {
        case .value(let value): values[value]
        case .assignmentHours: assignmentHours
        case .participants: participants.map { ExactDecimal($0) }
        case .completions: completions.map { ExactDecimal($0) }
        case .groupCost: groupCost
        case .evaluationValue: evaluation.map { ExactDecimal($0.value) }
        case .supervisorRating: supervisorRating
        case .benefit: benefit
        case .capacity: facts.capacity.map { ExactDecimal($0) }
        case .sessionCost: facts.cost
        case .maxScore: facts.maxScore
        case .passScore: facts.passScore
        case .own(let number):
            number.attribute.table == .participations
                ? (number.position < own.count ? own[number.position].number : nil)
                : ownNumbers?.number(number, of: (session, positions))
        case .constant(let value): value
        }
    }

    /// A quantity, exact; nil where the record does not state what it is made of, and of fractions.
    package func decimal(_ quantity: Quantity) -> ExactDecimal? { quantity.decimal(number) }

    /// A fraction, rounded once; nil where the record does not state what it is made of.
    package func fraction(_ quantity: Quantity) -> Double? {
        quantity.fraction(number).map { Double(quotient: $0.numerator, $0.denominator) }
    }

    /// Whether it meets a condition.
    func meets(_ condition: Condition) -> Bool {
        switch condition {
        case .delivered: return facts.isDelivered
        case .training: return facts.isDelivered && facts.isTraining
        case .sessionStatus(let status): return facts.status == status
        case .kind(let kind): return facts.kind == kind
        case .completable: return facts.isCompletable
        case .reported: return facts.isReported
        case .attends: return attends
        case .status(let status): return self.status == status
        case .known(.institution): return institution != nil
        case .known(.state): return hasKnownState
        case .member(let test): return test.answers.map(hasMember) ?? false
        case .states(let number): return self.number(number) != nil
        case .atLeast(let first, let second):
            guard let first = number(first), let second = number(second) else { return false }
            return first >= second
        case .below(let first, let second):
            guard let first = number(first), let second = number(second) else { return false }
            return first < second
        case .all(let parts): return meets(all: parts)
        case .any(let parts):
            for part in parts where meets(part) { return true }
            return false
        case .not(let part): return !meets(part)
        }
    }

    /// Whether it meets all conditions; a loop, since a closure for each condition would copy the record.
    func meets(all conditions: some Sequence<Condition>) -> Bool {
        for condition in conditions where !meets(condition) { return false }
        return true
    }

    private func hasMember(_ answers: MemberAnswers) -> Bool {
        switch answers.entity {
        case .session: answers[session]
        case .profile: answers[positions.profile]
        case .age: answers[positions.age]
        case .assignment: answers[positions.assignment]
        case .row(let property): answers[position(of: property) + 1]
        }
    }

    /// The value of a property of rows as a position among all values; -1 where it is not known.
    func position(of property: MemberRule.RowProperty) -> Int {
        switch property {
        case .status: return status.map { Int($0.code) } ?? -1
        case .certificate: return certificate
        case .band(of: .value(let value), let bands):
            return values[value].map { bands.position(of: $0.millionths, over: ExactDecimal.scale) } ?? -1
        case .band(of: .percentage(let value), let bands):
            let highest = facts.maxScore.millionths
            guard let points = values[value], highest > 0 else { return -1 }
            return bands.position(of: points.millionths * 100, over: highest)
        case .applied: return applied?.position ?? -1
        case .evaluationItem: return evaluation?.item ?? -1
        case .evaluationValue: return evaluation.map { $0.value - Evaluation.values.lowerBound } ?? -1
        case .band(of: .attribute(let position), let bands):
            guard position < own.count, let number = own[position].number else { return -1 }
            return bands.position(of: number.millionths, over: ExactDecimal.scale)
        case .attribute(let position): return position < own.count ? own[position].code : -1
        // Ages and sessions have codes of their own.
        case .band(of: .age, _), .band(of: .sessionDays, _): return -1
        }
    }

    /// Whether it is listed as one of some records behind a figure.
    func belongs(to part: RecordListing.Part) -> Bool {
        guard table == part.set.table, meets(all: part.set.conditions) else { return false }
        guard part.leavesOutThoseNotStating else { return true }
        let quantity = part.set.quantity
        return quantity.isFraction ? quantity.fraction(number) != nil : decimal(quantity) != nil
    }

    /// Takes in what it adds to the sides of a figure.
    mutating func takeContributions(to part: RecordListing.Part) {
        numerator = amount(part.numerator)
        denominator = amount(part.denominator)
    }

    private func amount(_ contribution: RecordListing.Contribution) -> ExactDecimal? {
        switch contribution {
        case .nothing: nil
        case .quantity(let quantity): decimal(quantity)
        case .oneIf(let condition): ExactDecimal(meets(condition) ? 1 : 0)
        case .quantityIf(let condition, let quantity): meets(condition) ? decimal(quantity) : nil
        case .amountIf(let condition, let contribution): meets(condition) ? amount(contribution) : nil
        case .less(let first, let second): less(amount(first), amount(second))
        }
    }

    /// One amount less another; nil where there is neither.
    private func less(_ first: ExactDecimal?, _ second: ExactDecimal?) -> ExactDecimal? {
        first == nil && second == nil ? nil : (first ?? .zero) - (second ?? .zero)
    }

    /// The number in a column, exact; nil where the record does not state it or the column holds none.
    package func number(in field: RecordField) -> ExactDecimal? {
        switch field {
        case .number(let number): self.number(number)
        case .quantity, .counts, .numerator: numerator
        case .denominator: denominator
        case .trainee, .trainer, .institution, .session, .course, .status, .startDate, .endDate, .statedCost, .currency,
            .rate:
            nil
        }
    }

    /// The position of what an identifier refers to, in its table of the dataset; nil where there is none.
    package func position(_ field: RecordField, in dataset: Dataset) -> Int? {
        switch field {
        case .trainee: trainee
        case .trainer: trainer
        case .institution: institution
        case .session: session
        case .course: dataset.sessions[session].course
        default: nil
        }
    }
}

extension FollowUpApplication {
    /// Its position among all.
    var position: Int {
        switch self {
        case .yes: 0
        case .partly: 1
        case .no: 2
        }
    }
}
