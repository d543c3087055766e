import CVectors
import Testing

@testable import Support

/// Keys are found by their number, as UUIDs or by hashing, and the way makes no difference.
struct KeyTableTests {
    /// Storage whose parts do not fit together is no column and no table, however large its numbers are.
    @Test func storageThatDoesNotFit() {
        #expect(TextColumn(bytes: [], ends: [], length: 1 << 62, count: 4) == nil)
        #expect(TextColumn(bytes: [97, 98], ends: [], length: 1, count: 3) == nil)
        #expect(TextColumn(bytes: [97, 98], ends: [2, 1], length: 0, count: 2) == nil)
        #expect(TextColumn(bytes: [97, 98], ends: [1, 2], length: 0, count: 2)?.texts == ["a", "b"])
        #expect(KeyTable(texts: TextColumn(), slots: [1, 1], seed: 0) == nil)
        #expect(KeyTable(texts: TextColumn(), slots: [0, 1], seed: 0) == nil)
    }

    static let sets: [(name: String, keys: [String])] = [
        ("numbered", (0..<500).map { "T" + String(repeating: "0", count: 6 - String($0).count) + String($0) }),
        ("numbered with gaps, shuffled", (0..<300).map { "S\(100_000 + $0 * 7 % 1_009)" }),
        ("numbers alone", (10..<99).map { String($0) }), ("of different lengths", (0..<200).map { "C\($0)" }),
        ("long beginnings", (0..<64).map { "a-long-beginning-of-keys-\(10 + $0)" }),
        ("of nine and ten digits", (0..<99).map { "K\(999_999_950 + $0)" }),
        ("seven digits, then eight", (0..<99).map { "T\(9_999_950 + $0)" }),
        ("padded, then longer", (0..<1_100).map { $0 < 1_000 ? "T" + "\(1_000 + $0)".dropFirst() : "T\($0)" }),
        ("numbers of all lengths, shuffled", (0..<1_009).map { "\(($0 * 7) % 1_009)" }),
        ("long beginnings and several lengths", (0..<300).map { "a-long-beginning-of-keys-\($0)" }),
        ("one number in two ways", ["T7", "T8", "T07"]), ("zeros before longer numbers", ["T07", "T008", "T100"]),
        ("UUIDs", uuids), ("UUIDs and another key", uuids + ["another"]),
        ("UUIDs in capitals", uuids.map { $0.uppercased() }),
        ("UUIDs, one of them in part in capitals", uuids + ["00000000-0000-0000-0000-00000000000A"]),
        ("few numbers", ["T1", "T2", "T3"]), ("one", ["X1"]),
        ("words", ["navy", "", "coast guard", "خفر السواحل", "a\u{0}b", "Navy"]),
        ("too far apart", (0..<50).map { "\(10_000_000 + $0 * 1_000_003)" }),
        ("hexadecimal", (0..<400).map { String(UInt64($0) &* 0x9E37_79B9_7F4A_7C15, radix: 16) }),
    ]

    private static let uuids =
        [uuid(0, 0), uuid(.max, .max)]
        + (1..<600).map { uuid($0 &* 0x9E37_79B9_7F4A_7C15, $0 &* 0xD6E8_FEB8_6659_FD93) }

    /// Whether the processor reads UUIDs as numbers.
    private static let readsUUIDs = tadrib_read_uuids([0], [], [], 0, nil, nil)

    /// A number of 128 bits, written as UUIDs are.
    private static func uuid(_ high: UInt64, _ low: UInt64) -> String {
        var digits = [high, low].map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        for place in [8, 13, 18, 23] { digits.insert("-", at: digits.index(digits.startIndex, offsetBy: place)) }
        return digits
    }

    @Test(arguments: sets.map(\.name)) func allWaysFindTheSame(_ name: String) throws {
        let keys = try #require(Self.sets.first { $0.name == name }).keys
        var column = TextColumn()
        for key in keys { column.append(key) }
        let table = try #require(KeyTable(column))
        let numbered = [
            "numbered", "numbered with gaps, shuffled", "numbers alone", "of different lengths", "long beginnings",
            "seven digits, then eight", "padded, then longer", "numbers of all lengths, shuffled",
            "long beginnings and several lengths", "few numbers",
        ]
        switch table.quickWay {
        case .numbered: #expect(numbered.contains(name))
        case .uuids: #expect(name == "UUIDs")
        case nil: #expect(!numbered.contains(name) && (name != "UUIDs" || !Self.readsUUIDs))
        }
        let others = [
            "", "T", "T0000001", "T00001", "X2", "S99999", "T00000a", "t000001", "9", "100", "navy ",
            "a-long-beginning-of-keyz-11", "a-long-beginning-of-keys-", "a-long-beginning-of-keys-012", "T007",
            "00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-00000000000g",
            "FFFFFFFF-ffff-ffff-ffff-ffffffffffff",
            "00000000-0000-0000-0000-00000000000", "00000000-0000-0000-0000-0000000000000",
            "00000000000000000000000000000000----",
            "00000000-0000-0000-000000000-0000000", "0000000\u{80}-0000-0000-0000-00000000000",
            "ffffffff:ffff:ffff:ffff:ffffffffffff",
            "T0011", "T01000", "00", "007", "1009", "0000000000", "T0000000000000001", "C01", "C200", "C", "C-1",
            "C1\u{0}",
        ]
        for way in [table, table.hashed] {
            for (code, key) in keys.enumerated() {
                #expect(way.code(of: key) == code)
                #expect(way[code] == key)
            }
            for other in others where !keys.contains(other) { #expect(way.code(of: other) == nil, "\(other)") }
            for asked in [keys + others, keys.flatMap { [$0, $0] } + others, [keys[0], keys[0]]] {
                #expect(batch(way, asked) == asked.map { way.code(of: $0).map { Int32($0) } ?? -1 })
            }
        }
        var grown = table
        #expect(grown.insert("something new") == keys.count)
        for (code, key) in keys.enumerated() { #expect(grown.code(of: key) == code) }
    }

    /// Keys that all have one hash if it starts from a known number: their first eight bytes make 0 of it, and a product of 0.
    private func collidingKeys(_ count: Int, seed: UInt64) -> [[UInt8]] {
        (0..<UInt64(count)).map { number in
            [seed ^ 16, number &* 0x9E37_79B9_7F4A_7C15].flatMap { word in
                (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
            }
        }
    }

    /// The longest chain of filled places.
    private func longestChain(of table: KeyTable) -> Int {
        var (longest, run) = (0, 0)
        for slot in table.slots {
            run = slot == 0 ? 0 : run + 1
            longest = max(longest, run)
        }
        return longest
    }

    @Test func madeUpKeysCollideOnlyWhereTheSeedIsKnown() {
        let keys = collidingKeys(3_000, seed: 7)
        var (known, ofRun) = (KeyTable(seed: 7), KeyTable())
        for (code, key) in keys.enumerated() {
            #expect(known.insert(key.span).code == code && ofRun.insert(key.span).code == code)
        }
        #expect(longestChain(of: known) > 1_000)
        #expect(longestChain(of: ofRun) < 1_000)
        // No result depends on the seed.
        for (code, key) in keys.enumerated() {
            #expect(known.code(of: key.span) == code && ofRun.code(of: key.span) == code)
        }
    }

    @Test(arguments: [
        ["a1", "a2", "a1"], ["a", "", "b", ""], uuids + uuids[300...300], (0..<999).map { "\($0 % 998) \($0 % 998)" },
    ])
    func keysThatStandTwiceAreNoTable(_ keys: [String]) {
        var column = TextColumn()
        for key in keys.dropLast() { column.append(key) }
        #expect(KeyTable(column) != nil)
        column.append(keys[keys.count - 1])
        #expect(KeyTable(column) == nil)
    }

    /// Looks keys up in one batch, each between bytes that belong to none.
    private func batch(_ table: KeyTable, _ keys: [String]) -> [Int32] {
        var bytes = [UInt8](repeating: 0x39, count: 16)
        var starts: [Int32] = []
        var lengths: [Int32] = []
        for key in keys {
            starts.append(Int32(bytes.count))
            lengths.append(Int32(key.utf8.count))
            bytes += Array(key.utf8) + [0x2C]
        }
        bytes += [UInt8](repeating: 0x39, count: 16)
        var codes = [Int32](repeating: 0, count: keys.count)
        var hashes = [UInt64](repeating: 0, count: keys.count)
        bytes.withUnsafeBufferPointer { bytes in
            starts.withUnsafeBufferPointer { starts in
                lengths.withUnsafeBufferPointer { lengths in
                    guard let base = bytes.baseAddress, let first = starts.baseAddress, let size = lengths.baseAddress
                    else { return }
                    let places = TextPlaces(base: base, starts: first, lengths: size, count: keys.count)
                    hashes.withUnsafeMutableBufferPointer { hashes in
                        codes.withUnsafeMutableBufferPointer { codes in
                            if let hashes = hashes.baseAddress, let codes = codes.baseAddress {
                                table.findCodes(of: places, hashes: hashes, into: codes)
                                let found = Array(UnsafeBufferPointer(start: codes, count: keys.count))
                                table.findCodes(ofRuns: places, into: codes)
                                #expect(found == Array(UnsafeBufferPointer(start: codes, count: keys.count)))
                                var column = TextColumn()
                                column.append(keys.first ?? "")
                                for range in [0..<1, 1..<1, 1..<keys.count] { column.append(places.rows(range)) }
                                #expect(column.texts == keys.prefix(1) + keys)
                            }
                        }
                    }
                }
            }
        }
        return codes
    }
}

extension KeyTable {
    /// The same table with hashing whatever the keys are.
    fileprivate var hashed: KeyTable {
        var table = KeyTable()
        for key in keys { _ = table.insert(key) }
        return table
    }
}
