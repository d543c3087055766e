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
        let grouped = GroupedFigures(of: loaded)
        for number in 0..<8 {
            var request = maker.next()
            request.includesEmpty = number > 5
            guard let found = try grouped.tidyCSV(of: &request) else { continue }
            let expected = try loaded.tidyCSV(of: request)
            if expected != found {
                Issue.record("seed \(seed), request \(number): \(request.arguments)\n\(difference(expected, found))")
            }
        }
    }
}

/// Figures by groups, of what can be had by groups.
struct GroupedFigures {
    let loaded: LoadedDataset
    let groups: GroupsInMemory

    init(of loaded: LoadedDataset) {
        self.loaded = loaded
        groups = GroupsInMemory(loaded)
    }

    /// A request without the measures that need single records, as tidy CSV; nil where nothing is left.
    func tidyCSV(of plain: inout PlainRequest) throws -> String? {
        while !plain.measures.isEmpty {
            do {
                return try loaded.tidyCSV(of: plain, by: GroupedEngine(loaded.catalogue, reading: groups))
            } catch let refused as UngroupedRequest {
                let left = plain.measures.filter { !refused.names.contains($0) }
                guard left.count < plain.measures.count else { return nil }
                plain.measures = left
            }
        }
        return nil
    }
}
