import Records
import Releases
import Reporting
import TestSupport
import TrainingStats

/// A folder with a random dataset, random definitions, and reports on it: small, and with all that depends on the reporting day.
struct RandomSchedule {
    /// Where everything is.
    let folder: TemporaryFolder
    private var random: SplitMix64
    private let rejectionLimit: RejectionLimit

    /// A schedule given by a seed.
    init(seed: UInt64) throws {
        random = SplitMix64(seed: seed)
        folder = try TemporaryFolder(TinyDataset.files)
        rejectionLimit = random.happens(70) ? .rows(100) : .rows(random.below(2))
        try writeRecords()
        for (name, text) in Self.definitions { try folder.write(text, to: name) }
    }

    /// Definitions that decide members and persons first, with measures and days of notice of their own; the last one is wrong.
    static let definitions = [
        "leading.json": """
        {"measures": [{"id": "content-rate", "name": {"en": "Content", "ar": "نسبة الرضا"},
           "definition": {"en": "Ratings of 4 or 5.", "ar": "التقييمات 4 و5."},
           "is": {"share": {"atLeast": ["rating", 4]}, "of": "trained-participations", "where": {"states": "rating"}}}],
         "tables": [{"section": "key-figures"}, {"id": "courses", "title": {"en": "Courses", "ar": "الدورات"},
          "rows": ["course"], "measures": ["participations", "trainees", "content-rate"], "sort": "participations", "top": 2}]}
        """,
        "noticed.json": """
        {"within": 400, "tables": [{"id": "due", "title": {"en": "Due", "ar": "مستحق"}, "rows": ["state"],
          "measures": ["persons-due", "certificates"]}, {"id": "often", "title": {"en": "Often", "ar": "كثيراً"},
          "rows": ["institution"], "measures": ["trainees"], "persons": "participations>=2", "sort": "trainees", "top": 1},
          {"section": "published"}, {"section": "quality"}]}
        """,
        "wrong.json": #"{"tables": [{"section": "key-figures"}, {"section": "no-such-section"}]}"#,
    ]

    /// Further sessions and participations, some of them wrong, and claims whose periods move with the reporting day.
    private mutating func writeRecords() throws {
        var sessions = (TinyDataset.files["sessions.csv"] ?? "") + "\n"
        var participations = (TinyDataset.files["participations.csv"] ?? "") + "\n"
        for session in 0..<random.within(4...20) {
            let month = random.within(1...12)
            let day = "20\(random.within(18...20))-\(month < 10 ? "0" : "")\(month)-\(random.within(10...28))"
            sessions += "X\(session),C\(random.within(1...3)),\(day),\(day),KWT,\(random.within(1...9)),,held\n"
            for trainee in 1...4 where random.happens(60) {
                let status = random.pick([
                    "completed", "completed", "attended", "no-show", random.happens(10) ? "?" : "attended",
                ])
                participations += "X\(session),T\(trainee),\(status),\(random.within(1...9)),,,,\n"
            }
        }
        try folder.write(sessions, to: "sessions.csv")
        try folder.write(participations, to: "participations.csv")
        if random.happens(60) {
            let periods = ["2019", "", "this-year", "last-month", "2019-09..last-month", "2019-10..this-month"]
            let rows = (0..<3).map { _ in
                "trainees,,\(random.pick(periods)),exactly,\(random.within(1...4)),A paper,2019-12-16\n"
            }
            try folder.write(
                "indicator,where,period,qualifier,value,source,published_on\n" + rows.joined(), to: "published.csv")
        }
        if random.happens(50) {
            try folder.write(
                "measure,where,period,target,baseline,source\ntrainees,,2019,3,,A plan\nsessions,,last-year,3,,A plan\n",
                to: "targets.csv")
        }
    }

    /// Two to four reports on the dataset; where their releases go is left open.
    mutating func schedule() -> Schedule {
        var schedule = Schedule(
            from: PeriodExpression("2019-07"),
            reports: (0..<random.within(2...4)).map { number in
                var report = ScheduledReport(
                    name: "r\(number)", recurrence: random.pick([.monthly, .monthly, .quarterly, .hijriMonthly]),
                    dataset: folder.path, output: folder.path)
                let definitions = ["leading.json", "noticed.json", "leading.json", "noticed.json", nil, "wrong.json"]
                report.definition = random.pick(definitions).map { folder.path + "/" + $0 }
                report.formats = random.pick([[.csv], [.csv, .md], [.explore]])
                report.languages = random.pick([[], [.ar], [.en, .ar]])
                report.provisionalDays = random.pick([0, 0, 40])
                report.nothingToReport = random.pick([.write, .skip])
                return report
            })
        schedule.delay = random.below(10)
        schedule.rejectionLimit = rejectionLimit
        return schedule
    }

    /// A record that comes late.
    func addLateRecord() throws {
        try folder.write(folder.text(of: "participations.csv") + "S3,T1,attended,3,,,,\n", to: "participations.csv")
    }
}
