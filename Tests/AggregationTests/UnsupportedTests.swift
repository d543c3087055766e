import Testing
import TrainingStats

@testable import Aggregation

/// What the catalogue can say and the engine does not compute is refused, and with a reason.
struct UnsupportedTests {
    @Test(arguments: Catalogue.builtIn.measures + Catalogue.builtIn.intervals) func everyEntryCanBeComputed(
        measure: Measure
    ) throws {
        #expect(measure.unsupported == nil, "\(measure.id)")
        #expect(try measure.supported() == measure)
    }

    /// Forms that would be a silent 0, or unknown, with words of the reason.
    private static let refused: [(form: Aggregate, reason: String)] = [
        (.mean(.sessions(.delivered, of: .number(.capacity))), "not of sessions"),
        (.deviation(.assignments(.training, of: .number(.assignmentHours))), "not of assignments"),
        (.quantile(median, .sessions(.delivered, of: .number(.sessionCost))), "not of sessions"),
        (.quantile(.init(numerator: 5, denominator: 4), .trained(of: .number(.value(.rating)))), "between 0 and 1"),
        (.deviation(.trained(of: .normalisedGain)), "deviation of quotients"),
        (.quantile(median, .trained(of: .normalisedGain)), "quantile of quotients"),
        (.sum([.trained(of: .normalisedGain)]), "added up"),
        (.sum([.trained(of: .score(.postScore))]), "added up"),
        (.mean(.trained(of: .percentage(.normalisedGain))), "percentage cannot be made of quotients"),
        (.mean(.trained(of: .quotient(.score(.postScore), over: .gain))), "made of quotients"),
        (.mean(.trained(of: .quotient(.normalisedGain, over: .gain))), "made of quotients"),
        (.distinct(.course, [.sessions(.training)], atLeast: 2), "at least 2"),
        (.distinct(.course, [.participations(.attends)], atLeast: 2), "at least 2"),
        (.distinct(.trainee, [.trained(.states(.value(.hours)))], atLeast: 2), "at least 2"),
        (.distinct(.trainee, [.trained()], atLeast: 0), "at least 1"),
        (.distinct(.course, [.participations(.attends), .sessions(.delivered)]), "cannot mix"),
        (.distinct(.course, [.sessions(.training), .sessions(.delivered)]), "one set"),
        (.distinct(.course, []), "needs a set"),
        (.distinct(.trainee, [.sessions(.delivered)]), "do not name any trainee"),
        (.distinct(.institution, [.assignments(.training)]), "do not name any institution"),
        (.distinct(.trainer, [.participations(.attends)]), "do not name any trainer"),
        (.count([.participations(.attends, of: .number(.value(.hours)))]), "as 1"),
        (.count([.sessions(.delivered, of: .number(.capacity))]), "as 1"),
        (.count([.assignments(.training, of: .number(.assignmentHours))]), "as 1"),
        (.count([.headcounts(.training, of: .number(.groupCost))]), "as its participants"),
        (.share(.states(.groupCost), of: .headcounts(.training)), "each record once"),
        (.ratio(.mean(.trained(of: .gain)), over: .count([.trained()])), "rounded"),
        (.ratio(.count([.trained()]), over: .share(.attends, of: .participations(.training))), "rounded"),
        (.per(.population, .ratio(.count([.trained()]), over: .count([.sessions(.delivered)]))), "rounded"),
        (.per(.hoursPerDay, .per(.population, .count([.trained()]))), "rounded"),
        (.ratio(.count([.trained()]), over: .count([.sessions(.delivered, of: .number(.capacity))])), "as 1"),
        (.count([.sessions(.delivered, .attends)]), "'attends' cannot be asked of sessions"),
        (.count([.headcounts(.not(.status(.completed)))]), "'status' cannot be asked of headcounts"),
        (.count([.participations(.reported)]), "'reported' cannot be asked of participations"),
        (.persons(.least, named: .trained(.states(.value(.hours))), counted: .headcounts(.training)), "without their"),
        (.persons(.least, named: .trained(), counted: .headcounts(.training, of: .one)), "participants of headcounts"),
        (.share(.known(.state), of: .sessions(.delivered)), "'known' cannot be asked of sessions"),
        (.sum([.sessions(.delivered, of: .number(.value(.cost)))]), "do not state 'cost'"),
        (.count([.trained(.states(.participants))]), "do not state 'participants'"),
        (.sum([.assignments(of: .number(.assignmentHours))]), "delivered"),
        (.difference(.distinct(.trainee, [.trained()]), minus: .count([.trained()])), "of counts and sums"),
        (.difference(.count([.trained()]), minus: .mean(.trained(of: .number(.value(.rating))))), "of counts and sums"),
        (.count([.evaluations(.attends)]), "'attends' cannot be asked of evaluations"),
        (.sum([.evaluations(of: .number(.benefit))]), "do not state 'benefit'"),
        (.distinct(.trainee, [.evaluations()]), "do not name any trainee"),
        (.distinct(.trainee, [.trainedFollowUps()], atLeast: 2), "at least 2"),
    ]
    private static let median = Aggregate.Quantile(numerator: 1, denominator: 2)

    @Test(arguments: refused.indices) func theReasonIsNamed(index: Int) throws {
        let (form, reason) = Self.refused[index]
        #expect(try #require(form.unsupported, "\(form)").contains(reason))
        #expect(throws: RequestError.self) { try measure(form).supported() }
    }

    @Test func theErrorNamesTheMeasure() throws {
        let error = #expect(throws: RequestError.self) { try measure(.distinct(.course, [])).supported() }
        #expect(error?.message == "the measure 'new' cannot be computed: a distinct count needs a set of records")
    }

    @Test func trainerDimensionsSeeDeliveredSessionsOnly() {
        #expect(measure(.count([.trained()]), allowsTrainerDimensions: true).unsupported == nil)
        #expect(measure(.count([.sessions()]), allowsTrainerDimensions: true).unsupported != nil)
        #expect(
            measure(.count([.sessions(.delivered), .assignments(.training)]), allowsTrainerDimensions: true).unsupported
                == nil
        )
    }

    /// A count says by itself how many records it is of.
    @Test func onlyMeansAndSharesAreOfTooFew() {
        func reason(_ form: Aggregate) -> String? {
            Measure(
                "new", heading: .init(en: "New"), definition: .init(en: "New."), form, fewest: 5
            ).unsupported
        }
        #expect(reason(.count([.trained()]))?.contains("'fewest'") == true)
        #expect(reason(.mean(.trained(of: .number(.value(.rating))))) == nil)
        #expect(reason(.share(.status(.completed), of: .participations(.training))) == nil)
    }

    @Test func undeliveredSessionsAreFoundInsideConditions() {
        #expect(!RecordSet.sessions(.all([.kind(.course), .delivered])).reachesUndelivered)
        #expect(!RecordSet.sessions(.any([.training, .delivered])).reachesUndelivered)
        #expect(RecordSet.sessions(.any([.kind(.course), .delivered])).reachesUndelivered)
        #expect(RecordSet.sessions(.not(.delivered)).reachesUndelivered)
        #expect(!RecordSet.participations(.not(.delivered)).reachesUndelivered)
    }

    /// Beside a trainee dimension only sessions with participants are seen: a share of all would be another figure.
    @Test func aShareOfUndeliveredSessionsHasNoMeaningForTrainees() {
        #expect(Aggregate.share(.sessionStatus(.cancelled), of: .sessions()).isOfWholeSessions)
        #expect(!Aggregate.share(.states(.capacity), of: .sessions(.delivered)).isOfWholeSessions)
    }

    @Test func sharesInsideOtherFiguresNameTheirNumbers() {
        let passed = Aggregate.share(.atLeast(.value(.postScore), .passScore), of: .trained())
        #expect(passed.participationValues == [.postScore])
        #expect(Aggregate.ratio(passed, over: .count([.trained()])).participationValues == [.postScore])
        #expect(Aggregate.per(.hoursPerDay, passed).participationValues == [.postScore])
    }

    /// Only the gains of the catalogue are called gains.
    @Test func otherDifferencesAreNamedByTheirNumbers() {
        let cost = Quantity.difference(.value(.cost), minus: .sessionCost)
        #expect(RecordField.quantity(.gain).id == "gain")
        #expect(RecordField.quantity(.percentage(.gain)).id == "gain_percent")
        #expect(RecordField.quantity(.score(.preScore)).id == "pre_score_percent")
        #expect(RecordField.quantity(.normalisedGain).id == "gain_normalised")
        #expect(RecordField.quantity(.difference(.value(.hours), minus: .capacity)).id == "hours_minus_capacity")
        #expect(
            RecordField.quantity(.quotient(.number(.value(.hours)), over: cost)).id == "hours_over_cost_minus_cost")
    }

    private func measure(_ form: Aggregate, allowsTrainerDimensions: Bool = false) -> Measure {
        Measure(
            "new", heading: .init(en: "New", ar: "جديد"), definition: .init(en: "New.", ar: "جديد."), form,
            allowsTrainerDimensions: allowsTrainerDimensions)
    }
}
