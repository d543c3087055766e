import Aggregation
import Foundation
import Support
import TestSupport
import Testing
import TrainingStats

/// What holds for any dataset and any request; every message names the seed that shows the contrary.
struct PropertyTests {
    /// Every figure is the one that the definitions give, worked out anew by loops over the records.
    @Test(arguments: 0..<250) func agreesWithTheDefinitions(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed)
        try #require(loaded.log.count(.error) == 0, "seed \(seed): \(loaded.log.findings.first as Any)")
        var maker = RequestMaker(records, seed: UInt64(seed))
        for number in 0..<8 {
            var request = maker.next()
            request.includesEmpty = number > 5
            let expected = try NaiveEvaluation(records, request).csv
            let computed = try loaded.tidyCSV(of: request)
            if expected != computed {
                Issue.record("seed \(seed), request \(number): \(request.arguments)\n\(difference(expected, computed))")
            }
        }
    }

    /// The written form of every entry says what the entry is: worked out from that form alone, the figures are those of
    /// its definition.
    @Test(arguments: 0..<60) func writtenFormsSayTheSame(seed: Int) throws {
        let records = try NaiveRecords(DatasetMaker.dataset(seed: UInt64(seed)))
        let forms = Dictionary(uniqueKeysWithValues: Catalogue.builtIn.measures.map { ($0.id, $0.json) })
        var maker = RequestMaker(records, seed: UInt64(seed) + 5_000)
        for number in 0..<4 {
            var request = maker.next()
            let defined = try NaiveEvaluation(records, request).lines
            request.forms = forms
            let written = try NaiveEvaluation(records, request).lines
            for (line, other) in zip(defined, written) {
                for (index, measure) in request.measures.enumerated()
                where line.figures[index].text != other.figures[index].text {
                    Issue.record(
                        """
                        seed \(seed), request \(number), \(measure) in \(line.members): \(line.figures[index].text) by \
                        definition, \(other.figures[index].text) by its written form; \(request.arguments)
                        """)
                    return
                }
            }
        }
    }

    /// Measures of one's own are what their written forms say, in the engine as in the plain reading of the form.
    @Test(arguments: 0..<150) func ownMeasuresAgreeWithTheirForms(seed: Int) throws {
        let (records, loaded) = try DatasetMaker.loaded(seed: seed)
        var forms = FormMaker(records, seed: UInt64(seed) + 7_000)
        var own: [String: JSONNode] = [:]
        var catalogue = loaded.catalogue
        for number in 0..<12 {
            let declaration = forms.declaration("own-\(number)")
            var decoder = MeasureDecoder(besides: catalogue)
            let measures = decoder.measures(.array([declaration]), at: "measures")
            // Of several tables a number may be one that only one of them has.
            let expected = ["cannot be computed", "both sides are the same", "no assignments.csv", "have no number"]
            for problem in decoder.problems where !expected.contains(where: problem.message.contains) {
                Issue.record("seed \(seed): \(declaration.text)\(problem)")
            }
            guard let measure = measures.first else { continue }
            catalogue = catalogue.adding([measure])
            own[measure.id] = declaration
        }
        try #require(own.count > 3, "seed \(seed)")
        var maker = RequestMaker(records, seed: UInt64(seed) + 8_000)
        for number in 0..<4 {
            var request = maker.next()
            let named = request.dimensions + request.filters.map(\.dimension)
            if named.contains(where: records.trainerDimensions.contains) { continue }
            request.forms = own
            let isOfTrainees = named.contains(where: records.traineeDimensions.contains)
            let isOfEvaluations = named.contains(where: Names.evaluationDimensions.contains)
            request.measures = own.keys.sorted().filter { id in
                guard let measure = catalogue.measure(id) else { return false }
                return (!isOfTrainees || !measure.takesEvaluations)
                    && (!isOfEvaluations || measure.isOfEvaluationsAlone)
            }
            if request.measures.isEmpty { continue }
            let expected = try NaiveEvaluation(records, request).csv
            let computed = try loaded.tidyCSV(of: request, in: catalogue)
            if expected != computed {
                let wrong = difference(expected, computed)
                let forms = own.filter { wrong.contains("\($0.key):") }.map { $0.value["is"]?.text ?? "" }
                Issue.record("seed \(seed), request \(number): \(request.arguments)\n\(wrong)\n\(forms.joined())")
                return
            }
        }
    }

    /// No figure depends on the order of rows or columns, or on how the file spells what it means.
    @Test(arguments: 0..<40) func orderDoesNotMatter(seed: Int) throws {
        let made = DatasetMaker.dataset(seed: UInt64(seed))
        let folder = try TemporaryFolder()
        let plain = folder.path + "/plain"
        let shuffled = folder.path + "/shuffled"
        try made.write(to: URL(fileURLWithPath: plain))
        try made.write(to: URL(fileURLWithPath: shuffled), orderSeed: UInt64(seed))
        let first = try LoadedDataset(folder: plain)
        let second = try LoadedDataset(folder: shuffled)
        var maker = RequestMaker(try NaiveRecords(made), seed: UInt64(seed) + 1_000)
        for number in 0..<4 {
            let request = maker.next()
            let texts = try (first.tidyCSV(of: request), second.tidyCSV(of: request))
            if texts.0 != texts.1 {
                Issue.record("seed \(seed), request \(number): \(request.arguments)\n\(difference(texts.0, texts.1))")
            }
        }
    }

    /// Total of an additive measure is the sum of its cells, and no less than those of them that are known.
    @Test(arguments: 0..<60) func additiveMeasuresAddUp(seed: Int) throws {
        let folder = try TemporaryFolder()
        try DatasetMaker.dataset(seed: UInt64(seed)).write(to: URL(fileURLWithPath: folder.path))
        let loaded = try LoadedDataset(folder: folder.path)
        let additive = Catalogue.builtIn.measures.filter { $0.additivity == .everywhere }
        for dimension in ["state", "topic", "institution", "month", "hijri-year", "age-band", "status", "score-band"] {
            let summary = try loaded.summary(
                SummaryRequest(rows: [dimension], measures: additive.map(\.id), today: .day("2019-12-31")))
            for (index, measure) in additive.enumerated() {
                // Of an unknown total there is nothing to say; an unknown cell may hold a part of the total.
                guard let total = summary.total.values[index].number else { continue }
                let values = summary.cells.map { $0.values[index] }
                let sum = values.compactMap(\.number).reduce(0, +)
                let tolerance = 1e-9 * max(1, abs(total))
                let isWhole = !values.contains(.unknown)
                #expect(
                    sum <= total + tolerance && (!isWhole || sum >= total - tolerance),
                    "seed \(seed), \(measure.id) by \(dimension): \(sum) of \(total)")
            }
        }
    }
}
