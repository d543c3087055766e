import Aggregation
import TestSupport
import Testing
import TrainingStats

/// Sums of groups of records are those of the records.
struct GroupedEngineTests {
    /// Random requests on random datasets: the texts of the tidy CSV are equal.
    @Test(arguments: 0..<120) func figuresAreThoseOfTheRecords(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed + 300)
        var maker = RequestMaker(records, seed: UInt64(seed) + 11_000)
        let engine = GroupedEngine(loaded.catalogue, reading: GroupsInMemory(loaded))
        for number in 0..<8 {
            var request = maker.next()
            request.includesEmpty = number > 5
            guard let found = try loaded.tidyCSV(of: &request, by: engine) else { continue }
            let expected = try loaded.tidyCSV(of: request)
            if expected != found {
                Issue.record("seed \(seed), request \(number): \(request.arguments)\n\(difference(expected, found))")
            }
        }
    }

    /// Measures of one's own, made by chance, are the same too.
    @Test(arguments: 0..<60) func ownMeasuresAreThoseOfTheRecords(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed + 600)
        var forms = FormMaker(records, seed: UInt64(seed) + 13_000)
        var catalogue = loaded.catalogue
        var own: [String] = []
        for number in 0..<12 {
            var decoder = MeasureDecoder(besides: catalogue)
            guard let measure = decoder.measures(.array([forms.declaration("own-\(number)")]), at: "measures").first
            else { continue }
            catalogue = catalogue.adding([measure])
            own.append(measure.id)
        }
        let engine = GroupedEngine(catalogue, reading: GroupsInMemory(loaded))
        var maker = RequestMaker(records, seed: UInt64(seed) + 14_000)
        for number in 0..<6 {
            var request = maker.next()
            // Of some dimensions not every measure can be had.
            request.measures = try own.filter { id in
                var one = request
                one.measures = [id]
                do { return try loaded.tidyCSV(of: one, in: catalogue).isEmpty == false } catch is RequestError {
                    return false
                }
            }
            guard let found = try loaded.tidyCSV(of: &request, by: engine, in: catalogue) else { continue }
            let expected = try loaded.tidyCSV(of: request, in: catalogue)
            if expected != found {
                Issue.record("seed \(seed), request \(number): \(request.arguments)\n\(difference(expected, found))")
            }
        }
    }

    /// What needs single records is refused by name.
    @Test func whatNeedsRecordsIsRefused() throws {
        let loaded = try LoadedDataset(folder: packageFolder + "/Samples/training-plan")
        let engine = GroupedEngine(loaded.catalogue, reading: GroupsInMemory(loaded))
        let request = SummaryRequest(
            rows: ["certificate-status"], measures: ["trainees", Measure.ofPersonsDue], today: .day("2025-12-31"))
        #expect(throws: UngroupedRequest(names: [Measure.ofPersonsDue, "certificate-status"], reason: .certificates)) {
            try engine.answers(to: [request])
        }
    }
}

extension LoadedDataset {
    /// A request without the measures that need single records, as tidy CSV by an engine that sees groups; nil where nothing is
    /// left.
    func tidyCSV(
        of plain: inout PlainRequest, by engine: some SummaryEngine, in catalogue: Catalogue? = nil
    ) throws -> String? {
        while !plain.measures.isEmpty {
            do {
                return try tidyCSV(of: plain, by: engine, in: catalogue)
            } catch let refused as UngroupedRequest {
                let left = plain.measures.filter { !refused.names.contains($0) }
                guard left.count < plain.measures.count else { return nil }
                plain.measures = left
            }
        }
        return nil
    }
}
