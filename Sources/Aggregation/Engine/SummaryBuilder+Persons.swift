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
            slotBySlot ? [slot] : plan.persons[slot].thresholds
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
        // Those of whom the table does not know all come one by one.
        var apart: [Bool] = []
        if table.hasOpenPersons {
            apart = (0..<starts.count - 1).map { starts[$0] < starts[$0 + 1] && table.isOpen(first + $0) }
        }
        for index in persons.indices {
            persons[index].add(persons: first, starts: starts, parts: parts, except: apart, columns: table.persons)
        }
        for index in 0..<(apart.isEmpty && isCounted.isEmpty ? 0 : starts.count - 1) {
            let part = parts.extracting(Int(starts[index])..<Int(starts[index + 1]))
            if !apart.isEmpty, apart[index] {
                add(person: first + index, part)
            } else if !isCounted.isEmpty {
                noteInCountedSessions(first + index, part, table)
            }
        }
    }

    /// Notes in which sessions a person was of which some people were counted.
    private mutating func noteInCountedSessions(
        _ person: Int, _ part: Span<PersonalPart>, _ table: borrowing PlaceTable
    ) {
        for index in part.indices where isCounted[part[index].session] {
            let cell = table.cell(session: part[index].session, person: person)
            if cell >= 0 { noteInCountedSession(part[index], cell: cell) }
        }
        for slot in personsInSessions.indices { personsInSessions[slot].close() }
    }

    private mutating func noteInCountedSession(_ part: PersonalPart, cell: Int32) {
        let rowClass = rowClasses.rowClass(session: part.session, status: part.status)
        for slot in personsInSessions.indices where rowClasses.personalSelections[slot][rowClass] {
            personsInSessions[slot].note(session: part.session, cell: Int(cell))
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
            if !isCounted.isEmpty, isCounted[session] { noteInCountedSession(part[index], cell: cell) }
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
