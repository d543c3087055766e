import Records
import TestSupport
import Testing

/// Bytes that are UTF-8, and bytes that only look like it.
struct EncodingTests {
    /// Bytes of a field.
    struct Bytes: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        var testDescription: String { name }
    }

    static let invalid = [
        Bytes(name: "NUL", bytes: [0x41, 0x00, 0x42]),
        Bytes(name: "NUL written in two bytes", bytes: [0xC0, 0x80]),
        Bytes(name: "slash written in two bytes", bytes: [0xC0, 0xAF]),
        Bytes(name: "slash written in three bytes", bytes: [0xE0, 0x80, 0xAF]),
        Bytes(name: "slash written in four bytes", bytes: [0xF0, 0x80, 0x80, 0xAF]),
        Bytes(name: "first half of a pair", bytes: [0xED, 0xA0, 0x80]),
        Bytes(name: "second half of a pair", bytes: [0xED, 0xBF, 0xBF]),
        Bytes(name: "pair of halves", bytes: [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
        Bytes(name: "beyond the last character", bytes: [0xF4, 0x90, 0x80, 0x80]),
        Bytes(name: "five bytes", bytes: [0xF8, 0x88, 0x80, 0x80, 0x80]),
        Bytes(name: "one byte too few", bytes: [0xE2, 0x82]),
        Bytes(name: "two bytes too few", bytes: [0xF0, 0x9F]),
        Bytes(name: "a byte that continues nothing", bytes: [0x80]),
        Bytes(name: "FE", bytes: [0xFE]), Bytes(name: "FF", bytes: [0xFF]),
        Bytes(name: "Latin-1", bytes: [0x41, 0xE9, 0x42, 0xE8, 0x43]),
    ]

    static let valid = [
        "é", "e\u{301}", "الكويت", "\u{10FFFF}", "\u{FFFE}", "\u{FFFD}", "😀", "\u{1}", "\u{7F}", "\u{FEFF}",
    ]

    private static let header = Array("trainee_id,state,institution\n".utf8)

    @Test(arguments: invalid) func invalidBytesRejectTheirRow(_ bytes: Bytes) throws {
        for quote in [[], Array("\"".utf8)] {
            let row = Array("T1,KWT,".utf8) + quote + bytes.bytes + quote + Array("\nT2,QAT,b\n".utf8)
            let loaded = try soundBut("trainees.csv", Self.header + row)
            let findings = loaded.findings(in: "trainees.csv")
            #expect(findings.map(\.code) == [.badEncoding])
            #expect(findings.map(\.line) == [2])
            #expect(findings.map(\.column) == ["institution"])
            #expect(loaded.dataset.trainees.ids.keys == ["T2"])
        }
    }

    @Test(arguments: invalid) func invalidBytesInTheHeaderMakeTheFileUseless(_ bytes: Bytes) throws {
        let text = Array("trainee_id,state,".utf8) + bytes.bytes + Array("\nT1,KWT,a\nT2,QAT,b\n".utf8)
        let loaded = try soundBut("trainees.csv", text)
        #expect(loaded.log.uselessFiles == ["trainees.csv"])
        #expect(loaded.findings(in: "trainees.csv").map(\.code) == [.badEncoding])
    }

    /// Where the table is large and its rows are read quickly, the bytes of columns that nobody uses count too.
    @Test(arguments: invalid) func invalidBytesOfAnUnknownColumnRejectTheirRow(_ bytes: Bytes) throws {
        let text =
            Array("session_id,trainee_id,status,remark\nS1,T1,completed,".utf8) + bytes.bytes
            + Array("\nS1,T2,attended,b\n".utf8)
        let loaded = try soundBut("participations.csv", text)
        #expect(loaded.findings(in: "participations.csv").map(\.code) == [.unknownColumn, .badEncoding])
        #expect(loaded.blocks.map(\.count) == [1])
    }

    @Test(arguments: valid) func validTextStays(_ text: String) throws {
        let loaded = try soundBut("trainees.csv", Self.header + Array("T1,KWT,\(text)\nT2,QAT,\n".utf8))
        #expect(loaded.findings(in: "trainees.csv") == [])
        #expect(loaded.dataset.institutions.keys.map { Array($0.utf8) } == [Array(text.utf8)])
    }

    @Test func namesThatLookTheSameAreTwo() throws {
        let loaded = try soundBut("trainees.csv", Self.header + Array("T1,KWT,Caf\u{E9}\nT2,QAT,Cafe\u{301}\n".utf8))
        #expect(loaded.dataset.institutions.count == 2)
        #expect(loaded.findings(in: "trainees.csv").map(\.code) == [.similarMembers])
    }

    /// What `similar-members` advises must work where the two differ in their bytes alone.
    @Test func namesThatLookTheSameCanBeMadeOne() throws {
        let folder = try folderSoundBut(
            "trainees.csv", Self.header + Array("T1,KWT,Caf\u{E9}\nT2,QAT,Cafe\u{301}\n".utf8))
        try folder.write("dimension,member,same_as\ninstitution,Cafe\u{301},Caf\u{E9}\n", to: "labels.csv")
        let loaded = try LoadedDataset(folder: folder.path)
        #expect(loaded.log.findings == [])
        #expect(Set(loaded.dataset.trainees.profiles.map(\.institution)).count == 1)
    }

    @Test(arguments: [
        Bytes(name: "byte order mark alone", bytes: [0xEF, 0xBB, 0xBF]),
        Bytes(name: "byte order mark and empty lines", bytes: [0xEF, 0xBB, 0xBF, 0x0A, 0x0D, 0x0A]),
        Bytes(name: "nothing", bytes: []),
        Bytes(name: "empty lines", bytes: [0x0A, 0x0A]),
    ])
    func aFileWithoutAHeaderIsEmpty(_ bytes: Bytes) throws {
        let loaded = try soundBut("trainers.csv", bytes.bytes)
        let finding = try #require(loaded.findings(in: "trainers.csv").first)
        #expect(finding.code == .missingColumn && finding.line == 1)
        #expect(finding.message.hasPrefix("the file is empty"))
    }

    @Test func halfAByteOrderMarkIsNone() throws {
        let loaded = try soundBut("trainers.csv", [0xEF, 0xBB] + Array("trainer_id\nR1\n".utf8))
        #expect(loaded.findings(in: "trainers.csv").map(\.code) == [.badEncoding])
    }
}
