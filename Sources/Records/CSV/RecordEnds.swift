import Foundation

/// How many bytes of a range, which begins with a record, belong to records that end within it.
///
/// A quote opens a quoted field where a field begins; a line feed within quotes ends no record.
func lastRecordEnd(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
        // Invariant: all offsets lie within the range, which lies within the buffer.
        guard let base = buffer.baseAddress.map({ $0 + range.lowerBound }) else { return 0 }
        let count = range.count
        func find(_ byte: UInt8, from start: Int) -> Int? {
            guard start < count, let found = memchr(base + start, Int32(byte), count - start) else { return nil }
            return UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
        let (quote, lineFeed) = (UInt8(ascii: "\""), UInt8(ascii: "\n"))
        // Ranges outside quoted fields. The last line feed is nearly always in the last of them: they are searched from the end.
        var stretches: [Range<Int>] = []
        var outside = 0
        var position = 0
        search: while let opening = find(quote, from: position) {
            let opensField = opening == 0 || base[opening - 1] == UInt8(ascii: ",") || base[opening - 1] == lineFeed
            position = opening + 1
            guard opensField else { continue }
            stretches.append(outside..<opening)
            while true {
                guard let closing = find(quote, from: position), closing + 1 < count else {
                    outside = count
                    break search
                }
                position = closing + 1
                if base[position] != quote { break }
                position += 1
            }
            outside = position
        }
        stretches.append(outside..<count)
        for stretch in stretches.reversed() {
            if let end = stretch.last(where: { base[$0] == lineFeed }) { return end + 1 }
        }
        return 0
    }
}

/// How many line feeds a range of bytes has.
func lineFeeds(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes.withUnsafeBytes { buffer in
        let width = SIMD16<UInt8>.scalarCount
        let lineFeeds = SIMD16<UInt8>(repeating: UInt8(ascii: "\n"))
        func found(at index: Int) -> SIMD16<UInt8> {
            let bytes = buffer.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            // A lane where one is found is all ones, which is -1.
            return unsafeBitCast(bytes .== lineFeeds, to: SIMD16<UInt8>.self)
        }
        var total = 0
        var index = range.lowerBound
        while range.upperBound - index >= 4 * width {
            // Each lane counts up to what a byte holds.
            var counts = SIMD16<UInt8>.zero
            for _ in 0..<min(63, (range.upperBound - index) / (4 * width)) {
                let (first, second) = (found(at: index), found(at: index + width))
                let (third, fourth) = (found(at: index + 2 * width), found(at: index + 3 * width))
                counts &-= (first &+ second) &+ (third &+ fourth)
                index += 4 * width
            }
            for lane in counts.indices { total += Int(counts[lane]) }
        }
        for byte in buffer[index..<range.upperBound] where byte == UInt8(ascii: "\n") { total += 1 }
        return total
    }
}
