import Aggregation

/// What the records of a cell leave open of a figure, by the definitions.
struct NaiveGaps {
    /// The measures of which it is worked out.
    static let measures = [
        "completions", "participations", "attendances", "trainees", "named-trainees", "no-shows", "trainee-hours",
        "participant-cost", "trainer-hours", "sessions", "completion-rate", "no-show-rate", "institutions", "benefit",
        "persons-current",
    ]

    /// By what the true figure can be above, and how many of these records there are.
    private(set) var above: [FigureGaps.Cause: Int] = [:]
    /// By what it can be below.
    private(set) var below: [FigureGaps.Cause: Int] = [:]
    /// By how much at most; nil where nothing limits it.
    private(set) var mostAbove: Int? = 0
    /// The delivered sessions in which somebody could be missing.
    private let delivered: [Int]

    /// What is left open of a measure, where so many delivered sessions are looked at.
    init(of measure: String, in cell: NaiveCell, sessions: [Int]) {
        delivered = sessions
        let training = cell.headcounts.filter { cell.isTraining($0.session) }
        let counted = Int(training.compactMap(\.participants).reduce(0, +))
        switch measure {
        case "completions":
            let groups = training.filter {
                cell.records.sessions[$0.session].course.canBeCompleted && $0.completions == nil && $0.participants != 0
            }
            add(.groupsWithoutCompletions, groups.count)
            if groups.allSatisfy({ $0.participants != nil }) {
                mostAbove = Int(groups.compactMap(\.participants).reduce(0, +))
            }
            addUnreported(cell) { cell.isTraining($0) && cell.records.sessions[$0].course.canBeCompleted }
        case "participations", "trainees":
            add(.groupsWithoutParticipants, training.count { $0.participants == nil })
            addUnreported(cell, cell.isTraining)
        case "attendances":
            add(.groupsWithoutParticipants, cell.headcounts.count { $0.participants == nil })
            addUnreported(cell) { _ in true }
        case "named-trainees": addUnreported(cell, cell.isTraining)
        case "no-shows":
            add(.countedParticipants, counted)
            addUnreported(cell, cell.isTraining)
        case "trainee-hours":
            add(.countedParticipants, counted)
            addLacking(cell.trained.map(\.hours))
            addUnreported(cell, cell.isTraining)
        case "participant-cost":
            let attended = cell.participations.filter { cell.records.trainedStatuses.contains($0.status) }
            addLacking(attended.map(\.cost) + cell.headcounts.map(\.cost))
            addUnreported(cell) { _ in true }
        case "trainer-hours":
            addLacking(cell.hoursOfTraining)
            // Of a session that nobody reported nobody knows whether somebody of the cell was there.
            if cell.hasTraineeSide { addUnreported(cell, cell.isTraining) }
        case "sessions": if cell.hasTraineeSide { addUnreported(cell) { _ in true } }
        case "completion-rate", "no-show-rate":
            let isOfCompletions = measure == "completion-rate"
            addUnreported(cell) {
                cell.isTraining($0) && (!isOfCompletions || cell.records.sessions[$0].course.canBeCompleted)
            }
            below = above
        case "institutions": addInstitutions(cell)
        case "benefit":
            add(.recordsWithoutValue, cell.trained.count { $0.followUp?.benefit == nil })
            addUnreported(cell, cell.isTraining)
        case "persons-current":
            addUnreported(cell) { session in
                let course = cell.records.sessions[session].course
                return course.canBeCompleted && course.validMonths != nil
            }
        default: break
        }
    }

    /// Each participant whose institution is not known can be of one more.
    private mutating func addInstitutions(_ cell: NaiveCell) {
        func isOfNone(_ members: [String: ByteText]) -> Bool { (members["institution"] ?? .unknown) == .unknown }
        let named = cell.participations.filter {
            cell.records.trainedStatuses.contains($0.status) && isOfNone($0.members)
        }
        let groups = cell.headcounts.filter { ($0.participants ?? 0) > 0 && isOfNone($0.members) }
        let most = named.count + Int(groups.compactMap(\.participants).reduce(0, +))
        if most > 0 { (above[.recordsWithoutInstitution], mostAbove) = (named.count + groups.count, most) }
        add(.groupsWithoutParticipants, cell.headcounts.count { $0.participants == nil })
        addUnreported(cell) { _ in true }
    }

    private mutating func add(_ cause: FigureGaps.Cause, _ count: Int) {
        guard count > 0 else { return }
        above[cause] = count
        mostAbove = nil
    }

    /// Records that do not state a number, where others do.
    private mutating func addLacking(_ values: [Int128?]) {
        if values.contains(where: { $0 != nil }) { add(.recordsWithoutValue, values.count { $0 == nil }) }
    }

    private mutating func addUnreported(_ cell: NaiveCell, _ isOfKind: (Int) -> Bool) {
        add(.sessionsWithoutReport, delivered.count { isOfKind($0) && !cell.records.reported.contains($0) })
    }
}
