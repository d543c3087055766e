import TrainingStats

/// What has to be told apart of participations for a part of the work: groups in which it is the same are enough.
struct GroupNeed: Hashable {
    /// What is told apart of sessions, and of the rows in them.
    enum SessionAspect: Hashable {
        /// In which combination of members, or in which bundle, it is.
        case place
        /// Which selections take its rows, by their status.
        case rowClass
        /// The same of the selections by which persons are counted.
        case personalClass
        case test(Condition)
        case number(RecordNumber)
        case startYear
        case course
        /// Itself, if people were counted there without names.
        case itselfIfCounted
        /// Itself, if somebody was asked there after the course.
        case itselfIfFollowedUp
        case itself
    }

    /// What is told apart of persons on the day of a session.
    enum PersonAspect: Hashable {
        /// In which combination of members.
        case place
        case test(Condition)
        case number(RecordNumber)
        case birthYear
        case institution
        /// Himself or herself, if somebody asked after the course.
        case itselfIfFollowedUp
        /// Himself or herself.
        case itself
    }

    var columns: Set<RowColumn> = []
    var sessions: Set<SessionAspect> = []
    var persons: Set<PersonAspect> = []
    /// Whether only rows count of sessions and persons with a follow-up.
    var isOfFollowUps = false

    /// What some conditions look at.
    mutating func add(_ conditions: some Sequence<Condition>) {
        for test in conditions.flatMap(\.tests) { add(test) }
    }

    /// What a test looks at; nothing is told apart by what no participation has.
    private mutating func add(_ test: Condition) {
        switch test {
        case .delivered, .training, .sessionStatus, .kind, .completable: sessions.insert(.test(test))
        // Every row states its status; sessions alone are asked whether they are reported.
        case .attends, .status, .reported: break
        case .known: persons.insert(.test(test))
        case .member(let member): add(member, test)
        case .states(let number): add(number)
        case .atLeast(let first, let second), .below(let first, let second):
            add(first)
            add(second)
        case .all, .any, .not: break
        }
    }

    private mutating func add(_ member: MemberTest, _ test: Condition) {
        switch member.dimension.rule.codedEntity {
        case .session: sessions.insert(.test(test))
        case .profile: persons.insert(.test(test))
        case .age: addAge()
        case .row(let property): add(property)
        case .assignment: break
        }
    }

    mutating func add(_ number: RecordNumber) {
        switch number {
        case .value(let value): columns.insert(.value(value))
        case .maxScore, .passScore, .capacity, .sessionCost: sessions.insert(.number(number))
        case .own(let own):
            if own.attribute.table == .participations {
                columns.insert(.attribute(own.position))
            } else if own.isOfSession {
                sessions.insert(.number(number))
            } else if own.isOfPersons {
                persons.insert(.number(number))
            }
        case .assignmentHours, .participants, .completions, .groupCost, .evaluationValue, .supervisorRating, .benefit,
            .constant:
            break
        }
    }

    mutating func add(_ property: MemberRule.RowProperty) {
        switch property {
        case .band(of: .value(let value), _): add(.value(value))
        case .band(of: .percentage(let value), _):
            add(.value(value))
            add(.maxScore)
        case .band(of: .attribute(let position), _), .attribute(let position): columns.insert(.attribute(position))
        case .applied: addFollowUps()
        case .status, .certificate, .evaluationItem, .evaluationValue, .band(of: .age, _), .band(of: .sessionDays, _):
            break
        }
    }

    mutating func addAge() {
        sessions.insert(.startYear)
        persons.insert(.birthYear)
    }

    mutating func addFollowUps() {
        sessions.insert(.itselfIfFollowedUp)
        persons.insert(.itselfIfFollowedUp)
    }

    /// What is looked at to find the entity that a row names.
    mutating func add(_ entity: CountedEntity) {
        switch entity {
        case .trainee: persons.insert(.itself)
        case .institution: persons.insert(.institution)
        case .session: sessions.insert(.itself)
        case .course: sessions.insert(.course)
        case .trainer: break
        }
    }
}
