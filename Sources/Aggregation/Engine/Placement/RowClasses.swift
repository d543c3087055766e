import TrainingStats

/// Participations in classes by session and status, so that the hot loop asks no condition at all.
///
/// All conditions that session and status answer are put once to an example of each class of sessions with each status.
/// Rows that give the same answers share a class. The loop adds one to the counter of a row's cell and class; how many
/// rows a condition selects is the sum over the classes in which it holds.
struct RowClasses: Sendable {
    /// The class of rows that no selection takes.
    static let none: UInt16 = 0

    /// The classes of sessions.
    let sessions: SessionClasses
    /// The class of rows by class of session times eight plus status.
    private(set) var classes: [UInt16] = []
    /// Whether each selection takes each class.
    let isSelected: [[Bool]]
    /// Whether persons are counted by the rows of each class.
    let isPersonal: [Bool]
    /// Whether more is asked of persons than session and status.
    let testsPersons: Bool
    /// For each slot of persons, whether it takes each class.
    let personalSelections: [[Bool]]

    init(_ plan: CollectionPlan, sessions: SessionClasses, placer: RecordPlacer) {
        self.sessions = sessions
        var isSelected = plan.selections.map { _ in [false] }
        var known: [[Bool]: UInt16] = [plan.selections.map { _ in false }: Self.none]
        for example in sessions.examples {
            for code in UInt8(0)..<8 {
                guard let status = ParticipationStatus(code: code) else {
                    classes.append(Self.none)
                    continue
                }
                var record = placer.record(ofSession: example, in: .participations)
                record.status = status
                record.attends = placer.attends[Int(code)]
                let answers = plan.selections.map { record.meets(all: $0) }
                if let number = known[answers] {
                    classes.append(number)
                } else {
                    let number = UInt16(known.count)
                    known[answers] = number
                    classes.append(number)
                    for selection in answers.indices { isSelected[selection].append(answers[selection]) }
                }
            }
        }
        self.isSelected = isSelected
        testsPersons = plan.persons.contains { !$0.tests.isEmpty }
        personalSelections = plan.persons.map { isSelected[$0.selection] }
        isPersonal = (0..<known.count).map { rowClass in plan.persons.contains { isSelected[$0.selection][rowClass] } }
    }

    /// How many classes are taken by a selection.
    var count: Int { (isSelected.first?.count ?? 1) - 1 }

    /// The class of a row.
    @inline(always)
    func rowClass(session: Int, status: UInt8) -> Int {
        Int(classes[Int(sessions.classes[session]) << 3 | Int(status)])
    }
}
