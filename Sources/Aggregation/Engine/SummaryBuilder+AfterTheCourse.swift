import TrainingStats

/// Answers to evaluation forms, which are a list, and follow-ups, which come with their participations.
extension SummaryBuilder {
    /// With dimensions of trainers and of evaluations, in filters too, a cell is where an answer in a session with an assignment
    /// falls.
    mutating func placeEvaluationsByTrainers() {
        var places = [[RecordPlacer.Place]](repeating: [], count: dataset.sessions.count)
        for index in dataset.assignments.indices {
            if let place = placer.place(assignment: index) { places[dataset.assignments[index].session].append(place) }
        }
        let cellsOfEvaluations = dataset.evaluations.indices.map { index -> Set<Int> in
            guard let ofAnswer = placer.place(evaluation: index) else { return [] }
            let cells = places[Int(dataset.evaluations[index].session)].map { place in
                var place = place
                place.row = ofAnswer.row
                return newCell(place)
            }
            return Set(cells)
        }
        bundles = SessionBundles(cellsOfEvaluations)
        accumulators.grow(to: bundles.cells.count)
    }

    /// Takes in an answer to an evaluation form.
    mutating func add(evaluation index: Int) {
        let unit: Int?
        if bundles.isEmpty {
            unit = placer.place(evaluation: index).map { newCell($0) }
        } else {
            let source = request.hasEvaluationSide ? index : Int(dataset.evaluations[index].session)
            unit = Int(bundles.numbers[source])
        }
        guard let unit, unit >= 0 else { return }
        take(placer.record(ofEvaluation: index), into: unit)
    }

    /// Takes in the follow-ups of the rows: each falls where its participation does.
    mutating func addFollowUps(_ block: borrowing ParticipationBlock) {
        let cells = rows.cells
        for row in 0..<block.count where cells[row] >= 0 {
            guard let index = placer.followUp(ofRow: row, in: block) else { continue }
            add(followUp: index, ofRow: row, in: block, to: Int(cells[row]))
        }
    }

    /// Takes in the follow-up of a row.
    mutating func add(followUp index: Int, ofRow row: Int, in block: borrowing ParticipationBlock, to cell: Int) {
        let record = placer.record(ofFollowUp: index, ofRow: row, in: block)
        take(record, into: cell)
        if record.attends, record.facts.isDelivered, record.facts.isTraining { followUps.count(record) }
    }
}

extension FollowUpCoverage {
    /// Counts the follow-up of a trained participation.
    fileprivate mutating func count(_ followUp: SourceRecord) {
        asked += 1
        if followUp.benefit != nil { statingBenefit += 1 }
        if followUp.applied != nil || followUp.supervisorRating != nil || followUp.benefit != nil { answered += 1 }
    }

    /// Takes in what another copy has counted.
    mutating func merge(_ other: FollowUpCoverage) {
        asked += other.asked
        answered += other.answered
        statingBenefit += other.statingBenefit
    }
}
