import TrainingStats

/// Distinct persons, who come when no block comes any more.
extension SummaryBuilder {
    /// Whether distinct persons are asked for.
    public var wantsPersons: Bool { !plan.persons.isEmpty && !request.hasTrainerSide }

    /// Fixes the cells and the ways in which they are brought together.
    public mutating func prepareForPersons() {
        makeGroupings()
        let targets = groupings.map { (target: $0.target, count: $0.members.count) }
        persons = plan.persons.map {
            PersonCounter(cells: cells.places.count, groupings: targets, thresholds: $0.thresholds)
        }
        personsInSessions = plan.persons.map { _ in SessionPersons() }
    }

    /// Takes in a person.
    public mutating func add(person: Int, _ part: Span<PersonalPart>) {
        // Calls of methods that are not inlined would copy the placer for each part, so that tests have a loop of their own.
        if rowClasses.testsPersons {
            addTested(person: person, part)
        } else if !isCounted.isEmpty {
            addWithSessions(person: person, part)
        } else {
            addUntested(person: person, part, asksSessions: false)
        }
        for slot in persons.indices { persons[slot].close(person) }
        if !isCounted.isEmpty {
            for slot in personsInSessions.indices { personsInSessions[slot].close() }
        }
    }

    /// Takes in a person where some sessions have people who were counted.
    @inline(never)
    private mutating func addWithSessions(person: Int, _ part: Span<PersonalPart>) {
        addUntested(person: person, part, asksSessions: true)
    }

    /// Takes in a person of whom nothing is tested.
    ///
    /// `asksSessions` is known where it is inlined: nearly all records have no counted sessions, and pay nothing for them.
    @inline(always)
    private mutating func addUntested(person: Int, _ part: Span<PersonalPart>, asksSessions: Bool) {
        for index in part.indices {
            let session = part[index].session
            let rowClass = rowClasses.rowClass(session: session, status: part[index].status)
            guard rowClasses.isPersonal[rowClass] else { continue }
            let profile = placer.profile(ofPerson: person, in: session)
            guard let place = placer.place(session: session, profile: profile) else { continue }
            // Every place has a cell by now: the blocks, in which all persons' parts were, have been taken in.
            let cell = cells.known(place)
            for slot in persons.indices where rowClasses.personalSelections[slot][rowClass] {
                persons[slot].note(cell, of: person)
            }
            guard asksSessions, isCounted[session] else { continue }
            for slot in persons.indices where rowClasses.personalSelections[slot][rowClass] {
                personsInSessions[slot].note(session: session, cell: Int(cell))
            }
        }
    }

    /// The same where properties of the person are tested.
    private mutating func addTested(person: Int, _ part: Span<PersonalPart>) {
        for index in part.indices {
            let (session, status) = (part[index].session, part[index].status)
            let rowClass = rowClasses.rowClass(session: session, status: status)
            guard rowClasses.isPersonal[rowClass] else { continue }
            let profile = placer.profile(ofPerson: person, in: session)
            guard let place = placer.place(session: session, profile: profile) else { continue }
            let cell = cells.known(place)
            let known = KnownProperties(placer.profiles, at: profile)
            slots: for slot in persons.indices where rowClasses.personalSelections[slot][rowClass] {
                for test in plan.persons[slot].tests {
                    if case .known(let property) = test {
                        guard known[property] else { continue slots }
                    } else {
                        let record = placer.record(ofPerson: person, session: session, status: status)
                        guard record.meets(test) else { continue slots }
                    }
                }
                persons[slot].note(cell, of: person)
                if !isCounted.isEmpty, isCounted[session] {
                    personsInSessions[slot].note(session: session, cell: Int(cell))
                }
            }
        }
    }

    /// Takes in the persons that a copy has counted.
    public mutating func mergePersons(of other: consuming SummaryBuilder) {
        for index in persons.indices where index < other.persons.count {
            persons[index].merge(other.persons[index])
            personsInSessions[index].merge(other.personsInSessions[index])
        }
    }
}

/// Which properties of a person are known.
private struct KnownProperties {
    private let institution: Bool
    private let state: Bool

    @inline(always)
    init(_ profiles: [Profile], at index: Int) {
        institution = !profiles.isEmpty && profiles[index].institution >= 0
        state = !profiles.isEmpty && profiles[index].state >= 0
    }

    subscript(property: Condition.ProfileProperty) -> Bool {
        switch property {
        case .institution: institution
        case .state: state
        }
    }
}
