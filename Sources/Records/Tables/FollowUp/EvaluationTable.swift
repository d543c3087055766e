import TrainingStats

/// `evaluations.csv`: answers to evaluation forms, without persons.
enum EvaluationTable: TableReading {
    static func read(
        _ rows: TableReader<EvaluationColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        let sessions = draft.references[.sessions]
        try rows.forEachRow {
            let session = draft.references.position(of: .sessionID, in: sessions, of: .sessions, rows)
            let value = rows.whole(.value, in: Evaluation.values)
            let item = rows.text(.item)
            guard rows.accepts, let session, let value, let item else { return }
            let origin = MemberOrigin(table: .evaluations, line: rows.line)
            let code = draft.member(item, of: .evaluationItem, from: origin)
            draft.dataset.evaluations.append(Evaluation(session: session, item: code, value: value, line: rows.line))
        }
    }
}
