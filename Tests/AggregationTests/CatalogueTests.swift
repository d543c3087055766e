import Testing
import TrainingStats

@testable import Aggregation

/// What has to be said of each entry of the catalogues.
struct CatalogueTests {
    /// The engine of the tests, which shares no code with the other one, knows every entry.
    @Test func everyEntryHasANaiveTwin() {
        #expect(
            Set(Names.measures) == Set(Catalogue.builtIn.measures.map(\.id)), "see Names.measures and NaiveCell.swift")
        #expect(
            Set(Names.dimensions) == Set(Catalogue.builtIn.dimensions.map(\.id)), "see Names and NaiveRecords.swift")
        #expect(Set(Names.trainerMeasures) == Set(Catalogue.builtIn.measuresOnTrainers))
    }

    /// Distinct persons are counted by session, status and profile alone: what they took part in has no numbers with it.
    @Test(arguments: Catalogue.builtIn.measures) func personsAreCountedWithoutNumbers(measure: Measure) {
        let plan = CollectionPlan(
            for: [measure], headcounts: [Headcount(session: 0, profile: Profile(), participants: 1)],
            hasTraineeSide: false, scales: .plain)
        #expect(plan.items.allSatisfy { $0.entity != .trainee }, "\(measure.id)")
        #expect(plan.persons.isEmpty != measure.countsPersons, "\(measure.id)")
    }

    /// The measures that the program asks for by role are what the role says.
    @Test func rolesArePlayedByTheirMeasures() {
        #expect(Catalogue.builtIn.measure(Measure.ofPersons)?.aggregate == .trained(.least))
        #expect(
            Catalogue.builtIn.measure(Measure.ofTrainers)?.aggregate == .distinct(.trainer, [.assignments(.training)]))
        #expect(
            Catalogue.builtIn.measure(Measure.ofSessions)?.aggregate == .distinct(.session, [.sessions(.delivered)]))
        #expect(
            Catalogue.builtIn.measure(Measure.ofAttendances)?.aggregate
                == .count([.participations(.attends), .headcounts(.attends)]))
        #expect(
            Catalogue.builtIn.measure(Measure.ofParticipations)?.aggregate
                == .count([.trained(), .headcounts(.training, .attends)]))
    }

    /// Words that mean entries mean some that are there, and are no entries themselves.
    @Test func synonymsLeadToEntries() {
        let dimensions = Catalogue.builtIn.dimensions.map(\.id)
        let measures = Catalogue.builtIn.measures.map(\.id)
        #expect(Synonyms.dimensions.targets.subtracting(dimensions) == [])
        #expect(Synonyms.measures.targets.subtracting(measures) == [])
        #expect(dimensions.filter { Synonyms.dimensions.meant(by: $0, among: dimensions) != [] } == [])
        #expect(measures.filter { Synonyms.measures.meant(by: $0, among: measures) != [] } == [])
        let words = ["country", "Gender", "nationality", "الجنس", "الدَّولة", "state"]
        #expect(
            words.map { Synonyms.dimensions.meant(by: $0, among: dimensions) } == [
                ["state"], ["sex"], ["state", "trainer-nationality"], ["sex"], ["state"], [],
            ])
        #expect(Synonyms.measures.meant(by: "hours", among: measures) == ["trainee-hours", "trainer-hours"])
        #expect(Synonyms.measures.meant(by: "satisfaction", among: ["trainees"]) == [])
    }

    /// Entries are values: two that say the same are equal.
    @Test func entriesAreDistinctValues() {
        #expect(Set(Catalogue.builtIn.measures).count == Catalogue.builtIn.measures.count)
        #expect(Set(Catalogue.builtIn.dimensions).count == Catalogue.builtIn.dimensions.count)
        #expect(
            Catalogue.builtIn.measure("completion-rate")
                == Catalogue.builtIn.measures.first { $0.id == "completion-rate" })
    }
}
