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
    }

    /// Takes in a person.
    public mutating func add(person: Int, _ part: Span<PersonalPart>) {
        for index in part.indices {
            let session = part[index].session
            let rowClass = rowClasses.rowClass(session: session, status: part[index].status)
            guard rowClass != 0 else { continue }
            let profile = placer.profile(ofPerson: person, in: session)
            guard let place = placer.place(session: session, profile: profile) else { continue }
            // Every place has a cell by now: the blocks, in which all persons' parts were, have been taken in.
            let cell = cells.known(place)
            for (number, slot) in plan.persons.enumerated() {
                guard rowClasses.isSelected[slot.selection][rowClass] else { continue }
                let meetsAll = slot.tests.allSatisfy { test in
                    if case .known(let property) = test {
                        return placer.isKnown(property, ofPerson: person, in: session)
                    }
                    return placer.record(ofPerson: person, session: session, status: part[index].status).meets(test)
                }
                guard meetsAll else { continue }
                persons[number].note(cell, of: person)
            }
        }
        for index in persons.indices { persons[index].close(person) }
    }

    /// Takes in the persons that a copy has counted.
    public mutating func mergePersons(of other: consuming SummaryBuilder) {
        for index in persons.indices where index < other.persons.count { persons[index].merge(other.persons[index]) }
    }
}
