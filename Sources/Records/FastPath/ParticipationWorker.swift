import Support
import TrainingStats

/// One thread's part in reading the participations: plain rows in batches, all others one by one.
struct ParticipationWorker<Sink: ParticipationSink> {
    /// What takes in what is read.
    var sink: Sink
    /// The account of what this thread has read.
    let reader: TableReader
    /// Who took part in what.
    let ledger: PersonLedger
    /// How many came to each session.
    private(set) var tally: AttendanceTally

    private let dataset: DatasetReader
    private let tables: Dataset
    private let plain: PlainParticipations?
    private let batch = ParticipationBatch()
    private var block = ParticipationBlock()
    private let columns: Columns
    /// Keys that stand more than once; nil as long as nobody knows of any.
    private let suspects: Set<UInt64>?
    /// Those of them that have been met.
    private var metSuspects: Set<UInt64> = []

    private struct Columns {
        let session, trainee, status, hours, pre, post, rating, cost: TableReader.Column

        init(_ reader: TableReader) {
            (session, trainee) = (reader.column("session_id"), reader.column("trainee_id"))
            (status, hours, rating) = (reader.column("status"), reader.column("hours"), reader.column("rating"))
            (pre, post, cost) = (reader.column("pre_score"), reader.column("post_score"), reader.column("cost"))
        }
    }

    /// A worker with a reader of its own; without `plain` every row is read with care.
    init(
        _ reader: TableReader, _ dataset: DatasetReader, _ plain: PlainParticipations?, suspects: Set<UInt64>?,
        _ sink: Sink
    ) {
        self.reader = reader
        self.dataset = dataset
        self.plain = plain
        self.sink = sink
        self.suspects = suspects
        columns = Columns(reader)
        tables = dataset.dataset
        ledger = PersonLedger(persons: tables.trainees.count)
        tally = AttendanceTally(tables)
    }

    /// Reads chunks as long as there are any.
    mutating func run() throws(ReadError) {
        repeat {
            // A batch has places of 32 bits; a chunk is longer where one field alone is longer than that.
            if let plain, reader.chunk.content.upperBound <= Int32.max {
                readPlainRows(plain)
            } else {
                while reader.readRow({ readRow() }) {}
            }
            flush()
        } while try reader.nextChunk()
    }

    // MARK: Plain rows

    private mutating func readPlainRows(_ plain: PlainParticipations) {
        let buffer = reader.scanner.buffer
        let limit = reader.chunk.content.upperBound
        buffer.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            while reader.scanner.cursor < limit {
                var line = reader.scanner.nextLine
                let place = plain.cut(base, from: reader.scanner.cursor, to: limit, line: &line, into: batch)
                let isFull = batch.count == ParticipationBatch.capacity
                settle(plain, base)
                reader.resume(at: place, line: line)
                // What stopped a batch that is not full is a row that is not plain, or an empty line.
                if !isFull, place < limit { _ = reader.readRow { readRow() } }
            }
        }
    }

    /// Resolves the batch, hands on the rows that are sound and reads the others again, with care.
    private mutating func settle(_ plain: PlainParticipations, _ base: UnsafePointer<UInt8>) {
        plain.resolve(base, batch)
        let (kept, odd) = plain.sift(batch, suspects: suspects)
        batch.copy(kept, to: &block)
        batch.count = 0
        reader.count(soundRows: kept)
        for row in odd {
            reader.resume(at: row.place, line: row.line)
            _ = reader.readRow { readRow() }
        }
        flush()
    }

    /// Hands the block on.
    private mutating func flush() {
        guard block.count > 0 else { return }
        ledger.add(block.sessions, block.trainees, block.statuses)
        tally.add(block)
        sink.add(block)
        block.removeAll()
    }

    // MARK: All others

    /// Reads the current row of the reader, and says everything that there is to say about it.
    private mutating func readRow() {
        let session = dataset.reference(
            columns.session, in: dataset.sessionKeys, of: .sessions, .unknownSession, reader)
        let trainee = dataset.reference(
            columns.trainee, in: tables.trainees.ids, of: .trainees, .unknownTrainee, reader)
        let status = reader.code(columns.status, as: ParticipationStatus.self)
        let course = session.map { tables.courses[tables.sessions[$0].course] }
        var participation = Participation(
            session: session ?? 0, trainee: trainee ?? 0, status: status ?? .registered, line: reader.line)
        participation[.hours] = reader.decimal(columns.hours, atLeast: 0)
        participation[.preScore] = reader.decimal(columns.pre, atLeast: 0, atMost: course?.maxScore)
        participation[.postScore] = reader.decimal(columns.post, atLeast: 0, atMost: course?.maxScore)
        participation[.rating] = reader.decimal(columns.rating, atLeast: 1, atMost: ExactDecimal(5))
        participation[.cost] = reader.decimal(columns.cost)
        guard reader.accepts, let session, let trainee, let status else { return }
        let key = participationKey(session, trainee)
        if suspects?.contains(key) == true, !metSuspects.insert(key).inserted {
            return dataset.duplicate(
                tables.sessions[session].id + ", " + tables.trainees.ids[trainee], "trainee_id", reader)
        }
        if let plan = course?.hours, let hours = participation[.hours], hours > plan {
            reader.report(
                .hoursExceedPlan, "hours", "\(hours)",
                "\(hours) hours are more than the \(plan) planned for the course; mend the hours, or the plan in courses.csv"
            )
        }
        if status == .completed, participation[.postScore] == nil, reader.has("post_score") {
            reader.report(
                .missingScore, "post_score", "", "the participation is completed and has no post_score; fill it in")
        }
        block.append(participation)
        if block.count >= ParticipationBatch.capacity { flush() }
    }
}
