import Foundation
import Support
import TrainingStats

/// Prepared records in a reading: where there are some of the present state, the two large tables come from them, and else they
/// are made on the way.
///
/// Everything else is read as always. What a dataset declares itself, certificates, and readings that keep rows with errors or
/// hand them on, have no prepared records.
extension DatasetReader {
    /// Whether the large tables come from prepared records.
    package var isPrepared: Bool { prepared != nil }

    /// Looks for prepared records; none are looked for, or made, where these tables are small or say what is not kept.
    func lookForPrepared() {
        guard let folder = options.prepared, options.policy == .reject, options.onReject == nil, options.names.isEmpty,
            !settings.attributes.contains(where: { $0.table == .trainees || $0.table == .participations }),
            let participations = contents.tables[.participations], let trainees = contents.tables[.trainees],
            participations.estimatedSize + trainees.estimatedSize >= folder.leastSize
        else { return }
        let path = folder.path(of: sourcePath)
        if let records = PreparedRecords(in: folder, at: path, of: inputs, keptPerGroup: log.keptPerGroup) {
            prepared = records
        } else if let inputs = try? PreparedInput.all(of: inputs, withDigests: true) {
            preparing = PreparingState(folder: folder, path: path, inputs: inputs)
        }
    }

    /// Begins to work out the digests of large files, for which they are read once more, while their records are read.
    ///
    /// To be called where all digests will be asked for. It takes one thread besides those of the options, which is mostly free
    /// when others wait for each other.
    package func beginDigests() {
        guard options.threads > 1, digestsMeanwhile == nil else { return }
        let large = inputs.compactMap { $0 as? CSVFile }.filter {
            $0.estimatedSize >= 4 << 20 && knownDigest(of: $0) == nil
        }
        guard !large.isEmpty else { return }
        digestsMeanwhile = Meanwhile {
            // One that fails is asked for again, and fails then.
            Dictionary(large.map { ($0.name, try? $0.sha256()) }) { $1 }.compactMapValues { $0 }
        }
    }

    private func knownDigest(of input: any RecordInput) -> String? {
        digests[input.name] ?? prepared?.header.digests[input.name]
    }

    /// SHA-256 of the content of an input, in hexadecimal: as prepared records know it, else from its bytes.
    ///
    /// It is good for the state that was read; ``checkUnchanged()`` says whether that is still there.
    package func sha256(of input: any RecordInput) throws(ReadError) -> String {
        if let meanwhile = digestsMeanwhile {
            digests.merge(meanwhile.wait() ?? [:]) { $1 }
            digestsMeanwhile = nil
        }
        if let known = knownDigest(of: input) { return known }
        let digest = try input.sha256()
        digests[input.name] = digest
        return digest
    }

    /// Keeps the digests that were asked for with the prepared records, so that nobody need read the files for them again.
    package func keepDigests() {
        guard !digests.isEmpty else { return }
        let place =
            published ?? prepared.map { PublishedRecords(file: $0.file, header: $0.header, isTrusted: $0.isTrusted) }
        // While a file can change without a sign of it, nobody knows of which state its digest is.
        guard var place, place.isTrusted, (try? checkUnchanged()) != nil else { return }
        place.header.digests.merge(digests) { $1 }
        guard let header = try? JSONEncoder().encode(place.header) else { return }
        // Without them all is as it was, or the file is damaged and made anew.
        try? place.file.replace(header: Array(header), isTrusted: place.isTrusted)
    }

    // MARK: Trainees

    /// Takes the trainees of prepared records; false if there are none, or they are damaged.
    func take(_ trainees: PreparedTrainees?) -> Bool {
        guard let prepared, let trainees else { return false }
        guard let table = trainees.wait() else {
            discardPrepared()
            return false
        }
        let known = prepared.header.trainees
        for key in known.rejected { draft.references.reject(key, of: .trainees) }
        for (text, line) in zip(known.institutions, known.institutionLines) {
            _ = draft.member(text, of: .institution, from: MemberOrigin(table: .trainees, line: line))
        }
        draft.dataset.trainees = table
        accept(known.account, of: .trainees)
        return true
    }

    /// Keeps what was found in the trainees for prepared records.
    func keepTrainees(_ rows: TableReader<TraineeColumn>, rejected: [String]) {
        guard preparing != nil else { return }
        let institutions = draft.dataset.institutions
        let origins = draft.origins[.institution] ?? []
        let account = PreparedAccount(rows, notices: contents.tables[.trainees]?.notices ?? [])
        guard account.findings.areWorthKeeping else { return preparing = nil }
        preparing?.trainees = PreparingState.Trainees(
            account: account, rejected: rejected + rows.unreadKeys, institutions: institutions.keys,
            institutionLines: origins.map(\.line))
    }

    private func accept(_ account: PreparedAccount, of table: RecordTable) {
        guard let input = contents.tables[table] else { return }
        log.note(account.form, of: input.name)
        log.note(account.notices.map(\.text))
        if let findings = FindingLog(account.findings) { log.merge(findings) }
        add(
            FileTally(
                file: input.name, rows: account.rows, rejected: account.rejected, emptyLines: account.emptyLines))
        options.onProgress?(input.size ?? 0, account.rows)
    }

    // MARK: Participations

    /// Hands the prepared participations to a sink; nil if there are none, or they are damaged.
    func readPrepared<Sink: ParticipationSink>(into sink: Sink) throws(ReadError) -> Sink? {
        guard let prepared else { return nil }
        guard let blocks = PreparedBlocks(of: prepared),
            let persons = PreparedPersons(of: prepared, rows: blocks.rows)
        else {
            discardPrepared()
            return nil
        }
        let threads = max(1, min(options.threads, blocks.count / 16))
        var workers = (0..<threads).map { _ in PreparedWorker(blocks, draft, sink: sink.emptyCopy()) }
        var result = sink
        do throws(PreparedBlocks.Damaged) {
            try concurrently(&workers) { (worker) throws(PreparedBlocks.Damaged) in try worker.run() }
            for worker in workers { result.merge(worker.sink) }
            let sessions = draft.dataset.sessions
            let hasYoung = YoungPersons(sessions).canFindAny(of: draft.dataset.trainees.profiles)
            if result.wantsPersons || hasYoung {
                let readers = workers.map { _ in PreparedPersonReader(persons, sessions: sessions.count) }
                result = try showPersons(of: readers, to: result)
            }
        } catch {
            discardPrepared()
            return nil
        }
        var attended = workers[0].attended
        for worker in workers.dropFirst() { attended.merge(worker.attended) }
        attended.rejected.formUnion(prepared.header.participations.rejected)
        draft.attended = attended
        for worker in workers { draft.attendance.merge(worker.tally) }
        accept(prepared.header.participations.account, of: .participations)
        return result
    }

    /// Removes prepared records that are damaged: the next reading makes others.
    private func discardPrepared() {
        prepared?.remove()
        prepared = nil
    }

    /// Begins to make prepared records of the participations; nil if none are made.
    func beginPreparation(_ rows: TableReader<ParticipationColumn>) -> Preparation? {
        guard let preparing, preparing.trainees != nil, !rows.header.statesCertificates, rows.header.own.isEmpty else {
            return nil
        }
        let values = ParticipationValue.stated.filter { rows.header.position(of: .value($0)) != nil }
        return Preparation(in: preparing.folder, at: preparing.path, values: values)
    }

    /// Finishes prepared records, now that everything has been read and nothing was changed meanwhile.
    func finishPreparation() {
        guard let state = preparing, let preparation = state.preparation else { return }
        preparing = nil
        guard let inputs = try? PreparedInput.all(of: inputs, withDigests: false),
            inputs.map(\.identity) == state.inputs.map(\.identity),
            zip(self.inputs, state.inputs).allSatisfy({ $1.digest == nil || (try? $0.sha256()) == $1.digest })
        else { return }
        do throws(Preparation.Stopped) {
            let header = try preparation.header(of: state, draft, samePersons: samePersons())
            let file = try preparation.publish(header)
            published = PublishedRecords(
                file: file, header: header, isTrusted: header.inputs.allSatisfy { $0.digest == nil })
        } catch {
            // The next reading makes them, if it can.
        }
    }
}

/// Prepared records that lie in their place.
struct PublishedRecords {
    let file: PreparedFile
    var header: PreparedHeader
    let isTrusted: Bool
}

/// What is kept for prepared records while a dataset is read.
struct PreparingState {
    let folder: PreparedFolder
    let path: String
    /// The inputs when the reading began.
    let inputs: [PreparedInput]
    var trainees: Trainees?
    var participations: PreparedAccount?
    var rejectedParticipations: [UInt64] = []
    var preparation: Preparation?

    /// What was read of the trainees besides their table.
    struct Trainees {
        var account: PreparedAccount
        var rejected: [String]
        var institutions: [String]
        var institutionLines: [Int]
    }
}
