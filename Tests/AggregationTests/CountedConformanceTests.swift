import Aggregation
import Clusters
import Foundation
import Records
import SparkConnect
import Stores
import TestSupport
import Testing
import TrainingStats

/// Participations that a server counts give the same figures as those that are read.
@Suite(.enabled(if: SailServer.isInstalled, SailServer.lack))
struct CountedConformanceTests {
    /// Random requests on random datasets; the texts of the tidy CSV are equal.
    @Test(arguments: 0..<20) func figuresAreThoseOfTheFolder(seed: Int) throws {
        let server = try SailServer.shared
        try Self.compare(seed: seed, requests: 15) { server.lake($0) }
    }

    /// Compares the tidy CSV of random requests on a random dataset in a folder with that from a lake, which is named after it.
    static func compare(seed: Int, requests: Int, _ lake: (String) -> String) throws {
        let made = DatasetMaker.dataset(seed: UInt64(seed) + 1_200)
        let records = try NaiveRecords(made)
        let folder = try TemporaryFolder()
        try made.write(to: URL(fileURLWithPath: folder.path))
        let loaded = try LoadedDataset(folder: folder.path)
        let counted = try CountedDataset(lake(folder.path))
        // Which of a person's rows comes first or last is not known there: none of them counts, and that is told.
        try counted.reading.readTexts()
        guard counted.reader.log.count(.error) == 0 else {
            #expect(loaded.dataset.settings.repeatedParticipations == .last, "seed \(seed)")
            let errors = counted.reader.log.countsByCode.map(\.code).filter { $0.severity == .error }
            #expect(errors == [.duplicateKey], "seed \(seed)")
            #expect(seedsWithRepeats.contains(seed), "seed \(seed) compares nothing")
            return
        }
        var maker = RequestMaker(records, seed: UInt64(seed) + 12_000)
        var compared = 0
        for number in 0..<requests {
            var request = maker.next()
            request.includesEmpty = number > 12
            guard let found = try loaded.tidyCSV(of: &request, by: counted.engine) else { continue }
            compared += 1
            let expected = try loaded.tidyCSV(of: request)
            if expected != found {
                Issue.record("seed \(seed), request \(number): \(request.arguments)\n\(difference(expected, found))")
            }
        }
        // What is refused by name is rare; a request is compared or this tests nothing.
        #expect(compared >= requests * 2 / 3, "seed \(seed)")
    }

    /// The seeds of datasets in which persons have several rows in a session, so that there is nothing to compare.
    private static let seedsWithRepeats: Set<Int> = [12]

    /// Texts are the same where their bytes are, whatever Unicode calls equal: identifiers, codes, members, and who counts
    /// as whom.
    @Test(arguments: [RowPolicy.reject, .salvage]) func textsInSeveralForms(policy: RowPolicy) throws {
        let server = try SailServer.shared
        let folder = try TemporaryFolder(Self.forms)
        let loaded = try LoadedDataset(folder: folder.path, policy: policy)
        let counted = try CountedDataset(server.lake(folder.path), policy)
        for rows in [["session"], ["status"], ["unit"], ["session", "status", "unit"], ["state"]] {
            for measure in ["enrolments", "named-trainees", "post-score-mean"] {
                let request = SummaryRequest(rows: rows, measures: [measure], today: .day("2025-12-31"), totals: true)
                let (expected, found) = (
                    try loaded.summary(request), try counted.engine.answers(to: [request]).summary(of: request)
                )
                #expect(found.cells.map(\.values) == expected.cells.map(\.values), "\(rows) \(measure)")
            }
        }
        let sessions = try loaded.summary(
            SummaryRequest(rows: ["session"], measures: ["enrolments"], today: .day("2025-12-31")))
        #expect(sessions.cells.count == 2)
        if policy == .reject { Self.expectSameAccount(counted.reader, loaded) }
    }

    /// Participations whose texts differ only in their Unicode form.
    private static let forms = [
        "dataset.json":
            #"{"attributes": [{"table": "participations", "column": "unit", "#
            + #""name": {"en": "Unit", "ar": "وحدة"}}]}"#,
        "courses.csv":
            "course_id,title,topic,kind,max_score\nC1,A,cyber-security,course,100\n"
            + "C2,B,cyber-security,course,20\n",
        "sessions.csv":
            "session_id,course_id,start_date,end_date,status\ncaf\u{E9},C1,2019-01-01,2019-01-02,held\n"
            + "cafe\u{301},C2,2019-02-01,2019-02-02,held\n",
        "trainees.csv": "trainee_id,state\nT1,KWT\nT2,QAT\n\u{C5}1,OMN\nA\u{30A}1,BHR\n",
        "persons.csv": "trainee_id,same_as\nA\u{30A}1,T2\n",
        "participations.csv":
            "session_id,trainee_id,status,post_score,unit\ncaf\u{E9},T1,completed,50,ش\u{651}\u{64E}\n"
            + "caf\u{E9},T2,attended,15,ش\u{64E}\u{651}\ncafe\u{301},T1,\u{623}تمّ,15,ش\u{64E}\u{651}\n"
            + "cafe\u{301},T2,\u{627}\u{654}تمّ,14,x\ncafe\u{301},\u{C5}1,attended,50,x\n"
            + "caf\u{E9},\u{C5}1,attended,\u{E9},x\ncaf\u{E9},A\u{30A}2,attended,1,x\n",
    ]

    /// Rows with errors are left out there as here, and what is wrong with them is counted; or they count with what is
    /// readable.
    @Test(arguments: [RowPolicy.reject, .salvage]) func rowsWithErrorsAreLeftOut(policy: RowPolicy) throws {
        let server = try SailServer.shared
        let folder = try TemporaryFolder(Self.faulty)
        let loaded = try LoadedDataset(folder: folder.path, policy: policy)
        let counted = try CountedDataset(server.lake(folder.path), policy)
        for measure in ["enrolments", "named-trainees", "post-score-mean", "participant-cost"] {
            let request = SummaryRequest(
                rows: ["session", "status"], measures: [measure], today: .day("2025-12-31"), totals: true)
            let (expected, found) = (
                try loaded.summary(request), try counted.engine.answers(to: [request]).summary(of: request)
            )
            #expect(found.cells.map(\.values) == expected.cells.map(\.values), "\(measure)")
        }
        #expect(loaded.tallies.map(\.emptyLines).max() == 2)
        if policy == .reject { Self.expectSameAccount(counted.reader, loaded) }
    }

    /// Expects the same numbers of rows and of errors.
    private static func expectSameAccount(_ counted: DatasetReader, _ loaded: LoadedDataset) {
        let name = "participations"
        func numbers(_ tally: FileTally) -> [Int] { [tally.rows, tally.rejected, tally.emptyLines] }
        #expect(
            counted.tallies.first { $0.file.hasSuffix(name) }.map(numbers)
                == loaded.tallies.first { $0.file.hasPrefix(name) }.map(numbers))
        let errors = [loaded.log, counted.log].map { log in
            log.countsByCode.filter { $0.code.severity == .error }.map { "\($0.code.name.en): \($0.count)" }
        }
        #expect(errors[0] == errors[1])
    }

    /// What is explained is the whole SQL: a server can run it as it stands.
    @Test func explainedQueriesCanBeRun() throws {
        let server = try SailServer.shared
        let lake = server.lake(packageFolder + "/Samples/regional-centre")
        let counted = try CountedDataset(lake)
        let request = SummaryRequest(
            rows: ["state"], measures: ["trainees", "post-score-median"], today: .day("2025-12-31"))
        let steps = try counted.reading.plan(of: counted.engine.questions(for: [request]))
        let connection = try SparkSource(try SparkAddress(lake)).database().connection
        var (surveys, rows) = (0, 0)
        for step in steps {
            switch step.kind {
            case .survey: surveys += try connection.rows(of: step.sql).isEmpty ? 0 : 1
            case .persons: try connection.run(step.sql)
            case .question: rows += try connection.rows(of: step.sql).count
            }
        }
        #expect(surveys > 3 && rows > 0)
    }

    /// Of participations that a dataset has not, nothing is told.
    @Test func noticesAreAboutParticipationsThatThereAre() throws {
        let server = try SailServer.shared
        for hasParticipations in [true, false] {
            var files = Self.faulty
            if !hasParticipations { files["participations.csv"] = nil }
            let folder = try TemporaryFolder(files)
            let source = try #require(try CountedSource.of(DatasetPath.source(server.lake(folder.path))))
            #expect(try source.contents().notices.isEmpty != hasParticipations)
        }
    }

    /// Participations with an error of each kind that can be told.
    private static let faulty = [
        "courses.csv":
            "course_id,title,topic,kind,max_score\nC1,A,cyber-security,course,100\n"
            + "C2,B,cyber-security,course,20\n",
        "sessions.csv":
            "session_id,course_id,start_date,end_date,status\nS1,C1,2019-01-01,2019-01-02,held\n"
            + "S2,C2,2019-02-01,2019-02-02,held\n",
        "trainees.csv": "trainee_id,state\nT1,KWT\nT2,QAT\n\"T,3\",OMN\n",
        "participations.csv":
            "session_id,trainee_id,status,hours,post_score,cost\nS1,T1,completed,6,50,1.5\nS2,T1,attended,,15,\n"
            + "S2,T2,attended,,50,\nS1,T2,atended,,,\nS9,T2,attended,,,\nS1,T9,attended,,,\nS2,\"T,3\",attended,-1,,\n"
            + "S1,\"T,3\",no-show,,,abc\n,T1,attended,,,\n"
            // Rows without anything, and a score in a session that nobody knows, whose limit nobody knows either.
            + ",,,,,\n , ,\t,,,\nS9,T1,attended,,70,\n",
    ]
}

/// A dataset whose participations a server counts.
private struct CountedDataset {
    let reader: DatasetReader
    let reading: ClusterReading
    let engine: GroupedEngine<ClusterReading>

    init(_ address: String, _ policy: RowPolicy = .reject) throws {
        var options = ReadOptions()
        options.policy = policy
        options.dimensions = Catalogue.builtIn.dimensions.map(\.id)
        options.takenNames = Catalogue.builtIn.takenNames
        let source = try #require(try CountedSource.of(DatasetPath.source(address)))
        reader = try DatasetReader(of: source, options: options, log: FindingLog(keptPerGroup: nil))
        let dataset = try reader.readTables()
        reading = ClusterReading(of: source, reader, dataset)
        engine = GroupedEngine(Catalogue(of: dataset.settings), reading: reading)
    }
}
