import Support

/// A column of decimals, some of them not known, 8 bytes a row.
public struct DecimalColumn: Sendable {
    /// Millionths; ``missing`` where not known, ``wide`` where the number is held apart.
    package private(set) var millionths: [Int64] = []
    private var wideValues: [Int: ExactDecimal] = [:]

    /// Stands for a number that is not known.
    @inlinable
    package static var missing: Int64 { .min }
    /// Stands for a number beyond 64 bits.
    @inlinable
    package static var wide: Int64 { .min + 1 }

    /// An empty column.
    public init() {}

    /// The number in a row, or nil where it is not known.
    ///
    /// Behind the end nothing is known: a column that no record states needs no rows.
    public subscript(row: Int) -> ExactDecimal? {
        guard row < millionths.count else { return nil }
        let value = millionths[row]
        if value > Self.wide { return ExactDecimal(millionths: Int128(value)) }
        return value == Self.missing ? nil : wideValues[row]
    }

    /// Whether it has no rows.
    package var isEmpty: Bool { millionths.isEmpty }

    /// Adds a row.
    public mutating func append(_ number: ExactDecimal?) {
        guard let number else { return millionths.append(Self.missing) }
        if let narrow = Int64(exactly: number.millionths), narrow > Self.wide {
            millionths.append(narrow)
        } else {
            wideValues[millionths.count] = number
            millionths.append(Self.wide)
        }
    }

    /// Puts a number in a row that there is, or behind the end; rows between are not known.
    package mutating func set(_ number: ExactDecimal?, at row: Int) {
        if row >= millionths.count {
            guard number != nil else { return }
            fill(upTo: row)
            return append(number)
        }
        wideValues[row] = nil
        guard let number else { return millionths[row] = Self.missing }
        if let narrow = Int64(exactly: number.millionths), narrow > Self.wide {
            millionths[row] = narrow
        } else {
            wideValues[row] = number
            millionths[row] = Self.wide
        }
    }

    /// Adds rows of which nothing is known, until there are so many.
    mutating func fill(upTo count: Int) {
        guard millionths.count < count else { return }
        millionths.append(contentsOf: repeatElement(Self.missing, count: count - millionths.count))
    }

    /// Adds rows of millionths, none of them ``wide``.
    package mutating func append(contentsOf narrow: UnsafeBufferPointer<Int64>) {
        millionths.append(contentsOf: narrow)
    }

    package mutating func reserveCapacity(_ count: Int) { millionths.reserveCapacity(count) }

    /// Takes all rows out and keeps the memory.
    public mutating func removeAll() {
        millionths.removeAll(keepingCapacity: true)
        wideValues.removeAll()
    }
}
