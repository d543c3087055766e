import Support
import TrainingStats

/// Rows that stand for several, and histories that several persons have.
///
/// A builder that takes them in has been told that rows name profiles in place of persons.
extension SummaryBuilder {
    /// Notes that the sessions of rows are reported.
    mutating func takeReports(_ answer: GroupAnswer) {
        for session in answer.block.sessions { reports.note(Int(session)) }
    }

    /// Takes rows in, each as often as it says, for some of the parts.
    mutating func take(_ answer: GroupAnswer, for parts: [Part]) {
        let block = answer.block
        for row in 0..<block.count {
            guard let cell = unit(ofRow: row, in: block) else { continue }
            var record = placer.record(ofRow: row, in: block, stating: ParticipationValue.allCases)
            record.trainee = dataset.person(ofProfile: Int(block.trainees[row]))
            for part in parts { take(record, times: answer.times[row], into: cell, for: part, row: row, of: block) }
        }
    }

    /// Counts the persons who have each history.
    ///
    /// - Throws: ``ChangedMeanwhile`` where one of them falls where no row did.
    mutating func takePersons(_ answer: GroupAnswer) throws(ChangedMeanwhile) {
        prepareForPersons(slotBySlot: true)
        let block = answer.block
        var start = 0
        for (number, history) in answer.histories.enumerated() {
            for row in start..<history.end {
                let part = PersonalPart(session: Int(block.sessions[row]), status: block.statuses[row])
                guard rowClasses.isPersonal[rowClasses.rowClass(session: part.session, status: part.status)],
                    let cell = knownUnit(ofRow: row, in: block)
                else { continue }
                guard cell >= 0 else { throw ChangedMeanwhile() }
                let profile = Int(block.trainees[row])
                note(
                    part, of: number, as: profile, profile: placer.profiles.isEmpty ? 0 : profile, cell: cell,
                    times: answer.times[row], persons: history.persons)
            }
            close(number, persons: history.persons)
            start = history.end
        }
    }

    /// The cell or the bundle of a row, which is new where it is met for the first time; nil where filters keep it out.
    private mutating func unit(ofRow row: Int, in block: borrowing ParticipationBlock) -> Int? {
        guard bundles.isEmpty else {
            let bundle = Int(bundles.numbers[Int(block.sessions[row])])
            return bundle < 0 ? nil : bundle
        }
        return placer.place(ofRow: row, in: block).map { newCell($0) }
    }

    /// The same of a row whose cell must be known; -1 where it is not.
    private func knownUnit(ofRow row: Int, in block: borrowing ParticipationBlock) -> Int32? {
        guard bundles.isEmpty else {
            let bundle = bundles.numbers[Int(block.sessions[row])]
            return bundle < 0 ? nil : bundle
        }
        return placer.place(ofRow: row, in: block).map { cells.known($0) }
    }

    private mutating func take(
        _ record: SourceRecord, times: Int, into cell: Int, for part: Part, row: Int,
        of block: borrowing ParticipationBlock
    ) {
        switch part {
        case .classes:
            let rowClass = rowClasses.rowClass(session: record.session, status: block.statuses[row])
            guard plan.countsSelections, rowClass > 0 else { return }
            accumulators.counters[cell * accumulators.counterWidth + plan.ownCounters + rowClass - 1] += times
        case .counter(let index):
            guard record.meets(all: conditions(of: plan.rowCounters[index])) else { return }
            accumulators.counters[cell * accumulators.counterWidth + plan.rowCounters[index].counter] += times
        case .item(let index): add(record, toItems: index, of: cell)
        case .sum(let index): add(record, toSum: index, of: cell, times: times)
        case .moments(let index): add(record, toMoments: index, of: cell, times: times)
        case .quotients(let index): add(record, toQuotients: index, of: cell, times: times)
        case .distribution(let index): add(record, toDistribution: index, of: cell, times: times)
        case .attendedSessions: if record.attends { noteAttendance(in: cell, session: record.session) }
        case .followUps:
            guard let followUp = placer.followUp(ofRow: row, in: block) else { return }
            add(followUp: followUp, ofRow: row, in: block, to: cell)
        }
    }
}
