import TrainingStats

/// Distinct persons, who come when no block comes any more.
extension SummaryBuilder {
    /// Whether distinct persons are to be shown one by one.
    public var wantsPersons: Bool { countsPersons && placer.rowParts.areOfStatus }

    /// Whether distinct persons are asked for.
    var countsPersons: Bool { !plan.persons.isEmpty && takesParticipants }

    /// Fixes the cells and the ways in which they are brought together.
    public mutating func prepareForPersons() { prepareForPersons(slotBySlot: placesPersonsOneByOne) }

    /// The same; `slotBySlot` is whether the slots that take a person's part are told apart by more than its class.
    mutating func prepareForPersons(slotBySlot: Bool) {
        makeGroupings()
        let units = bundles.isEmpty ? cells.places.count : bundles.cells.count
        // Slots that ask for the same numbers of records have one counter, unless tests tell them apart.
        let alike = Dictionary(grouping: plan.persons.indices) { slot in
            slotBySlot ? [slot] : plan.persons[slot].thresholds.map { -$0 }
        }
        persons = alike.values.map { slots in
            SlotCounter(
                of: slots, by: slotBySlot ? nil : rowClasses, cells: units,
                thresholds: plan.persons[slots[0]].thresholds, groupings: targets(ofPersons:))
        }
        personsInSessions = plan.persons.map { _ in SessionPersons() }
        table?.complete(placer, cells)
        guard let table, !slotBySlot else { return }
        for index in persons.indices { persons[index].makeTable(from: table, by: rowClasses) }
    }

    /// The groupings of all requests, one made after the other; nil for those of requests that do not ask for the persons of a
    /// slot.
    private func targets(ofPersons slot: Int) -> [() -> (layers: [[Int]], count: Int)?] {
        zip(views, groupings).flatMap { view, groupings in
            let isAsked = view.measures.contains { plan.personSlots[$0].contains(slot) }
            return groupings.map { grouping in
                { isAsked ? (layers: layers(of: grouping), count: grouping.members.count) : nil }
            }
        }
    }

    /// Whether more than session, status and person say where a person's part falls, and in which slots.
    private var placesPersonsOneByOne: Bool {
        rowClasses.testsPersons || !placer.rowParts.isEmpty || !bundles.isEmpty
    }

    /// Takes in persons.
    public mutating func add(persons first: Int, starts: Span<Int32>, parts: Span<PersonalPart>) {
        guard let table, persons.allSatisfy(\.hasTable) else {
            for index in 0..<starts.count - 1 {
                add(person: first + index, parts.extracting(Int(starts[index])..<Int(starts[index + 1])))
            }
            return
        }
        // Those of whom the table does not know all, and those in whose sessions people were counted, come one by one.
        var apart: [Bool] = []
        if table.hasOpenPersons || !isCounted.isEmpty {
            apart = (0..<starts.count - 1).map { index in
                let range = Int(starts[index])..<Int(starts[index + 1])
                guard !range.isEmpty else { return false }
                return table.isOpen(first + index)
                    || !isCounted.isEmpty && range.contains { isCounted[parts[$0].session] }
            }
        }
        for index in persons.indices {
            persons[index].add(persons: first, starts: starts, parts: parts, except: apart, columns: table.persons)
        }
        for index in apart.indices where apart[index] {
            add(person: first + index, parts.extracting(Int(starts[index])..<Int(starts[index + 1])))
        }
    }

    private mutating func add(person: Int, _ part: Span<PersonalPart>) {
        guard !part.isEmpty else { return }
        if placesPersonsOneByOne {
            addTested(person: person, part)
        } else {
            addUntested(person: person, part)
        }
        close(person)
    }

    /// Counts the person whose parts have been noted, who may stand for several.
    mutating func close(_ person: Int, persons count: Int = 1) {
        for index in persons.indices { persons[index].close(person, persons: count) }
        if !isCounted.isEmpty {
            for slot in personsInSessions.indices { personsInSessions[slot].close() }
        }
    }

    /// Takes in a person of whom nothing is tested, and of whom the table does not know all.
    private mutating func addUntested(person: Int, _ part: Span<PersonalPart>) {
        for index in part.indices {
            let session = part[index].session
            let rowClass = rowClasses.rowClass(session: session, status: part[index].status)
            guard rowClasses.isPersonal[rowClass] else { continue }
            // Every place has a cell by now: the blocks, in which all persons' parts were, have been taken in.
            var cell = table?.cell(session: session, person: person) ?? PlaceTable.open
            if cell == PlaceTable.open {
                let profile = placer.profile(ofPerson: person, in: session)
                cell = placer.place(session: session, profile: profile).map { cells.known($0) } ?? PlaceTable.none
            }
            guard cell >= 0 else { continue }
            for index in persons.indices { persons[index].note(cell, rowClass: rowClass, of: person) }
            guard !isCounted.isEmpty, isCounted[session] else { continue }
            for slot in personsInSessions.indices where rowClasses.personalSelections[slot][rowClass] {
                personsInSessions[slot].note(session: session, cell: Int(cell))
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

    /// Takes in the persons that a copy has counted.
    public mutating func mergePersons(of other: consuming SummaryBuilder) {
        for index in persons.indices { persons[index].merge(other.persons[index]) }
        for slot in personsInSessions.indices { personsInSessions[slot].merge(other.personsInSessions[slot]) }
    }

    /// The persons of a group of a grouping whom a slot takes, with as many records as a threshold says.
    func count(ofPersons slot: Int, threshold: Int, in grouping: Int, group: Int) -> Int {
        guard let counter = persons.first(where: { $0.slots.contains(slot) }) else { return 0 }
        return counter.count(of: slot, in: grouping, threshold: threshold, group: group)
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
