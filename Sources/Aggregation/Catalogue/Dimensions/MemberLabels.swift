import Support
import TrainingStats

/// The names of the members of a dataset: `labels.csv` takes precedence over the dataset's own tables, and these over the
/// built-in names.
package struct MemberLabels: Sendable {
    /// Names by dimension and code.
    private typealias Names = [String: [ByteKey: BilingualText]]

    private let labels: Names
    private let names: Names

    /// The names of the members of a dataset, in the dimensions of a catalogue.
    package init(of dataset: Dataset, in catalogue: Catalogue) {
        labels = dataset.labels
        let states = Self.first(dataset.states.map { (ByteKey($0.code), $0.name) })
        var names = Dimension.codeNames.mapValues { names in Self.first(names.map { (ByteKey($0), $1) }) }
        for dimension in catalogue.dimensions where dimension.hasStates { names[dimension.id] = states }
        for dimension in catalogue.dimensions where !dimension.codeNames.isEmpty {
            names[dimension.id] = Self.first(dimension.codeNames.map { (ByteKey($0.code), $0.name) })
        }
        names["topic"] = Self.first(dataset.topics.map { (ByteKey($0.code), $0.name) })
        names["course"] = Self.first(dataset.courses.map { (ByteKey($0.id), $0.title) })
        self.names = names
    }

    /// The name of the member with a code; nil if it has none.
    package func callAsFunction(_ code: String, of dimension: Dimension) -> BilingualText? {
        labels[dimension.id]?[ByteKey(code)] ?? names[dimension.id]?[ByteKey(code)]
    }

    /// If several entries have the same key, the first one is kept.
    private static func first(_ entries: [(ByteKey, BilingualText)]) -> [ByteKey: BilingualText] {
        Dictionary(entries, uniquingKeysWith: { first, _ in first })
    }
}
