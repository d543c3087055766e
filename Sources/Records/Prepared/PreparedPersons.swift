import Support
import Synchronization
import TrainingStats

/// Writes lists of persons into prepared records, for one thread: how many parts each person has, then the parts.
struct PersonListWriter {
    /// The prepared records that are being made.
    let preparation: Preparation

    /// Writes a list.
    func write(_ lists: PersonLists) {
        guard !preparation.hasGivenUp else { return }
        let starts = lists.starts
        guard let last = starts.last, let end = starts.firstIndex(of: last), end > 0 else { return }
        var counts = (0..<end).map { Int64(starts[$0 + 1] - starts[$0]) }
        var parts = lists.parts[..<Int(last)].map { Int64($0.packed) }
        let rows = parts.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows * 4 + counts.count * 2 + 1_024)
        PreparedColumn.append(&counts, to: &bytes)
        PreparedColumn.append(&parts, to: &bytes)
        if let part = bytes.withUnsafeBytes({ preparation.write($0) }) {
            preparation.note(part, personsFrom: lists.first, persons: end, rows: rows)
        }
    }
}

/// The lists of persons in prepared records, which several threads take one after the other.
final class PreparedPersons: Sendable {
    fileprivate let records: PreparedRecords
    fileprivate let places: [Place]
    private let next = Atomic(0)

    /// Where a list lies, whose persons it is of, and how many parts it has.
    fileprivate struct Place {
        var first: Int
        var persons: Int
        var rows: Int
        var part: PreparedFile.Part
    }

    /// The lists of prepared records; nil if they do not have as many parts together as there are rows.
    init?(of records: PreparedRecords, rows: Int) {
        guard let words = records.file.numbers(of: records.header.participations.persons, as: UInt64.self),
            words.count % 6 == 0
        else { return nil }
        let count = records.header.trainees.count
        var (places, sum, last): ([Place], Int, Int) = ([], 0, 0)
        for start in stride(from: 0, to: words.count, by: 6) {
            let numbers = words[start..<start + 5].map { Int(exactly: $0) ?? -1 }
            guard numbers.allSatisfy({ $0 >= 0 }), numbers[0] >= last, numbers[0] <= count,
                numbers[1] <= count - numbers[0], numbers[2] <= min(rows - sum, Int(Int32.max)),
                // Parts take a byte each unless all are the same, which no two of one person are.
                numbers[2] <= max(numbers[1], numbers[4])
            else { return nil }
            (sum, last) = (sum + numbers[2], numbers[0] + numbers[1])
            places.append(
                Place(
                    first: numbers[0], persons: numbers[1], rows: numbers[2],
                    part: PreparedFile.Part(position: numbers[3], length: numbers[4], seal: words[start + 5])))
        }
        guard sum == rows else { return nil }
        self.records = records
        self.places = places
    }

    fileprivate func nextPlace() -> Place? {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < places.count ? places[index] : nil
    }
}

/// One thread's part in reading lists of persons.
struct PreparedPersonReader: PersonSource {
    private let lists: PreparedPersons
    private let sessions: Int
    private var bytes: [UInt8] = []

    /// A reader of lists in which positions of sessions are below the given number.
    init(_ lists: PreparedPersons, sessions: Int) { (self.lists, self.sessions) = (lists, sessions) }

    mutating func next(into lists: inout PersonLists) throws(PreparedBlocks.Damaged) -> Bool {
        guard let place = self.lists.nextPlace() else { return false }
        guard place.part.length <= self.lists.records.file.size else { throw PreparedBlocks.Damaged() }
        if bytes.count < place.part.length {
            bytes.append(contentsOf: repeatElement(0, count: place.part.length - bytes.count))
        }
        let file = self.lists.records.file
        let isSound = bytes.withUnsafeMutableBytes { bytes in
            let bytes = UnsafeMutableRawBufferPointer(rebasing: bytes[..<place.part.length])
            return file.read(place.part, into: bytes)
                && Self.fill(&lists, from: UnsafeRawBufferPointer(bytes), place, sessions: sessions)
        }
        guard isSound else { throw PreparedBlocks.Damaged() }
        return true
    }

    /// Fills lists; false if the bytes are none, or name what is not there.
    private static func fill(
        _ lists: inout PersonLists, from bytes: UnsafeRawBufferPointer, _ place: PreparedPersons.Place, sessions: Int
    ) -> Bool {
        lists.first = place.first
        lists.starts.removeAll(keepingCapacity: true)
        lists.starts.append(contentsOf: repeatElement(0, count: place.persons + 1))
        if lists.parts.count < place.rows {
            let missing = place.rows - lists.parts.count
            lists.parts.append(contentsOf: repeatElement(PersonalPart(packed: 0), count: missing))
        }
        var position = 0
        // Invariant: there is room for a count of each person behind the first start, and for each part.
        let haveCounts = lists.starts.withUnsafeMutableBufferPointer { starts in
            guard let base = starts.baseAddress,
                PreparedColumn.read(
                    bytes, at: &position, rows: place.persons, into: base + 1, below: place.rows + 1)
            else { return false }
            var sum = 0
            for index in 1..<starts.count {
                sum += Int(starts[index])
                guard sum <= place.rows else { return false }
                starts[index] = Int32(sum)
            }
            return sum == place.rows
        }
        return haveCounts
            && lists.parts.withUnsafeMutableBufferPointer { parts in
                guard let base = parts.baseAddress else { return place.rows == 0 }
                return base.withMemoryRebound(to: Int32.self, capacity: place.rows) { numbers in
                    PreparedColumn.read(bytes, at: &position, rows: place.rows, into: numbers, below: sessions << 3)
                        && (0..<place.rows).reduce(into: 0) { $0 = max($0, numbers[$1] & 7) }
                            < ParticipationStatus.allCases.count
                }
            }
    }
}
