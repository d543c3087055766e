import Foundation
import Records
import TestSupport
import Testing
import TrainingStats

/// Texts as spreadsheets save them: other encodings, other separators, a line that names the separator.
struct ConversionTests {
    /// The same table in another form.
    struct Form: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        /// What the notice says, and whether a line stands before the header.
        let notice: String
        var isMoved = false
        var testDescription: String { name }
    }

    /// Names in Arabic, a comma, a semicolon, quotes, a line break and a decimal comma within fields.
    private static let rows = [
        ["trainee_id", "state", "name", "institution"], ["T1", "الكويت", "أحمد", "قوات، بحرية"],
        ["T2", "QAT", "x,y", "a;b"],
        ["T3", "OMN", "\"q\" r", "two\nlines"], ["T4", "XXX", "", "1,5"], ["T5", "عمان", "سالم", ""],
    ]

    private static func text(_ separator: String, _ lineEnd: String = "\n") -> String {
        rows.map { row in
            row.map { field in
                field.contains { separator.contains($0) || "\"\n".contains($0) }
                    ? "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : field
            }.joined(separator: separator)
        }.joined(separator: lineEnd) + lineEnd
    }

    private static func utf16(_ text: String, lowFirst: Bool) -> [UInt8] {
        ([0xFEFF] + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return lowFirst ? [low, high] : [high, low]
        }
    }

    /// Windows-1256, as the table of Unicode has the few letters of these tests.
    private static func windows1256(_ text: String) throws -> [UInt8] {
        let letters: [Character: UInt8] = [
            "ا": 0xC7, "أ": 0xC3, "ب": 0xC8, "ت": 0xCA, "ة": 0xC9, "ح": 0xCD, "د": 0xCF, "ر": 0xD1, "س": 0xD3,
            "ع": 0xDA,
            "ق": 0xDE, "ك": 0xDF, "ل": 0xE1, "م": 0xE3, "ن": 0xE4, "و": 0xE6, "ي": 0xED, "،": 0xA1,
        ]
        return try text.flatMap { character -> [UInt8] in
            if character.isASCII { return Array(String(character).utf8) }
            return [try #require(letters[character], "\(character)")]
        }
    }

    static func forms() throws -> [Form] {
        [
            Form(name: "semicolons", bytes: Array(text(";").utf8), notice: "semicolons between the fields"),
            Form(
                name: "semicolons, CRLF", bytes: Array(text(";", "\r\n").utf8), notice: "semicolons between the fields"),
            Form(name: "tabs", bytes: Array(text("\t").utf8), notice: "tabs between the fields"),
            Form(
                name: "sep=; and a mark", bytes: [0xEF, 0xBB, 0xBF] + Array(("sep=;\r\n" + text(";", "\r\n")).utf8),
                notice: "semicolons between the fields, a line sep=", isMoved: true),
            Form(
                name: "SEP=, in quotes", bytes: Array(("\"SEP=,\"\n" + text(",")).utf8), notice: "a line sep=",
                isMoved: true),
            Form(name: "UTF-16LE", bytes: utf16(text(",", "\r\n"), lowFirst: true), notice: "UTF-16LE"),
            Form(
                name: "UTF-16LE, tabs", bytes: utf16(text("\t", "\r\n"), lowFirst: true),
                notice: "UTF-16LE, tabs between the fields"),
            Form(name: "UTF-16BE", bytes: utf16(text(",", "\r\n"), lowFirst: false), notice: "UTF-16BE"),
            Form(name: "Windows-1256", bytes: try windows1256(text(",")), notice: "Windows-1256"),
            Form(
                name: "Windows-1256, semicolons", bytes: try windows1256(text(";", "\r\n")),
                notice: "Windows-1256, semicolons between the fields"),
        ]
    }

    /// Records, lines of findings and rejected rows are those of the plain file, in small pieces and packed too.
    @Test(arguments: try forms()) func sameRecordsInAnyForm(_ form: Form) throws {
        for file in ["trainees.csv", "trainees.csv.gz"] {
            let bytes = file.hasSuffix(".gz") ? storedGzip(form.bytes, cuts: [form.bytes.count / 2]) : form.bytes
            let folder = try folderSoundBut(file, bytes)
            for (chunkSize, threads) in [(1 << 20, 1), (16, 1), (16, 3)] {
                var options = ReadOptions()
                (options.chunkSize, options.threads) = (chunkSize, threads)
                var rejected: [RejectedRow] = []
                options.onReject = { rejected.append($0) }
                let log = FindingLog(keptPerGroup: nil)
                let reader = try DatasetReader(folder: folder.path, options: options, log: log)
                let dataset = try reader.readTables()
                #expect(dataset.trainees.ids.keys == ["T1", "T2", "T3", "T5"])
                #expect(dataset.trainees.names.texts == ["أحمد", "x,y", "\"q\" r", "سالم"])
                #expect(
                    dataset.institutions.keys.map { $0.filter { $0 != "\r" } } == ["قوات، بحرية", "a;b", "two\nlines"])
                // The third record takes two lines.
                let found = log.findings.filter { $0.file == file }
                #expect(found.map(\.line) == [form.isMoved ? 7 : 6])
                #expect(found.map(\.value) == ["XXX"])
                #expect(rejected.map { String(decoding: $0.record, as: UTF8.self) } == ["T4,XXX,,\"1,5\""])
                #expect(log.convertedFiles.map(\.file) == [file])
                #expect(log.convertedFiles.first?.form.name.en == form.notice)
            }
        }
    }

    /// Where the first letter beyond ASCII stands does not matter.
    @Test(arguments: [0, 65_530, 65_536, 200_000]) func lateArabicIsFound(place: Int) throws {
        let head = "trainee_id,state,institution\n"
        var text = head
        var number = 0
        while text.utf8.count < place {
            text += "P\(number),KWT,Navy\n"
            number += 1
        }
        let bytes = try Array(text.utf8) + Self.windows1256("T1,KWT,قوات\nT2,QAT,بحرية\n")
        let loaded = try soundBut("trainees.csv", bytes)
        #expect(loaded.findings(in: "trainees.csv") == [])
        #expect(loaded.dataset.institutions.keys.suffix(2) == ["قوات", "بحرية"])
        #expect(loaded.log.convertedFiles.map(\.form.encoding) == [.windows1256])
    }

    /// One wrong byte in a text in UTF-8 is one wrong row.
    @Test func damagedTextIsNotTakenForAnotherEncoding() throws {
        let bytes =
            Array("trainee_id,state,institution\nT1,KWT,قوات بحرية\nT2,QAT,".utf8) + [0xC7, 0xE1, 0xDF] + [0x0A]
        let loaded = try soundBut("trainees.csv", bytes)
        #expect(loaded.findings(in: "trainees.csv").map(\.code) == [.badEncoding])
        #expect(loaded.log.convertedFiles.isEmpty)
    }

    /// Half a character at the end, and half a pair, are told; they take no other row with them.
    @Test func damagedUTF16IsTold() throws {
        let sound = Self.utf16("trainee_id,state,institution\nT1,KWT,a\nT2,QAT,", lowFirst: true)
        for damage in [[0x41], [0x3D, 0xD8, 0x0A, 0x00], [0x00, 0x00, 0x0A, 0x00]] as [[UInt8]] {
            let loaded = try soundBut("trainees.csv", sound + damage)
            #expect(loaded.findings(in: "trainees.csv").map(\.code) == [.badEncoding])
            #expect(loaded.dataset.trainees.ids.keys == ["T1"])
        }
    }

    /// A comma in the header decides, and so does what is in quotes not.
    @Test func theHeaderTellsTheSeparator() throws {
        let loaded = try soundBut("trainees.csv", "trainee_id,state,\"x;y;z\",note;\nT1,KWT,,a;b\nT2,QAT,,\n")
        #expect(loaded.log.convertedFiles.isEmpty && loaded.dataset.trainees.count == 2)
        let blank = try soundBut("trainees.csv", " ;;\n\ntrainee_id;state;name\nT1;KWT;\nT2;XXX;\n")
        #expect(blank.findings(in: "trainees.csv").map(\.line) == [5])
        let bar = try soundBut("trainees.csv", "trainee_id|state\nT1|KWT\n")
        #expect(bar.log.uselessFiles == ["trainees.csv"])
    }
}
