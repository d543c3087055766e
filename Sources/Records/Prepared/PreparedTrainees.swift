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
    /// The trainees of a dataset with so many states; nil if they are damaged.
    func trainees(states: Int, threads: Int) -> TraineeTable? {
        // The longest first; with few threads one of them takes several.
        let all: [PreparedTraineePart.Kind] = [.ids, .names, .profiles]
        var parts = all.map { PreparedTraineePart(kind: $0, records: self, states: states) }
        if threads > 1 {
            concurrently(&parts) { $0.read() }
        } else {
            for index in parts.indices { parts[index].read() }
        }
        guard let ids = parts[0].ids, let names = parts[1].names, let profiles = parts[2].profiles,
            let lines = parts[2].lines
        else { return nil }
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
}

/// Columns of the trainees, which one thread reads.
private struct PreparedTraineePart {
    enum Kind: Sendable { case ids, names, profiles }

    let kind: Kind
    let records: PreparedRecords
    let states: Int
    private(set) var ids: KeyTable?
    private(set) var names: TextColumn?
    private(set) var profiles: [Profile]?
    private(set) var lines: [Int32]?

    init(kind: Kind, records: PreparedRecords, states: Int) {
        (self.kind, self.records, self.states) = (kind, records, states)
    }

    /// Reads the columns; those that are damaged stay away.
    mutating func read() {
        let known = records.header.trainees
        switch kind {
        case .ids: ids = keys(known.ids, count: known.count)
        case .names: names = records.texts(known.names, count: known.count)
        case .profiles:
            profiles = records.file.numbers(of: known.profiles, as: Profile.self)
            lines = records.file.numbers(of: known.lines, as: Int32.self)
            if profiles?.count != known.count || lines?.count != known.count || !areSound { profiles = nil }
        }
    }

    /// Whether codes, which are positions in tables, lie within these.
    private var areSound: Bool {
        let (sectors, sexes) = (Sector.allCases.count, Sex.allCases.count)
        let institutions = records.header.trainees.institutions.count
        return profiles?.allSatisfy { profile in
            (-1..<states).contains(Int(profile.state)) && (-1..<sectors).contains(Int(profile.sector))
                && (-1..<sexes).contains(Int(profile.sex)) && (-1..<institutions).contains(Int(profile.institution))
        } ?? false
    }

    private func keys(_ keys: PreparedTexts, count: Int) -> KeyTable? {
        guard let texts = records.texts(keys, count: count) else { return nil }
        guard let part = keys.slots else { return KeyTable.distinct(texts).table }
        guard let slots = records.file.numbers(of: part, as: UInt64.self) else { return nil }
        return KeyTable(texts: texts, slots: slots, seed: keys.seed)
    }
}
