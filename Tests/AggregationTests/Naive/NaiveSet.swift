import Support

/// A record of a cell, of one of the tables.
enum NaiveRecord {
    case session(Int)
    case assignment(NaiveAssignment)
    case participation(NaiveParticipation)
    case headcount(NaiveHeadcount)
    case answer(NaiveAnswer)
    /// The follow-up of a participation.
    case followUp(NaiveParticipation)

    /// The number of its session.
    var session: Int {
        switch self {
        case .session(let number): number
        case .assignment(let assignment): assignment.session
        case .participation(let participation): participation.session
        case .headcount(let group): group.session
        case .answer(let answer): answer.session
        case .followUp(let participation): participation.session
        }
    }
}

/// A set of records as the written form names it.
struct NaiveSet {
    /// What each record adds where nothing is said.
    enum Usual { case people, records }

    var table: String
    var conditions: [JSONNode]
    var quantity: JSONNode?

    /// The names of sets, as the documentation explains them.
    private static let named: [String: (table: String, conditions: [String])] = [
        "participations": ("participations", []), "headcounts": ("headcounts", []), "sessions": ("sessions", []),
        "assignments": ("assignments", []), "enrolments": ("participations", ["training"]),
        "named-attendances": ("participations", ["attends"]),
        "trained-participations": ("participations", ["attends", "training"]),
        "attended-headcounts": ("headcounts", ["attends"]),
        "training-headcounts": ("headcounts", ["training", "attends"]),
        "delivered-sessions": ("sessions", ["delivered"]), "training-sessions": ("sessions", ["training"]),
        "training-assignments": ("assignments", ["training"]),
        "evaluations": ("evaluations", []), "training-evaluations": ("evaluations", ["training"]),
        "followups": ("followups", []), "trained-followups": ("followups", ["attends", "training"]),
    ]

    init(_ node: JSONNode, usual: Usual, shared: JSONNode? = nil) {
        let name = node.string ?? node["records"]?.string ?? ""
        let meaning = Self.named[name] ?? ("", [])
        table = meaning.table
        conditions = meaning.conditions.map { .string($0) } + [node["where"]].compactMap(\.self)
        let one: JSONNode = usual == .people && table == "headcounts" ? .string("participants") : .number("1")
        quantity = node["quantity"] ?? shared ?? one
    }

    /// The conditions that all hold, one by one.
    var statements: [JSONNode] { conditions.flatMap(\.statements) }

    /// Whether a condition is one of those that all hold.
    func says(_ condition: JSONNode) -> Bool { statements.contains(condition) }

    /// Whether records that do not state some number are left out.
    var asksWhatIsStated: Bool { statements.contains { $0["states"] != nil } }
}

extension JSONNode {
    /// The value of a key of an object.
    subscript(key: String) -> JSONNode? {
        if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
    }

    var string: String? { if case .string(let text) = self { text } else { nil } }
    var digits: String? { if case .number(let text) = self { text } else { nil } }
    var whole: Int? { digits.flatMap { Int($0) } }

    /// A list, or a value that stands for a list of one.
    var elements: [JSONNode] { if case .array(let elements) = self { elements } else { [self] } }

    /// The conditions that a condition says all hold, each by itself.
    var statements: [JSONNode] {
        switch self {
        case .array(let parts): parts.flatMap(\.statements)
        case .object(let members): members.map { .object([$0]) }
        default: [self]
        }
    }

    /// The same conditions without those that something is known.
    var withoutKnown: JSONNode? { .array(statements.filter { $0["known"] == nil }) }
}

extension NaiveCell {
    /// The records of a table that fall in the cell.
    func records(of table: String) -> [NaiveRecord] {
        switch table {
        case "sessions": (sessions + planned + cancelled).map { .session($0) }
        case "assignments": (hasTrainerSide ? assignments : assignmentsOfSessions).map { .assignment($0) }
        case "participations": participations.map { .participation($0) }
        case "evaluations": answers.map { .answer($0) }
        case "followups": participations.filter { $0.followUp != nil }.map { .followUp($0) }
        default: headcounts.map { .headcount($0) }
        }
    }

    private var assignmentsOfSessions: [NaiveAssignment] {
        let counted = Set(sessions)
        return records.assignments.filter { counted.contains($0.session) }
    }

    /// The course of a record's session.
    func course(of record: NaiveRecord) -> NaiveCourse { records.sessions[record.session].course }

    /// What tells entities of a kind apart.
    func name(_ entity: String, of record: NaiveRecord) -> ByteText? {
        switch (entity, record) {
        case ("session", _): records.sessions[record.session].id
        case ("course", _): course(of: record).id
        case ("trainee", .participation(let participation)), ("trainee", .followUp(let participation)):
            participation.trainee
        case ("trainer", .assignment(let assignment)): assignment.trainer
        case ("institution", _): member("institution", of: record).flatMap { $0 == .unknown ? nil : $0 }
        default: nil
        }
    }

    /// The member of a dimension that a record has.
    func member(_ dimension: String, of record: NaiveRecord) -> ByteText? {
        let own: [String: ByteText] =
            switch record {
            case .session: [:]
            case .assignment(let assignment): assignment.members
            case .participation(let participation), .followUp(let participation): participation.members
            case .headcount(let group): group.members
            case .answer(let answer): answer.members
            }
        return own[dimension] ?? records.member(dimension, ofSession: record.session)
    }

    /// Whether a condition names members of sessions, their courses, or parts of the calendar.
    func isOnSessionMembers(_ condition: JSONNode) -> Bool {
        guard case .object(let members) = condition, let key = members.first?.key, key != "kind" else { return false }
        return (records.sessionDimensions + Names.timeDimensions).contains(key)
    }

    /// Whether all that the cell has of sessions of a kind is groups whose number is not known.
    func hasOnlyGroupsWithoutNumber(inTraining: Bool) -> Bool {
        func isOfKind(_ record: NaiveRecord) -> Bool { !inTraining || meets(.string("training"), record) }
        let groups = headcounts.filter { isOfKind(.headcount($0)) }
        return groups.contains { $0.participants == nil } && !groups.contains { $0.participants != nil }
            && !participations.contains { isOfKind(.participation($0)) }
    }

    // MARK: Numbers

    /// A number that a record states, in millionths.
    func number(_ quantity: JSONNode?, of record: NaiveRecord) -> Int128? {
        switch quantity {
        case .number(let text): return Scaled.parse(text)
        case .string(let name): return number(named: name, of: record)
        default:
            guard case .array(let sides)? = quantity?["difference"], sides.count == 2,
                let first = number(sides[0], of: record), let second = number(sides[1], of: record)
            else { return nil }
            return first - second
        }
    }

    /// A quotient of what a record states.
    func fraction(_ quantity: JSONNode, of record: NaiveRecord) -> ExactFraction? {
        guard case .array(let sides)? = quantity["quotient"], sides.count == 2,
            let upper = number(sides[0], of: record), let lower = number(sides[1], of: record), lower != 0
        else { return nil }
        return ExactFraction(upper, over: lower)
    }

    private func number(named name: String, of record: NaiveRecord) -> Int128? {
        let session = records.sessions[record.session]
        if records.attributes.contains(where: { $0.id == name }) {
            let own: [String: Int128] =
                switch record {
                case .session, .answer, .followUp: [:]
                case .assignment(let assignment): assignment.numbers
                case .participation(let participation): participation.numbers
                case .headcount(let group): group.numbers
                }
            return own[name] ?? session.numbers[name] ?? session.course.numbers[name]
        }
        switch (name, record) {
        case ("capacity", _): return session.capacity
        case ("session.cost", _), ("cost", .session): return session.cost
        case ("max_score", _): return session.course.maxScore
        case ("pass_score", _): return session.course.passScore
        case (_, .participation(let participation)):
            switch name {
            case "hours": return participation.hours
            case "pre_score": return participation.preScore
            case "post_score": return participation.postScore
            case "rating": return participation.rating
            case "cost": return participation.cost
            case "days_present": return participation.days.map { Int128($0.present) * 1_000_000 }
            case "days_recorded": return participation.days.map { Int128($0.recorded) * 1_000_000 }
            default: return nil
            }
        case (_, .headcount(let group)):
            switch name {
            case "participants": return group.participants.map { $0 * 1_000_000 }
            case "completions": return group.completions.map { $0 * 1_000_000 }
            case "cost": return group.cost
            default: return nil
            }
        case ("value", .answer(let answer)): return Int128(answer.value) * 1_000_000
        case ("supervisor_rating", .followUp(let participation)): return participation.followUp?.supervisorRating
        case ("benefit", .followUp(let participation)): return participation.followUp?.benefit
        case ("hours", .assignment(let assignment)): return assignment.hours
        default: return nil
        }
    }

    // MARK: Conditions

    /// Whether a record meets a condition.
    func meets(_ condition: JSONNode, _ record: NaiveRecord, isNegated: Bool = false) -> Bool {
        switch condition {
        case .array(let parts): return parts.allSatisfy { meets($0, record, isNegated: isNegated) }
        case .object(let members): return members.allSatisfy { meets($0.key, $0.value, of: record, isNegated) }
        default: return meets(word: condition.string ?? "", record)
        }
    }

    private func meets(word: String, _ record: NaiveRecord) -> Bool {
        let session = records.sessions[record.session]
        switch word {
        case "delivered": return !(planned + cancelled).contains(record.session)
        case "training":
            return !(planned + cancelled).contains(record.session) && records.trainedKinds.contains(session.course.kind)
        case "completable": return session.course.canBeCompleted
        case "reported": return records.reported.contains(record.session)
        case "attends":
            switch record {
            case .participation(let participation), .followUp(let participation):
                return records.trainedStatuses.contains(participation.status)
            case .headcount(let group): return (group.participants ?? 0) > 0
            case .session, .assignment, .answer: return false
            }
        default: return false
        }
    }

    private func meets(_ key: String, _ value: JSONNode, of record: NaiveRecord, _ isNegated: Bool) -> Bool {
        let texts = value.elements.compactMap(\.string)
        switch key {
        case "status":
            switch record {
            case .participation(let participation), .followUp(let participation):
                return texts.contains(participation.status)
            case .session, .assignment, .headcount, .answer: return false
            }
        case "session-status": return texts.contains(records.sessions[record.session].status)
        case "kind": return texts.contains(course(of: record).kind)
        case "known": return member(texts.first ?? "", of: record).map { $0 != .unknown } ?? false
        case "states": return value.elements.allSatisfy { number($0, of: record) != nil }
        case "atLeast", "below":
            guard value.elements.count == 2, let first = number(value.elements[0], of: record),
                let second = number(value.elements[1], of: record)
            else { return false }
            return key == "atLeast" ? first >= second : first < second
        case "all": return value.elements.allSatisfy { meets($0, record, isNegated: isNegated) }
        case "any": return value.elements.contains { meets($0, record, isNegated: isNegated) }
        case "not": return !meets(value, record, isNegated: !isNegated)
        default:
            guard let member = member(key, of: record) else { return false }
            if member == .unknown, key != "certificate-status", !texts.contains("_U") {
                return extent == (isNegated ? .certain : .possible)
            }
            return texts.contains { ByteText($0) == member }
        }
    }
}
