import Aggregation
import Records
import TestSupport
import Testing
import TrainingStats

/// Certificates at their edges, worked out by hand.
struct ValidityTests {
    /// C1 is valid for 12 months, C3 for one; C2 states no validity, and C4 cannot be completed.
    ///
    /// T1 completes C1 on 29 February 2024 and again on 28 February 2025, the last day of the first certificate; T2 on the
    /// same days, the second certificate dated 1 March 2025, a day too late. T3 has no certified_on, and counts from the end of
    /// S1. T4 completes what gives no certificate. T5 and T6 are one person, who completes C1 as T5 and renews it early as T6.
    /// T7 completes C3 on 31 January 2025. T8 has a certificate of the future. T9 never took part.
    private static let files: [String: String] = [
        "courses.csv": """
        course_id,title,topic,completion,valid_months
        C1,First aid,disaster-management,yes,12
        C2,Radio,cyber-security,yes,
        C3,Boats,maritime-security,yes,1
        C4,Panel,cyber-security,no,12
        """,
        "sessions.csv": """
        session_id,course_id,start_date,end_date,status
        S1,C1,2024-02-26,2024-02-29,held
        S2,C1,2025-02-24,2025-02-27,held
        S3,C1,2024-06-01,2024-06-03,held
        S4,C2,2024-06-01,2024-06-03,held
        S5,C3,2025-01-30,2025-01-31,held
        S6,C4,2024-06-01,2024-06-03,held
        S7,C1,2025-03-01,,held
        """,
        "trainees.csv": """
        trainee_id,state
        T1,KWT
        T2,KWT
        T3,QAT
        T4,QAT
        T5,KWT
        T6,KWT
        T7,
        T8,KWT
        T9,KWT
        """,
        "persons.csv": "trainee_id,same_as\nT6,T5\n",
        "participations.csv": """
        session_id,trainee_id,status,certificate_no,certified_on
        S1,T1,completed,1,2024-02-29
        S2,T1,completed,2,2025-02-28
        S1,T2,completed,3,2024-02-29
        S2,T2,completed,4,2025-03-01
        S1,T3,completed,5,
        S2,T3,attended,,
        S4,T4,completed,6,2024-06-03
        S6,T4,completed,7,
        S1,T4,withdrawn,,
        S1,T5,completed,8,2024-02-29
        S3,T6,completed,9,
        S5,T7,completed,10,
        S2,T8,completed,11,2025-06-01
        S7,T4,completed,12,
        """,
    ]

    private func loaded(_ changes: [String: String] = [:]) throws -> LoadedDataset {
        let loaded = try LoadedDataset(files: Self.files.merging(changes) { $1 }, today: "2025-12-31")
        #expect(loaded.log.count(.error) == 0, "\(loaded.log.findings)")
        return loaded
    }

    /// What has become of the certificates of each person by a day, in the order of statuses: `T1 due 1`.
    private func statuses(_ loaded: LoadedDataset, on day: String, of person: String) throws -> [String] {
        let summary = try loaded.summary(
            SummaryRequest(
                rows: ["certificate-status"], measures: ["certificates"],
                filters: [
                    Filter(dimension: "trainee", members: [person]),
                    Filter(dimension: "certificate-status", .allBut, members: ["_U"]),
                ], today: .day(day)))
        return summary.cells.map { "\($0.members[0].code) \(Int($0.values[0].number ?? -1))" }
    }

    static let histories: [(person: String, day: String, statuses: [String], why: String)] = [
        ("T1", "2024-02-28", [], "the session has not ended"),
        ("T1", "2024-02-29", ["current 1"], "issued on this day; 365 days are left"),
        ("T1", "2024-11-29", ["current 1"], "91 days are left"),
        ("T1", "2024-11-30", ["due 1"], "90 days are left"),
        ("T1", "2025-02-27", ["due 1"], "a day is left"),
        ("T1", "2025-02-28", ["current 1", "renewed-in-time 1"], "renewed on the last day"),
        ("T1", "2026-02-28", ["due 1", "renewed-in-time 1"], "the last day itself"),
        ("T1", "2026-03-01", ["lapsed 1", "renewed-in-time 1"], "the day after"),
        ("T2", "2025-02-28", ["due 1"], "29 February and twelve months is 28 February, the last day"),
        ("T2", "2025-03-01", ["current 1", "renewed-late 1"], "renewed a day after the end"),
        ("T3", "2025-03-01", ["lapsed 1"], "valid from the end of S1; attending S2 renews nothing"),
        ("T4", "2025-12-31", [], "no validity, no completion, withdrawn, an end not known"),
        ("T5", "2025-01-01", ["current 1", "renewed-in-time 1"], "renewed early as T6: valid until 3 June 2025"),
        ("T5", "2025-06-04", ["lapsed 1", "renewed-in-time 1"], "the later one lapsed"),
        ("T7", "2025-02-28", ["due 1"], "31 January and a month is the last of February"),
        ("T7", "2025-03-01", ["lapsed 1"], "the day after"),
        ("T8", "2025-05-31", [], "the certificate is of the next day"),
        ("T8", "2025-06-01", ["current 1"], "the day of issue"),
        ("T9", "2025-12-31", [], "never took part"),
    ]

    @Test(arguments: histories)
    func certificate(_ expected: (person: String, day: String, statuses: [String], why: String)) throws {
        #expect(
            try statuses(loaded(), on: expected.day, of: expected.person) == expected.statuses,
            "\(expected.person) on \(expected.day): \(expected.why)")
    }

    /// As of 1 March 2025: T1 and T2 renewed in S2; T5 is due (until 3 June would be 94 days: current); T3 and T7 lapsed.
    static let figures: [(measure: String, value: Double?)] = [
        ("certificates", 8), ("persons-current", 3), ("persons-due", 0), ("persons-lapsed", 2), ("renewals-in-time", 2),
        ("renewals-late", 1), ("renewal-rate", 2.0 / 5),
    ]

    @Test(arguments: figures) func figure(measure: String, value: Double?) throws {
        let summary = try loaded().summary(SummaryRequest(measures: [measure], today: .day("2025-03-01")))
        #expect(summary.total.values[0].number == value, "\(measure)")
    }

    /// A course states one validity: where it changes, it changes for certificates issued before, too.
    @Test func aChangedValidityHoldsForAll() throws {
        let changed = Self.files["courses.csv", default: ""]
            .replacing("disaster-management,yes,12", with: "disaster-management,yes,24")
        let loaded = try loaded(["courses.csv": changed])
        #expect(try statuses(loaded, on: "2026-02-28", of: "T3") == ["due 1"])
        #expect(try statuses(loaded, on: "2025-03-01", of: "T2") == ["current 1", "renewed-in-time 1"])
    }

    /// What period and filters select does not change what has become of a certificate.
    @Test func statusesAreOfAllRecords() throws {
        let summary = try loaded().summary(
            SummaryRequest(
                rows: ["certificate-status"], measures: ["certificates", "named-attendances"],
                filters: [Filter(dimension: "session", members: ["S1"])], today: .day("2025-03-01"), totals: true))
        let rows = summary.cells.map { cell in
            cell.members[0].code + cell.values.map { " \(Int($0.number ?? -1))" }.joined()
        }
        #expect(rows == ["lapsed 1 1", "renewed-in-time 2 2", "renewed-late 1 1", "_U 0 0", "_T 4 4"])
    }

    private func register(_ loaded: LoadedDataset, on day: String, within notice: Int = 90) -> CertificateRegister {
        var collector = CertificateCollector(of: loaded.dataset)
        for block in loaded.blocks { collector.add(block) }
        return collector.register(asOf: .day(day), within: notice)
    }

    private func rows(_ summary: Summary) -> [String] {
        summary.cells.map { cell in
            cell.members.map(\.code).joined(separator: " ")
                + cell.values.map { " " + ($0.number.map { "\(Int($0))" } ?? "-") }.joined()
        }
    }

    /// Persons known, current, due, lapsed, never: of all in trainees.csv, T5 and T6 as one.
    @Test func personsWithoutCertificatesAreCounted() throws {
        let loaded = try loaded()
        func table(_ rows: [String], _ filters: [Filter] = [], within notice: Int = 90) throws -> [String] {
            self.rows(
                try ValidityTally.summary(
                    ValidityQuestion(rows: rows, filters: filters, totals: true), of: loaded.dataset,
                    persons: loaded.persons, register(loaded, on: "2025-03-01", within: notice), in: loaded.catalogue))
        }
        #expect(try table(["course"]) == ["C1 8 3 0 1 4", "C3 8 0 0 1 7", "_T 8 3 0 2 3"])
        #expect(try table(["course"], within: 94) == ["C1 8 3 1 1 4", "C3 8 0 0 1 7", "_T 8 3 1 2 3"])
        #expect(try table(["state"]) == ["KWT 5 3 0 0 2", "QAT 2 0 0 1 1", "_U 1 0 0 1 0", "_T 8 3 0 2 3"])
        #expect(
            try table(["state", "topic"], [Filter(dimension: "course", members: ["C1"])]) == [
                "KWT disaster-management 5 3 0 0 2", "QAT disaster-management 2 0 0 1 1",
                "_U disaster-management 1 0 0 0 1", "_T _T 8 3 0 1 4",
            ])
        #expect(try table([], [Filter(dimension: "state", .allBut, members: ["KWT"])]) == [" 3 0 0 2 1"])
        #expect(throws: RequestError.dimensionOfRecords("year")) { try table(["year"]) }
        #expect(throws: RequestError.dimensionOfRecords("age-band")) { try table(["age-band"]) }
    }

    /// A person belongs where he or she belongs on the reporting day.
    @Test func personsStandWhereTheyAreOnTheReportingDay() throws {
        let loaded = try loaded(["affiliations.csv": "trainee_id,from,state\nT1,2025-03-01,OMN\nT2,2025-03-02,OMN\n"])
        let summary = try ValidityTally.summary(
            ValidityQuestion(rows: ["state"], filters: [], totals: false), of: loaded.dataset, persons: loaded.persons,
            register(loaded, on: "2025-03-01"), in: loaded.catalogue)
        #expect(rows(summary) == ["KWT 4 2 0 0 2", "QAT 2 0 0 1 1", "OMN 1 1 0 0 0", "_U 1 0 0 1 0"])
    }

    /// C2 states no validity, and C4 cannot be completed: there no certificate can be.
    ///
    /// A state whose people have none has none.
    @Test func coursesWithoutValidity() throws {
        let loaded = try loaded()
        let measures = ["certificates", "persons-current", "persons-lapsed", "renewals-late", "participations"]
        func table(_ rows: [String], columns: [String] = [], filters: [Filter] = []) throws -> [String] {
            self.rows(
                try loaded.summary(
                    SummaryRequest(
                        rows: rows, columns: columns, measures: measures, filters: filters, today: .day("2025-03-01"),
                        totals: true)))
        }
        #expect(
            try table(["course"]) == [
                "C1 7 3 1 1 10", "C2 - - - - 1", "C3 1 0 1 0 1", "C4 - - - - 1", "_T 8 3 2 1 13",
            ])
        #expect(
            try table(["state", "course"]).filter { $0.hasPrefix("QAT") } == [
                "QAT C1 1 0 1 0 3", "QAT C2 - - - - 1", "QAT C4 - - - - 1", "QAT _T 1 0 1 0 5",
            ])
        let onlyWithout = [Filter(dimension: "course", members: ["C2", "C4"])]
        #expect(try table(["topic"], filters: onlyWithout) == ["cyber-security - - - - 2", "_T - - - - 2"])
        #expect(
            try table(["state"], filters: [Filter(dimension: "course", members: ["C3"])]) == [
                "_U 1 0 1 0 1", "_T 1 0 1 0 1",
            ])
        let crossed = try loaded.summary(
            SummaryRequest(
                rows: ["state"], columns: ["course"], measures: ["persons-current"], today: .day("2025-03-01")))
        let measure = try #require(crossed.measures.first)
        #expect(crossed.absentValue(of: measure, at: [.code("KWT"), .code("C2")]) == .notApplicable)
        #expect(crossed.absentValue(of: measure, at: [.code("KWT"), .code("C3")]) == .count(0))
        // In 2025 nobody offered C2 and C4, and they are listed.
        var ofYear = SummaryRequest(
            rows: ["course"], measures: ["persons-current"],
            period: try PeriodExpression("2025").resolve(today: .day("2025-03-01"), settings: CalendarSettings()),
            today: .day("2025-03-01"))
        ofYear.includesEmpty = true
        #expect(rows(try loaded.summary(ofYear)) == ["C1 2", "C2 -", "C3 0", "C4 -"])
    }

    @Test func personsAreListedByTheEndOfValidity() throws {
        let loaded = try loaded()
        func list(_ standings: Set<ValidityList.Standing>, course: String) throws -> [String] {
            try ValidityList(
                ValidityQuestion(
                    rows: [], filters: [Filter(dimension: "course", members: [course])], totals: false),
                of: standings, in: loaded.dataset, persons: loaded.persons, register(loaded, on: "2025-03-01"),
                catalogue: loaded.catalogue
            ).entries.map { entry in
                [
                    loaded.dataset.trainees.ids[entry.person], entry.standing.rawValue,
                    entry.certificate.map { "\($0.validUntil) \($0.number ?? "")" } ?? "-",
                ].joined(separator: " ")
            }
        }
        #expect(
            try list(Set(ValidityList.Standing.allCases), course: "C1") == [
                "T3 lapsed 2025-02-28 5", "T5 current 2025-06-03 9", "T1 current 2026-02-28 2",
                "T2 current 2026-03-01 4", "T4 never -", "T7 never -", "T8 never -", "T9 never -",
            ])
        #expect(try list([.lapsed], course: "C3") == ["T7 lapsed 2025-02-28 10"])
        #expect(try list([.due], course: "C1") == [])
    }

    /// Of T1, T2, T3 and T8 it was S2 on 27 February 2025, of T4 and T5 S3, S4 or S6 on 3 June 2024, of T7 S5, of T9 none.
    ///
    /// S7 ended on a day that nobody knows: in C1, which T4 attended there alone, T4 stands by itself.
    @Test func timeSinceTheLastTraining() throws {
        let loaded = try loaded()
        func table(_ rows: [String], on day: String, _ filters: [Filter] = []) throws -> [String] {
            var found = LastTraining(of: loaded.dataset, asOf: .day(day))
            for block in loaded.blocks { found.add(block) }
            return self.rows(
                try found.summary(
                    ValidityQuestion(rows: rows, filters: filters, totals: true), of: loaded.dataset,
                    persons: loaded.persons, in: loaded.catalogue))
        }
        // Known; under 1, 1 to 2, 2 to 3, 3 and over, day not known; never; median.
        #expect(try table([], on: "2026-02-26") == [" 8 4 3 0 0 0 1 364"])
        #expect(try table([], on: "2026-02-27") == [" 8 0 7 0 0 0 1 365"])
        #expect(
            try table(["state"], on: "2026-02-26") == [
                "KWT 5 3 1 0 0 0 1 364", "QAT 2 1 1 0 0 0 0 498", "_U 1 0 1 0 0 0 0 391", "_T 8 4 3 0 0 0 1 364",
            ])
        #expect(try table(["course"], on: "2026-02-26").first == "C1 8 4 1 0 0 1 2 364")
        // S7 began on this day, and counts from its first day on as long as no end is known.
        #expect(
            try table([], on: "2026-02-26", [Filter(dimension: "state", members: ["QAT"])]) == [" 2 1 1 0 0 0 0 498"])
    }
}
