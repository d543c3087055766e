import TrainingStats

/// The cells of participations, by one look into a table, where session and person say all.
///
/// Sessions of one part, which start in one year if ages matter, are one class; persons of one part, who are born in one year
/// if ages matter, are one too. A table has a cell for each pair of classes. Persons who move from one institution to another
/// have no class, and are placed one by one.
struct PlaceTable: Sendable {
    /// How many pairs there may be: 4 MB.
    private static let limit = 1 << 20
    /// The class of a session or person that is kept out, and a pair in which nobody can be.
    static let none: Int32 = -1
    /// A person who has no class, and a pair of whose cell nothing is known yet.
    static let open: Int32 = -2
    /// The same of persons, whose classes take two bytes: caches hold those of a million persons.
    static let noPerson = UInt16.max
    static let openPerson = UInt16.max - 1

    /// The class of each session.
    let sessions: [Int32]
    /// The class of each person, ``noPerson`` or ``openPerson``; empty where persons do not matter.
    let persons: [UInt16]
    /// Whether there are persons who have no class.
    let hasOpenPersons: Bool
    /// How many classes of persons there are.
    let width: Int
    /// The cell of each pair, those of one class of sessions beside each other.
    var cells: [Int32]
    /// A session of each class, and a person of each class.
    private let sessionExamples: [Int32]
    private let personExamples: [Int32]

    /// The table of a placer, in which no cell is known yet; nil where more is to be looked at, or where there are too many
    /// pairs.
    init?(_ placer: RecordPlacer) {
        guard placer.rowParts.isEmpty, !placer.request.hasTrainerSide else { return nil }
        var known: [[Int]: Int32] = [:]
        var sessionExamples: [Int32] = []
        sessions = placer.deliveredParts.enumerated().map { session, part in
            guard part >= 0 else { return Self.none }
            let key = placer.usesAge ? [Int(part), placer.startYears[session] ?? .min] : [Int(part)]
            if let number = known[key] { return number }
            let number = Int32(sessionExamples.count)
            known[key] = number
            sessionExamples.append(Int32(session))
            return number
        }
        self.sessionExamples = sessionExamples
        var classes = PersonClasses()
        if placer.request.hasTraineeSide, !classes.take(placer) { return nil }
        persons = classes.numbers
        hasOpenPersons = classes.hasOpen
        personExamples = classes.examples
        width = max(classes.examples.count, 1)
        let (count, overflow) = sessionExamples.count.multipliedReportingOverflow(by: width)
        guard !overflow, count <= Self.limit else { return nil }
        cells = [Int32](repeating: Self.open, count: count)
    }

    /// The same table with no cell known.
    func emptyCopy() -> PlaceTable {
        var copy = self
        copy.cells = [Int32](repeating: Self.open, count: cells.count)
        return copy
    }

    /// Puts in the cells of all pairs, when all cells are known.
    mutating func complete(_ placer: RecordPlacer, _ index: CellIndex) {
        // Where no person has a class, no pair is looked for.
        guard !placer.request.hasTraineeSide || !personExamples.isEmpty else { return }
        for (number, session) in sessionExamples.enumerated() {
            for person in 0..<width where cells[number * width + person] == Self.open {
                let profile = personExamples.isEmpty ? 0 : Int(personExamples[person])
                let place = placer.place(session: Int(session), profile: profile)
                cells[number * width + person] = place.map { index.known($0) } ?? Self.none
            }
        }
    }

    /// Whether a person has no class.
    func isOpen(_ person: Int) -> Bool { !persons.isEmpty && persons[person] == Self.openPerson }

    /// The cell of a person's part in a session; open where the table does not know it, none where there is none.
    @inline(always)
    func cell(session: Int, person: Int) -> Int32 {
        let row = sessions[session]
        guard row >= 0 else { return Self.none }
        let column = persons.isEmpty ? 0 : persons[person]
        return column >= Self.openPerson ? Self.code(of: column) : cells[Int(row) * width + Int(column)]
    }

    /// Finds the cells of rows; whether the table does not know one of them.
    func find(
        sessions: UnsafeBufferPointer<Int32>, trainees: UnsafeBufferPointer<Int32>,
        cells found: UnsafeMutableBufferPointer<Int32>
    ) -> Bool {
        // Sessions and trainees of a block are positions in the tables of the dataset, which the reader has checked.
        persons.withUnsafeBufferPointer { persons in
            // A loop of its own, so that the processor waits for the classes of many persons at once.
            if !persons.isEmpty {
                for row in trainees.indices { found[row] = Int32(persons[Int(trainees[row])]) }
            } else {
                found.update(repeating: 0)
            }
        }
        var least = Int32.max
        self.sessions.withUnsafeBufferPointer { classes in
            cells.withUnsafeBufferPointer { cells in
                for row in sessions.indices {
                    let (session, person) = (classes[Int(sessions[row])], found[row])
                    let cell =
                        session < 0
                        ? Self.none
                        : person >= Int32(Self.openPerson)
                            ? Self.code(of: UInt16(truncatingIfNeeded: person))
                            : cells[Int(session) * width + Int(person)]
                    found[row] = cell
                    least = min(least, cell)
                }
            }
        }
        return least == Self.open
    }

    /// What ``cells`` have for persons who have no class.
    @inline(always)
    private static func code(of person: UInt16) -> Int32 { person == noPerson ? none : open }

    /// Notes the cell of a person's part in a session that the table did not know.
    mutating func note(_ cell: Int32, session: Int, person: Int) {
        let column = persons.isEmpty ? 0 : persons[person]
        if column < Self.openPerson { cells[Int(sessions[session]) * width + Int(column)] = cell }
    }
}

/// Persons in classes by where they fall in a session.
private struct PersonClasses {
    var numbers: [UInt16] = []
    var examples: [Int32] = []
    var hasOpen = false

    /// Takes the persons of a placer; false if there are too many classes.
    mutating func take(_ placer: RecordPlacer) -> Bool {
        let years = placer.usesAge ? 1 + Int(placer.profiles.lazy.map(\.birthYear).max() ?? 0) + 1 : 1
        var known = [Int32](repeating: -1, count: max(placer.personParts.members.count, 1) * max(years, 1))
        let (parts, profiles) = (placer.personParts.numbers.span, placer.profiles.span)
        let (moves, usesAge) = (placer.anyoneMoves, placer.usesAge)
        numbers = (0..<placer.dataset.trainees.count).map { person in
            if moves, placer.moves(person) {
                hasOpen = true
                return PlaceTable.openPerson
            }
            let part = parts[person]
            guard part >= 0 else { return PlaceTable.noPerson }
            let year = usesAge ? Int(max(profiles[person].birthYear, -1)) + 1 : 0
            let key = Int(part) * years + year
            if known[key] < 0 {
                known[key] = Int32(examples.count)
                examples.append(Int32(person))
            }
            return UInt16(truncatingIfNeeded: known[key])
        }
        return examples.count < Int(PlaceTable.openPerson)
    }
}
