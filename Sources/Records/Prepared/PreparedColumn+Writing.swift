import TrainingStats

/// How columns of whole numbers get the fewest bytes.
extension PreparedColumn {
    /// Adds the column of the given numbers, of which ``DecimalColumn/missing`` says that one is not known.
    ///
    /// `numbers` is used as room.
    static func append(_ numbers: inout [Int64], to bytes: inout [UInt8]) {
        let column = PreparedColumn(dividing: &numbers)
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: size(rows: numbers.count, width: column.width)))
        bytes.withUnsafeMutableBytes { bytes in
            let place = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
            place.storeBytes(of: column.base, as: Int64.self)
            place.storeBytes(of: column.step, toByteOffset: 8, as: Int64.self)
            place.storeBytes(of: Int32(column.width), toByteOffset: 16, as: Int32.self)
            place.storeBytes(of: column.hasMissing ? 1 : 0, toByteOffset: 20, as: Int32.self)
            let rows = UnsafeMutableRawBufferPointer(rebasing: place[headSize...])
            switch column.width {
            case 1: column.store(numbers, as: UInt8.self, in: rows)
            case 2: column.store(numbers, as: UInt16.self, in: rows)
            case 4: column.store(numbers, as: UInt32.self, in: rows)
            case 8: column.store(numbers, as: UInt64.self, in: rows)
            default: break
            }
        }
    }

    /// The form for numbers, which are divided by its step.
    private init(dividing numbers: inout [Int64]) {
        var (least, greatest, hasMissing) = (Int64.max, Int64.min, false)
        var step: Int64 = 1
        for candidate in Self.steps where Self.divide(&numbers, by: candidate) {
            step = candidate
            break
        }
        for number in numbers {
            if number == DecimalColumn.missing {
                hasMissing = true
            } else {
                least = min(least, number)
                greatest = max(greatest, number)
            }
        }
        guard least <= greatest else {
            self.init(base: 0, step: step, width: 0, hasMissing: hasMissing)
            return
        }
        let range = UInt64(bitPattern: greatest &- least)
        // The greatest code of a width stands for what is missing.
        let codes = hasMissing ? range &+ 1 : range
        let width =
            switch codes {
            case 0: 0
            case ...UInt64(UInt8.max): 1
            case ...UInt64(UInt16.max): 2
            case ...UInt64(UInt32.max): 4
            default: 8
            }
        self.init(base: least, step: step, width: width, hasMissing: hasMissing)
    }

    /// Divides all numbers by a step, if each is a multiple of it.
    private static func divide(_ numbers: inout [Int64], by step: Int64) -> Bool {
        // With the step written out there is a multiplication in place of each division.
        switch step {
        case 1_000_000: divideAll(&numbers, by: 1_000_000)
        case 100_000: divideAll(&numbers, by: 100_000)
        case 10_000: divideAll(&numbers, by: 10_000)
        case 1_000: divideAll(&numbers, by: 1_000)
        default: true
        }
    }

    @inline(__always)
    private static func divideAll(_ numbers: inout [Int64], by step: Int64) -> Bool {
        numbers.withUnsafeMutableBufferPointer { numbers in
            for number in numbers where number != DecimalColumn.missing && number / step &* step != number {
                return false
            }
            for row in numbers.indices where numbers[row] != DecimalColumn.missing { numbers[row] /= step }
            return true
        }
    }

    private func store<Code: FixedWidthInteger & UnsignedInteger>(
        _ numbers: [Int64], as type: Code.Type, in rows: UnsafeMutableRawBufferPointer
    ) {
        let codes = rows.assumingMemoryBound(to: Code.self)
        for row in numbers.indices {
            codes[row] =
                numbers[row] == DecimalColumn.missing ? .max : Code(truncatingIfNeeded: numbers[row] &- base)
        }
    }
}
