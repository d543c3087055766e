/// Distinct texts, coded 0, 1, 2 and so on in order of first appearance; keys compare as bytes.
///
/// Keys that share a beginning and end in digits, all of one length, are found by their number in an array; others by
/// hashing. Which way it is follows from the keys and changes no result.
public struct KeyTable: Sendable {
    /// The texts by their codes.
    private(set) var texts = TextColumn()
    /// Open addressing with linear probing: the hash's upper half and code + 1, or 0 for a free place.
    ///
    /// Its length is a power of two, or 0 where ``numbered`` is in use.
    var slots = [UInt64](repeating: 0, count: 16)
    /// The way by numbers, where the keys allow it and ``settle()`` has been called since the last one was added.
    var numbered: NumberedKeys?

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
            if let numbered { return numbered.code(ofKey: key) }
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
        if numbered != nil {
            numbered = nil
            slots = [UInt64](repeating: 0, count: 16)
        }
        if (count + 1) * 4 > slots.count * 3 { makePlaces(for: count + 1) }
        texts.append(key)
        place(count - 1, key.withUnsafeBufferPointer { Self.hash($0.baseAddress, $0.count, seed: seed) })
        return (count - 1, true)
    }

    /// A table of a column's texts, and the rows whose text stands in an earlier row, which are left out.
    package static func distinct(_ column: TextColumn) -> (table: KeyTable, repeated: [Int]) {
        var table = KeyTable()
        if let numbered = NumberedKeys(column) {
            table.texts = column
            table.numbered = numbered
            table.slots = []
            return (table, [])
        }
        var repeated: [Int] = []
        table.makePlaces(for: column.count)
        for row in 0..<column.count {
            let isNew = column.withBytes(of: row) { table.insert($0).isNew }
            if !isNew { repeated.append(row) }
        }
        return (table, repeated)
    }

    /// A table from its storage, whose texts are distinct; nil if the places lead beyond the texts.
    package init?(texts: TextColumn, slots: [UInt64], seed: UInt64) {
        guard slots.count.nonzeroBitCount == 1, !slots.isEmpty else { return nil }
        let count = UInt64(texts.count)
        // A free place ends each search.
        guard slots.contains(0), slots.allSatisfy({ $0 & 0xFFFF_FFFF <= count }) else { return nil }
        (self.texts, self.slots, self.seed) = (texts, slots, seed)
    }

    /// Its storage, as ``init(texts:slots:seed:)`` takes it; nil in place of the slots if keys are found by their numbers.
    package var storage: (texts: TextColumn, slots: [UInt64]?, seed: UInt64) {
        (texts, numbered == nil ? slots : nil, seed)
    }

    /// Takes the quickest way to look keys up, now that all are there.
    package mutating func settle() {
        guard numbered == nil, let numbered = NumberedKeys(texts) else { return }
        self.numbered = numbered
        slots = []
    }

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
                let code = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
                let start = ends.map { code == 0 ? 0 : $0[code - 1] } ?? code * length
                let size = ends.map { $0[code] - start } ?? length
                if size == count, Self.areEqual(key, bytes.map { $0 + start }, count: count) { return code }
            }
            place = (place + 1) & mask
        }
    }

    private mutating func makePlaces(for count: Int) {
        var places = 16
        while count * 4 > places * 3 { places *= 2 }
        slots = [UInt64](repeating: 0, count: places)
        for code in 0..<texts.count {
            place(
                code,
                texts.withBytes(of: code) {
                    $0.withUnsafeBufferPointer { Self.hash($0.baseAddress, $0.count, seed: seed) }
                })
        }
    }

    private mutating func place(_ code: Int, _ hash: UInt64) {
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = (hash & ~0xFFFF_FFFF) | UInt64(code + 1)
    }

    /// Whether two texts of the same length are the same: the last bytes are compared as a whole word, with those before them.
    @inline(__always)
    static func areEqual(_ left: UnsafePointer<UInt8>?, _ right: UnsafePointer<UInt8>?, count: Int) -> Bool {
        guard let left, let right else { return count == 0 }
        if count >= 8 {
            var index = 0
            while index < count - 8 {
                if word(left + index) != word(right + index) { return false }
                index += 8
            }
            return word(left + (count - 8)) == word(right + (count - 8))
        }
        if count >= 4 {
            return half(left) == half(right) && half(left + (count - 4)) == half(right + (count - 4))
        }
        for index in 0..<count where left[index] != right[index] { return false }
        return true
    }

    /// A multiplicative hash over eight bytes at a time, the last of them with those before; no result depends on it.
    @inline(__always)
    static func hash(_ key: UnsafePointer<UInt8>?, _ count: Int, seed: UInt64) -> UInt64 {
        var state: UInt64 = seed ^ UInt64(count)
        guard let key else { return mixed(state) }
        if count >= 8 {
            var index = 0
            while index < count - 8 {
                state = mixed(state ^ word(key + index))
                index += 8
            }
            return mixed(state ^ word(key + (count - 8)))
        }
        if count >= 4 { return mixed(state ^ (UInt64(half(key)) << 32 | UInt64(half(key + (count - 4))))) }
        guard count > 0 else { return mixed(state) }
        return mixed(state ^ (UInt64(key[0]) << 16 | UInt64(key[count / 2]) << 8 | UInt64(key[count - 1])))
    }

    @inline(__always)
    private static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    private static func half(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
        UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
    }

    @inline(__always)
    static func mixed(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
