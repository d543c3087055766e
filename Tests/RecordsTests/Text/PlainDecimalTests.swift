import Support
import TestSupport
import Testing
import TrainingStats

@testable import Records

/// Decimals are read many at a time as they are one by one.
struct PlainDecimalTests {
    /// Reads fields in a buffer with other bytes around them, as a column and one by one.
    private func read(_ fields: [[UInt8]], between around: UInt8) -> [Int64] {
        var bytes = [UInt8](repeating: around, count: 16)
        var starts: [Int32] = []
        for field in fields {
            starts.append(Int32(bytes.count))
            bytes += field + [around]
        }
        bytes += [UInt8](repeating: around, count: 16)
        let lengths = fields.map { Int32($0.count) }
        var numbers = [Int64](repeating: 0, count: fields.count)
        bytes.withUnsafeBufferPointer { bytes in
            starts.withUnsafeBufferPointer { starts in
                lengths.withUnsafeBufferPointer { lengths in
                    numbers.withUnsafeMutableBufferPointer { numbers in
                        guard let base = bytes.baseAddress, let first = starts.baseAddress,
                            let size = lengths.baseAddress, let result = numbers.baseAddress
                        else { return }
                        readDecimals(
                            TextPlaces(base: base, starts: first, lengths: size, count: fields.count), into: result)
                        for (row, field) in fields.enumerated() {
                            #expect(decimal(at: base + Int(starts[row]), field.count) == numbers[row])
                        }
                    }
                }
            }
        }
        return numbers
    }

    private func expected(_ field: [UInt8]) -> Int64 {
        if field.isEmpty { return DecimalColumn.missing }
        return ExactDecimal(utf8: field.span).map { Int64(clamping: $0.millionths) } ?? oddDecimal
    }

    @Test func anyBytesAreReadAsTheyAreOneByOne() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SplitMix64(seed: seed)
        for around in Array(",\n\r\"9.".utf8) {
            let fields = (0..<5_000).map { _ -> [UInt8] in
                let isPlain = Bool.random(using: &random)
                return (0..<Int.random(in: 0...10, using: &random)).map { _ in
                    let digit = UInt8.random(in: 0x30...0x39, using: &random)
                    switch Int.random(in: 0..<8, using: &random) {
                    case 0: return UInt8(ascii: ".")
                    case 1 where !isPlain: return UInt8.random(in: 0...255, using: &random)
                    case 2 where !isPlain: return Array("+-'/:&!".utf8).randomElement(using: &random) ?? 0
                    default: return digit
                    }
                }
            }
            #expect(read(fields, between: around) == fields.map(expected), "seed \(seed)")
        }
    }

    @Test func everyByteBetweenDigits() {
        for byte in UInt8.min...UInt8.max {
            let fields: [[UInt8]] = [
                [byte], [0x36, byte], [byte, 0x36], [0x36, byte, 0x35], [0x36, byte, 0x35, byte],
            ]
            #expect(read(fields, between: 0x2C) == fields.map(expected), "byte \(byte)")
        }
    }

    @Test func singleDigits() {
        let fields = Array("0123456789,.x-".utf8).map { $0 == UInt8(ascii: ",") ? [] : [$0] }
        #expect(read(fields, between: 0x2C) == fields.map(expected))
    }
}
