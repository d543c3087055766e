/// The SplitMix64 generator of pseudo-random numbers (Steele, Lea and Flood): the same seed gives the same numbers everywhere.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// A generator with a seed.
    public init(seed: UInt64) {
        state = seed
    }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but without, a limit.
    public mutating func below(_ limit: Int) -> Int {
        Int(next() % UInt64(limit))
    }

    /// A number of a range.
    public mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// Whether something of a probability in percent happens.
    public mutating func happens(_ percent: Int) -> Bool {
        below(100) < percent
    }

    /// One of some values.
    public mutating func pick<Value>(_ values: [Value]) -> Value {
        values[below(values.count)]
    }

    /// The values in another order.
    public mutating func shuffled<Value>(_ values: [Value]) -> [Value] {
        var rest = values
        var result: [Value] = []
        while !rest.isEmpty { result.append(rest.remove(at: below(rest.count))) }
        return result
    }

    /// Some of the values, in another order.
    public mutating func some<Value>(of values: [Value], count: Int) -> [Value] {
        Array(shuffled(values).prefix(count))
    }
}
