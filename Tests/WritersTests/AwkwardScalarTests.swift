import Aggregation
import Foundation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// Texts of marks beside scalars that Swift joins with them to one character: what is written is read back as it was.
///
/// The readers here know bytes and scalars only, and share no code with the writers.
struct AwkwardScalarTests {
    private static let scalars: [Unicode.Scalar] = [
        "\"", "'", ",", "\t", "\r", "\n", ";", "=", "\\", "<", ">", "&", "_", "x", "0", "4", "a", "ب", " ",
        "\u{200C}", "\u{200D}", "\u{301}", "\u{600}", "\u{FE0F}", "\u{1F3FB}", "\u{212A}",
    ]

    /// Texts made by chance; none begins with what a spreadsheet program would take for a formula.
    private static func texts(_ count: Int, seed: UInt64) -> [String] {
        var chance = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            var text = String.UnicodeScalarView("z".unicodeScalars)
            for _ in 0..<chance.within(1...8) { text.append(chance.pick(scalars)) }
            return String(text)
        }
    }

    private static func table(_ rows: [[String]]) -> Table {
        let grid = Grid(
            columns: rows[0].indices.map { .init(id: "c\($0)", heading: "C\($0)", isNumeric: false) },
            rows: rows.map { Grid.Row($0.map { .text($0) }) })
        return Table(id: "t", title: "T", subtitle: "", display: grid)
    }

    /// The fields of separated values as RFC 4180 has them; a CR belongs to a line's end only before an LF.
    private static func records(_ text: String, separator: UInt8) -> [[[UInt8]]] {
        var records: [[[UInt8]]] = []
        var fields: [[UInt8]] = []
        var field: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == 0x22, field.isEmpty {
                while let quoted = rest.popFirst() {
                    if quoted == 0x22 { if rest.first == 0x22 { rest.removeFirst() } else { break } }
                    field.append(quoted)
                }
            } else if byte == separator || byte == 0x0A {
                fields.append(field)
                field = []
                if byte == 0x0A {
                    records.append(fields)
                    fields = []
                }
            } else {
                field.append(byte)
            }
        }
        return records
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func separatedValuesAreReadBack(seed: UInt64) throws {
        let texts = Self.texts(30, seed: seed)
        let rows = stride(from: 0, to: 30, by: 3).map { Array(texts[$0..<($0 + 3)]) }
        let expected = rows.map { $0.map { Array($0.utf8) } }
        let table = Self.table(rows)
        let separated = [
            (DelimitedWriter.csv().text(of: table), UInt8(ascii: ",")),
            (DelimitedWriter.tsv().text(of: table), UInt8(ascii: "\t")),
        ]
        for (text, separator) in separated {
            #expect(Array(Self.records(text, separator: separator).dropFirst()) == expected, "seed \(seed)")
        }
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(JSONWriter().text(of: table).utf8)) as? [[String: String]])
        let read = json.map { row in (0..<3).map { Array((row["c\($0)"] ?? "").utf8) } }
        #expect(read == expected, "seed \(seed)")
    }

    /// Another program's reader finds the same fields.
    @Test func pythonReadsTheSame() throws {
        let rows = (0..<200).map { Self.texts(3, seed: 1_000 + UInt64($0)) }
        let script = """
            import csv, io, json, sys
            text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")
            print(json.dumps([[list(field.encode()) for field in row] for row in csv.reader(text)][1:]))
            """
        let result = try run(
            debianPython, ["-c", script], input: Data(DelimitedWriter.csv().text(of: Self.table(rows)).utf8))
        let read = try JSONDecoder().decode([[[UInt8]]].self, from: result.output)
        #expect(read == rows.map { $0.map { Array($0.utf8) } }, "seeds from 1000; \(result.errors)")
    }

    /// Members and their names; a member that is no code stands as its letters and a digest.
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func sdmxIsReadBack(seed: UInt64) throws {
        let texts = Self.texts(20, seed: seed)
        func code(_ id: String) -> DataStructure.Code { .init(id: id, name: BilingualText(en: "n" + id, ar: id)) }
        let data = Grid(
            columns: [
                .init(id: "venue", heading: "V", isNumeric: false), .init(id: "f", heading: "F", isNumeric: true),
            ], rows: texts.map { Grid.Row([.text($0), .whole(1)]) })
        let structure = DataStructure(
            title: BilingualText(en: texts[0], ar: ""),
            dimensions: [.init(id: "venue", name: BilingualText(en: texts[1], ar: ""), codes: texts.map(code))],
            figures: [.init(code: code("f"), unit: .number)])
        let table = Table(id: "t", title: "T", subtitle: "", display: data, structure: structure)
        let text = try #require(SDMXWriter(labels: .name).csv(of: table))
        let records = Self.records(text, separator: UInt8(ascii: ","))
        #expect(Set(records.map(\.count)).count == 1, "seed \(seed)")
        #expect(records.first?[5] == Array(texts[1].utf8), "seed \(seed)")
        for (record, member) in zip(records.dropFirst(), texts) {
            #expect(record[2] == Array(texts[0].utf8) && record[5] == Array(("n" + member).utf8), "seed \(seed)")
            #expect(record[4].allSatisfy { $0 < 0x80 }, "a code is of Latin letters; seed \(seed)")
        }
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>) func markupHoldsNoMarkOfARecord(seed: UInt64) {
        for text in Self.texts(30, seed: seed) {
            var written = Array(markup(text).utf8)
            #expect(!written.contains { "<>\"'".utf8.contains($0) }, "seed \(seed)")
            let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            for (entity, mark) in entities { written.replace(Array(entity.utf8), with: Array(mark.utf8)) }
            #expect(written == text.utf8.map { [0x09, 0x0A, 0x0D].contains($0) ? 0x20 : $0 }, "seed \(seed)")
        }
    }

    /// What Excel makes of the text of a cell, whose escapes it undoes byte by byte.
    @Test(arguments: 1...40 as ClosedRange<UInt64>) func textsOfWorkbooksAreReadBack(seed: UInt64) throws {
        let pattern = try NSRegularExpression(pattern: "_x([0-9A-Fa-f]{4})_")
        var chance = SplitMix64(seed: seed)
        for text in Self.texts(20, seed: seed) + [
            "\u{600}_x0041_", "_x0041_\u{301}", "_\u{301}x0041_", "_x0041_x0041_",
        ] {
            let text = chance.happens(30) ? text + "_x0041_" + text : text
            let written = NSMutableString(string: safeText(text))
            for match in pattern.matches(in: written as String, range: NSRange(location: 0, length: written.length))
                .reversed()
            {
                let digits = written.substring(with: match.range(at: 1))
                let scalar = try #require(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init))
                written.replaceCharacters(in: match.range, with: String(Character(scalar)))
            }
            #expect(Array((written as String).utf8) == Array(text.utf8), "seed \(seed)")
        }
    }

    /// A filter with escaped members names these members, however it was escaped.
    @Test(arguments: 1...40 as ClosedRange<UInt64>) func filtersAreReadBack(seed: UInt64) throws {
        let members = Self.texts(5, seed: seed)
        let escaped = members.map { member in
            member.unicodeScalars.map { ",;\\ ".unicodeScalars.contains($0) ? "\\\($0)" : "\($0)" }.joined()
        }
        let filters = try Filter.list(parsing: "venue=\(escaped.joined(separator: ","));state=KWT")
        #expect(filters.map(\.dimension) == ["venue", "state"], "seed \(seed)")
        #expect(filters.first?.members.map { Array($0.utf8) } == members.map { Array($0.utf8) }, "seed \(seed)")
        let plain = try Filter.list(parsing: "venue=\(members.map(Filter.escaped).joined(separator: ","));state=KWT")
        #expect(plain.first?.members.map { Array($0.utf8) } == members.map { Array($0.utf8) }, "seed \(seed)")
    }
}
