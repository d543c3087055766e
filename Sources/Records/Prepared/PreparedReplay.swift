import Support
import Synchronization
import TrainingStats

/// The blocks of prepared participations, which several threads take one after the other.
final class PreparedBlocks: Sendable {
    private let records: PreparedRecords
    private let words: [UInt64]
    private let values: [ParticipationValue]
    private let next = Atomic(0)

    /// What is damaged: prepared records must be made anew.
    struct Damaged: Error {}

    /// A block: where it lies, and how many rows it has.
    private struct Place {
        var rows: Int
        var part: PreparedFile.Part
    }

    /// The blocks of prepared records; nil if it is not known where they lie.
    init?(of records: PreparedRecords) {
        guard let words = records.file.numbers(of: records.header.participations.blocks, as: UInt64.self),
            words.count % 5 == 0
        else { return nil }
        self.records = records
        self.words = words
        values = records.header.participations.values.compactMap { ParticipationValue(rawValue: $0) }
    }

    /// How many there are.
    var count: Int { words.count / 5 }

    /// How many rows they have together.
    var rows: Int {
        (0..<count).reduce(0) { $0 &+ Int(truncatingIfNeeded: words[$1 * 5 + 1]) }
    }

    private func place(_ index: Int) -> Place? {
        let words = words[index * 5..<index * 5 + 5].map { Int(exactly: $0) ?? -1 }
        guard (1...PreparationWriter.mostRows).contains(words[1]), words[2] >= 0, words[3] >= 0 else { return nil }
        return Place(
            rows: words[1],
            part: PreparedFile.Part(position: words[2], length: words[3], seal: self.words[index * 5 + 4]))
    }

    /// Fills a block with the rows of the next one; false if there is no other.
    ///
    /// Positions are below the given numbers, so that nothing looks beyond its tables.
    func fill(
        _ block: inout ParticipationBlock, _ room: PreparedRoom, persons: Int, sessions: Int
    ) throws(Damaged) -> Bool {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return false }
        guard let place = place(index), place.part.length <= PreparedRoom.mostBytes else { throw Damaged() }
        let bytes = UnsafeMutableRawBufferPointer(rebasing: room.bytes[..<place.part.length])
        guard records.file.read(place.part, into: bytes) else { throw Damaged() }
        guard room.fill(&block, from: UnsafeRawBufferPointer(bytes), place.rows, values, persons, sessions) else {
            throw Damaged()
        }
        return true
    }
}

/// Room in which one thread turns the bytes of a block into its columns; the one owner of its memory.
final class PreparedRoom {
    /// No block is longer: all its columns, with 8 bytes a row.
    static let mostBytes =
        (PreparationWriter.fixedColumns + ParticipationValue.stated.count) * (PreparationWriter.mostRows * 8 + 24)

    fileprivate let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: mostBytes, alignment: 16)
    private let numbers = room(for: Int64.self)
    private let positions = room(for: Int32.self)
    private let statuses = room(for: UInt8.self)

    deinit {
        bytes.deallocate()
        numbers.deallocate()
        positions.deallocate()
        statuses.deallocate()
    }

    private static func room<Number: BitwiseCopyable>(for type: Number.Type) -> UnsafeMutablePointer<Number> {
        .allocate(capacity: PreparationWriter.mostRows)
    }

    /// Fills a block; false if the bytes are no block or name what is not there.
    ///
    /// Invariant: `rows` is at most ``PreparationWriter/mostRows``, for which there is room; what is handed on has been filled.
    fileprivate func fill(
        _ block: inout ParticipationBlock, from bytes: UnsafeRawBufferPointer, _ rows: Int,
        _ values: [ParticipationValue], _ persons: Int, _ sessions: Int
    ) -> Bool {
        var place = 0
        block.removeAll()
        guard PreparedColumn.read(bytes, at: &place, rows: rows, into: positions, below: persons) else { return false }
        block.trainees.append(contentsOf: UnsafeBufferPointer(start: positions, count: rows))
        guard PreparedColumn.read(bytes, at: &place, rows: rows, into: positions, below: sessions << 3) else {
            return false
        }
        var greatestStatus: UInt8 = 0
        for row in 0..<rows {
            statuses[row] = UInt8(truncatingIfNeeded: positions[row] & 7)
            positions[row] >>= 3
            greatestStatus = max(greatestStatus, statuses[row])
        }
        guard Int(greatestStatus) < ParticipationStatus.allCases.count else { return false }
        block.sessions.append(contentsOf: UnsafeBufferPointer(start: positions, count: rows))
        block.statuses.append(contentsOf: UnsafeBufferPointer(start: statuses, count: rows))
        guard PreparedColumn.read(bytes, at: &place, rows: rows, into: numbers) else { return false }
        numbers.withMemoryRebound(to: Int.self, capacity: rows) {
            block.lines.append(contentsOf: UnsafeBufferPointer(start: $0, count: rows))
        }
        for value in values {
            guard PreparedColumn.read(bytes, at: &place, rows: rows, into: numbers) else { return false }
            block[value].append(contentsOf: UnsafeBufferPointer(start: numbers, count: rows))
        }
        return true
    }
}

/// One thread's part in handing prepared participations to a sink.
struct PreparedWorker<Sink: ParticipationSink> {
    private(set) var sink: Sink
    private(set) var attended: AttendedDays.Notes
    private(set) var tally: AttendanceTally
    private let blocks: PreparedBlocks
    private let days: AttendedDays?
    private let conversion: CostConversion?
    private let sessions: Int
    private let persons: Int
    private let room = PreparedRoom()
    private var block = ParticipationBlock()

    init(_ blocks: PreparedBlocks, _ draft: DatasetDraft, sink: Sink) {
        self.blocks = blocks
        self.sink = sink
        (sessions, persons) = (draft.dataset.sessions.count, draft.dataset.trainees.count)
        tally = AttendanceTally(draft.dataset)
        days = draft.days
        conversion = CostConversion(draft)
        attended = AttendedDays.Notes(of: days)
        block.reserveCapacity(PreparationWriter.mostRows)
    }

    /// Takes blocks as long as there are any.
    mutating func run() throws(PreparedBlocks.Damaged) {
        while try blocks.fill(&block, room, persons: persons, sessions: sessions) {
            days?.complete(&block, noting: &attended)
            conversion?.convert(&block)
            tally.add(block)
            sink.add(block)
        }
    }
}
