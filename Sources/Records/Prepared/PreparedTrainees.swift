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
                blocks: try writeBlocks(), persons: try writeLists()))
    }
}

extension PreparedRecords {
    /// Persons of one name, each with the earlier one; nil if they are damaged.
    var samePersons: [(person: Int, earlier: Int)]? {
        guard let pairs = file.numbers(of: header.trainees.repeated, as: Int32.self), pairs.count % 2 == 0,
            pairs.allSatisfy({ $0 >= 0 && $0 < header.trainees.count })
        else { return nil }
        return stride(from: 0, to: pairs.count, by: 2).map { (Int(pairs[$0]), Int(pairs[$0 + 1])) }
    }

    fileprivate var traineeKeys: KeyTable? {
        let known = header.trainees.ids
        guard let texts = texts(known, count: header.trainees.count) else { return nil }
        guard let part = known.slots else { return KeyTable(texts) }
        guard let slots = file.numbers(of: part, as: UInt64.self) else { return nil }
        return KeyTable(texts: texts, slots: slots, seed: known.seed)
    }

    /// Profiles and lines; nil unless codes, which are positions in tables, lie within these.
    fileprivate func traineeNumbers(states: Int) -> (profiles: [Profile], lines: [Int32])? {
        let known = header.trainees
        let (sectors, sexes, institutions) = (Sector.allCases.count, Sex.allCases.count, known.institutions.count)
        guard let profiles = file.numbers(of: known.profiles, as: Profile.self),
            let lines = file.numbers(of: known.lines, as: Int32.self), profiles.count == known.count,
            lines.count == known.count,
            profiles.allSatisfy({ profile in
                (-1..<states).contains(Int(profile.state)) && (-1..<sectors).contains(Int(profile.sector))
                    && (-1..<sexes).contains(Int(profile.sex)) && (-1..<institutions).contains(Int(profile.institution))
            })
        else { return nil }
        return (profiles, lines)
    }
}

/// The trainees of prepared records, which other threads read while the smaller tables are read.
final class PreparedTrainees: Sendable {
    private let ids: Meanwhile<KeyTable>
    private let names: Meanwhile<TextColumn>
    private let numbers: Meanwhile<(profiles: [Profile], lines: [Int32])>

    /// Begins to read the trainees of a dataset with so many states.
    init(of records: PreparedRecords, states: Int, threads: Int) {
        let (known, hasOthers) = (records.header.trainees, threads > 1)
        ids = Meanwhile(onOtherThread: hasOthers) { records.traineeKeys }
        names = Meanwhile(onOtherThread: hasOthers) { records.texts(known.names, count: known.count) }
        numbers = Meanwhile(onOtherThread: hasOthers) { records.traineeNumbers(states: states) }
    }

    /// The table; nil if it is damaged.
    func wait() -> TraineeTable? {
        guard let ids = ids.wait(), let names = names.wait(), let numbers = numbers.wait() else { return nil }
        var table = TraineeTable()
        (table.ids, table.names, table.profiles, table.lines) = (ids, names, numbers.profiles, numbers.lines)
        return table
    }
}
