import Support
import TestSupport
import Testing
import TrainingStats

@testable import Aggregation

/// What a share tells of those of its base of whom it is not known whether they are cases.
struct ShareBaseTests {
    /// Five trained participations of four persons, T4 among them, of whom nothing is known.
    private func coverage(of form: String) throws -> Coverage? {
        var files = TinyDataset.files
        files["headcounts.csv"] = nil
        files["participations.csv"] = try #require(files["participations.csv"]) + "\nS2,T4,attended,,,,,\n"
        let declaration = """
            [{"id": "mine", "name": {"en": "Mine", "ar": "لي"}, "definition": {"en": "Mine.", "ar": "لي."}, "is": \(form)}]
            """
        var decoder = MeasureDecoder(besides: .builtIn)
        let own = decoder.measures(try JSONReader.read(Array(declaration.utf8)).root, at: "measures")
        #expect(decoder.problems == [])
        return try LoadedDataset(files: files).summary(
            SummaryRequest(rows: ["year"], measures: ["mine"], today: .day("2019-12-31")),
            in: Catalogue.builtIn.adding(own)
        ).coverage[0]
    }

    private static let persons = #"{"distinct": "trainee", "of": "trained-participations""#

    @Test(arguments: [
        // In the base.
        (#"{"share": {"sex": "F"}, "of": "trained-participations"}"#, Coverage(stated: 4, applicable: 5, unit: .base)),
        (
            #"{"share": {"state": "KWT"}, "of": "trained-participations"}"#,
            Coverage(stated: 4, applicable: 5, unit: .base)
        ),
        (
            "{\"ratio\": [\(persons), \"where\": {\"sex\": \"F\"}}, \(persons)}]}",
            Coverage(stated: 3, applicable: 4, unit: .baseOfPersons)
        ),
        // Out of it.
        (
            #"{"share": {"sex": "F"}, "of": "trained-participations", "where": {"known": "sex"}}"#,
            Coverage(stated: 4, applicable: 5, unit: .records)
        ),
        (
            #"{"share": {"state": "KWT"}, "of": "trained-participations", "where": {"known": "state"}}"#,
            Coverage(stated: 4, applicable: 5, unit: .records)
        ),
        (
            "{\"ratio\": [\(persons), \"where\": {\"sex\": \"F\"}}, \(persons), \"where\": {\"known\": \"sex\"}}]}",
            Coverage(stated: 3, applicable: 4, unit: .persons)
        ),
        // What the sessions tell is known of everybody.
        (
            #"{"share": {"host-state": "KWT"}, "of": "trained-participations"}"#,
            Coverage(stated: 5, applicable: 5, unit: .base)
        ),
    ])
    func unknownInTheBase(form: String, expected: Coverage) throws { #expect(try coverage(of: form) == expected) }

    /// Nothing is asked of members where the unknown are the cases, or where cases are told by the record itself.
    @Test(arguments: [
        #"{"share": {"sex": "_U"}, "of": "trained-participations"}"#,
        #"{"share": {"status": "completed"}, "of": "enrolments"}"#,
        "{\"ratio\": [\(persons)}, \"trainers\"]}",
    ])
    func sharesWithoutTheUnknown(form: String) throws { #expect(try coverage(of: form) == nil) }
}
