import Records
import TestSupport
import Testing

/// What is doubtful in requirements, and how it is told.
struct RequirementWarningTests {
    private func messages(_ rows: String, _ files: [String: String] = [:], today: String = "2019-12-31") throws
        -> [String]
    {
        var files = FindingTests.sound.merging(files) { $1 }
        files["trainees.csv"] = "trainee_id,state,institution\nT1,KWT,Coast Guard\nT2,,\n"
        files["requirements.csv"] = FindingTests.requirements + rows
        return try LoadedDataset(files: files, today: today).findings(in: "requirements.csv").map(\.message)
    }

    @Test func institutionsThatNoRecordHas() throws {
        #expect(try messages("C1,,Coast Guard,2019,5,\n") == [])
        #expect(
            try messages("C1,,Coast Gaurd,2019,5,\n") == ["no record has 'Coast Gaurd'; did you mean 'Coast Guard'?"])
        #expect(
            try messages("C1,,Ministry,2019,5,\n") == ["no record has 'Ministry'; name a member that records have"])
        // A spelling that labels.csv knows is the name that it stands for.
        let labels = ["labels.csv": "dimension,member,same_as\ninstitution,CG,Coast Guard\n"]
        #expect(try messages("C1,,CG,2019,5,\n", labels) == [])
    }

    /// Of T2 nobody knows where he or she belongs; T1 belongs to Qatar from 1 June 2019 on.
    @Test func personsWhoBelongElsewhere() throws {
        let moved = ["affiliations.csv": "trainee_id,from,state,institution\nT1,2019-06-01,QAT,Navy\n"]
        let rows = "C1,QAT,Coast Guard,2019,,T1\nC1,QAT,,2019,,T2\n"
        #expect(
            try messages(rows) == [
                "'T1' belongs to 'KWT' on the reporting day, and not to 'QAT'; correct the person or the state, or leave the "
                    + "state empty"
            ])
        #expect(
            try messages(rows, moved) == [
                "'T1' belongs to 'Navy' on the reporting day, and not to 'Coast Guard'; correct the person or the "
                    + "institution, or leave the institution empty"
            ])
        #expect(try messages(rows, moved, today: "2019-05-31").count == 1)
    }

    /// However the period is written, and whatever is stated of a person who is named.
    @Test(
        arguments: [
            ("C1,,,2019-H1,5,\nC1,,,2019-Q1..2019-Q2,6,\n", 1), ("C1,,,2019-H1,5,\nC1,,,2019-H2,5,\n", 0),
            ("C1,KWT,,2019,,T1\nC1,,,2019-01..2019-12,,T1\n", 1), ("C1,KWT,,2019,5,\nC1,,,2019,5,\n", 0),
            ("C1,,,all,,T1\nC1,,Coast Guard,all,,T1\n", 1), ("C1,,,all,,T1\nC1,,,all,,T2\n", 0),
        ])
    func oneRequirementWrittenTwoWays(rows: String, duplicates: Int) throws {
        var files = FindingTests.sound
        files["trainees.csv"] = "trainee_id,state,institution\nT1,KWT,Coast Guard\nT2,,\n"
        files["requirements.csv"] = FindingTests.requirements + rows
        let findings = try LoadedDataset(files: files, today: "2019-12-31").findings(in: "requirements.csv")
        #expect(findings.map(\.code) == [FindingCode](repeating: .duplicateKey, count: duplicates))
    }
}
