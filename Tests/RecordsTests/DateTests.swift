import Records
import TestSupport
import Testing
import TrainingStats

/// Dates and years in both calendars.
struct DateTests {
    private static let hijri = FindingTests.sound.merging([
        "dataset.json": "{\"calendar\": \"hijri\"}",
        "sessions.csv": FindingTests.sessions
            + "S1,C1,1440-10-01,1440-10-27,,,\nS2,C1,1440-09-30,1440-10-30,,,\nS3,C1,1440-10-01,2019-06-30,,,\n",
        "trainees.csv": "trainee_id,state,name,birth_year\nT1,KWT,A,1400\nT2,QAT,B,1980\n",
    ]) { $1 }

    /// Umm al-Qura dates are converted; one that the calendar does not have is told, and so is a Gregorian one.
    @Test func hijriDatesAreConverted() throws {
        let loaded = try LoadedDataset(files: Self.hijri)
        #expect(loaded.dataset.sessions.first?.start == CivilDate("2019-06-04"))
        #expect(loaded.dataset.sessions.first?.end == CivilDate("2019-06-30"))
        // Most of 1400, which begins on 1979-11-20, is in 1980.
        #expect(loaded.dataset.trainees.profiles.map(\.birthYear) == [1_980])
        #expect(loaded.findings(in: "sessions.csv").map(\.code) == [.badDate, .outOfRange])
        #expect(loaded.findings(in: "trainees.csv").map(\.code) == [.outOfRange])
    }

    /// Months that the printed calendars of Umm al-Qura (1420, 1441, 1445) and their forecast give.
    @Test(arguments: [
        (1420, 1, "1999-04-17"), (1441, 9, "2020-04-24"), (1445, 12, "2024-06-07"), (1447, 1, "2025-06-26"),
    ])
    func monthsBeginWherePrintedCalendarsSay(year: Int, month: Int, day: String) {
        #expect(HijriDate.gregorianDay(year: year, month: month, day: 1) == CivilDate(day))
    }

    /// Every day from the first to the last Hijri year that records may have is the day of its own date.
    @Test func eachDayIsThatOfItsDate() throws {
        var day = try #require(HijriDate.gregorianDay(year: 1_300, month: 1, day: 1))
        let last = try #require(HijriDate.gregorianDay(year: 1_500, month: 12, day: 29))
        while day <= last {
            let date = HijriDate(day)
            #expect(HijriDate.gregorianDay(year: date.year, month: date.month, day: date.day) == day)
            day = day.advanced(by: 7)
        }
    }

    /// A year that only the Hijri calendar can mean is told with the setting that reads it.
    @Test func aHijriYearNamesTheSetting() throws {
        var files = Self.hijri
        files["dataset.json"] = nil
        let loaded = try LoadedDataset(files: files)
        let findings = loaded.findings(in: "sessions.csv") + loaded.findings(in: "trainees.csv")
        #expect(Set(findings.map(\.code)) == [.outOfRange])
        #expect(findings.allSatisfy { $0.message.contains("\"calendar\": \"hijri\"") })
    }

    @Test(arguments: ["0024-01-05", "1299-12-30", "1501-01-01", "9999-12-31", "0000-01-01"])
    func otherYearsAreOutOfRange(_ day: String) throws {
        let loaded = try soundBut("sessions.csv", FindingTests.sessions + "S1,C1,\(day),2019-01-05,,9,\n")
        let finding = try #require(loaded.findings(in: "sessions.csv").first)
        #expect(finding.code == .outOfRange && finding.value == day)
        #expect(finding.message.hasSuffix("is not within 1900 to 2199; correct it"))
    }

    /// A leap year from its first day to its last is no long session.
    @Test func aYearIsNotLong() throws {
        let loaded = try soundBut("sessions.csv", FindingTests.sessions + "S1,C1,2016-01-01,2016-12-31,,9,\n")
        #expect(loaded.findings(in: "sessions.csv") == [])
    }

    /// The age at the earliest session decides, whichever way of reading meets it first; sessions without a start do not.
    @Test(arguments: [1, 3]) func ageAtTheEarliestSession(threads: Int) throws {
        let files = FindingTests.sound.merging([
            "sessions.csv": FindingTests.sessions
                + "S1,C1,2019-01-01,2019-01-05,,9,\nS2,C1,2014-01-01,2014-01-05,,9,\nS3,C1,,2013-01-05,,9,\n",
            "participations.csv":
                "session_id,trainee_id,status\nS1,T1,attended\nS2,T1,no-show\nS3,T1,attended\nS1,T2,attended\n",
            "trainees.csv": "trainee_id,state,birth_year\nT1,KWT,2005\nT2,QAT,2005\n",
        ]) { $1 }
        let folder = try TemporaryFolder(files)
        let loaded = try withExtendedLifetime(folder) {
            try LoadedDataset(source: CSVFolder(folder.path), threads: threads)
        }
        let found = loaded.findings(in: "trainees.csv")
        #expect(found.map(\.code) == [.implausibleAge])
        #expect(
            found.first?.message
                == "'T1' is born in 2005, and the session 'S2' starts in 2014: younger than 10; correct the year of birth "
                + "(until then the age band is unknown there)")
    }
}
