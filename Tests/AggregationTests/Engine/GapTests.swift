import Support
import TestSupport
import Testing
import TrainingStats

@testable import Aggregation

/// What records leave open of a figure.
struct GapTests {
    /// Two named persons completed in S1, and a group of 10 took part; of S2 only a group without a number is known; S3 is
    /// not reported.
    private static let files = [
        "courses.csv": "course_id,title,topic\nC1,Radio,cyber-security\n",
        "sessions.csv":
            "session_id,course_id,start_date,end_date,cost\nS1,C1,2019-03-01,2019-03-05,100\n"
            + "S2,C1,2019-04-01,2019-04-05,\nS3,C1,2019-05-01,2019-05-05,50\n",
        "trainees.csv": "trainee_id,state\nT1,KWT\nT2,QAT\n",
        "participations.csv": "session_id,trainee_id,status,hours\nS1,T1,completed,9\nS1,T2,completed,\n",
        "headcounts.csv": "session_id,state,participants,completions\nS1,OMN,10,\nS2,OMN,,\n",
    ]

    private func gaps(_ measure: String, period: String = "2019", state: String? = nil) throws -> FigureGaps {
        let loaded = try LoadedDataset(files: Self.files)
        let today = CivilDate.day("2019-12-31")
        let summary = try loaded.summary(
            SummaryRequest(
                measures: [measure], filters: state.map { [Filter(dimension: "state", members: [$0])] } ?? [],
                period: PeriodExpression(period).resolve(today: today, settings: CalendarSettings()), today: today,
                tellsGaps: true))
        return try #require(summary.gaps.first)
    }

    private func isClosed(_ measure: String, period: String = "2019", state: String? = nil) throws -> Bool {
        let gaps = try gaps(measure, period: period, state: state)
        return gaps.above.isEmpty && gaps.below.isEmpty && gaps.mostAbove == 0
    }

    @Test func groupsThatStateNoCompletions() throws {
        let march = try gaps("completions", period: "2019-03")
        #expect(march.above == [.groupsWithoutCompletions: 1])
        #expect(march.mostAbove == 10, "no more can have completed it than took part")
        let april = try gaps("completions", period: "2019-04")
        #expect(april.above == [.groupsWithoutCompletions: 1, .sessionsWithoutReport: 1] && april.isOpenAbove)
        #expect(try gaps("completions").above == [.groupsWithoutCompletions: 2, .sessionsWithoutReport: 2])
    }

    @Test func groupsThatStateNoNumber() throws {
        #expect(try isClosed("participations", period: "2019-03"))
        #expect(
            try gaps("participations", state: "OMN").above == [
                .groupsWithoutParticipants: 1, .sessionsWithoutReport: 2,
            ])
        #expect(try gaps("trainees", state: "OMN").isOpenAbove)
        // Of whom nothing is open nothing is told; and nobody knows of which state those are of whom nobody reported.
        #expect(try isClosed("participations", period: "2019-03", state: "KWT"))
        #expect(try gaps("participations", state: "KWT").above == [.sessionsWithoutReport: 2])
    }

    @Test func figuresOfNamedPersonsBesideGroups() throws {
        #expect(try gaps("no-shows", period: "2019-03").above == [.countedParticipants: 10])
        #expect(
            try gaps("trainee-hours", period: "2019-03").above == [.countedParticipants: 10, .recordsWithoutValue: 1])
    }

    @Test func sumsThatRecordsDoNotState() throws {
        #expect(try gaps("cost").above == [.recordsWithoutValue: 1])
        #expect(try isClosed("cost", period: "2019-03"))
    }

    /// As what is divided by becomes larger, the quotient becomes smaller.
    @Test func ratiosAreOpenToBothSides() throws {
        let ratio = try gaps("cost-per-trainee")
        #expect(ratio.above == [.recordsWithoutValue: 1])
        #expect(ratio.below == [.groupsWithoutParticipants: 1, .sessionsWithoutReport: 2])
        #expect(ratio.isOpenAbove && ratio.isOpenBelow)
    }

    /// What is of those who state something is so by its definition.
    @Test(arguments: ["post-score-mean", "fill-rate", "sessions", "courses", "pass-rate"])
    func figuresThatLeaveNothingOpen(measure: String) throws {
        #expect(try isClosed(measure))
    }

    /// Shares of participations are open to both sides where sessions are not reported, as ratios of such counts are.
    @Test(arguments: ["no-show-rate", "completion-rate", "withdrawal-rate"])
    func sharesOfParticipations(measure: String) throws {
        let open = try gaps(measure)
        #expect(open.above == [.sessionsWithoutReport: 2] && open.below == open.above)
        #expect(try isClosed(measure, period: "2019-03"))
    }

    /// Sessions of the persons of a state are open where nobody knows who was there.
    @Test func sessionsOfPersons() throws {
        #expect(try gaps("sessions", state: "KWT").above == [.sessionsWithoutReport: 2])
        #expect(try isClosed("sessions", period: "2019-03", state: "KWT"))
    }

    /// A session without a report of a course without validity cannot have given certificates.
    @Test(arguments: ["persons-current", "renewals-late"]) func certificates(measure: String) throws {
        #expect(try isClosed(measure))
    }

    /// The two named persons state none: they are at most two more.
    @Test func institutionsThatAreNotStated() throws {
        let march = try gaps("institutions", period: "2019-03")
        #expect(march.above == [.recordsWithoutInstitution: 3] && march.mostAbove == 12)
    }

    /// Nobody who does not ask for it pays for it.
    @Test func nothingIsCountedWhereNobodyAsks() throws {
        let loaded = try LoadedDataset(files: Self.files)
        let measures = Catalogue.builtIn.measures
        let plans = [false, true].map { asks in
            CollectionPlan(
                for: measures, headcounts: loaded.dataset.headcounts, hasTraineeSide: false, scales: .plain,
                tellsGaps: asks)
        }
        #expect(plans[0].gaps.isEmpty && plans[1].gaps.count == measures.count)
        #expect(plans[0].listCounters.count < plans[1].listCounters.count)
        #expect(!plans[0].tracksReports || !plans[0].reportedSessions.isEmpty)
    }

    /// Held against the definition, worked out anew by loops over the records.
    @Test(arguments: 0..<120) func agreesWithTheDefinitions(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed)
        var maker = RequestMaker(records, seed: UInt64(seed) + 9_000)
        for number in 0..<4 {
            var plain = maker.next()
            (plain.rows, plain.columns, plain.measures) = ([], [], NaiveGaps.measures)
            if plain.filters.contains(where: {
                records.trainerDimensions.contains($0.dimension) || Names.evaluationDimensions.contains($0.dimension)
            }) {
                continue
            }
            let evaluation = try NaiveEvaluation(records, plain)
            var request = try loaded.request(plain, kept: nil)
            request.tellsGaps = true
            let summary = try loaded.summary(request)
            for (measure, found) in zip(plain.measures, summary.gaps) {
                let expected = NaiveGaps(of: measure, in: evaluation.total, sessions: evaluation.delivered)
                #expect(
                    found.above == expected.above && found.mostAbove == expected.mostAbove
                        && found.below == expected.below,
                    "seed \(seed), request \(number), \(measure): \(found), not \(expected); \(plain.arguments)")
            }
        }
    }
}
