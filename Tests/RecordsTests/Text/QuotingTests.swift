import Records
import TestSupport
import Testing

/// Quotes, commas and line ends in every place where they may stand, and where they may not.
struct QuotingTests {
    /// A row of trainees.csv and what becomes of its institution.
    struct Row: CustomTestStringConvertible, Sendable {
        let text: String
        /// The institution, nil where it is not known or the row is rejected.
        var institution: String?
        var code: FindingCode?
        var testDescription: String { text.debugDescription }
    }

    static let rows = [
        Row(text: "T1,KWT,a\n", institution: "a"),
        Row(text: "T1,KWT,\"a,b\"\n", institution: "a,b"),
        Row(text: "\"T1\",\"KWT\",\"a\"\"b\"\n", institution: "a\"b"),
        Row(text: "T1,KWT,\"\"\"\"\n", institution: "\""),
        Row(text: "T1,KWT,\"\"\"a\"\"\"\n", institution: "\"a\""),
        Row(text: "T1,KWT,\"\"\n"),
        Row(text: "T1,KWT,\n"),
        Row(text: "T1,KWT,\"a\nb\"\n", institution: "a\nb"),
        Row(text: "T1,KWT,\"a\r\nb\"\r\n", institution: "a\r\nb"),
        Row(text: "T1,KWT,\"\n\n\"\n", institution: "\n\n"),
        Row(text: "T1,KWT,a\r\n", institution: "a"),
        Row(text: "T1,KWT,\"a\"", institution: "a"),
        // A quote within a field that does not begin with one is text, and so is a CR that ends no line.
        Row(text: "T1,KWT,a\"b\"\n", institution: "a\"b\""),
        Row(text: "T1,KWT, \"a\"\n", institution: " \"a\""),
        Row(text: "T1,KWT,a\rb\n", institution: "a\rb"),
        Row(text: "T1,KWT,a\r", institution: "a\r"),
        Row(text: "T1,KWT,\"a\r\"\n", institution: "a\r"),
        Row(text: "T1,KWT,\"a\"b\n", code: .unclosedQuote),
        Row(text: "T1,KWT,\"a\" \n", code: .unclosedQuote),
        Row(text: "T1,KWT,\"a\"\r", code: .unclosedQuote),
        Row(text: "T1,KWT,\"a\n", code: .unclosedQuote),
        Row(text: "T1,KWT,\"", code: .unclosedQuote),
        Row(text: "T1,KWT,\"a\"\"", code: .unclosedQuote),
        Row(text: "T1,\"KWT,a\n", code: .unclosedQuote),
        Row(text: "T1,KWT,a,b\n", code: .raggedRow),
        Row(text: "T1,KWT\n", code: .raggedRow),
        Row(text: "T1,KWT,a,\n", code: .raggedRow),
        Row(text: "T1,\n", code: .raggedRow),
        Row(text: "\"\n\"\n", code: .raggedRow),
    ]

    @Test(arguments: rows) func row(_ row: Row) throws {
        let header = "trainee_id,state,institution\n"
        let loaded = try soundBut("trainees.csv", header + row.text)
        #expect(loaded.dataset.institutions.keys == (row.institution.map { [$0] } ?? []))
        let findings = loaded.findings(in: "trainees.csv")
        #expect(findings.map(\.code) == (row.code.map { [$0] } ?? []), "\(findings)")
        #expect(findings.allSatisfy { $0.line == 2 })
        #expect(loaded.dataset.trainees.count == (row.code == nil ? 1 : 0))
    }

    /// A finding about a quote says where: the column, and the text of the field as far as it was read.
    @Test(arguments: [
        ("T1,KWT,\"a\"b\n", "institution", "a\"b"), ("T1,\"KWT\"x,\"a\"b\n", "state", "KWT\"x"),
        ("T1,KWT,\"x \"\"y\"\", z\" w\n", "institution", "x \"y\", z\" w"), ("T1,\"KWT,a", "state", "KWT,a"),
        ("T1,KWT,a,\"b\"c\n", "", "b\"c"),
    ])
    func aWrongQuoteIsNamedByColumnAndValue(_ text: String, column: String, value: String) throws {
        let loaded = try soundBut("trainees.csv", "trainee_id,state,institution\n" + text)
        let finding = try #require(loaded.findings(in: "trainees.csv").first)
        #expect(finding.code == .unclosedQuote && finding.column == column && finding.value == value, "\(finding)")
    }

    @Test func aLostQuoteCountsEveryLineThatItSwallows() throws {
        let header = "trainee_id,state,institution\n"
        for (text, rows, rejected) in [
            // To the end of the file.
            ("T1,KWT,a\nT2,KWT,\"b\nT3,KWT,c\nT4,KWT,d\n", 4, 3),
            // To the next quote, which was to open a field.
            ("T1,KWT,a\nT2,KWT,\"b\nT3,KWT,c\nT4,KWT,\"d\"\nT5,KWT,e\n", 5, 3),
        ] {
            let loaded = try soundBut("trainees.csv", header + text)
            let tally = try #require(loaded.tallies.first { $0.file == "trainees.csv" })
            #expect(tally.rows == rows && tally.rejected == rejected, "\(tally)")
            #expect(loaded.findings(in: "trainees.csv").map(\.line) == [3])
        }
    }

    /// A header is no row that could be left out: what is lost with it is the whole table.
    @Test(arguments: [
        "session_id,participants,\"cost\nS1,5,3\n", "session_id,participants,\"cost\"x\nS1,5,3\n",
        "\"session_id,participants,cost\nS1,5,3\n",
    ])
    func aHeaderWithALostQuoteMakesTheFileUseless(_ text: String) throws {
        let loaded = try soundBut("headcounts.csv", text)
        #expect(loaded.log.uselessFiles == ["headcounts.csv"])
        #expect(loaded.log.findings.map(\.code) == [.unclosedQuote])
        #expect(loaded.log.findings.map(\.line) == [1])
    }

    @Test func linesThatEndInCRAloneAreNamed() throws {
        for text in ["trainer_id,name\rR1,A\rR2,B\r", "trainer_id\rR1\rR2", "trainer_id\r"] {
            let loaded = try soundBut("trainers.csv", text)
            #expect(loaded.log.uselessFiles == ["trainers.csv"])
            let findings = loaded.findings(in: "trainers.csv")
            #expect(findings.map(\.code) == [.missingColumn])
            #expect(findings.allSatisfy { $0.message.hasPrefix("the lines end in CR alone") })
        }
        // A heading may hold a line break of the ordinary kind.
        let broken = try soundBut("trainers.csv", "trainer_id,\"shoe\r\nsize\"\r\nR1,44\r\n")
        #expect(broken.log.findings.map(\.code) == [.unknownColumn])
    }

    /// Where rows are read quickly, a key that holds a comma does not make one of two fields.
    @Test func aCommaInTheLastFieldIsAFieldTooMany() throws {
        let folder = try folderSoundBut("trainees.csv", Array("trainee_id,state\n\"T,1\",KWT\n".utf8))
        try folder.write(
            "session_id,status,trainee_id\nS1,attended,T,1\nS1,attended,\"T,1\"\n", to: "participations.csv")
        let loaded = try LoadedDataset(folder: folder.path)
        #expect(loaded.findings(in: "participations.csv").map(\.code) == [.raggedRow])
        #expect(loaded.blocks.flatMap(\.lines) == [3])
    }
}
