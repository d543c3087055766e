/// Distinct texts, coded 0, 1, 2 and so on in order of first appearance.
///
/// Keys compare as bytes. The bytes lie one after the other in one array, so that a
/// million keys are four allocations.
public struct KeyTable: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var hashes: [UInt32] = []
    /// Open addressing with linear probing: code + 1, or 0 for a free place.
    ///
    /// Its length is a power of two.
    private var places: [Int32] = [Int32](repeating: 0, count: 16)

    /// An empty table.
    public init() {}

    /// How many distinct texts it holds.
    public var count: Int { ends.count }

    /// The text of a code.
    public subscript(code: Int) -> String {
        String(decoding: bytes[start(of: code)..<ends[code]], as: UTF8.self)
    }

    /// All texts, in order of their codes.
    public var keys: [String] { (0..<count).map { self[$0] } }

    /// The code of a text, or nil where the table does not hold it.
    ///
    /// - Complexity: O(length) on average.
    public func code(of text: String) -> Int? { code(of: Array(text.utf8).span) }

    /// The code of a text, which is added where it is new.
    public mutating func insert(_ text: String) -> Int { insert(Array(text.utf8).span).code }

    /// The code of the given bytes, or nil.
    package func code(of key: Span<UInt8>) -> Int? {
        let hash = Self.hash(key)
        var place = Int(hash) & (places.count - 1)
        while places[place] != 0 {
            let code = Int(places[place]) - 1
            if hashes[code] == hash, equals(code, key) { return code }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    /// The code of the given bytes, which are added where they are new.
    package mutating func insert(_ key: Span<UInt8>) -> (code: Int, isNew: Bool) {
        if let code = code(of: key) { return (code, false) }
        if (count + 1) * 4 > places.count * 3 { grow() }
        let hash = Self.hash(key)
        for index in key.indices { bytes.append(key[index]) }
        ends.append(bytes.count)
        hashes.append(hash)
        place(count - 1, hash)
        return (count - 1, true)
    }

    private func start(of code: Int) -> Int { code == 0 ? 0 : ends[code - 1] }

    private func equals(_ code: Int, _ key: Span<UInt8>) -> Bool {
        let start = start(of: code)
        guard ends[code] - start == key.count else { return false }
        for index in key.indices where bytes[start + index] != key[index] { return false }
        return true
    }

    private mutating func grow() {
        places = [Int32](repeating: 0, count: places.count * 2)
        for code in 0..<count { place(code, hashes[code]) }
    }

    private mutating func place(_ code: Int, _ hash: UInt32) {
        var place = Int(hash) & (places.count - 1)
        while places[place] != 0 { place = (place + 1) & (places.count - 1) }
        places[place] = Int32(code + 1)
    }

    /// A multiplicative hash over eight bytes at a time; the table's order does not depend on it.
    private static func hash(_ key: Span<UInt8>) -> UInt32 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(key.count)
        var word: UInt64 = 0
        for index in key.indices {
            word = word << 8 | UInt64(key[index])
            if index & 7 == 7 {
                state = mixed(state ^ word)
                word = 0
            }
        }
        return UInt32(truncatingIfNeeded: mixed(state ^ word) >> 32)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}
