import Records
import TestSupport
import Testing
import TrainingStats

/// Files that are large in an unusual direction.
///
/// None of these may take time that grows faster than the file: a test that never ends is one that fails.
struct SizeTests {
    @Test func veryManyColumns() throws {
        let names = (0..<90_000).map { "c\($0)" }.joined(separator: ",")
        let loaded = try soundBut(
            "trainees.csv", "trainee_id,state,\(names)\nT1,KWT" + String(repeating: ",", count: 90_000) + "\nT2,QAT\n")
        let findings = loaded.findings(in: "trainees.csv")
        #expect(findings.count == 90_001)
        #expect(findings.last?.code == .raggedRow)
        #expect(loaded.dataset.trainees.ids.keys == ["T1"])
    }

    @Test func veryManyColumnsOfOneName() throws {
        let loaded = try soundBut("trainers.csv", "trainer_id" + String(repeating: ",x", count: 50_000) + "\n")
        #expect(loaded.log.uselessFiles == ["trainers.csv"])
    }

    @Test func veryManyRowsOfOneByte() throws {
        let loaded = try soundBut(
            "trainees.csv", "trainee_id,state\nT1,KWT\nT2,QAT\n" + String(repeating: "x\n", count: 100_000))
        let tally = try #require(loaded.tallies.first { $0.file == "trainees.csv" })
        #expect(tally.rows == 100_002 && tally.rejected == 100_000)
        #expect(loaded.findings(in: "trainees.csv").last?.line == 100_003)
    }

    @Test func veryManyEmptyLines() throws {
        let gap = String(repeating: "\r\n", count: 700_000)
        let loaded = try soundBut("trainees.csv", gap + "trainee_id,state\n" + gap + "T1,KWT\nT2,QQQ\n")
        #expect(loaded.tallies.first { $0.file == "trainees.csv" }?.emptyLines == 1_400_000)
        #expect(loaded.findings(in: "trainees.csv").map(\.line) == [1_400_003])
    }

    @Test func aRowOfCommas() throws {
        let loaded = try soundBut(
            "trainees.csv", "trainee_id,state\nT1,KWT\nT2,QAT\n" + String(repeating: ",", count: 1_000_000) + "x")
        #expect(loaded.findings(in: "trainees.csv").map(\.code) == [.raggedRow])
    }

    @Test func aFieldOfQuotes() throws {
        let quotes = String(repeating: "\"\"", count: 1_000_000)
        let loaded = try soundBut("trainees.csv", "trainee_id,state,institution\nT1,KWT,\"\(quotes)\"\nT2,QAT,\n")
        #expect(loaded.dataset.institutions.keys.map(\.utf8.count) == [1_000_000])
    }

    /// A message is read by a person, whatever the file holds.
    @Test(arguments: [
        String(repeating: "x", count: 300_000), "K" + String(repeating: "\u{301}", count: 150_000),
        String(repeating: "😀", count: 75_000),
    ])
    func aMessageIsShort(_ text: String) throws {
        for (file, bytes) in [
            ("trainees.csv", "trainee_id,state\nT1,\(text)\nT2,QAT\n"), ("trainees.csv", "trainee_id,state,\(text)\n"),
            ("trainees.csv", "trainee_id,state,\(text),\(text)\n"), ("trainees.csv", "trainee_id,state\n\(text)\n"),
            ("participations.csv", "session_id,trainee_id,status,hours\n\(text),\(text),\(text),\(text)\n"),
            ("sessions.csv", "session_id,course_id,start_date,end_date\nS1,\(text),\(text),\n"),
            ("labels.csv", "dimension,member,same_as\n\(text),\(text),\(text)\n"),
            ("courses.csv", "course_id,title,topic\n\(text),\(text),\(text)\n\(text),a,\n"),
            ("dataset.json", "{\"\(text)\": 1}"), ("published.csv", "indicator,qualifier,value\n\(text),\(text),1\n"),
        ] {
            let loaded = try soundBut(file, bytes)
            let longest = loaded.log.findings.map {
                max($0.message.utf8.count, $0.value.utf8.count, $0.column.utf8.count)
            }
            #expect(longest.max() ?? 0 < 2_500, "\(file)")
        }
    }

    @Test func suggestionsAreNotSoughtForEveryRow() throws {
        let sessions = (0..<4_900).map { "S\($0),C1,2019-01-01,2019-01-05\n" }.joined()
        let folder = try folderSoundBut(
            "sessions.csv", Array(("session_id,course_id,start_date,end_date\n" + sessions).utf8))
        let rows = (0..<5_000).map { "X\($0),T1,attended\n" }.joined()
        try folder.write("session_id,trainee_id,status\n" + rows, to: "participations.csv")
        let log = FindingLog(keptPerGroup: 3)
        let reader = try DatasetReader(folder: folder.path, log: log)
        _ = try reader.readTables()
        _ = try reader.readParticipations(into: BlockCollector())
        #expect(log.findings.count == 3)
        #expect(log.findings.allSatisfy { $0.message.contains("did you mean 'S") })
    }

    @Test func aLongChainOfSpellingsEnds() throws {
        let count = 20_000
        let folder = try folderSoundBut(
            "trainees.csv",
            Array(("trainee_id,state,institution\n" + (0...count).map { "T\($0),KWT,I\($0)\n" }.joined()).utf8))
        try folder.write(
            "dimension,member,same_as\n" + (0..<count).map { "institution,I\($0),I\($0 + 1)\n" }.joined(),
            to: "labels.csv")
        let loaded = try LoadedDataset(folder: folder.path)
        let last = try #require(loaded.dataset.institutions.code(of: "I\(count)"))
        #expect(Set(loaded.dataset.trainees.profiles.map(\.institution)) == [Int32(last)])
    }

    @Test func theRowThatClosesACircleIsRejected() throws {
        let folder = try folderSoundBut(
            "trainees.csv", Array("trainee_id,state,institution\nT1,KWT,A\nT2,QAT,B\nT3,QAT,C\nT4,QAT,D\n".utf8))
        try folder.write(
            "dimension,member,same_as\ninstitution,A,B\ninstitution,B,C\ninstitution,C,B\ninstitution,D,D\n",
            to: "labels.csv")
        let loaded = try LoadedDataset(folder: folder.path)
        #expect(
            loaded.findings(in: "labels.csv").map { "\($0.line) \($0.code.rawValue) \($0.value)" }
                == ["4 bad-code B", "5 bad-code D"])
        // The rows before it stay.
        #expect(loaded.dataset.trainees.profiles.map(\.institution) == [2, 2, 2, 3])
    }

    @Test func moreStatesThanCanBeToldApart() throws {
        let states = (0..<33_000).map { "X\($0),N\($0)\n" }.joined()
        let loaded = try soundBut("states.csv", "state,name_en\n" + states)
        #expect(loaded.dataset.states.count == 32_768)
        let findings = loaded.findings(in: "states.csv")
        #expect(findings.count == 33_000 - 32_762 && findings.allSatisfy { $0.code == .outOfRange })
    }
}
