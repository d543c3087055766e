import Records
import TestSupport
import Testing
import TrainingStats

/// Every kind of finding, met once in an otherwise sound dataset: its place, its code, and the text that offends.
struct FindingTests {
    /// A dataset with one fault, and the finding that it gives.
    struct Fault: CustomTestStringConvertible, Sendable {
        let code: FindingCode
        let file: String
        /// The file's text in place of the sound one.
        let text: String
        let line: Int
        let column: String
        let value: String

        init(_ code: FindingCode, in file: String, _ text: String, line: Int, column: String, value: String) {
            self.code = code
            self.file = file
            self.text = text
            self.line = line
            self.column = column
            self.value = value
        }

        var testDescription: String { "\(code.rawValue) in \(file)" }
    }

    static let sound: [String: String] = [
        "courses.csv": "course_id,title,topic,hours,max_score\nC1,Radio,cyber-security,10,50\n",
        "sessions.csv":
            "session_id,course_id,start_date,end_date,venue,capacity,status\nS1,C1,2019-01-01,2019-01-05,Hall,9,held\n",
        "trainees.csv": "trainee_id,state,name,birth_year\nT1,KWT,A,1980\nT2,QAT,B,1981\n",
        "participations.csv":
            "session_id,trainee_id,status,hours,post_score\nS1,T1,completed,9,40\nS1,T2,attended,9,\n",
        "trainers.csv": "trainer_id\nR1\n",
        "assignments.csv": "session_id,trainer_id,role\nS1,R1,lead\n",
    ]

    static let participations = "session_id,trainee_id,status,hours,post_score,rating\n"
    static let certificates = "session_id,trainee_id,status,hours,post_score,certificate_no,certified_on\n"
    static let attendance = "session_id,trainee_id,date,present,minutes\n"
    static let evaluations = "session_id,item,value\n"
    static let followUps = "session_id,trainee_id,asked_on,applied,supervisor_rating,benefit\n"
    static let requirements = "course,state,institution,period,persons,trainee_id\n"
    static let sessions = "session_id,course_id,start_date,end_date,venue,capacity,status\n"

    static let faults: [Fault] = [
        Fault(.missingColumn, in: "trainees.csv", "trainee_id,name\nT1,A\n", line: 1, column: "state", value: ""),
        Fault(.missingColumn, in: "trainers.csv", "", line: 1, column: "", value: ""),
        Fault(
            .duplicateColumn, in: "trainers.csv", "trainer_id,name,name\nR1,a,b\n", line: 1, column: "name",
            value: "name"),
        Fault(
            .missingValue, in: "participations.csv", participations + "S1,T1,,,,\n", line: 2, column: "status",
            value: ""),
        Fault(
            .badDate, in: "sessions.csv", sessions + "S1,C1,2019-02-30,2019-03-01,,9,\n", line: 2,
            column: "start_date", value: "2019-02-30"),
        Fault(
            .badDate, in: "sessions.csv", sessions + "S1,C1,1/2/2019,2019-03-01,,9,\n", line: 2, column: "start_date",
            value: "1/2/2019"),
        Fault(
            .outOfRange, in: "sessions.csv", sessions + "S1,C1,1899-12-31,2019-03-01,,9,\n", line: 2,
            column: "start_date", value: "1899-12-31"),
        Fault(
            .outOfRange, in: "sessions.csv", sessions + "S1,C1,2019-03-01,2200-01-01,,9,\n", line: 2,
            column: "end_date", value: "2200-01-01"),
        Fault(
            .outOfRange, in: "trainees.csv", "trainee_id,state,birth_year\nT1,KWT,1408\nT2,QAT,1981\n", line: 2,
            column: "birth_year", value: "1408"),
        Fault(
            .longSession, in: "sessions.csv", sessions + "S1,C1,2018-01-01,2019-01-02,,9,\n", line: 2,
            column: "end_date", value: "2019-01-02"),
        Fault(
            .implausibleAge, in: "trainees.csv",
            "trainee_id,state,name,birth_year\nT1,KWT,A,2010\nT2,QAT,B,2009\n", line: 2, column: "birth_year",
            value: "2010"),
        Fault(
            .implausibleAge, in: "trainees.csv",
            "trainee_id,state,birth_year\nT1,KWT,1980\nT2,QAT,1981\nT3,QAT,2020\nT4,QAT,2019\n", line: 4,
            column: "birth_year", value: "2020"),
        Fault(
            .badNumber, in: "participations.csv", participations + "S1,T1,completed,1e3,,\n", line: 2,
            column: "hours", value: "1e3"),
        Fault(
            .badNumber, in: "participations.csv", participations + "S1,T1,completed,\"1,000\",,\n", line: 2,
            column: "hours", value: "1,000"),
        Fault(
            .badCode, in: "participations.csv", participations + "S1,T1,done,,,\n", line: 2, column: "status",
            value: "done"),
        Fault(
            .badCode, in: "trainees.csv", "trainee_id,state\nT1,Kuwayt\nT2,QAT\n", line: 2, column: "state",
            value: "Kuwayt"),
        Fault(
            .badCode, in: "courses.csv", "course_id,title,topic\nC1,Radio,cyber\n", line: 2, column: "topic",
            value: "cyber"),
        Fault(
            .outOfRange, in: "participations.csv", participations + "S1,T1,attended,-1,,\n", line: 2,
            column: "hours", value: "-1"),
        Fault(
            .outOfRange, in: "participations.csv", participations + "S1,T1,completed,,50.5,\n", line: 2,
            column: "post_score", value: "50.5"),
        Fault(
            .outOfRange, in: "participations.csv", participations + "S1,T1,attended,,,6\n", line: 2,
            column: "rating", value: "6"),
        Fault(
            .unknownCourse, in: "sessions.csv", sessions + "S1,C1,2019-01-01,2019-01-05,,9,\nS2,C9,,,,,\n", line: 3,
            column: "course_id", value: "C9"),
        Fault(
            .unknownSession, in: "participations.csv", participations + "S7,T1,attended,,,\n", line: 2,
            column: "session_id", value: "S7"),
        Fault(
            .unknownTrainee, in: "participations.csv", participations + "S1,T99,attended,,,\n", line: 2,
            column: "trainee_id", value: "T99"),
        Fault(
            .unknownTrainer, in: "assignments.csv", "session_id,trainer_id\nS1,R2\n", line: 2, column: "trainer_id",
            value: "R2"),
        Fault(
            .unknownSession, in: "attendance.csv", attendance + "S7,T1,2019-01-01,yes,\n", line: 2,
            column: "session_id", value: "S7"),
        Fault(
            .unknownTrainee, in: "attendance.csv", attendance + "S1,T9,2019-01-01,yes,\n", line: 2,
            column: "trainee_id", value: "T9"),
        Fault(
            .outOfRange, in: "attendance.csv", attendance + "S1,T1,2018-12-31,yes,\n", line: 2, column: "date",
            value: "2018-12-31"),
        Fault(
            .outOfRange, in: "attendance.csv", attendance + "S1,T1,2019-01-06,yes,\n", line: 2, column: "date",
            value: "2019-01-06"),
        Fault(
            .outOfRange, in: "attendance.csv", attendance + "S1,T1,2019-01-02,yes,1440.5\n", line: 2,
            column: "minutes", value: "1440.5"),
        Fault(
            .outOfRange, in: "attendance.csv", attendance + "S1,T1,2019-01-02,yes,-1\n", line: 2, column: "minutes",
            value: "-1"),
        Fault(
            .outOfRange, in: "attendance.csv", attendance + "S1,T1,2019-01-02,لا,30\n", line: 2, column: "minutes",
            value: "30"),
        Fault(
            .badCode, in: "attendance.csv", attendance + "S1,T1,2019-01-02,ربما,30\n", line: 2, column: "present",
            value: "ربما"),
        Fault(
            .duplicateKey, in: "attendance.csv", attendance + "S1,T1,2019-01-02,نعم,\nS1,T1,2019-01-02,No,\n", line: 3,
            column: "date", value: "S1, T1, 2019-01-02"),
        Fault(
            .unknownSession, in: "evaluations.csv", evaluations + "S7,trainer,5\n", line: 2, column: "session_id",
            value: "S7"),
        Fault(
            .missingValue, in: "evaluations.csv", evaluations + "S1,,5\n", line: 2, column: "item", value: ""),
        Fault(
            .outOfRange, in: "evaluations.csv", evaluations + "S1,trainer,5\nS1,trainer,6\n", line: 3, column: "value",
            value: "6"),
        Fault(
            .badNumber, in: "evaluations.csv", evaluations + "S1,trainer,4.5\n", line: 2, column: "value",
            value: "4.5"),
        Fault(
            .unknownSession, in: "followups.csv", followUps + "S7,T1,2019-03-01,yes,,\n", line: 2,
            column: "session_id", value: "S7"),
        Fault(
            .unknownTrainee, in: "followups.csv", followUps + "S1,T9,2019-03-01,yes,,\n", line: 2,
            column: "trainee_id", value: "T9"),
        Fault(
            .badDate, in: "followups.csv", followUps + "S1,T1,2019-02-30,yes,,\n", line: 2, column: "asked_on",
            value: "2019-02-30"),
        Fault(
            .badCode, in: "followups.csv", followUps + "S1,T1,2019-03-01,ربما,,\n", line: 2, column: "applied",
            value: "ربما"),
        Fault(
            .outOfRange, in: "followups.csv", followUps + "S1,T1,2019-03-01,جزئيا,5.5,\n", line: 2,
            column: "supervisor_rating", value: "5.5"),
        Fault(
            .badNumber, in: "followups.csv", followUps + "S1,T1,2019-03-01,yes,,1e3\n", line: 2, column: "benefit",
            value: "1e3"),
        Fault(
            .duplicateKey, in: "followups.csv", followUps + "S1,T1,2019-03-01,yes,,\nS1,T1,2019-06-01,no,,\n",
            line: 3, column: "trainee_id", value: "S1, T1"),
        Fault(
            .earlyFollowUp, in: "followups.csv", followUps + "S1,T1,2019-01-05,yes,,\nS1,T2,2019-01-04,yes,,\n",
            line: 3, column: "asked_on", value: "2019-01-04"),
        Fault(
            .futureFollowUp, in: "followups.csv", followUps + "S1,T1,2019-12-31,yes,,\nS1,T2,2020-01-01,yes,,\n",
            line: 3, column: "asked_on", value: "2020-01-01"),
        Fault(
            .duplicateKey, in: "participations.csv", participations + "S1,T1,attended,,,\nS1,T1,attended,,,\n",
            line: 3, column: "trainee_id", value: "S1, T1"),
        Fault(
            .duplicateKey, in: "assignments.csv",
            "session_id,trainer_id,role\nS1,R1,lead\nS1,R1,speaker\nS1,R1,\nS1,R1,lead\n", line: 5,
            column: "trainer_id", value: "S1, R1, lead"),
        Fault(
            .duplicateKey, in: "trainees.csv", "trainee_id,state\nT1,KWT\nT2,KWT\nT1,QAT\n", line: 4,
            column: "trainee_id", value: "T1"),
        Fault(
            .endBeforeStart, in: "sessions.csv", sessions + "S1,C1,2019-01-05,2019-01-01,,9,\n", line: 2,
            column: "end_date", value: "2019-01-01"),
        Fault(
            .missingRate, in: "sessions.csv",
            "session_id,course_id,start_date,end_date,cost,currency\nS1,C1,2019-01-01,2019-01-05,100,USD\n", line: 2,
            column: "currency", value: "USD"),
        Fault(
            .raggedRow, in: "participations.csv", participations + "S1,T1,attended\n", line: 2, column: "",
            value: "S1,T1,attended"),
        Fault(
            .badEncoding, in: "trainers.csv", "trainer_id\nR1\0\n", line: 2, column: "trainer_id", value: "R1\u{0}"),
        Fault(
            .unclosedQuote, in: "trainees.csv", "trainee_id,state\nT1,KWT\nT2,\"KWT\n", line: 3, column: "state",
            value: "KWT\n"),
        Fault(
            .rejectedReference, in: "sessions.csv", sessions + "S1,C1,2019-99-01,2019-01-05,,9,\n", line: 2,
            column: "session_id", value: "S1"),
        Fault(
            .unknownColumn, in: "trainers.csv", "trainer_id,shoe_size\nR1,44\n", line: 1, column: "shoe_size",
            value: "shoe_size"),
        Fault(
            .hoursExceedPlan, in: "participations.csv", participations + "S1,T1,attended,10.5,,\n", line: 2,
            column: "hours", value: "10.5"),
        Fault(
            .overCapacity, in: "sessions.csv", sessions + "S1,C1,2019-01-01,2019-01-05,,1,\n", line: 2,
            column: "capacity", value: "1"),
        Fault(
            .missingScore, in: "participations.csv", participations + "S1,T1,completed,,,\n", line: 2,
            column: "post_score", value: ""),
        Fault(
            .doubtfulCertificate, in: "participations.csv",
            certificates + "S1,T1,completed,9,40,N1,\nS1,T2,attended,9,,N2,\n",
            line: 3, column: "certificate_no", value: "N2"),
        Fault(
            .doubtfulCertificate, in: "participations.csv", certificates + "S1,T1,withdrawn,,,,2019-01-05\n",
            line: 2, column: "certified_on", value: "2019-01-05"),
        Fault(
            .doubtfulCertificate, in: "participations.csv",
            certificates + "S1,T1,completed,9,40,N1,2019-01-05\nS1,T2,completed,9,40,N1,\n", line: 3,
            column: "certificate_no", value: "N1"),
        Fault(
            .doubtfulCertificate, in: "participations.csv", certificates + "S1,T1,completed,9,40,N1,2020-01-01\n",
            line: 2, column: "certified_on", value: "2020-01-01"),
        Fault(
            .outOfRange, in: "participations.csv", certificates + "S1,T1,completed,9,40,N1,2018-12-31\n", line: 2,
            column: "certified_on", value: "2018-12-31"),
        Fault(
            .outOfRange, in: "courses.csv", "course_id,title,topic,valid_months\nC1,Radio,,0\n", line: 2,
            column: "valid_months", value: "0"),
        Fault(
            .doubtfulCertificate, in: "courses.csv",
            "course_id,title,topic,hours,max_score,completion,valid_months\nC1,Radio,,10,50,no,12\n", line: 2,
            column: "valid_months", value: "12"),
        Fault(
            .badCode, in: "requirements.csv", requirements + "C1,,,2019,5,\nC1,,,last-year,5,\n", line: 3,
            column: "period", value: "last-year"),
        Fault(
            .unknownCourse, in: "requirements.csv", requirements + "Q,,,2019,5,\n", line: 2, column: "course",
            value: "Q"),
        Fault(
            .doubtfulRequirement, in: "requirements.csv", requirements + "C1,QAT,,2019,,T2\nC1,QAT,,2019,,T1\n",
            line: 3,
            column: "trainee_id", value: "T1"),
        Fault(
            .doubtfulRequirement, in: "requirements.csv", requirements + "C1,,Nowhere,2019,5,\n", line: 2,
            column: "institution", value: "Nowhere"),
        Fault(
            .missingDate, in: "sessions.csv", sessions + "S1,C1,2019-01-01,,,9,\n", line: 2, column: "end_date",
            value: ""),
        Fault(
            .similarMembers, in: "sessions.csv",
            sessions + "S1,C1,2019-01-01,2019-01-05,Main Hall,9,\nS2,C1,2019-01-01,2019-01-05,main-hall,9,planned\n",
            line: 3, column: "venue", value: "main-hall"),
        Fault(
            .noParticipants, in: "sessions.csv",
            sessions + "S1,C1,2019-01-01,2019-01-05,,9,\nS2,C1,2019-01-01,2019-01-05,,9,held\n", line: 3,
            column: "session_id", value: "S2"),
        Fault(
            .possibleDuplicatePerson, in: "trainees.csv",
            "trainee_id,state,name,birth_year\nT1,KWT,A,1980\nT2,KWT,a,\n", line: 3, column: "trainee_id",
            value: "T2"),
        Fault(
            .futureSession, in: "sessions.csv", sessions + "S1,C1,2020-01-01,2020-01-05,,9,\n", line: 2,
            column: "end_date", value: "2020-01-05"),
    ]

    @Test(arguments: faults)
    func finding(_ fault: Fault) throws {
        var files = Self.sound
        files[fault.file] = fault.text
        let loaded = try LoadedDataset(files: files)
        let found = loaded.log.findings.filter { $0.code == fault.code }
        let finding = try #require(found.first, "\(loaded.log.findings)")
        if fault.code == .rejectedReference {
            // What refers to a rejected row is told where it stands, once a file.
            #expect(found.map(\.file) == ["assignments.csv", "participations.csv"])
        } else {
            #expect(found.count == 1, "\(found)")
            #expect(finding.file == fault.file)
        }
        #expect(finding.line == fault.line)
        #expect(finding.column == fault.column)
        #expect(finding.value == fault.value)
        #expect(!finding.message.isEmpty)
    }

    /// A certificate of a course without completion does not count; who has not completed it is told as that.
    @Test func certificatesOfCoursesWithoutCompletion() throws {
        var files = Self.sound
        files["courses.csv"] = "course_id,title,topic,hours,max_score,completion\nC1,Radio,,10,50,no\n"
        files["participations.csv"] =
            Self.certificates + "S1,T1,completed,9,40,N1,\nS1,T2,attended,9,,N2,\n"
        let findings = try LoadedDataset(files: files).log.findings.filter { $0.code == .doubtfulCertificate }
        #expect(findings.map(\.value) == ["N1", "N2"])
        #expect(findings.first?.message.contains("'C1' is a course that cannot be completed") == true)
        #expect(findings.last?.message.contains("the status is attended") == true)
    }

    @Test func soundDatasetHasNoFindings() throws {
        #expect(try LoadedDataset(files: Self.sound).log.findings == [])
    }

    @Test func everyCodeIsMet() {
        // What takes several files, a workbook or the catalogue has tests of its own.
        let others: Set<FindingCode> = [
            .noCompletions, .unknownParticipation, .uncachedFormula, .formulaError, .outlier, .doubtfulTarget,
        ]
        #expect(Set(Self.faults.map(\.code)).union(others) == Set(FindingCode.allCases))
    }

    @Test func namesThePlaceAndTheRemedy() throws {
        var files = Self.sound
        files["participations.csv"] = Self.participations + "S1,T3,attended,,,\n"
        let finding = try #require(try LoadedDataset(files: files).log.findings.first { $0.code == .unknownTrainee })
        #expect(finding.message == "'T3' is not in trainees.csv; did you mean 'T1'?")
    }

    @Test func rejectedRowsAndThoseThatReferToThemAreCounted() throws {
        var files = Self.sound
        files["sessions.csv"] = Self.sessions + "S1,C1,2019-99-01,2019-01-05,,9,\n"
        let loaded = try LoadedDataset(files: files)
        let rejected = Dictionary(uniqueKeysWithValues: loaded.tallies.map { ($0.file, $0.rejected) })
        #expect(rejected["sessions.csv"] == 1)
        #expect(rejected["assignments.csv"] == 1)
        #expect(rejected["participations.csv"] == 2)
        let references = loaded.log.findings.filter { $0.code == .rejectedReference }
        #expect(references.map(\.file) == ["assignments.csv", "participations.csv"])
    }

    @Test func onlyTheFirstOfAFloodIsKept() throws {
        let rows = (0..<100).map { "S1,X\($0),attended,,," }.joined(separator: "\n")
        var files = Self.sound
        files["participations.csv"] = Self.participations + rows + "\n"
        let folder = try TemporaryFolder(files)
        let log = FindingLog(keptPerGroup: 20)
        let reader = try DatasetReader(folder: folder.path, log: log)
        _ = try reader.readTables()
        _ = try reader.readParticipations(into: BlockCollector())
        #expect(log.findings.count == 20)
        #expect(log.notKept.map(\.count) == [80])
        #expect(log.count(.error) == 100)
    }

    /// Where a key stands twice a table is read twice, and still each row is told once.
    @Test(arguments: [1, 3]) func eachRejectedRowIsToldOnce(threads: Int) throws {
        var files = Self.sound
        files["trainees.csv"] = "trainee_id,state,name\nT1,KWT,A\nT9,XX,C\nT2,QAT,B\nT1,KWT,A\n"
        files["participations.csv"] =
            Self.participations + "S1,T1,attended,,,\nS1,T7,attended,,,\nS1,T2,attended,,,\nS1,T1,attended,,,\n"
        for file in ["none", "trainees.csv", "participations.csv"] {
            let folder = try TemporaryFolder(files.merging([file: Self.sound[file] ?? ""]) { $1 })
            var options = ReadOptions()
            options.threads = threads
            options.chunkSize = 16
            var told: [String] = []
            options.onReject = { told.append("\($0.table.fileName):\($0.finding.line)") }
            let reader = try DatasetReader(folder: folder.path, options: options, log: FindingLog(keptPerGroup: nil))
            _ = try reader.readTables()
            _ = try reader.readParticipations(into: BlockCollector())
            #expect(
                told
                    == (file == "trainees.csv" ? [] : ["trainees.csv:3", "trainees.csv:5"])
                    + (file == "participations.csv" ? [] : ["participations.csv:3", "participations.csv:5"]))
            #expect(told.count == reader.tallies.reduce(0) { $0 + $1.rejected })
        }
    }
}
