import Support
import TrainingStats

/// The members of attributes of participations that no list gives.
extension DatasetReader {
    /// Finds the members that participations state, where an attribute of theirs has texts or days.
    ///
    /// Figures are made while the participations stream past, and are counted by member from the first one on: so the members
    /// must be known before, and the table is gone through once more for them. Nothing is told of it: that is done when it is
    /// read.
    func findMembersOfParticipations() throws(ReadError) {
        let settings = draft.dataset.settings
        guard settings.attributes.contains(where: \.hasMembersOfParticipations),
            let input = contents.tables[.participations]
        else { return }
        let source = ChunkSource(
            try input.open(), size: options.chunkSize, longestRecord: settings.limits.record)
        let findings = RowFindings(of: input, log: log.emptyCopy(), policy: options.policy)
        guard
            let rows = try TableReader<ParticipationColumn>(
                of: input, from: source, settings: settings, findings: findings, onReject: nil)
        else { return }
        let columns = rows.header.own.filter { settings.attributes[$0.column.attribute].hasMembersOfParticipations }
        guard !columns.isEmpty else { return }
        var workers = (0..<threads(for: .participations)).map { number in
            OwnTextWorker(
                number == 0 ? rows : TableReader(siblingOf: rows), positions: columns.map(\.position),
                readsPlainRows: options.readsPlainRows)
        }
        try concurrently(&workers) { (worker) throws(ReadError) in try worker.run() }
        // In the order of the file, so that nothing depends on the threads.
        let batches = workers.flatMap(\.batches).sorted { $0.chunk < $1.chunk }
        for (index, own) in columns.enumerated() {
            draft.attributes.takeMembers(
                batches.map { ($0.texts[index], $0.lines[index]) }, of: own.column.attribute)
        }
    }
}

extension AttributeDraft {
    /// Takes over the members of an attribute that has no list of them, from the texts of the parts of a table and the lines on
    /// which they first stand there.
    fileprivate mutating func takeMembers(_ parts: [(texts: KeyTable, lines: [Int])], of attribute: Int) {
        let reader = readers[attribute]
        var (texts, members) = (KeyTable(), KeyTable())
        var origins: [MemberOrigin] = []
        for part in parts {
            for (text, line) in zip(part.texts.keys, part.lines) {
                let known = texts.count
                guard texts.insert(text) == known, let member = reader.member(of: text) else { continue }
                if members.insert(member) == origins.count {
                    origins.append(MemberOrigin(table: .participations, line: line))
                }
            }
        }
        members.settle()
        take(members, asMembersOf: attribute, from: origins)
    }
}
