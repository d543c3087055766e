import Support
import TrainingStats

/// One thread's part in reading the participations: plain rows in batches, all others one by one.
struct ParticipationWorker<Sink: ParticipationSink> {
    /// What takes in what is read.
    var sink: Sink
    /// The account of what this thread has read.
    let rows: TableReader<ParticipationColumn>
    /// Who took part in what.
    let buckets: PersonBuckets
    /// How many came to each session.
    private(set) var tally: AttendanceTally
    /// Which participations that other tables refer to were met, and which were rejected.
    private(set) var attended: AttendedDays.Notes
    /// What participations say of certificates.
    private(set) var certificates: [CertificateNote] = []

    private let references: ReferenceIndex
    private let sessionKeys: KeyTable
    private let persons: KnownPersons
    private let attributes: AttributeDraft
    private let dataset: Dataset
    /// What follows from tables that refer to participations; nil without any.
    private let days: AttendedDays?
    /// What converts costs; nil if all are in the dataset's currency.
    private let conversion: CostConversion?
    private let fast: FastParticipationReader?
    private let batch: ParticipationBatch
    private var block = ParticipationBlock()
    /// Keys that stand more than once; nil as long as none is known.
    private let repeatedKeys: Set<UInt64>?
    /// Those of them that have been met, where the first row counts.
    private var metKeys: Set<UInt64> = []
    /// The last row of each of them so far, where the last one counts.
    private var lastRows: [UInt64: Participation] = [:]

    /// What this thread adds to prepared records; nil if none are made.
    private let preparation: PreparationWriter?

    /// A worker with a reader of its own; without `fast` every row is read with care.
    init(
        _ rows: TableReader<ParticipationColumn>, _ draft: DatasetDraft, fast: FastParticipationReader?,
        repeatedKeys: Set<UInt64>?, preparation: Preparation?, sink: Sink
    ) {
        self.rows = rows
        self.fast = fast
        batch = fast?.makeBatch() ?? ParticipationBatch()
        self.sink = sink
        self.repeatedKeys = repeatedKeys
        references = draft.references
        sessionKeys = draft.references[.sessions]
        persons = draft.persons
        attributes = draft.attributes
        dataset = draft.dataset
        buckets = PersonBuckets(persons: dataset.trainees.count)
        self.preparation = preparation.map { [buckets] in PreparationWriter($0, like: buckets) }
        tally = AttendanceTally(dataset)
        days = draft.days
        conversion = CostConversion(draft)
        attended = AttendedDays.Notes(of: days)
    }

    /// Reads chunks as long as there are any.
    mutating func run() throws(ReadError) {
        repeat {
            // A batch has places of 32 bits; a chunk is longer where one field alone is longer than that.
            if let fast, rows.hasShortRows, rows.chunk.content.upperBound <= Int32.max {
                readPlainRows(fast)
            } else {
                while rows.readRow({ readRow() }) {}
            }
            flush()
        } while try rows.nextChunk()
        takeLastRows()
        preparation?.finish()
    }

    // MARK: Plain rows

    private mutating func readPlainRows(_ fast: FastParticipationReader) {
        let buffer = rows.scanner.buffer
        let limit = rows.chunk.content.upperBound
        buffer.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            while rows.scanner.cursor < limit {
                var line = rows.scanner.nextLine
                let place = fast.cut(base, from: rows.scanner.cursor, to: limit, line: &line, into: batch)
                let isFull = batch.count == ParticipationBatch.capacity
                takeBatch(fast, base)
                rows.resume(at: place, line: line)
                // What stopped a batch that is not full is a row that is not plain, or an empty line.
                if !isFull, place < limit { _ = rows.readRow { readRow() } }
            }
        }
    }

    /// Resolves the batch, hands on the rows that are sound and reads the others again, with care.
    private mutating func takeBatch(_ fast: FastParticipationReader, _ base: UnsafePointer<UInt8>) {
        fast.resolve(batch, base: base)
        let (kept, others) = fast.separateSoundRows(of: batch, repeatedKeys: repeatedKeys)
        batch.copy(kept, to: &block)
        batch.count = 0
        rows.count(soundRows: kept)
        for row in others {
            rows.resume(at: row.place, line: row.line)
            _ = rows.readRow { readRow() }
        }
        flush()
    }

    /// Hands the block on.
    private mutating func flush() {
        guard block.count > 0 else { return }
        preparation?.add(block)
        days?.complete(&block, noting: &attended)
        conversion?.convert(&block)
        buckets.add(block)
        tally.add(block)
        sink.add(block)
        block.removeAll()
    }

    // MARK: All others

    /// Reads the current row, and says everything that there is to say about it.
    private mutating func readRow() {
        let session = references.position(of: .sessionID, in: sessionKeys, of: .sessions, rows)
        let identifier = references.position(of: .traineeID, in: dataset.trainees.ids, of: .trainees, rows)
        let trainee = identifier.map { persons($0) }
        let status = rows.code(.status, as: ParticipationStatus.self)
        let course = session.map { dataset.courses[dataset.sessions[$0].course] }
        var participation = Participation(
            session: session ?? 0, trainee: trainee ?? 0, status: status ?? .registered, line: rows.line)
        for value in ParticipationValue.stated {
            let admissible = value.admissible
            participation[value] = rows.decimal(
                .value(value), atLeast: admissible.least, atMost: admissible.greatest.number(in: course))
        }
        participation.certificate = rows.certificate(inSession: session.map { dataset.sessions[$0] })
        let own = rows.ownTexts(attributes)
        guard rows.accepts, let session, let trainee, status != nil else {
            if days != nil, let session, let trainee { attended.rejected.insert(participationKey(session, trainee)) }
            return
        }
        participation.own = attributes.values(of: own, in: rows)
        let key = participationKey(session, trainee)
        if repeatedKeys?.contains(key) == true {
            if dataset.settings.repeatedParticipations == .last { return lastRows[key] = participation }
            guard metKeys.insert(key).inserted else { return rejectRepeated(session, identifier ?? trainee) }
        }
        take(participation, course)
    }

    /// Says what is suspicious about a participation, and puts it into the block.
    private mutating func take(_ participation: Participation, _ course: Course?) {
        reportDoubts(about: participation, course)
        if let certificate = participation.certificate {
            let course = dataset.courses[dataset.sessions[participation.session].course]
            rows.reportDoubts(about: certificate, of: participation.status, in: course)
            certificates.append(CertificateNote(line: participation.line, certificate: certificate))
        }
        block.append(participation)
        if block.count >= ParticipationBatch.capacity { flush() }
    }

    /// Rejects the current row because the person stands in an earlier row of the session.
    private func rejectRepeated(_ session: Int, _ identifier: Int) {
        let key = dataset.sessions[session].id + ", " + dataset.trainees.ids[identifier]
        let isSeveral = persons.repeated.contains(persons(identifier))
        rows.report(
            .duplicateKey, at: .traineeID, value: key,
            FindingText(
                isSeveral ? ReferenceWording.repeatedPerson : .repeatedParticipation, key.shortened()))
    }

    /// Takes up the last rows of keys that stand more than once, when all rows have been read.
    private mutating func takeLastRows() {
        for (_, participation) in lastRows.sorted(by: { ($0.value.line, $0.key) < ($1.value.line, $1.key) }) {
            rows.findings.beginRow(at: participation.line)
            take(participation, dataset.courses[dataset.sessions[participation.session].course])
        }
        lastRows = [:]
        flush()
    }

    /// Reports what is suspicious about a participation.
    private func reportDoubts(about participation: Participation, _ course: Course?) {
        for value in ParticipationValue.stated where value.isHeldAgainstPlannedHours {
            guard let plan = course?.hours, let hours = participation[value], hours > plan else { continue }
            rows.report(
                .hoursExceedPlan, at: .value(value), value: "\(hours)",
                FindingText(RecordWording.hoursAbovePlan, hours, plan))
        }
        for value in ParticipationValue.stated where value.isExpectedOnCompletion {
            guard participation.status == .completed, participation[value] == nil, rows.has(.value(value)),
                dataset.settings.scores == .expected
            else { continue }
            rows.report(
                .missingScore, at: .value(value), value: "",
                FindingText(RecordWording.valueOfCompletion, value.column))
        }
    }
}
