/// A name of XML as a number, by which names are compared at once.
///
/// Two different names have the same number in one of 2^64 cases, by chance or on purpose; then a file that is wrong
/// anyway is read in another wrong way.
struct XMLName: Hashable {
    let value: UInt64

    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(always)
    static func add(_ byte: UInt8, to value: inout UInt64) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    init(value: UInt64) { self.value = value }

    /// The number of a name.
    init(_ name: String) {
        var value = Self.start
        for byte in name.utf8 { Self.add(byte, to: &value) }
        self.value = value
    }

    /// The prefix of names that have none.
    static let none = XMLName(value: start)
}
