import Records
import TestSupport
import Testing
import TrainingStats

/// One person with several identifiers: who could be one, and what `persons.csv` says.
struct PersonTests {
    private static let header = "trainee_id,name,state,sex,sector,birth_year\n"

    private func warned(_ rows: String, persons: String? = nil) throws -> [String] {
        let folder = try folderSoundBut("trainees.csv", Array((Self.header + rows).utf8))
        try folder.write("session_id,trainee_id,status\n", to: "participations.csv")
        if let persons { try folder.write(persons, to: "persons.csv") }
        return try LoadedDataset(folder: folder.path).log.findings
            .filter { $0.code == .possibleDuplicatePerson }
            .map { "\($0.value) \($0.message.split(separator: "'")[2])" }
    }

    @Test func theSameNameAndNothingThatDiffers() throws {
        #expect(try warned("T1,Ali Hasan,KWT,M,,1980\nT2,ALI  HASAN,KWT,,police,1980\n") == ["T2 T1"])
        #expect(try warned("T1,أحمد علي,KWT,,,\nT2,احمد عَلِي,,M,,\n") == ["T2 T1"])
        #expect(try warned("T1,Ali,KWT,M,,1980\nT2,Ali,QAT,M,,1980\n") == [])
        #expect(try warned("T1,Ali,KWT,M,,1980\nT2,Ali,KWT,F,,1980\n") == [])
        #expect(try warned("T1,Ali,KWT,M,civil,1980\nT2,Ali,KWT,M,police,1980\n") == [])
        #expect(try warned("T1,Ali,KWT,M,,1980\nT2,Ali,KWT,M,,1981\n") == [])
        #expect(try warned("T1,,KWT,M,,1980\nT2,,KWT,M,,1980\nT3,-,,,,\nT4,-,,,,\n") == [])
        // The second tells the third nothing that the first does not deny.
        #expect(try warned("T1,Ali,,F,,\nT2,Ali,,,,\nT3,Ali,,M,,\n") == ["T2 T1", "T3 T2"])
    }

    /// Many of one name are found by their traits, as few are one by one.
    @Test(arguments: [20, 2_000]) func manyOfOneName(count: Int) throws {
        var random = SplitMix64(seed: 3)
        var people: [[String]] = []
        for _ in 0..<count {
            people.append([
                random.pick(["KWT", "QAT", "OMN", ""]), random.pick(["F", "M", ""]),
                random.pick(["civil", "police", ""]),
                random.pick(["", "1980", "1981", "1982", "1983", "1984"]),
            ])
        }
        var expected: [String] = []
        for (number, person) in people.enumerated() {
            let earlier = people.prefix(number).firstIndex { other in
                zip(person, other).allSatisfy { $0 == $1 || $0.isEmpty || $1.isEmpty }
            }
            if let earlier { expected.append("T\(number) T\(earlier)") }
        }
        let rows = people.enumerated().map { "T\($0),Ali,\($1.joined(separator: ","))\n" }.joined()
        #expect(try warned(rows) == expected)
    }

    @Test func whatIsSaidIsToldNoMore() throws {
        let three = "T1,Ali,,,,\nT2,Ali,,,,\nT3,Ali,,,,\n"
        #expect(try warned(three) == ["T2 T1", "T3 T1"])
        #expect(try warned(three, persons: "trainee_id,same_as\nT2,T1\n") == ["T3 T1"])
        #expect(try warned(three, persons: "trainee_id,not_same_as\nT2,T1\n") == ["T3 T1"])
        #expect(try warned(three, persons: "trainee_id,not_same_as\nT3,T1\n") == ["T2 T1", "T3 T2"])
        // What is said of a person is said of all his or her identifiers.
        let said = "trainee_id,same_as,not_same_as\nT2,T1,\nT3,,T2\n"
        #expect(try warned(three, persons: said) == [])
    }

    @Test func anIdentifierCountsAsAnother() throws {
        let folder = try TemporaryFolder(FindingTests.sound)
        try folder.write("trainee_id,state\nT1,KWT\nT2,QAT\nT3,OMN\n", to: "trainees.csv")
        try folder.write("session_id,trainee_id,status\nS1,T1,attended\nS1,T3,attended\n", to: "participations.csv")
        try folder.write("trainee_id,from,state\nT3,2018-01-01,BHR\n", to: "affiliations.csv")
        try folder.write("trainee_id,same_as\nT3,T2\n", to: "persons.csv")
        let loaded = try LoadedDataset(folder: folder.path)
        #expect(loaded.log.findings == [])
        #expect(loaded.blocks.flatMap(\.trainees) == [0, 1])
        #expect(loaded.dataset.affiliations.map(\.trainee) == [1])
    }

    /// In one session under two identifiers: the first row stays, whichever way rows are read.
    @Test(arguments: ["", "\"\"\"x\""]) func twiceInASession(_ remark: String) throws {
        let folder = try TemporaryFolder(FindingTests.sound)
        try folder.write("trainee_id,same_as\nT1,T2\n", to: "persons.csv")
        try folder.write(
            "session_id,trainee_id,status,hours\nS1,T1,attended,1\n\nS1,T2,attended,2\n", to: "participations.csv")
        let loaded = try LoadedDataset(folder: folder.path)
        let found = loaded.findings(in: "participations.csv")
        #expect(found.map { "\($0.line) \($0.code.rawValue) \($0.value)" } == ["4 duplicate-key S1, T2"])
        #expect(found.first?.message.contains("persons.csv") == true)
        #expect(loaded.blocks.flatMap(\.trainees) == [1])
    }

    @Test(
        arguments: [
            ("T1,T9,\n", "2 unknown-trainee T9"), ("T1,,T9\n", "2 unknown-trainee T9"),
            ("T9,T1,\n", "2 unknown-trainee T9"),
            ("T1,T1,\n", "2 bad-code T1"), ("T1,,T1\n", "2 bad-code T1"), ("T1,T2,\nT2,T1,\n", "3 bad-code T1"),
            ("T1,T2,\nT2,T3,\nT3,T1,\n", "4 bad-code T1"), ("T1,T2,T2\n", "2 bad-code T2"),
            ("T1,T2,\nT1,T3,\n", "3 bad-code T3"), ("T1,,T2\nT3,T1,\nT2,T3,\n", "4 bad-code T3"),
            ("T1,T2,\nT3,T2,\nT1,,T3\n", "4 bad-code T3"), ("T1,T2,\nT1,T2,\nT2,,T3\nT1,,T3\n", ""),
        ]) func contradictions(_ rows: String, _ expected: String) throws
    {
        let folder = try TemporaryFolder(FindingTests.sound)
        try folder.write("trainee_id,state\nT1,KWT\nT2,QAT\nT3,OMN\n", to: "trainees.csv")
        try folder.write("trainee_id,same_as,not_same_as\n" + rows, to: "persons.csv")
        let found = try LoadedDataset(folder: folder.path).findings(in: "persons.csv")
        #expect(found.map { "\($0.line) \($0.code.rawValue) \($0.value)" }.joined(separator: "; ") == expected)
    }

    /// Nobody is proposed to be two persons who differ.
    @Test func proposals() throws {
        let folder = try folderSoundBut(
            "trainees.csv", Array((Self.header + "T1,Ali,,F,,\nT2,Ali,,,,\nT3,Ali,,M,,\nT4,Bo,,,,\nT5,Bo,,,,\n").utf8))
        try folder.write("session_id,trainee_id,status\n", to: "participations.csv")
        try folder.write("trainee_id,not_same_as\nT4,T1\n", to: "persons.csv")
        let reader = try DatasetReader(folder: folder.path, log: FindingLog(keptPerGroup: nil))
        _ = try reader.readTables()
        let (rows, identifiers) = reader.proposedPersons
        #expect(identifiers == 2)
        #expect(
            rows == [
                PersonRow(trainee: "T4", notSameAs: "T1"), PersonRow(trainee: "T2", sameAs: "T1"),
                PersonRow(trainee: "T5", sameAs: "T4"),
            ])
    }

    /// A spelling of nobody, where records have the spelling.
    @Test func aSpellingOfWhatNoRecordHas() throws {
        let folder = try folderSoundBut(
            "trainees.csv", Array("trainee_id,state,institution\nT1,KWT,Navy\nT2,QAT,navy\n".utf8))
        try folder.write(
            "dimension,member,same_as\ninstitution,navy,Navvy\ninstitution,Gone,Never\n", to: "labels.csv")
        let found = try LoadedDataset(folder: folder.path).findings(in: "labels.csv")
        #expect(
            found.map { "\($0.line) \($0.code.rawValue) \($0.message)" }
                == ["2 bad-code no record has 'Navvy'; did you mean 'Navy'?"])
    }

    /// The last sound row of a key counts, whichever way rows are read, and warnings are about it alone.
    @Test(arguments: [true, false]) func theLastRowCounts(readsPlainRows: Bool) throws {
        let folder = try TemporaryFolder(FindingTests.sound)
        try folder.write("{\"repeatedParticipations\": \"last\"}", to: "dataset.json")
        try folder.write("trainee_id,state\nT1,KWT\nT2,KWT\nT3,QAT\n", to: "trainees.csv")
        try folder.write("trainee_id,same_as\nT3,T1\n", to: "persons.csv")
        try folder.write(
            "session_id,trainee_id,status,hours,post_score\nS1,T1,registered,,\nS1,T2,completed,,\nS1,T3,completed,8,40\n"
                + "S1,T2,attended,12,\nS1,T2,finished,1,\n", to: "participations.csv")
        var options = ReadOptions()
        options.readsPlainRows = readsPlainRows
        let reader = try DatasetReader(folder: folder.path, options: options, log: FindingLog(keptPerGroup: nil))
        let dataset = try reader.readTables()
        let blocks = try reader.readParticipations(into: BlockCollector()).blocks
        let found = reader.log.findings.filter { $0.file == "participations.csv" }
        #expect(found.map { "\($0.line) \($0.code.rawValue)" } == ["5 hours-exceed-plan", "6 bad-code"])
        #expect(
            blocks.flatMap { block in block.trainees.indices.map { "\(block.trainees[$0]) \(block.lines[$0])" } } == [
                "0 4", "1 5",
            ])
        #expect(dataset.settings.repeatedParticipations == .last)
    }
}
