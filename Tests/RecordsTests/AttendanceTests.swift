import Foundation
import Records
import Support
import TestSupport
import Testing
import TrainingStats

/// Attendance by day: which hours follow, and what is found where rows and participations do not fit together.
struct AttendanceTests {
    private static let header = "session_id,trainee_id,date,present,minutes\n"
    private static let participations = "session_id,trainee_id,status,hours\n"

    private func loaded(
        _ rows: String, participations: String = "S1,T1,completed,9\nS1,T2,attended,\n", files: [String: String] = [:]
    ) throws -> LoadedDataset {
        var files = FindingTests.sound.merging(files) { $1 }
        files["participations.csv"] = Self.participations + participations
        files["attendance.csv"] = Self.header + rows
        return try LoadedDataset(files: files)
    }

    /// Of the participations by line: days present, days recorded and hours.
    private func values(_ loaded: LoadedDataset) -> [String] {
        loaded.blocks.flatMap { block in
            (0..<block.count).map { row in
                let numbers = [ParticipationValue.daysPresent, .daysRecorded, .hours].map { value in
                    block[value][row].map { "\($0)" } ?? "-"
                }
                return (block.lines[row], numbers.joined(separator: " "))
            }
        }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    @Test func hoursFollowWhereNoneAreStated() throws {
        let found = try loaded(
            """
            S1,T1,2019-01-01,yes,60
            S1,T2,2019-01-01,yes,50
            S1,T2,2019-01-02,نعم,
            S1,T2,2019-01-03,,100.5
            S1,T2,2019-01-04,,0
            S1,T2,2019-01-05,No,
            """)
        #expect(found.log.findings == [])
        // Hours that are stated stay. 150.5 minutes and one day of 6 hours are 8.508333 hours.
        #expect(values(found) == ["1 1 9", "3 5 8.508333"])
    }

    @Test func whatIsNotKnownIsNotRecorded() throws {
        let found = try loaded("S1,T2,2019-01-01,,\n")
        #expect(values(found) == ["- - 9", "- - -"])
        #expect(try values(loaded("S1,T2,2019-01-01,no,\n")) == ["- - 9", "0 1 0"])
        #expect(found.tallies.last?.rows == 1)
    }

    @Test func daysOfAllIdentifiersAreThePersons() throws {
        let found = try loaded(
            "S1,T1,2019-01-01,yes,\nS1,T2,2019-01-02,yes,\nS1,T2,2019-01-01,no,\n",
            participations: "S1,T1,completed,\n",
            files: ["persons.csv": "trainee_id,same_as\nT2,T1\n"])
        #expect(values(found) == ["2 2 12"])
        #expect(found.log.findings.map(\.code) == [.duplicateKey])
        #expect(found.log.findings.map(\.value) == ["S1, T2, 2019-01-01"])
    }

    @Test func daysWithoutAParticipation() throws {
        let found = try loaded("S1,T1,2019-01-01,yes,\nS1,T2,2019-01-01,yes,\n", participations: "S1,T1,completed,\n")
        let finding = try #require(found.log.findings.first)
        #expect(found.log.findings.count == 1)
        #expect(finding.code == .unknownParticipation)
        #expect((finding.file, finding.line, finding.column) == ("attendance.csv", 3, "trainee_id"))
        #expect(finding.value == "S1, T2")
        #expect(found.tallies.first { $0.file == "attendance.csv" }?.rejected == 1)
        #expect(values(found) == ["1 1 6"])
    }

    /// Rows that refer to a participation that was itself rejected are told once, as a count.
    @Test func daysOfARejectedParticipation() throws {
        let found = try loaded(
            "S1,T2,2019-01-01,yes,\nS1,T2,2019-01-02,yes,\n", participations: "S1,T1,completed,9\nS1,T2,done,\n")
        #expect(found.log.findings.map(\.code).sorted { $0.rawValue < $1.rawValue } == [.badCode, .rejectedReference])
        #expect(found.tallies.first { $0.file == "attendance.csv" }?.rejected == 2)
    }

    @Test func rejectedRowsAreToldOnce() throws {
        let folder = try TemporaryFolder(
            FindingTests.sound.merging(["attendance.csv": Self.header + "S1,T1,2019-01-09,yes,\nS1,T1,2019-01-01,no,\n"]
            ) {
                $1
            })
        var told: [RejectedRow] = []
        var options = ReadOptions()
        options.onReject = { told.append($0) }
        let log = FindingLog(keptPerGroup: nil)
        let reader = try DatasetReader(folder: folder.path, options: options, log: log)
        _ = try reader.readTables()
        _ = try reader.readParticipations(into: BlockCollector())
        #expect(told.map { String(decoding: $0.record, as: UTF8.self) } == ["S1,T1,2019-01-09,yes,"])
        #expect(log.findings.map(\.code) == [.outOfRange])
    }

    @Test func comesWithParticipations() throws {
        let files = [
            "courses.csv": "course_id,title,topic\nC1,Radio,\n",
            "sessions.csv": "session_id,course_id,start_date,end_date\nS1,C1,2019-01-01,2019-01-05\n",
            "headcounts.csv": "session_id,participants\nS1,4\n", "attendance.csv": Self.header,
        ]
        let error = #expect(throws: ReadError.self) { try LoadedDataset(files: files) }
        #expect(error?.message.contains("missing: trainees.csv, participations.csv") == true)
    }

    /// Plain rows are read the quick way, in several threads; days and hours are the same.
    @Test(arguments: [1, 3]) func theSameByAnyWay(threads: Int) throws {
        var random = SplitMix64(seed: 4)
        var (people, rows, days) = ("trainee_id,state\n", Self.participations, Self.header)
        for number in 0..<3_000 {
            people += "T\(number),KWT\n"
            rows += "S1,T\(number),attended,\(random.pick(["", "5", "\"5\""]))\n"
            for day in 1...random.within(1...4) where random.happens(60) {
                days += "S1,T\(number),2019-01-0\(day),\(random.pick(["yes", "no", ""])),\n"
            }
        }
        var files = FindingTests.sound
        files["trainees.csv"] = people
        files["participations.csv"] = rows
        files["attendance.csv"] = days
        let folder = try TemporaryFolder(files)
        let one = try LoadedDataset(folder: folder.path)
        let other = try LoadedDataset(source: CSVFolder(folder.path), threads: threads)
        #expect(one.difference(from: other) == nil)
        #expect(values(one) == values(other))
        #expect(values(one).contains { !$0.hasPrefix("-") })
    }
}
