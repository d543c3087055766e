import Aggregation
import Records
import Support
import TrainingStats

/// The measures that a dataset declares in a file of its own.
enum OwnMeasures {
    /// A catalogue with the measures of a file, if there is one.
    ///
    /// - Throws: ``ReadError`` with everything that is wrong with the file.
    static func extending(_ catalogue: Catalogue, by input: (any SettingsInput)?) throws(ReadError) -> Catalogue {
        guard let input else { return catalogue }
        let measures = try measures(
            of: input, decoder: MeasureDecoder(besides: catalogue))
        return catalogue.adding(measures)
    }

    /// Makes sure that a dataset can have the members that the measures of its file name, and has the tables.
    ///
    /// - Throws: ``ReadError`` with those that it cannot have, or has not.
    static func check(
        _ input: (any SettingsInput)?, besides catalogue: Catalogue, on dataset: Dataset
    ) throws(ReadError) {
        guard let input else { return }
        _ = try measures(
            of: input,
            decoder: MeasureDecoder(
                besides: catalogue, membersWithout: { $0.members(without: $1, in: dataset) },
                lacks: { $0 == .assignments && !dataset.tables.trainers }))
    }

    private static func measures(
        of input: any SettingsInput, decoder: MeasureDecoder
    ) throws(ReadError) -> [Measure] {
        let bytes = try input.content()
        let document: JSONDocument
        do throws(JSONReader.Fault) {
            document = try JSONReader.read(bytes)
        } catch {
            throw .badSettings(
                path: input.path,
                problems: [JSONProblem(path: "character \(error.column)", message: error.reason, line: error.line)])
        }
        var decoder = decoder
        let measures = decoder.file(document.root)
        guard !decoder.problems.isEmpty else { return measures }
        let placed = decoder.problems.map { problem in
            JSONProblem(path: problem.path, message: problem.advice, line: document.line(of: problem.path))
        }
        throw .badSettings(path: input.path, problems: placed.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
}
