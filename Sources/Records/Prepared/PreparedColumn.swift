import TrainingStats

/// A column of whole numbers in few bytes: a base, a step, and for each row how many steps it lies above the base.
///
/// Scores with one decimal take two bytes a row, a column of one number takes none. In bytes it is the base and the step, 8
/// bytes each, the number of bytes a row and whether a number can be missing, 4 bytes each, and the rows, filled up to a
/// multiple of 8.
struct PreparedColumn {
    static let headSize = 24

    /// The steps that are tried, the widest first: millionths of numbers with no, one, two or three decimals.
    static let steps: [Int64] = [1_000_000, 100_000, 10_000, 1_000, 1]

    let base: Int64
    let step: Int64
    let width: Int
    let hasMissing: Bool

    /// How many bytes so many rows take, with the head.
    static func size(rows: Int, width: Int) -> Int { headSize + (rows * width + 7) & ~7 }

    /// Reads a column of so many rows at a place, to which `place` is moved on; false if the bytes are not one.
    static func read(
        _ bytes: UnsafeRawBufferPointer, at place: inout Int, rows: Int, into numbers: UnsafeMutablePointer<Int64>
    ) -> Bool {
        guard let (column, start) = head(in: bytes, at: &place, rows: rows) else { return false }
        let codes = UnsafeRawBufferPointer(rebasing: bytes[start...])
        switch column.width {
        case 0:
            // What is missing in a column without codes is missing in all rows.
            let number = column.hasMissing ? DecimalColumn.missing : column.base &* column.step
            numbers.update(repeating: number, count: rows)
        case 1: column.load(codes, as: UInt8.self, rows: rows, into: numbers)
        case 2: column.load(codes, as: UInt16.self, rows: rows, into: numbers)
        case 4: column.load(codes, as: UInt32.self, rows: rows, into: numbers)
        default: column.load(codes, as: UInt64.self, rows: rows, into: numbers)
        }
        return true
    }

    /// The same of positions, each of which must be there and below a limit.
    static func read(
        _ bytes: UnsafeRawBufferPointer, at place: inout Int, rows: Int, into numbers: UnsafeMutablePointer<Int32>,
        below limit: Int
    ) -> Bool {
        guard let (column, start) = head(in: bytes, at: &place, rows: rows), !column.hasMissing else { return false }
        let codes = UnsafeRawBufferPointer(rebasing: bytes[start...])
        switch column.width {
        case 0: numbers.update(repeating: Int32(truncatingIfNeeded: column.base &* column.step), count: rows)
        case 1: column.load(codes, as: UInt8.self, rows: rows, into: numbers)
        case 2: column.load(codes, as: UInt16.self, rows: rows, into: numbers)
        case 4: column.load(codes, as: UInt32.self, rows: rows, into: numbers)
        default: return false
        }
        var greatest: UInt32 = 0
        for row in 0..<rows { greatest = max(greatest, UInt32(bitPattern: numbers[row])) }
        return rows == 0 || Int(greatest) < limit
    }

    private static func head(
        in bytes: UnsafeRawBufferPointer, at place: inout Int, rows: Int
    ) -> (column: PreparedColumn, start: Int)? {
        guard place + headSize <= bytes.count else { return nil }
        let width = Int(bytes.loadUnaligned(fromByteOffset: place + 16, as: Int32.self))
        guard [0, 1, 2, 4, 8].contains(width), place + size(rows: rows, width: width) <= bytes.count else {
            return nil
        }
        let column = PreparedColumn(
            base: bytes.loadUnaligned(fromByteOffset: place, as: Int64.self),
            step: bytes.loadUnaligned(fromByteOffset: place + 8, as: Int64.self), width: width,
            hasMissing: bytes.loadUnaligned(fromByteOffset: place + 20, as: Int32.self) != 0)
        let start = place + headSize
        place += size(rows: rows, width: width)
        return (column, start)
    }

    init(base: Int64, step: Int64, width: Int, hasMissing: Bool) {
        (self.base, self.step, self.width, self.hasMissing) = (base, step, width, hasMissing)
    }

    /// Invariant: `codes` holds as many codes as there are rows, and `numbers` has room for them.
    @inline(__always)
    private func load<Code: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
        _ codes: UnsafeRawBufferPointer, as type: Code.Type, rows: Int, into numbers: UnsafeMutablePointer<Int64>
    ) {
        guard let start = codes.baseAddress else { return }
        let (first, step) = (base &* step, step)
        if hasMissing {
            for row in 0..<rows {
                let code = start.loadUnaligned(fromByteOffset: row * MemoryLayout<Code>.size, as: Code.self)
                let number = first &+ Int64(truncatingIfNeeded: code) &* step
                numbers[row] = code == .max ? DecimalColumn.missing : number
            }
        } else {
            for row in 0..<rows {
                let code = start.loadUnaligned(fromByteOffset: row * MemoryLayout<Code>.size, as: Code.self)
                numbers[row] = first &+ Int64(truncatingIfNeeded: code) &* step
            }
        }
    }

    /// The same of numbers of four bytes, of which none is missing.
    @inline(__always)
    private func load<Code: FixedWidthInteger & UnsignedInteger & BitwiseCopyable>(
        _ codes: UnsafeRawBufferPointer, as type: Code.Type, rows: Int, into numbers: UnsafeMutablePointer<Int32>
    ) {
        guard let start = codes.baseAddress else { return }
        let (first, step) = (Int32(truncatingIfNeeded: base &* step), Int32(truncatingIfNeeded: step))
        for row in 0..<rows {
            let code = start.loadUnaligned(fromByteOffset: row * MemoryLayout<Code>.size, as: Code.self)
            numbers[row] = first &+ Int32(truncatingIfNeeded: code) &* step
        }
    }
}
