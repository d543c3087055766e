import Support

/// How often each value was met, as a whole number of a unit.
///
/// A table with open places, of which at most half are taken: marks have few values, and are met often.
struct Distribution: Accumulator {
    /// A value with how often it was met; 0 of a place that is free.
    private struct Entry: Sendable {
        var value: Int64 = 0
        var count = 0
    }

    private var places: [Entry] = []
    private var taken = 0
    /// How often each value of more than 64 bits was met.
    private var wide: [Int128: Int] = [:]

    mutating func add(_ value: Int128, times: Int = 1) {
        guard times > 0 else { return }
        guard let narrow = Int64(exactly: value) else { return wide[value, default: 0] += times }
        if taken * 2 >= places.count { grow() }
        put(narrow, times)
    }

    mutating func merge(_ other: Distribution) {
        for (value, count) in other.entries { add(value, times: count) }
    }

    /// Each value with how often it was met, in no order.
    fileprivate var entries: [(value: Int128, count: Int)] {
        places.compactMap { $0.count > 0 ? (value: Int128($0.value), count: $0.count) : nil }
            + wide.map { (value: $0.key, count: $0.value) }
    }

    private mutating func put(_ value: Int64, _ times: Int) {
        let mask = places.count - 1
        var place = Int(truncatingIfNeeded: (UInt64(bitPattern: value) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while places[place].count > 0 {
            if places[place].value == value {
                places[place].count += times
                return
            }
            place = (place + 1) & mask
        }
        places[place] = Entry(value: value, count: times)
        taken += 1
    }

    private mutating func grow() {
        let old = places
        places = [Entry](repeating: Entry(), count: max(old.count * 2, 8))
        taken = 0
        for entry in old where entry.count > 0 { put(entry.value, entry.count) }
    }
}

/// The distributions of values that are kept in one unit or more, brought together exactly.
struct DistributionByUnit {
    /// The values in ascending order, each with how often it was met.
    private let sorted: [(value: Int128, unit: Unit, count: Int)]

    /// Distributions, each with the unit of its values.
    init(_ distributions: some Collection<Distribution>, in units: [Unit]) {
        let all = zip(distributions, units).flatMap { distribution, unit in
            distribution.entries.map { (value: $0.value, unit: unit, count: $0.count) }
        }
        sorted = all.sorted { left, right in
            left.unit == right.unit
                ? left.value < right.value
                : LongFraction(left.value, of: left.unit) < LongFraction(right.value, of: right.unit)
        }
    }

    /// How many values there are.
    var count: Int { sorted.reduce(0) { $0 + $1.count } }

    /// The quantile of type 7 (Hyndman and Fan): linear between the two values around (n - 1) p, rounded once; nil of no
    /// values.
    func quantile(_ quantile: Aggregate.Quantile) -> Double? {
        let total = count
        guard total > 0 else { return nil }
        func value(at rank: Int) -> LongFraction {
            var seen = 0
            for (value, unit, count) in sorted {
                seen += count
                if seen > rank { return LongFraction(value, of: unit) }
            }
            return LongFraction(0)
        }
        let position = (total - 1) * quantile.numerator
        let parts = quantile.denominator
        let (lower, fraction) = (position / parts, position % parts)
        let low = value(at: lower)
        guard fraction > 0 else { return low.nearest }
        let between =
            low * LongFraction(Int128(parts - fraction)) + value(at: lower + 1) * LongFraction(Int128(fraction))
        return (between / UInt128(parts)).nearest
    }
}
