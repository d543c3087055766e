import Aggregation
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Reporting

/// Targets on figures that are only bounds, since records lack what they are made of: nothing is called missed or met that is
/// not proven.
struct TargetBoundTests {
    /// Sessions of which something is known, and something is not.
    ///
    /// In March two named persons completed S1, one of them in hours that nobody states, and a group of 10 took part of whom
    /// it is not known who completed it. In April there was a group without a number. S3, in May, is not reported, and what it
    /// cost is not stated.
    static let files = [
        "courses.csv": "course_id,title,topic\nC1,Radio,cyber-security\n",
        "sessions.csv":
            "session_id,course_id,start_date,end_date,cost\nS1,C1,2019-03-01,2019-03-05,100\n"
            + "S2,C1,2019-04-01,2019-04-05,20\nS3,C1,2019-05-01,2019-05-05,\n",
        "trainees.csv": "trainee_id,state\nT1,KWT\nT2,QAT\n",
        "participations.csv": "session_id,trainee_id,status,hours\nS1,T1,completed,9\nS1,T2,completed,\n",
        "headcounts.csv": "session_id,state,participants,completions\nS1,OMN,10,\nS2,OMN,,\n",
    ]

    struct Example: CustomTestStringConvertible, Sendable {
        /// Measure, filter, period, target, baseline.
        let row: String
        let status: TargetProgress.Status
        let today: String
        /// The most that the figure can be: a number, "open", or empty.
        let most: String

        init(_ row: String, _ status: TargetProgress.Status, on today: String = "2019-12-31", most: String = "") {
            (self.row, self.status, self.today, self.most) = (row, status, today, most)
        }

        var testDescription: String { "\(row) on \(today)" }
    }

    static let examples: [Example] = [
        // No more than took part have completed it: 2 to 12.
        .init("completions,,2019-03,2,", .met, most: "12"),
        .init("completions,,2019-03,3,", .withinBounds, most: "12"),
        .init("completions,,2019-03,12,", .withinBounds, most: "12"),
        .init("completions,,2019-03,13,", .missed, most: "12"),
        // Of a group without a number nobody knows it.
        .init("completions,,2019-04,1,", .unknown),
        .init("completions,,2019,2,", .met, most: "open"),
        .init("completions,,2019,1000,", .open, most: "open"),
        .init("participations,,2019,12,", .met, most: "open"), .init("participations,,2019,13,", .open, most: "open"),
        .init("trainees,,2019,12,", .met, most: "open"), .init("trainees,,2019,13,", .open, most: "open"),
        .init("trainees,state=KWT,2019-03,2,", .missed),
        // Nobody knows who was in the session that nobody reported.
        .init("trainees,state=KWT,2019,2,", .open, most: "open"),
        // While the period lasts: half of it is over, and two of three are half of the way or more, whatever else there was.
        .init("completions,,2019,3,", .onTrack, on: "2019-06-30", most: "open"),
        .init("completions,,2019,9,", .open, on: "2019-06-30", most: "open"),
        // What named persons alone say, beside people who were counted.
        .init("no-shows,,2019-03,0,", .open, most: "open"), .init("trainee-hours,,2019-03,9,", .met, most: "open"),
        .init("trainee-hours,,2019-03,10,", .open, most: "open"),
        // To be undercut: what is not stated may be too much.
        .init("cost,,2019-03..2019-04,120,", .met), .init("cost,,2019-03..2019-04,119,", .missed),
        .init("cost,,2019,119,", .missed, most: "open"), .init("cost,,2019,500,", .open, most: "open"),
        .init("cost,,2019,119,", .behind, on: "2019-12-30", most: "open"),
        .init("participations,,2019,20,30", .open, most: "open"),
        .init("participations,,2019,11,30", .missed, most: "open"),
        // A quotient is open to the side of what it is made of.
        .init("cost-per-participation,,2019,5,", .unknown),
        // By its definition of those who are named.
        .init("completion-rate,,2019-03,1,", .met), .init("sessions,,2019,4,", .missed),
    ]

    private func table(_ rows: [String], _ today: String) throws -> (progress: [TargetProgress], table: Table) {
        var files = Self.files
        files["targets.csv"] = "measure,where,period,target,baseline\n" + rows.map { $0 + "\n" }.joined()
        let (loaded, today) = (try LoadedDataset(files: files), CivilDate.day(today))
        let description = DatasetDescription(loaded.dataset, today: today, catalogue: .builtIn)
        let questions = try TargetQuestion.all(of: description, today: today)
        let answers = disclosed(try loaded.answers(to: questions.flatMap(\.requests)))
        let progress = try questions.map { try TargetProgress($0, answers) }
        let context = ReportContext(language: .en, period: nil, filters: [], today: today, tool: "test")
        return (progress, TargetTable(progress, on: description, context).table())
    }

    @Test(arguments: examples) func statuses(example: Example) throws {
        let (progress, table) = try table([example.row], example.today)
        let found = try #require(progress.first)
        #expect(found.status == example.status)
        #expect((found.isOpenAbove ? "open" : found.actualUpper.map { "\($0)" } ?? "") == example.most)
        let upper = try #require(table.data.columns.firstIndex { $0.id == "actual_upper" })
        #expect((table.data.rows[0].cells[upper] == .unknown) == found.isOpenAbove)
    }

    /// What a figure lacks that is to be undercut is not known where it can be larger.
    @Test func remainingOfOpenFigures() throws {
        let progress = try table(["cost,,2019,500,", "participations,,2019,13,"], "2019-12-31").progress
        #expect(progress.map(\.remaining) == [.unknown, .count(1)])
    }

    @Test func notesSayWhichRecordsLackTheFigure() throws {
        let notes = try table(
            ["completions,,2019-03,5,", "completions,,2019,5,", "cost,,2019,500,", "pass-rate,,2019-03,90%,"],
            "2019-12-31"
        ).table.notes
        #expect(
            Array(notes.dropFirst()) == [
                "Open: records do not state all that the figure is made of, so that it is only a bound, and whether the target is met or on track is not proven.",
                "At most [x]: records do not state all that the figure is made of, and nothing limits how large it can be.",
                "A target without a baseline of a measure of which less is better is met where the figure is not above it; it has no share of a way [z].",
                "Completions (2019-03): Groups that do not state how many completed: 1.",
                "Completions (2019): Groups that do not state how many completed: 2.",
                "Completions (2019): Participants in training: reported by 1 of 3 sessions.",
                "Cost (Kuwaiti dinars) (2019): Participants in sessions of any kind: reported by 1 of 3 sessions.",
                "Cost (Kuwaiti dinars) (2019): stated by 2 of 7 records.",
                "Pass rate (2019-03): no figure [z] where there are no records, or too few, that it could be of.",
                "Pass rate (2019-03): stated by 0 of 12 participations.",
            ])
    }

    // MARK: Which way a figure is to go

    /// Of 20 enrolments 1 is a no-show.
    @Test(arguments: [
        ("no-show-rate,,2019,8%,", TargetProgress.Status.met), ("no-show-rate,,2019,4%,", .missed),
        ("no-show-rate,,2019,4%,1%", .met), ("no-show-rate,,2019,8%,8%", .met), ("no-show-rate,,2019,0,", .missed),
        ("withdrawals,,2019,0,", .met), ("completion-rate,,2019,100%,", .missed),
    ])
    func withoutABaselineTheMeasureDecides(_ row: String, _ status: TargetProgress.Status) throws {
        let persons = (1...20).map { "T\($0)" }
        let files = [
            "courses.csv": Self.files["courses.csv"] ?? "",
            "sessions.csv": "session_id,course_id,start_date,end_date\nS1,C1,2019-03-01,2019-03-05\n",
            "trainees.csv": "trainee_id,state\n" + persons.map { $0 + ",KWT\n" }.joined(),
            "participations.csv": "session_id,trainee_id,status\n"
                + persons.map { "S1,\($0),\($0 == "T1" ? "no-show" : "completed")\n" }.joined(),
            "targets.csv": "measure,where,period,target,baseline\n\(row)\n",
        ]
        let loaded = try LoadedDataset(files: files)
        let questions = try TargetQuestion.all(
            of: DatasetDescription(loaded.dataset, today: .day("2019-12-31"), catalogue: .builtIn),
            today: .day("2019-12-31"))
        let answers = disclosed(try loaded.answers(to: questions.flatMap(\.requests)))
        let progress = try TargetProgress(try #require(questions.first), answers)
        #expect(progress.status == status)
        if progress.isUndercut, progress.target.baseline == nil { #expect(progress.achieved == .notApplicable) }
    }

    @Test(arguments: [
        ("no-show-rate,,2019,8%,4%", TargetDoubt.rises), ("trainees,,2019,5,9", .falls),
        ("trainees-per-trainer,,2019,9,", .takenAsAtLeast), ("trainees-per-trainer,,2019,9,4", nil),
        ("no-show-rate,,2019,8%,", nil), ("trainees,,2019,5,", nil),
    ])
    func doubts(_ row: String, _ doubt: TargetDoubt?) throws {
        var files = Self.files
        files["targets.csv"] = "measure,where,period,target,baseline\n\(row)\n"
        let dataset = try LoadedDataset(files: files).dataset
        let target = try #require(dataset.targets.first)
        let question = try TargetQuestion(target, today: .day("2019-12-31"), calendar: CalendarSettings())
        #expect(
            try question.doubts(on: dataset, in: .builtIn, MemberLookup(.builtIn)) == [doubt].compactMap(\.self))
    }

    /// Members that no record has are told with the nearest one; what is still to come is none of them.
    @Test(arguments: [
        ("course=Q", ["Q"], nil), ("course=C2", ["C2"], "C1" as String?), ("course=C1", [], nil),
        ("session=S4;course!=C9", ["S4", "C9"], "S1"), ("year=2031", [], nil), ("state=SAU", [], nil),
        ("course~radio", [], nil), ("course~zzz", ["zzz"], nil),
    ])
    func membersThatNoRecordHas(_ filter: String, _ members: [String], _ nearest: String?) throws {
        let dataset = try LoadedDataset(files: Self.files).dataset
        let found = try MemberLookup(.builtIn).unmatched(Filter.list(parsing: filter), on: dataset)
        #expect(found.flatMap(\.members) == members)
        #expect(found.first?.nearest == nearest)
    }

    /// The same figure, however it is written.
    @Test(arguments: [
        ("trainees,state=KWT,2019,1", "trainees,state=Kuwait,2019,1", true),
        ("trainees,state=KWT;sex=F,2019,1", "trainees,sex=F;state=KWT,2019,1", true),
        ("trainees,\"state=KWT,QAT\",2019,1", "trainees,\"state=QAT,KWT\",2019,1", true),
        ("trainees,,2019,1", "trainees,,2019-01..2019-12,1", true),
        ("trainees,,2019,1", "trainees,,2019-01..2019-11,1", false),
        ("trainees,state=KWT,2019,1", "trainees,state!=KWT,2019,1", false),
        ("trainees,,2019,1", "participations,,2019,1", false),
    ])
    func figuresAreTheSame(_ first: String, _ second: String, _ isSame: Bool) throws {
        var files = Self.files
        files["targets.csv"] = "measure,where,period,target\n\(first)\n\(second)\n"
        let dataset = try LoadedDataset(files: files).dataset
        let figures = try dataset.targets.map {
            try TargetQuestion($0, today: .day("2019-12-31"), calendar: CalendarSettings())
                .figure(on: dataset, in: .builtIn)
        }
        #expect(figures.count == 2 && (figures[0] == figures[1]) == isSame)
    }
}
