import CVectors
import Glibc
import Support
import TestSupport
import Testing

@testable import Records

/// Rows are cut many at a time as they are field by field.
struct FieldPlacesTests {
    /// The rows that are plain, from the first on, each as its fields and the place where it ends.
    private func plainRows(of text: [UInt8], columns: Int) -> [(fields: [[UInt8]], end: Int)] {
        var rows: [(fields: [[UInt8]], end: Int)] = []
        var place = 0
        while place < text.count, let row = plainRow(of: text, from: place, columns: columns) {
            rows.append(row)
            place = row.end
        }
        return rows
    }

    /// The row that begins at a place; nil where it is not plain or is empty.
    private func plainRow(of text: [UInt8], from start: Int, columns: Int) -> (fields: [[UInt8]], end: Int)? {
        let line = text[start...].prefix { $0 != UInt8(ascii: "\n") }
        guard line.endIndex < text.count, line.contains(where: { !" \t,\r".utf8.contains($0) }) else { return nil }
        var rest = line
        if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
        var fields: [[UInt8]] = []
        while true {
            let field: ArraySlice<UInt8>
            if rest.first == UInt8(ascii: "\"") {
                let inner = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
                guard inner.endIndex < rest.endIndex else { return nil }
                field = inner
                rest = rest[(inner.endIndex + 1)...]
            } else {
                field = rest.prefix { $0 != UInt8(ascii: ",") }
                guard !field.contains(UInt8(ascii: "\"")) else { return nil }
                rest = rest[field.endIndex...]
            }
            fields.append(Array(field))
            guard let next = rest.first else { break }
            guard next == UInt8(ascii: ",") else { return nil }
            rest = rest.dropFirst()
        }
        return fields.count == columns ? (fields, line.endIndex + 1) : nil
    }

    /// The rows as they are cut at once, and the place where that stopped.
    private func cutRows(of text: [UInt8], columns: Int) -> (rows: [[[UInt8]]], end: Int) {
        var chunk = Chunk()
        chunk.bytes = [UInt8](repeating: 0x2C, count: Chunk.margin) + text
        chunk.addMargin()
        let places = FieldPlaces(columns: columns)
        return chunk.bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return ([], 0) }
            let end = places.cut(base, from: Chunk.margin, to: Chunk.margin + text.count)
            let rows = (0..<places.count).map { row in
                (0..<columns).map { column in
                    let (start, count) = places.texts(in: column, of: base)[row]
                    return Array(UnsafeBufferPointer(start: start, count: count))
                }
            }
            return (rows, end - Chunk.margin)
        }
    }

    private func check(_ text: [UInt8], columns: Int, _ comment: Comment) {
        let expected = Array(plainRows(of: text, columns: columns).prefix(FieldPlaces.capacity))
        let cut = cutRows(of: text, columns: columns)
        #expect(cut.rows == expected.map(\.fields), comment)
        #expect(cut.end == expected.last?.end ?? 0, comment)
    }

    @Test func rowsOfAnyBytes() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SplitMix64(seed: seed)
        for round in 0..<3_000 {
            let columns = Int.random(in: 1...5, using: &random)
            let alphabet = Array("ab,,\n\n\"\"\r \t".utf8)
            let text = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            check(text, columns: columns, "seed \(seed), round \(round)")
        }
    }

    /// Most rows are plain, some are quoted, few are anything else.
    @Test func rowsThatAreMostlyPlain() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SplitMix64(seed: seed)
        for round in 0..<300 {
            let columns = Int.random(in: 1...20, using: &random)
            var text: [UInt8] = []
            let oddity = Int.random(in: 10...5_000, using: &random)
            for _ in 0..<Int.random(in: 0...1_500, using: &random) {
                let fields = (0..<columns).map { _ -> String in
                    let word = String(repeating: "x", count: Int.random(in: 1...12, using: &random))
                    if Int.random(in: 0..<oddity, using: &random) == 0 {
                        return ["\"\"\"", "\"", "a\"b", "\"a\nb\"", "\"a\"\"b\"", ",", "\n"].randomElement(
                            using: &random) ?? ""
                    }
                    return Int.random(in: 0..<5, using: &random) == 0 ? "\"\(word),\"" : word
                }
                text +=
                    Array(fields.joined(separator: ",").utf8)
                    + Array((Bool.random(using: &random) ? "\n" : "\r\n").utf8)
            }
            check(text, columns: columns, "seed \(seed), round \(round)")
        }
    }

    /// Instructions that only newer processors have find what the others find.
    @Test func newerProcessorsFindTheSame() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SplitMix64(seed: seed)
        for round in 0..<500 {
            let (columns, most) = (Int.random(in: 1...4, using: &random), Int.random(in: 1...64, using: &random))
            let bytes = (0..<1_000).map { _ in Array("abcdef,,\n\"".utf8).randomElement(using: &random) ?? 0 }
            func found(
                _ find: (UnsafePointer<UInt8>, UnsafeMutablePointer<Int32>) -> tadrib_field_ends
            ) -> [Int] {
                var ends = [Int32](repeating: -1, count: 1 + columns * most + 128)
                let result = bytes.withUnsafeBufferPointer { bytes in
                    ends.withUnsafeMutableBufferPointer { ends in
                        guard let base = bytes.baseAddress, let places = ends.baseAddress else {
                            return tadrib_field_ends()
                        }
                        return find(base, places + 1)
                    }
                }
                return [result.rows, result.quotes, result.line_feeds] + ends[...(result.rows * columns)].map(Int.init)
            }
            let limit = Int.random(in: 0...900, using: &random)
            #expect(
                found { tadrib_find_field_ends($0, 0, limit, columns, most, $1) }
                    == found { tadrib_find_field_ends_here($0, 0, limit, columns, most, $1) },
                "seed \(seed), round \(round)")
        }
    }

    /// Nothing is read beyond the margin: behind it is memory that may not be touched.
    @Test func nothingIsReadBehindTheMargin() throws {
        let page = sysconf(Int32(_SC_PAGESIZE))
        let memory = try #require(mmap(nil, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
        defer { munmap(memory, 2 * page) }
        #expect(mprotect(memory + page, page, PROT_NONE) == 0)
        let bytes = memory.bindMemory(to: UInt8.self, capacity: page)
        let limit = page - Chunk.margin
        for columns in 1...3 {
            let places = FieldPlaces(columns: columns)
            for length in 1...200 {
                for tail in 0...min(70, length - 1) {
                    let start = limit - length
                    for place in start..<limit { bytes[place] = UInt8(ascii: "x") }
                    bytes[limit - tail - 1] = UInt8(ascii: "\n")
                    // A line of nothing is no record.
                    let isPlain = columns == 1 && tail < length - 1
                    #expect(places.cut(bytes, from: start, to: limit) == (isPlain ? limit - tail : start))
                }
            }
        }
    }
}
