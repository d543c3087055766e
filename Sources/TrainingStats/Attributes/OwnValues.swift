import Support

/// What a record states of an attribute that the dataset declares.
package enum OwnValue: Hashable, Sendable {
    /// Nothing.
    case unknown
    /// A member, by its code.
    case member(Int32)
    /// A number, from which the band follows.
    case number(ExactDecimal)

    /// The code of the member; negative where it states none.
    package var code: Int { if case .member(let code) = self { Int(code) } else { -1 } }

    /// The number; nil where it states none.
    package var number: ExactDecimal? { if case .number(let number) = self { number } else { nil } }
}

/// What the rows of a block state of an attribute: codes of members, or numbers.
///
/// It may have fewer rows than the block: what is behind its end is not known.
package struct OwnValues: Sendable {
    private var codes: [Int32] = []
    private var numbers = DecimalColumn()

    /// Nothing stated yet.
    package init() {}

    /// What a row states.
    package subscript(row: Int) -> OwnValue {
        if let number = numbers[row] { return .number(number) }
        let code = code(ofRow: row)
        return code < 0 ? .unknown : .member(Int32(code))
    }

    /// The code of a row's member; negative where it is not known.
    package func code(ofRow row: Int) -> Int { row < codes.count ? Int(codes[row]) : -1 }

    /// The number of a row; nil where it is not known.
    package func number(ofRow row: Int) -> ExactDecimal? { numbers[row] }

    /// Adds what a row behind all others states.
    mutating func add(_ value: OwnValue, at row: Int) {
        switch value {
        case .unknown: break
        case .number(let number): numbers.set(number, at: row)
        case .member(let code):
            fillCodes(upTo: row)
            codes.append(code)
        }
    }

    /// Adds the codes of rows from one on, behind all others.
    mutating func add(codes more: UnsafeBufferPointer<Int32>, from row: Int) {
        fillCodes(upTo: row)
        codes.append(contentsOf: more)
    }

    /// Adds the numbers of rows from one on, behind all others, in millionths.
    mutating func add(numbers more: UnsafeBufferPointer<Int64>, from row: Int) {
        numbers.fill(upTo: row)
        numbers.append(contentsOf: more)
    }

    private mutating func fillCodes(upTo row: Int) {
        guard codes.count < row else { return }
        codes.append(contentsOf: repeatElement(-1, count: row - codes.count))
    }

    /// Takes all rows out and keeps the memory.
    mutating func removeAll() {
        codes.removeAll(keepingCapacity: true)
        numbers.removeAll()
    }
}
