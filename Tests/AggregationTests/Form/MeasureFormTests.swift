import Support
import Testing
import TestSupport
import TrainingStats

@testable import Aggregation

/// Measures are written down and read back as the same measures.
struct MeasureFormTests {
    /// The measures of a list in JSON, and what is wrong with it.
    private func decoded(
        _ text: String, besides known: [Measure] = Measure.builtIn
    ) throws -> (measures: [Measure], problems: [JSONProblem]) {
        let node = try JSONReader.read(Array(text.utf8)).root
        var decoder = MeasureDecoder(besides: Catalogue(measures: known, dimensions: Dimension.builtIn))
        let measures = decoder.measures(node, at: "measures")
        return (measures, decoder.problems)
    }

    /// A measure whose `is` is given, as JSON.
    private func declaration(_ form: String, id: String = "mine") -> String {
        #"{"id": "\#(id)", "name": {"en": "Mine", "ar": "لي"}, "definition": {"en": "Mine.", "ar": "لي."}, "is": \#(form)}"#
    }

    @Test(arguments: Measure.builtIn) func everyEntryIsReadBack(measure: Measure) throws {
        let (measures, problems) = try decoded(JSONNode.array([measure.json]).text, besides: [])
        #expect(problems == [])
        #expect(measures == [measure])
    }

    @Test func theCatalogueIsReadBackAsOneFile() throws {
        guard case .object(let members) = try JSONReader.read(Array(Measure.json(of: Measure.builtIn).text.utf8)).root
        else {
            Issue.record("a file of measures is an object")
            return
        }
        let list = try #require(members.first { $0.key == "measures" })
        var decoder = MeasureDecoder(besides: Catalogue(measures: [], dimensions: Dimension.builtIn))
        #expect(decoder.measures(list.value, at: "measures") == Measure.builtIn)
        #expect(decoder.problems == [])
    }

    /// What people write, and what it says.
    private static let forms: [(form: String, aggregate: Aggregate)] = [
        (#"{"count": "enrolments"}"#, .count([.participations(.training)])),
        (
            #"{"count": ["trained-participations", "training-headcounts"]}"#,
            .count([.trained(), .headcounts(.training, .attends)])
        ),
        (
            #"{"count": "enrolments", "where": {"status": ["registered", "no-show"]}}"#,
            .count([.participations(.training, .any([.status(.registered), .status(.noShow)]))])
        ),
        (
            #"{"count": {"records": "headcounts", "where": "training", "quantity": "completions"}}"#,
            .count([.headcounts(.training, of: .number(.completions))])
        ),
        (
            #"{"sum": "cost", "of": ["named-attendances", {"records": "headcounts", "where": "delivered"}]}"#,
            .sum([
                .participations(.attends, of: .number(.value(.cost))), .headcounts(.delivered, of: .number(.groupCost)),
            ])
        ),
        (
            #"{"mean": {"percent": "post_score"}, "of": "trained-participations"}"#,
            .mean(.trained(of: .score(.postScore)))
        ),
        (
            #"{"mean": {"percent": {"difference": ["post_score", "pre_score"]}}, "of": "trained-participations"}"#,
            .mean(.trained(of: .percentage(.gain)))
        ),
        (
            #"{"deviation": "rating", "of": "trained-participations"}"#,
            .deviation(.trained(of: .number(.value(.rating))))
        ),
        (
            #"{"quantile": "hours", "of": "trained-participations", "at": 0.5}"#,
            .quantile(.init(numerator: 1, denominator: 2), .trained(of: .number(.value(.hours))))
        ),
        (
            #"{"distinct": "trainee", "of": "trained-participations", "atLeast": 3}"#,
            .distinct(.trainee, [.trained()], atLeast: 3)
        ),
        (
            #"{"distinct": "trainee", "of": "trained-participations", "where": {"sex": "F", "sector": ["military", "police"]}}"#,
            .distinct(
                .trainee, [.trained(member("sex", "F"), member("sector", "military", "police"))])
        ),
        (#"{"persons": "least"}"#, .trained(.least)),
        (#"{"persons": "most", "where": {"state": "KWT"}}"#, .trained(.most, member("state", "KWT"))),
        (#"{"ratio": ["withdrawals", "enrolments"]}"#, .ratio(withdrawals, over: .count([.participations(.training)]))),
        (
            #"{"ratio": [{"persons": "least", "where": {"sex": "F"}}, "trainees"]}"#,
            .ratio(.trained(.least, member("sex", "F")), over: .trained(.least))
        ),
        (
            #"{"share": {"atLeast": ["rating", 4]}, "of": "trained-participations", "where": {"states": "rating"}}"#,
            .share(.atLeast(.value(.rating), .constant(ExactDecimal(4))), of: .trained(.states(.value(.rating))))
        ),
        (
            #"{"share": {"not": {"sex": ["F", "_U"]}}, "of": "enrolments", "where": [{"known": "sex"}]}"#,
            .share(
                .not(member("sex", "F", "_U")), of: .participations(.training, .not(member("sex", "_U"))))
        ),
        (
            #"{"difference": [{"count": "enrolments"}, "withdrawals"]}"#,
            .difference(.count([.participations(.training)]), minus: withdrawals)
        ),
        (
            #"{"mean": "value", "of": "training-evaluations", "where": {"evaluation-item": "trainer"}}"#,
            .mean(.evaluations(.training, member("evaluation-item", "trainer"), of: .number(.evaluationValue)))
        ),
        (
            #"{"share": {"applied": "yes"}, "of": "trained-followups", "where": {"known": "applied"}}"#,
            .share(
                member("applied", "yes"), of: .trainedFollowUps(.not(member("applied", "_U"))))
        ),
        (
            #"{"per": "population", "figure": "named-trainees", "times": 100000}"#,
            .per(.population, .distinct(.trainee, [.trained()]), times: 100_000)
        ),
        (
            #"{"sum": "session.cost", "of": "trained-participations", "where": {"any": ["completable", {"kind": "seminar"}]}}"#,
            .sum([.trained(.any([.completable, .kind(.seminar)]), of: .number(.sessionCost))])
        ),
    ]

    private static let withdrawals = Aggregate.count([.participations(.training, .status(.withdrawn))])

    private static func member(_ dimension: String, _ members: String...) -> Condition {
        Catalogue.builtIn.dimension(dimension).map { .member(MemberTest($0, members)) } ?? .delivered
    }

    @Test(arguments: forms.indices) func aFormSaysWhatItMeans(index: Int) throws {
        let (form, aggregate) = Self.forms[index]
        let (measures, problems) = try decoded("[\(declaration(form))]")
        #expect(problems == [], "\(form)")
        #expect(measures.map(\.aggregate) == [aggregate], "\(form)")
        // And it is written down so that the same is read again.
        let again = try decoded(JSONNode.array(measures.map(\.json)).text)
        #expect(again.measures == measures && again.problems == [], "\(form)")
    }

    @Test func formatsAndRulesFollowFromTheForm() throws {
        let share = #"{"share": {"status": "completed"}, "of": "enrolments"}"#
        let list = [
            declaration(#"{"count": "enrolments"}"#, id: "a"), declaration(share, id: "b"),
            declaration(#"{"sum": "hours", "of": "trained-participations"}"#, id: "c"),
            declaration(#"{"ratio": ["a", "c"]}"#, id: "d"),
            declaration(#"{"count": "training-headcounts"}"#, id: "e"),
        ]
        let (measures, problems) = try decoded("[\(list.joined(separator: ","))]")
        #expect(problems == [])
        #expect(measures.map(\.format) == [.count, .share, .number(places: 1), .number(places: 2), .count])
        #expect(measures[0].unknown == .whereOnlyCounted(unless: .participations(.training)))
        #expect(measures[1].unknown == nil && measures[3].unknown == nil && measures[4].unknown == nil)
        #expect(measures[2].unknown == .whereOnlyCounted(unless: .trained()))
        #expect(measures[3].aggregate == .ratio(measures[0].aggregate, over: measures[2].aggregate))
    }

    /// Declarations that are wrong, with the place and words of what is said of them.
    private static let wrong: [(declaration: String, path: String, words: String)] = [
        (#"{"id": "Mine", "is": {"count": "enrolments"}}"#, "measures[0].id", "small letters"),
        (#"{"id": "trainees", "is": {"count": "enrolments"}}"#, "measures[0].id", "already; give another name"),
        (#"{"id": "sector", "is": {"count": "enrolments"}}"#, "measures[0].id", "is a dimension"),
        (#"{"id": "trainees-share", "is": {"count": "enrolments"}}"#, "measures[0].id", "a column of 'trainees'"),
        (#"{"id": "pass-rate-lower", "is": {"count": "enrolments"}}"#, "measures[0].id", "interval of 'pass-rate'"),
        (#"{"is": {"count": "enrolments"}}"#, "measures[0]", "'id' is missing"),
        (#"{"id": "mine"}"#, "measures[0]", "'is' is missing"),
        (
            #"{"id": "mine", "formt": "share", "is": {"count": "enrolments"}}"#, "measures[0].formt",
            "did you mean 'format'"
        ),
        (
            #"{"id": "mine", "format": "percent", "is": {"count": "enrolments"}}"#, "measures[0].format",
            "is no format; give"
        ),
        (
            #"{"id": "mine", "format": {"places": 9}, "is": {"count": "enrolments"}}"#, "measures[0].format.places",
            "0 to 6"
        ),
        (#"{"id": "mine", "is": {"cuont": "enrolments"}}"#, "measures[0].is.cuont", "did you mean 'count'"),
        (#"{"id": "mine", "is": {"count": "enrolment"}}"#, "measures[0].is.count", "did you mean 'enrolments'"),
        (#"{"id": "mine", "is": {"count": "enrolments", "sum": "hours"}}"#, "measures[0].is", "give one of them"),
        (#"{"id": "mine", "is": {"sum": "hour", "of": "enrolments"}}"#, "measures[0].is.sum", "did you mean 'hours'"),
        (#"{"id": "mine", "is": {"sum": "hours"}}"#, "measures[0].is", "'of' is missing"),
        (
            #"{"id": "mine", "is": {"count": "enrolments", "where": {"sexx": "F"}}}"#, "measures[0].is.where.sexx",
            "'sex'"
        ),
        (
            #"{"id": "mine", "is": {"count": "enrolments", "where": {"sex": "W"}}}"#, "measures[0].is.where.sex",
            "no member 'W'"
        ),
        (
            #"{"id": "mine", "is": {"count": "enrolments", "where": "trained"}}"#, "measures[0].is.where",
            "no condition 'trained'"
        ),
        (
            #"{"id": "mine", "is": {"count": "enrolments", "where": {"status": "done"}}}"#,
            "measures[0].is.where.status", "'done'"
        ),
        (
            #"{"id": "mine", "is": {"ratio": ["completions", "enrolment"]}}"#, "measures[0].is.ratio[1]",
            "did you mean 'enrolments'"
        ),
        (#"{"id": "mine", "is": {"ratio": ["completions"]}}"#, "measures[0].is.ratio", "a list of two"),
        (
            #"{"id": "mine", "is": {"ratio": ["mine", "enrolments"]}}"#, "measures[0].is.ratio[0]",
            "made of itself (mine, mine)"
        ),
        (#"{"id": "mine", "is": {"ratio": ["pass-rate", "enrolments"]}}"#, "measures[0].is", "a side of a quotient"),
        (
            #"{"id": "mine", "is": {"mean": "capacity", "of": "delivered-sessions"}}"#, "measures[0].is",
            "cannot be computed"
        ),
        (
            #"{"id": "mine", "is": {"mean": "hours", "of": ["enrolments", "enrolments"]}}"#, "measures[0].is.of",
            "one set of records"
        ),
        (
            #"{"id": "mine", "is": {"quantile": "hours", "of": "enrolments", "at": 2}}"#, "measures[0].is.at",
            "between 0 and 1"
        ),
        (
            #"{"id": "mine", "is": {"distinct": "trainees", "of": "enrolments"}}"#, "measures[0].is.distinct",
            "did you mean 'trainee'"
        ),
        (
            #"{"id": "mine", "is": {"distinct": "trainee", "of": "enrolments", "atLeast": 0}}"#,
            "measures[0].is.atLeast", "1 to 255"
        ),
        (
            #"{"id": "mine", "is": {"count": "delivered-sessions", "where": {"sex": "F"}}}"#, "measures[0].is",
            "'sex' cannot be asked of sessions"
        ),
        (
            #"{"id": "mine", "is": {"share": {"atLeast": [3, 4]}, "of": "enrolments"}}"#,
            "measures[0].is.share.atLeast", "number of the records"
        ),
        (
            #"{"id": "mine", "is": {"share": {}, "of": "enrolments"}}"#, "measures[0].is.share",
            "a condition is expected"
        ),
        (#"{"id": "mine", "is": "enrolments"}"#, "measures[0].is", "how records make it is expected"),
        (#"{"id": "mine", "byTrainer": true, "is": {"count": "sessions"}}"#, "measures[0].is", "trainer dimensions"),
        (
            #"{"id": "mine", "is": {"count": "enrolments", "where": {}}}"#, "measures[0].is.where",
            "a condition is expected"
        ),
        (
            #"{"id": "mine", "is": {"count": "enrolments", "where": {"gender": "F"}}}"#, "measures[0].is.where.gender",
            "did you mean 'sex'"
        ),
        (
            #"{"id": "mine", "format": "share", "is": {"count": "enrolments"}}"#, "measures[0].format",
            "no share of a whole"
        ),
        (
            #"{"id": "mine", "format": "share", "is": {"mean": "rating", "of": "enrolments"}}"#, "measures[0].format",
            "no share of a whole"
        ),
        (
            #"{"id": "mine", "format": "count", "is": {"share": {"status": "completed"}, "of": "enrolments"}}"#,
            "measures[0].format", "not always a whole number"
        ),
        (
            #"{"id": "mine", "format": "money", "is": {"count": "enrolments"}}"#, "measures[0].format",
            "no amount of money"
        ),
        (
            #"{"id": "state-name", "is": {"count": "enrolments"}}"#, "measures[0].id",
            "a column of 'state' has the name 'state-name'"
        ),
        (
            #"{"id": "mine", "fewest": 5, "is": {"count": "enrolments"}}"#, "measures[0].is", "'fewest' goes with means"
        ),
        (#"{"id": "mine", "fewest": 1, "is": {"count": "enrolments"}}"#, "measures[0].fewest", "2 to 1000000"),
        (
            #"{"id": "mine", "is": {"mean": "hours", "of": "enrolments", "fewest": 5}}"#, "measures[0].is.fewest",
            "'mean' has no 'fewest'; the measure itself has it, beside 'is': of how many records a mean or share"
        ),
        (
            #"{"id": "mine", "is": {"mean": "hours", "of": "enrolments", "at": 0.5}}"#, "measures[0].is.at",
            "'mean' has no 'at'; 'quantile' has it"
        ),
        (
            #"{"id": "mine", "atLeast": 2, "is": {"count": "enrolments"}}"#, "measures[0].atLeast",
            "a measure has no 'atLeast'; 'distinct' has it"
        ),
        (
            #"{"id": "mine", "is": {"count": "enrolments", "quantity": "hours"}}"#, "measures[0].is.quantity",
            "'count' has no 'quantity'; a set of records has it, in 'of' or 'count'"
        ),
        (#"{"id": "mine", "unknown": "always", "is": {"count": "enrolments"}}"#, "measures[0].unknown", "\"never\""),
    ]

    @Test(arguments: wrong.indices) func whatIsWrongIsTold(index: Int) throws {
        let (declaration, path, words) = Self.wrong[index]
        let texts = #""name": {"en": "Mine", "ar": "لي"}, "definition": {"en": "Mine.", "ar": "لي."}, "#
        let problems = try decoded("[{\(texts)\(declaration.dropFirst())]").problems
        #expect(problems.count == 1, "\(declaration): \(problems.map(\.advice))")
        let problem = try #require(problems.first)
        #expect(problem.path == path, "\(declaration)")
        #expect(problem.advice.contains(words), "\(declaration): \(problem.advice)")
    }

    @Test func measuresCannotBeMadeOfEachOther() throws {
        let list = [
            declaration(#"{"ratio": ["b", "enrolments"]}"#, id: "a"),
            declaration(#"{"ratio": ["c", "enrolments"]}"#, id: "b"),
            declaration(#"{"per": "population", "figure": "a"}"#, id: "c"),
        ]
        let (measures, problems) = try decoded("[\(list.joined(separator: ","))]")
        #expect(measures == [])
        #expect(problems.count == 1)
        #expect(problems.first?.message.contains("'a' is made of itself (a, b, c, a)") == true)
        #expect(problems.first?.path == "measures[2].is.figure")
    }

    /// Neither a long chain of measures nor a long list of them takes the program down.
    @Test func chainsAndListsHaveAnEnd() throws {
        func chain(_ count: Int) -> String {
            let links = (0..<count).map { declaration("{\"ratio\": [\"m\($0 + 1)\", \"enrolments\"]}", id: "m\($0)") }
            return "[\((links + [declaration("{\"count\": \"enrolments\"}", id: "m\(count)")]).joined(separator: ","))]"
        }
        #expect(
            try decoded(chain(900)).problems.contains {
                $0.message.contains("more than 8 measures are made of each other")
            })
        let problems = try decoded(chain(10_000)).problems
        #expect(
            problems.map(\.message) == ["there are more than 1000 measures; split them between definitions of reports"])
    }

    /// A transform of a measure is a column, wherever the two are declared.
    @Test func columnsOfTransformsAreTaken() throws {
        let list = [
            declaration(#"{"count": "enrolments"}"#, id: "mine-share"), declaration(#"{"count": "enrolments"}"#),
        ]
        let problems = try decoded("[\(list.joined(separator: ","))]").problems
        #expect(problems.map(\.path) == ["measures[0].id"])
        #expect(problems.first?.message == "a column of 'mine' has the name 'mine-share'; give another name")
    }

    /// Conditions beside several sets are read for each of them, and what is wrong with them is told once.
    @Test func sharedConditionsAreWrongOnce() throws {
        let form = #"{"count": ["enrolments", "headcounts"], "where": {"topci": "cyber-security"}}"#
        #expect(try decoded("[\(declaration(form))]").problems.count == 1)
    }
}
