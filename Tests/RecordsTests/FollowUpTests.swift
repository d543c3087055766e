import Records
import Support
import TestSupport
import Testing
import TrainingStats

/// Evaluations and follow-ups: what is read of them, and what is found where they and participations do not fit together.
struct FollowUpTests {
    private func loaded(
        _ rows: String, participations: String = "S1,T1,completed,9,40\nS1,T2,attended,9,\n",
        files: [String: String] = [:]
    ) throws -> LoadedDataset {
        var files = FindingTests.sound.merging(files) { $1 }
        files["participations.csv"] = "session_id,trainee_id,status,hours,post_score\n" + participations
        files["followups.csv"] = FindingTests.followUps + rows
        return try LoadedDataset(files: files)
    }

    @Test func whatIsStatedIsRead() throws {
        let found = try loaded("S1,T1,2019-03-01,Partly,4.5,-20.125\nS1,T2,,,,\n")
        #expect(found.log.findings == [])
        let followUps = found.dataset.followUps
        let first = try #require(followUps.rows.first)
        #expect(first.applied == .partly && first.supervisorRating == ExactDecimal("4.5"))
        #expect(first.benefit == ExactDecimal("-20.125") && first.askedOn == .day("2019-03-01") && first.line == 2)
        #expect(followUps.rows.last?.applied == nil && followUps.rows.last?.benefit == nil)
        #expect(followUps.position(session: 0, trainee: 1) == 1)
        #expect(followUps.position(session: 0, trainee: 2) == nil && followUps.position(session: 9, trainee: 0) == nil)
        #expect(found.dataset.tables.followUps && !found.dataset.tables.evaluations)
    }

    /// Each answer is a row; the same answer again is another one, and items that are spelt in two ways are one.
    @Test func answersAreRowsOfTheirOwn() throws {
        var files = FindingTests.sound
        files["evaluations.csv"] = FindingTests.evaluations + "S1,trainer,5\nS1,trainer,5\nS1,Trainer,4\nS1,المكان,1\n"
        files["labels.csv"] = "dimension,member,name_en,same_as\nevaluation-item,Trainer,,trainer\n"
        let found = try LoadedDataset(files: files)
        #expect(found.log.findings == [])
        #expect(found.dataset.evaluations.map(\.value) == [5, 5, 4, 1])
        #expect(
            found.dataset.evaluations.map { found.dataset.evaluationItems[Int($0.item)] }
                == ["trainer", "trainer", "trainer", "المكان"])
    }

    @Test func followUpsWithoutAParticipation() throws {
        let found = try loaded(
            "S1,T1,2019-03-01,yes,,\nS1,T2,2019-03-01,yes,,\n", participations: "S1,T1,completed,9,40\n")
        let finding = try #require(found.log.findings.first)
        #expect(found.log.findings.count == 1)
        #expect(finding.code == .unknownParticipation)
        #expect((finding.file, finding.line, finding.column) == ("followups.csv", 3, "trainee_id"))
        #expect(finding.value == "S1, T2")
        #expect(found.tallies.first { $0.file == "followups.csv" }?.rejected == 1)
    }

    /// What has no participation is told as that alone, whatever its day is.
    @Test func followUpsOfTheFuture() throws {
        let found = try loaded(
            "S1,T1,2020-01-01,yes,,\nS1,T2,2020-01-01,yes,,\n", participations: "S1,T1,completed,9,40\n")
        #expect(found.log.findings.map(\.code) == [.futureFollowUp, .unknownParticipation])
        #expect(found.log.findings.map(\.line) == [2, 3])
    }

    @Test func followUpsOfARejectedParticipation() throws {
        let found = try loaded(
            "S1,T2,2019-03-01,yes,,\n", participations: "S1,T1,completed,9,40\nS1,T2,done,,\n")
        #expect(Set(found.log.findings.map(\.code)) == [.badCode, .rejectedReference])
        #expect(found.log.findings.first { $0.code == .rejectedReference }?.file == "followups.csv")
    }

    /// A person has one in a session, whatever identifier it stands under.
    @Test func identifiersOfOnePerson() throws {
        let found = try loaded(
            "S1,T1,2019-03-01,yes,,\nS1,T2,2019-03-01,no,,\n", participations: "S1,T1,completed,9,40\n",
            files: ["persons.csv": "trainee_id,same_as\nT2,T1\n"])
        #expect(found.log.findings.map(\.code) == [.duplicateKey])
        #expect(found.log.findings.map(\.value) == ["S1, T2"])
        #expect(found.dataset.followUps.rows.map(\.applied) == [.yes])
    }

    /// Days and follow-ups of one participation are looked for together.
    @Test func besideDaysOfAttendance() throws {
        let found = try loaded(
            "S1,T1,2019-03-01,yes,,\n",
            files: ["attendance.csv": FindingTests.attendance + "S1,T1,2019-01-02,yes,\nS1,T2,2019-01-02,no,\n"])
        #expect(found.log.findings == [])
        #expect(found.blocks.flatMap { block in (0..<block.count).map { block[.daysRecorded][$0] } }.count == 2)
    }

    /// Follow-ups are of participations: a dataset that has them needs these.
    @Test func participationsAreNeeded() {
        let files = ["courses.csv": "", "sessions.csv": "", "headcounts.csv": "", "followups.csv": ""]
        let error = #expect(throws: ReadError.self) { try LoadedDataset(files: files) }
        guard case .noDataset(let explanation)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(explanation.texts[0].en.contains("trainees.csv, participations.csv"))
    }
}
