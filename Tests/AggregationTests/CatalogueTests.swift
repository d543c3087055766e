import Testing
import TrainingStats

@testable import Aggregation

/// What has to be said of each entry of the catalogues.
struct CatalogueTests {
    /// The engine of the tests, which shares no code with the other one, knows every entry.
    @Test func everyEntryHasANaiveTwin() {
        #expect(Set(Names.measures) == Set(Measure.catalogue.map(\.id)), "see Names.measures and NaiveCell.swift")
        #expect(Set(Names.dimensions) == Set(Dimension.catalogue.map(\.id)), "see Names and NaiveRecords.swift")
        #expect(Set(Names.trainerMeasures) == Set(Measure.onTrainers))
    }

    /// Distinct persons are counted by session, status and profile alone: what they took part in has no numbers with it.
    @Test(arguments: Measure.catalogue) func personsAreCountedWithoutNumbers(measure: Measure) {
        let plan = CollectionPlan(
            for: [measure], headcounts: [Headcount(session: 0, profile: Profile(), participants: 1)],
            hasTraineeSide: false, scales: .plain)
        #expect(plan.items.allSatisfy { $0.entity != .trainee }, "\(measure.id)")
        #expect(plan.persons.isEmpty != measure.countsPersons, "\(measure.id)")
    }

    /// The measures that the program asks for by role are what the role says.
    @Test func rolesArePlayedByTheirMeasures() {
        #expect(Measure.named(Measure.ofPersons)?.aggregate == .trained(.least))
        #expect(Measure.named(Measure.ofTrainers)?.aggregate == .distinct(.trainer, [.assignments(.training)]))
        #expect(Measure.named(Measure.ofSessions)?.aggregate == .distinct(.session, [.sessions(.delivered)]))
        #expect(
            Measure.named(Measure.ofAttendances)?.aggregate
                == .count([.participations(.attends), .headcounts(.attends)]))
        #expect(
            Measure.named(Measure.ofParticipations)?.aggregate
                == .count([.trained(), .headcounts(.training, .attends)]))
    }

    /// Entries are values: two that say the same are equal.
    @Test func entriesAreDistinctValues() {
        #expect(Set(Measure.catalogue).count == Measure.catalogue.count)
        #expect(Set(Dimension.catalogue).count == Dimension.catalogue.count)
        #expect(Measure.named("completion-rate") == Measure.catalogue.first { $0.id == "completion-rate" })
    }
}
