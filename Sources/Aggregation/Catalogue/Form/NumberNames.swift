import TrainingStats

/// The names of numbers in the written form: those of the columns of the table, and of what its session and course state.
extension RecordNumber {
    /// The numbers that records of a table have, by their names; `declared` are those of a dataset's own columns.
    static func named(
        in table: SourceRecord.Table, declared: [OwnNumber]
    ) -> [(name: String, number: RecordNumber)] {
        let own: [RecordNumber] =
            switch table {
            case .participations: ParticipationValue.allCases.map { .value($0) }
            case .headcounts: [.participants, .completions, .groupCost]
            case .assignments: [.assignmentHours]
            case .sessions: []
            case .evaluations: [.evaluationValue]
            case .followups: [.supervisorRating, .benefit]
            }
        let ofDataset = declared.filter { $0.isStated(by: table) }.map { RecordNumber.own($0) }
        return (own + [.capacity, .sessionCost, .maxScore, .passScore] + ofDataset).map { ($0.name(in: table), $0) }
    }

    /// Its name among those of a table; the cost of a session is told from that of its participants.
    func name(in table: SourceRecord.Table) -> String {
        self == .sessionCost && table != .sessions ? "session.cost" : column
    }
}
