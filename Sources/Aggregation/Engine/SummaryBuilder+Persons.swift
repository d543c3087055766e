import TrainingStats

/// Distinct persons, who come when no block comes any more.
extension SummaryBuilder {
    /// Whether distinct persons are to be shown one by one.
    public var wantsPersons: Bool { countsPersons && placer.rowParts.areOfStatus }

    /// Whether distinct persons are asked for.
    private var countsPersons: Bool { !plan.persons.isEmpty && takesParticipants }

    /// Fixes the cells and the ways in which they are brought together.
    public mutating func prepareForPersons() {
        makeGroupings()
        let units = bundles.isEmpty ? cells.places.count : bundles.cells.count
        persons = plan.persons.enumerated().map { slot, plan in
            PersonCounter(cells: units, groupings: targets(ofPersons: slot), thresholds: plan.thresholds)
        }
        personsInSessions = plan.persons.map { _ in SessionPersons() }
        table?.complete(placer, cells)
    }

    /// The groupings of all requests; nil for those of requests that do not ask for the persons of a slot.
    private func targets(ofPersons slot: Int) -> some Sequence<(layers: [[Int]], count: Int)?> {
        zip(views, groupings).lazy.flatMap { view, groupings in
            let isAsked = view.measures.contains { plan.personSlots[$0].contains(slot) }
            return groupings.lazy.map { isAsked ? (layers: layers(of: $0), count: $0.members.count) : nil }
        }
    }

    /// Takes in a person.
    public mutating func add(person: Int, _ part: Span<PersonalPart>) {
        // Calls of methods that are not inlined would copy the placer for each part, so that tests have a loop of their own.
        if rowClasses.testsPersons || !placer.rowParts.isEmpty || !bundles.isEmpty {
            addTested(person: person, part)
        } else if !isCounted.isEmpty {
            addWithSessions(person: person, part)
        } else {
            addUntested(person: person, part, asksSessions: false)
        }
        close(person)
    }

    /// Counts the person whose parts have been noted, who may stand for several.
    mutating func close(_ person: Int, persons count: Int = 1) {
        for slot in persons.indices { persons[slot].close(person, persons: count) }
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
            let slots = rowClasses.personalSlots(of: rowClass)
            guard !slots.isEmpty else { continue }
            // Every place has a cell by now: the blocks, in which all persons' parts were, have been taken in.
            var cell = table?.cell(session: session, person: person) ?? PlaceTable.open
            if cell == PlaceTable.open {
                let profile = placer.profile(ofPerson: person, in: session)
                cell = placer.place(session: session, profile: profile).map { cells.known($0) } ?? PlaceTable.none
            }
            guard cell >= 0 else { continue }
            for slot in slots { persons[Int(rowClasses.slots[slot])].note(cell, of: person) }
            guard asksSessions, isCounted[session] else { continue }
            for slot in slots {
                personsInSessions[Int(rowClasses.slots[slot])].note(session: session, cell: Int(cell))
            }
        }
    }

    /// The same where properties of the person are tested, where the status says in which cell a part falls, or where parts
    /// fall in bundles.
    private mutating func addTested(person: Int, _ part: Span<PersonalPart>) {
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
            note(part[index], of: person, as: person, profile: profile, cell: cells.known(place))
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
        slots: for slot in persons.indices where rowClasses.personalSelections[slot][rowClass] {
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
            for _ in 0..<times { persons[slot].note(cell, of: person) }
            if !isCounted.isEmpty, isCounted[session] {
                personsInSessions[slot].note(session: session, cell: Int(cell), persons: count)
            }
        }
    }

    /// Keeps what persons took part in with its cells, where nothing but the rows says in which cell a part falls.
    mutating func keepPlaced(_ block: borrowing ParticipationBlock) {
        guard countsPersons, !placer.rowParts.areOfStatus else { return }
        for row in 0..<block.count where rows.cells[row] >= 0 {
            let (session, status) = (Int(block.sessions[row]), block.statuses[row])
            guard rowClasses.isPersonal[rowClasses.rowClass(session: session, status: status)] else { continue }
            placedParts.append(
                PlacedPart(
                    person: block.trainees[row], part: PersonalPart(session: session, status: status),
                    cell: rows.cells[row]))
        }
    }

    /// Counts the persons whose parts were kept.
    mutating func countPlacedParts() {
        guard countsPersons, !placer.rowParts.areOfStatus, persons.isEmpty else { return }
        prepareForPersons()
        placedParts.sort { $0.person < $1.person }
        for (index, placed) in placedParts.enumerated() {
            let person = Int(placed.person)
            let profile = placer.profile(ofPerson: person, in: placed.part.session)
            note(placed.part, of: person, as: person, profile: profile, cell: placed.cell)
            let isLast = index + 1 == placedParts.count || placedParts[index + 1].person != placed.person
            if isLast { close(person) }
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

/// Something that a person took part in, with the cell in which it falls: twelve bytes.
struct PlacedPart: Sendable {
    let person: Int32
    let part: PersonalPart
    let cell: Int32

    /// The same part where each cell is another one.
    func moved(to cells: [Int]) -> PlacedPart {
        PlacedPart(person: person, part: part, cell: Int32(cells[Int(cell)]))
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
