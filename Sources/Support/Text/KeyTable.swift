/// Distinct texts, coded 0, 1, 2 and so on in order of first appearance; keys compare as bytes.
///
/// Which way they are found follows from the keys and the processor, and changes no result.
public struct KeyTable: Sendable {
    /// The texts by their codes.
    private(set) var texts = TextColumn()
    /// Open addressing with linear probing: the hash's upper half and code + 1, or 0 for a free place.
    ///
    /// Its length is a power of two, or 0 where another way is in use.
    var slots = [UInt64](repeating: 0, count: 16)
    /// A way that is quicker than hashing texts.
    enum QuickWay: Sendable {
        case numbered(NumberedKeys)
        case uuids(UUIDKeys)
    }
    /// The quicker way that the keys allow, once ``settle()`` has been called since the last one was added.
    private(set) var quickWay: QuickWay?

    /// What hashes start from: another number in each run, so that nobody can make up keys that fall on one place.
    let seed: UInt64

    /// The seed of this run.
    static let seedOfRun = UInt64.random(in: 0 ... .max)

    /// An empty table.
    public init() { self.init(seed: Self.seedOfRun) }

    /// An empty table with a seed of its own.
    init(seed: UInt64) { self.seed = seed }

    /// How many distinct texts it holds.
    public var count: Int { texts.count }

    /// The text of a code.
    public subscript(code: Int) -> String { texts[code] }

    /// All texts, in order of their codes.
    public var keys: [String] { texts.texts }

    /// The code of a text, or nil where the table does not hold it.
    ///
    /// - Complexity: O(length) on average.
    public func code(of text: String) -> Int? { code(of: text.utf8.span) }

    /// The code of a text, which is added where it is new.
    public mutating func insert(_ text: String) -> Int { insert(text.utf8.span).code }

    /// The code of the given bytes, or nil.
    package func code(of key: Span<UInt8>) -> Int? {
        key.withUnsafeBufferPointer { key in
            switch quickWay {
            case .numbered(let keys): return keys.code(ofKey: key)
            case .uuids(let keys): return keys.code(ofKey: key)
            case nil: break
            }
            let hash = Self.hash(key.baseAddress, key.count, seed: seed)
            return slots.withUnsafeBufferPointer { slots in
                texts.withStorage { bytes, length, ends in
                    find(
                        key.baseAddress, count: key.count, hash: hash, slots: slots, bytes: bytes, length: length,
                        ends: ends)
                }
            }
        }
    }

    /// The code of the given bytes, which are added where they are new.
    package mutating func insert(_ key: Span<UInt8>) -> (code: Int, isNew: Bool) {
        if let code = code(of: key) { return (code, false) }
        if quickWay != nil {
            quickWay = nil
            slots = []
        }
        // They are distinct.
        if (count + 1) * 4 > slots.count * 3 { _ = makePlaces(for: count + 1) }
        texts.append(key)
        let hash = key.withUnsafeBufferPointer { Self.hash($0.baseAddress, $0.count, seed: seed) }
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = Self.slot(of: hash, code: count - 1)
        return (count - 1, true)
    }

    /// A table of a column's texts, coded by their rows; nil where one stands twice.
    package init?(_ column: TextColumn) {
        self.init()
        texts = column
        settle()
        guard quickWay != nil || makePlaces(for: count) else { return nil }
    }

    /// A table from its storage, whose texts are distinct; nil if the places lead beyond the texts.
    package init?(texts: TextColumn, slots: [UInt64], seed: UInt64) {
        guard slots.count.nonzeroBitCount == 1, !slots.isEmpty else { return nil }
        let count = UInt64(texts.count)
        // A free place ends each search.
        guard slots.contains(0), slots.allSatisfy({ $0 & 0xFFFF_FFFF <= count }) else { return nil }
        (self.texts, self.slots, self.seed) = (texts, slots, seed)
    }

    /// Its storage, as ``init(texts:slots:seed:)`` takes it; nil in place of the slots where keys are found in a quicker way.
    package var storage: (texts: TextColumn, slots: [UInt64]?, seed: UInt64) {
        (texts, quickWay == nil ? slots : nil, seed)
    }

    /// Takes the quickest way to look keys up, now that all are there.
    package mutating func settle() {
        guard quickWay == nil else { return }
        quickWay =
            NumberedKeys(texts).map { .numbered($0) } ?? UUIDKeys(texts, seed: seed).map { .uuids($0) }
        if quickWay != nil { slots = [] }
    }

    /// What stands in a place: the upper half of a hash, and a code.
    @inline(__always)
    static func slot(of hash: UInt64, code: Int) -> UInt64 { (hash & ~0xFFFF_FFFF) | UInt64(code + 1) }

    /// The code in a place that is not free.
    @inline(__always)
    static func code(of slot: UInt64) -> Int { Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1 }

    /// Looks a key up by hashing.
    ///
    /// Invariant: `bytes`, `length` and `ends` are the storage of ``texts``.
    @inline(__always)
    func find(
        _ key: UnsafePointer<UInt8>?, count: Int, hash: UInt64, slots: UnsafeBufferPointer<UInt64>,
        bytes: UnsafePointer<UInt8>?, length: Int, ends: UnsafePointer<Int>?
    ) -> Int? {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[place]
            if slot == 0 { return nil }
            if slot >> 32 == hash >> 32 {
                let code = Self.code(of: slot)
                let (start, size) = TextColumn.place(of: code, length: length, ends: ends)
                if size == count, Self.areEqual(key, bytes.map { $0 + start }, count: count) { return code }
            }
            place = (place + 1) & mask
        }
    }
}
