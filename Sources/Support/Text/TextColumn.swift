/// Texts one after the other in one array of bytes: a million of them are two allocations.
public struct TextColumn: Sendable {
    private var bytes: [UInt8] = []
    /// Where each text ends; empty as long as all texts have the same length.
    private var ends: [Int] = []
    private var length = 0
    /// How many texts.
    public private(set) var count = 0

    /// An empty column.
    public init() {}

    /// The text in a row.
    public subscript(row: Int) -> String { String(decoding: bytes[range(of: row)], as: UTF8.self) }

    /// All texts in their order.
    public var texts: [String] { (0..<count).map { self[$0] } }

    /// Adds a text.
    public mutating func append(_ text: String) { append(Array(text.utf8).span) }

    /// Adds a text of the given bytes, which are UTF-8.
    package mutating func append(_ text: Span<UInt8>) {
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        noteLength(text.count)
    }

    /// Adds texts that are UTF-8.
    package mutating func append(_ texts: TextPlaces) {
        guard texts.count > 0 else { return }
        if count == 0 { length = texts[0].count }
        var total = 0
        var differs = 0
        for row in 0..<texts.count {
            total += texts[row].count
            differs |= texts[row].count ^ length
        }
        if ends.isEmpty, differs != 0 { ends = (0..<count).map { ($0 + 1) * length } }
        var end = bytes.count
        // Whole words are copied, the last of them beyond the end of its text.
        bytes.append(contentsOf: repeatElement(0, count: total + 8))
        bytes.withUnsafeMutableBytes { bytes in
            // Invariant: there are eight bytes behind the last text, here and where it comes from.
            guard let base = bytes.baseAddress else { return }
            for row in 0..<texts.count {
                let (text, size) = (UnsafeRawPointer(texts[row].start), texts[row].count)
                for index in stride(from: 0, to: size, by: 8) {
                    let word = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    base.storeBytes(of: word, toByteOffset: end + index, as: UInt64.self)
                }
                end += size
                if differs != 0 || !ends.isEmpty { ends.append(end) }
            }
        }
        bytes.removeLast(8)
        count += texts.count
    }

    /// A column of the texts of several, one after the other.
    package init(joining columns: [TextColumn]) {
        let filled = columns.filter { $0.count > 0 }
        bytes.reserveCapacity(filled.reduce(0) { $0 + $1.bytes.count })
        for column in filled { bytes.append(contentsOf: column.bytes) }
        length = filled.first?.length ?? 0
        if filled.allSatisfy({ $0.ends.isEmpty && $0.length == length }) {
            count = filled.reduce(0) { $0 + $1.count }
        } else {
            ends.reserveCapacity(filled.reduce(0) { $0 + $1.count })
            for column in filled {
                let start = ends.last ?? 0
                for row in 0..<column.count { ends.append(start + column.range(of: row).upperBound) }
            }
            count = ends.count
        }
    }

    /// A column from its storage: all bytes, where each text ends, and how long each is where none is said to end.
    ///
    /// Nil if the parts do not fit together.
    package init?(bytes: [UInt8], ends: [Int], length: Int, count: Int) {
        if ends.isEmpty {
            let (size, overflow) = length.multipliedReportingOverflow(by: count)
            guard length >= 0, count >= 0, !overflow, bytes.count == size else { return nil }
        } else {
            var last = 0
            for end in ends {
                guard end >= last else { return nil }
                last = end
            }
            guard last == bytes.count, ends.count == count else { return nil }
        }
        (self.bytes, self.ends, self.length, self.count) = (bytes, ends, length, count)
    }

    /// Its storage, as ``init(bytes:ends:length:count:)`` takes it.
    package var storage: (bytes: [UInt8], ends: [Int], length: Int) { (bytes, ends, length) }

    /// Calls a body with the bytes of the text in a row.
    package func withBytes<Result>(of row: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        body(bytes.span.extracting(range(of: row)))
    }

    /// Calls a body with all bytes, the common length of the texts, and where each ends if they have none.
    ///
    /// Invariant: the pointers are good within the body alone; there is a byte for every position below the last end.
    package func withStorage<Result>(
        _ body: (_ bytes: UnsafePointer<UInt8>?, _ length: Int, _ ends: UnsafePointer<Int>?) -> Result
    ) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            ends.withUnsafeBufferPointer { ends in
                body(bytes.baseAddress, length, ends.isEmpty ? nil : ends.baseAddress)
            }
        }
    }

    /// Where the text in a row starts, and how long it is, by the storage that ``withStorage(_:)`` gives.
    @inline(__always)
    static func place(of row: Int, length: Int, ends: UnsafePointer<Int>?) -> (start: Int, count: Int) {
        guard let ends else { return (row &* length, length) }
        let start = row == 0 ? 0 : ends[row - 1]
        return (start, ends[row] - start)
    }

    /// Whether the text in a row is not empty.
    package func isFilled(_ row: Int) -> Bool { !range(of: row).isEmpty }

    /// A hash of the text in a row; no result may depend on it.
    package func hash(of row: Int) -> UInt64 {
        withBytes(of: row) {
            $0.withUnsafeBufferPointer { KeyTable.hash($0.baseAddress, $0.count, seed: KeyTable.seedOfRun) }
        }
    }

    /// Whether two rows have the same text.
    package func areEqual(_ left: Int, _ right: Int) -> Bool { bytes[range(of: left)] == bytes[range(of: right)] }

    /// The common length of all texts, or nil where they differ.
    package var commonLength: Int? { ends.isEmpty ? length : nil }

    private func range(of row: Int) -> Range<Int> {
        if ends.isEmpty { return row * length..<(row + 1) * length }
        return (row == 0 ? 0 : ends[row - 1])..<ends[row]
    }

    private mutating func noteLength(_ added: Int) {
        if count == 0 {
            length = added
        } else if ends.isEmpty, added != length {
            ends = (1...count).map { $0 * length }
        }
        count += 1
        if !ends.isEmpty { ends.append(ends[count - 2] + added) }
    }
}
