import TrainingStats

/// Persons where properties of theirs are tested, where the status says in which cell a part falls, or where parts fall in
/// bundles.
extension SummaryBuilder {
    /// Takes in a person.
    mutating func addTested(person: Int, _ part: Span<PersonalPart>) {
        for index in part.indices {
            let (session, status) = (part[index].session, part[index].status)
            let rowClass = rowClasses.rowClass(session: session, status: status)
            guard rowClasses.isPersonal[rowClass] else { continue }
            let profile = placer.profile(ofPerson: person, in: session)
            guard bundles.isEmpty else {
                let bundle = bundles.numbers[session]
                if bundle >= 0 { note(part[index], of: person, as: person, profile: profile, cell: bundle) }
                continue
            }
            guard var place = placer.place(session: session, profile: profile) else { continue }
            place.row = placer.rowParts.part(ofStatus: status)
            guard place.row >= 0 else { continue }
            // Where no row has fallen there is no cell: then prepared records name persons that their rows do not have.
            let cell = cells.known(place)
            if cell >= 0 { note(part[index], of: person, as: person, profile: profile, cell: cell) }
        }
    }

    /// Notes a part of a person in each slot whose selection takes it and whose tests it meets.
    ///
    /// `known` is as whom tests know the person; the part may stand for several, and the person too.
    mutating func note(
        _ part: PersonalPart, of person: Int, as known: Int, profile: Int, cell: Int32, times: Int = 1,
        persons count: Int = 1
    ) {
        let (session, status) = (part.session, part.status)
        let rowClass = rowClasses.rowClass(session: session, status: status)
        let properties = KnownProperties(placer.profiles, at: profile)
        slots: for slot in plan.persons.indices where rowClasses.personalSelections[slot][rowClass] {
            for test in plan.persons[slot].tests {
                if case .known(let property) = test {
                    guard properties[property] else { continue slots }
                } else if case .member(let test) = test {
                    guard placer.hasMember(test, ofPerson: known, in: session) else { continue slots }
                } else {
                    let record = placer.record(ofPerson: known, session: session, status: status)
                    guard record.meets(test) else { continue slots }
                }
            }
            for index in persons.indices where persons[index].slots.contains(slot) {
                for _ in 0..<times { persons[index].note(cell, of: person) }
            }
            if !isCounted.isEmpty, isCounted[session] {
                personsInSessions[slot].note(session: session, cell: Int(cell), persons: count)
            }
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
