import TrainingStats

/// Persons where nothing but the rows says in which cells their parts fall: the parts are kept until all rows have come.
extension SummaryBuilder {
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
        prepareForPersons(slotBySlot: true)
        placedParts.sort { $0.person < $1.person }
        for (index, placed) in placedParts.enumerated() {
            let person = Int(placed.person)
            let profile = placer.profile(ofPerson: person, in: placed.part.session)
            note(placed.part, of: person, as: person, profile: profile, cell: placed.cell)
            let isLast = index + 1 == placedParts.count || placedParts[index + 1].person != placed.person
            if isLast { close(person) }
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
