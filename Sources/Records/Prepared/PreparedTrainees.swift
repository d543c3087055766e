import Support
import TrainingStats

extension Preparation {
    /// Writes the trainees, and gives the header.
    func header(
        of state: PreparingState, _ draft: DatasetDraft, samePersons: [(person: Int, earlier: Int)]
    ) throws(Stopped) -> PreparedHeader {
        guard let known = state.trainees, let account = state.participations, account.findings.areWorthKeeping else {
            throw Stopped()
        }
        let table = draft.dataset.trainees
        let ids = table.ids.storage
        return PreparedHeader(
            program: state.folder.program, inputs: state.inputs,
            trainees: .init(
                account: known.account, rejected: known.rejected, institutions: known.institutions,
                institutionLines: known.institutionLines, count: table.count,
                ids: try write(ids.texts, slots: ids.slots, seed: ids.seed), names: try write(table.names),
                profiles: try write(table.profiles), lines: try write(table.lines),
                repeated: try write(samePersons.flatMap { [Int32($0.person), Int32($0.earlier)] })),
            participations: .init(
                account: account, rejected: state.rejectedParticipations, values: values.map(\.rawValue),
                personBits: personBits, blocks: try writeBlocks()))
    }
}

extension PreparedRecords {
    /// The trainees of a dataset with so many states; nil if they are damaged.
    func trainees(states: Int) -> TraineeTable? {
        let known = header.trainees
        guard let ids = keys(known.ids, count: known.count), let names = texts(known.names, count: known.count),
            let profiles = file.numbers(of: known.profiles, as: Profile.self), profiles.count == known.count,
            let lines = file.numbers(of: known.lines, as: Int32.self), lines.count == known.count
        else { return nil }
        let (sectors, sexes) = (Sector.allCases.count, Sex.allCases.count)
        // Codes are positions in tables, within which they must lie.
        let areSound = profiles.allSatisfy { profile in
            profile.state < states && profile.sector < sectors && profile.sex < sexes
                && profile.institution < known.institutions.count
        }
        guard areSound else { return nil }
        var table = TraineeTable()
        (table.ids, table.names, table.profiles, table.lines) = (ids, names, profiles, lines)
        return table
    }

    /// Persons of one name, each with the earlier one; nil if they are damaged.
    var samePersons: [(person: Int, earlier: Int)]? {
        guard let pairs = file.numbers(of: header.trainees.repeated, as: Int32.self), pairs.count % 2 == 0,
            pairs.allSatisfy({ $0 >= 0 && $0 < header.trainees.count })
        else { return nil }
        return stride(from: 0, to: pairs.count, by: 2).map { (Int(pairs[$0]), Int(pairs[$0 + 1])) }
    }

    private func keys(_ keys: PreparedTexts, count: Int) -> KeyTable? {
        guard let texts = texts(keys, count: count) else { return nil }
        guard let part = keys.slots else { return KeyTable.distinct(texts).table }
        guard let slots = file.numbers(of: part, as: UInt64.self) else { return nil }
        return KeyTable(texts: texts, slots: slots, seed: keys.seed)
    }
}
