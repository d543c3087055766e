import Records
import Support
import TestSupport
import Testing
import TrainingStats

/// Amounts in other currencies: which rate is in force, what they come to, and what is told where there is none.
struct RateTests {
    private static let files: [String: String] = [
        "courses.csv": "course_id,title,topic\nC1,Radio,cyber-security\n",
        "sessions.csv": """
        session_id,course_id,start_date,end_date,cost,currency
        S1,C1,2024-06-20,2024-06-30,100,USD
        S2,C1,2024-06-25,2024-07-01,100,usd
        S3,C1,2024-06-25,,100,USD
        S4,C1,2024-06-25,2024-07-01,100,KWD
        S5,C1,2024-06-25,2024-07-01,100,
        S6,C1,2025-06-25,2025-07-01,0.000003,EUR
        """,
        "rates.csv": """
        currency,from,rate
        USD,2024-07-01,0.306
        EUR,2024-01-01,0.5
        USD,2024-01-01,0.3075
        """,
        "trainees.csv": "trainee_id,state\nT1,KWT\nT2,QAT\n",
        "participations.csv": """
        session_id,trainee_id,status,cost
        S1,T1,attended,10
        S1,T2,attended,
        S2,T1,attended,10.5
        S4,T1,attended,10
        S6,T1,attended,-0.000001
        """,
        "headcounts.csv": "session_id,participants,cost\nS2,3,20\nS5,3,20\n",
    ]

    private func amounts(_ loaded: LoadedDataset) -> [String] {
        let participations = loaded.blocks.flatMap { block in (0..<block.count).map { block[.cost][$0] } }
        return (loaded.dataset.sessions.map(\.cost) + participations + loaded.dataset.headcounts.map(\.cost))
            .map { $0.map { "\($0)" } ?? "-" }
    }

    /// The rate of the last day, of the first where the last is not known; the currency of the dataset is not converted.
    ///
    /// Half a millionth is rounded away from zero: 0.0000015 is 0.000002, -0.0000005 is -0.000001.
    @Test(arguments: [true, false]) func amountsAreConverted(isQuick: Bool) throws {
        var files = Self.files
        // Quotes in which quotes are doubled are read with care.
        if !isQuick { files["participations.csv"]?.replace("attended", with: "\"attended\"") }
        let loaded = try LoadedDataset(files: files, today: "2025-12-31")
        #expect(loaded.log.findings.filter { $0.code != .missingDate && $0.code != .noParticipants } == [])
        #expect(
            amounts(loaded) == [
                "30.75", "30.6", "30.75", "100", "100", "0.000002",
                "3.075", "-", "3.213", "10", "-0.000001", "6.12", "20",
            ])
        #expect(
            loaded.dataset.sessions.map(\.rate).map { $0.map { loaded.dataset.rates[$0].from.description } ?? "" }
                == ["2024-01-01", "2024-07-01", "2024-01-01", "", "", "2024-01-01"])
    }

    /// A session whose currency has no rate on its day is left out, and so is what belongs to it; nothing is mixed.
    @Test func missingRates() throws {
        var files = Self.files
        files["rates.csv"] = "currency,from,rate\nUSD,2024-07-01,0.306\n"
        files["sessions.csv"]? += "\nS7,C1,,,100,USD\nS8,C1,2024-07-01,2024-07-02,100,US$"
        let loaded = try LoadedDataset(files: files, today: "2025-12-31")
        let told = loaded.log.findings.filter { $0.file == "sessions.csv" && $0.code.severity == .error }
        #expect(
            told.map(\.message) == [
                "there is no rate of 'USD' that is in force on 2024-06-30; add one to rates.csv, or correct the currency",
                "there is no rate of 'USD' that is in force on 2024-06-25; add one to rates.csv, or correct the currency",
                "there is no rate of 'EUR' that is in force on 2025-07-01; add one to rates.csv, or correct the currency",
                "the session has no day, so that it is not known which rate of 'USD' is in force; fill in end_date",
                "'US$' is not an ISO 4217 code such as USD; write three letters",
            ])
        #expect(told.map(\.code) == [.missingRate, .missingRate, .missingRate, .missingRate, .badCode])
        #expect(loaded.dataset.sessions.map(\.id) == ["S2", "S4", "S5"])
    }

    /// What would count if rejected rows did has no amounts that nobody can convert.
    @Test func rejectedRowsHaveNoAmounts() throws {
        var files = Self.files
        files["rates.csv"] = nil
        let loaded = try LoadedDataset(files: files, today: "2025-12-31", policy: .salvage)
        #expect(
            amounts(loaded) == ["-", "-", "-", "100", "100", "-", "-", "-", "-", "10", "-", "-", "20"])
    }

    @Test(arguments: [
        (
            "KWD,2024-01-01,1", "bad-code",
            "'KWD' is the currency of the dataset, which is never converted; remove the row"
        ),
        ("USD,2024-07-01,0.3", "duplicate-key", "'USD, 2024-07-01' stands in an earlier row; the first one stays"),
        ("dollar,2024-07-01,0.3", "bad-code", "'dollar' is not an ISO 4217 code such as USD; write three letters"),
        ("GBP,2024-07-01,0", "out-of-range", "a rate is above 0; correct it"),
        ("GBP,2024-07-01,-1", "out-of-range", "-1 is below 0, the least that rate can be"),
        ("GBP,2024-07-01,1000000.5", "out-of-range", "1000000.5 is above 1000000, the most that rate can be"),
        ("GBP,2024-07-01,", "missing-value", "the field is empty; every row needs its rate"),
        ("GBP,,1", "missing-value", "the field is empty; every row needs its from"),
    ])
    func wrongRates(row: String, code: String, message: String) throws {
        var files = Self.files
        files["rates.csv"]? += "\n" + row
        let findings = try LoadedDataset(files: files, today: "2025-12-31").log.findings.filter {
            $0.file == "rates.csv"
        }
        #expect(findings.map(\.code.rawValue) == [code])
        #expect(findings.map(\.message) == [message])
        #expect(findings.map(\.line) == [5])
    }

    /// A session with a rate that was rejected is told as one that refers to a rejected row.
    @Test func rejectedRates() throws {
        var files = Self.files
        files["rates.csv"] = "currency,from,rate\nUSD,2024-01-01,0.3075\nEUR,2024-01-01,half\n"
        let loaded = try LoadedDataset(files: files, today: "2025-12-31")
        let told = loaded.log.findings.filter { $0.file == "sessions.csv" && $0.code.severity == .error }
        #expect(told.map(\.code) == [.rejectedReference])
        files["rates.csv"] = "currency,since,rate\nUSD,2024-01-01,0.3075\n"
        let useless = try LoadedDataset(files: files, today: "2025-12-31")
        #expect(useless.log.findings.filter { $0.file == "sessions.csv" }.map(\.code).contains(.rejectedReference))
    }

    /// The greatest amounts at the greatest rates are held exactly.
    @Test func greatestAmounts() throws {
        var files = Self.files
        files["rates.csv"] = "currency,from,rate\nUSD,2024-01-01,1000000\nEUR,2024-01-01,0.000001\n"
        files["participations.csv"] =
            "session_id,trainee_id,status,cost\nS1,T1,attended,999999999999.999999\nS2,T1,attended,-999999999999.999999\n"
            + "S6,T1,attended,999999999999.999999\n"
        let loaded = try LoadedDataset(files: files, today: "2025-12-31")
        #expect(
            Array(amounts(loaded)[6...8]) == ["999999999999999999", "-999999999999999999", "1000000"])
    }
}
